"""What a link writes: one of a few things that a hand does without looking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django import forms

from holdfast.telling.care import care_told
from holdfast.telling.labels import tile
from holdfast.web.access import Child
from holdfast.web.drawn import name_of
from holdfast.words import Care, Kind, Signal
from holdfast.words.language import gettext as _


@dataclass(frozen=True, slots=True)
class Writes:
    """One thing that a link can write."""

    kind: Kind
    word: str
    detail: Mapping[str, object] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Return its name in the form."""
        said = [name if value is True else str(value) for name, value in self.detail.items()]
        return "/".join([self.kind, self.word, *said])

    def told(self, pronoun: str) -> str:
        """Say it, as one chooses it."""
        return writes_told(self.kind, self.word, self.detail, pronoun)


def writes_told(kind: str, word: str, detail: Mapping[str, object], pronoun: str) -> str:
    """Say what a link writes."""
    if (kind, word) == (Kind.CARE, Care.SLEEP):
        return _("fell asleep, or woke up")
    return (
        care_told(word, detail, None, pronoun) if kind == Kind.CARE else tile(kind, word, pronoun)
    )


CHOICES: Sequence[Writes] = (
    *(Writes(Kind.SIGNAL, str(word)) for word in reversed(Signal)),  # a cry first, a kick last
    *(Writes(Kind.CARE, "feed", {"how": "breast", "side": side}) for side in ("left", "right")),
    Writes(Kind.CARE, "feed", {"how": "bottle"}),
    Writes(Kind.CARE, "feed", {"how": "solid"}),
    Writes(Kind.CARE, "sleep"),
    Writes(Kind.CARE, "nappy", {"wet": True}),
    Writes(Kind.CARE, "nappy", {"soiled": True}),
    Writes(Kind.CARE, "nappy", {"wet": True, "soiled": True}),
)
BY_KEY: Mapping[str, Writes] = {each.key: each for each in CHOICES}


class HandForm(forms.Form):
    """A new link: of which child, what it writes, where it will be."""

    def __init__(
        self, data: Mapping[str, object] | None = None, *, children: Sequence[Child]
    ) -> None:
        super().__init__(data)
        self.children = {str(child.pk): child for child in children}
        if len(children) > 1:
            self.fields["child"] = forms.ChoiceField(
                label=_("Which child"),
                choices=[(name, name_of(child)) for name, child in self.children.items()],
            )
        pronoun = children[0].pronoun if len(children) == 1 else "they"
        self.fields["writes"] = forms.ChoiceField(
            label=_("What it writes down"),
            choices=[
                (heading, [(each.key, each.told(pronoun)) for each in CHOICES if each.kind == kind])
                for heading, kind in ((_("A signal"), Kind.SIGNAL), (_("Care"), Kind.CARE))
            ],
        )
        self.fields["name"] = forms.CharField(
            label=_("Where it will be"),
            help_text=_("Such as: the tag at the cot. So that you know later which one it is."),
            max_length=60,
            required=False,
        )

    def child(self) -> Child:
        """Return the child that was chosen, or the only one."""
        return self.children[self.cleaned_data.get("child") or next(iter(self.children))]

    def chosen(self) -> Writes:
        """Return what it writes."""
        return BY_KEY[self.cleaned_data["writes"]]
