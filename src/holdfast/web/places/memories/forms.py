"""A memory as a form: what it was, about when, who was there, a few words, a photo."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, TypeAlias
from zoneinfo import ZoneInfo

from django import forms
from django.utils.datastructures import MultiValueDict

from holdfast.formats.photos import LARGEST, Photo, without_traces
from holdfast.telling import labels
from holdfast.words import WORDS, Kind, Moment, Refused
from holdfast.words.language import gettext as _

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

File: TypeAlias = "UploadedFile[bytes]"
People = Sequence[tuple[str, str]]
NOON = time(12)
ABOUT = {"day": 720, "week": 1440, "month": 1440}  # minutes around noon, as far as they reach


class MemoryForm(forms.Form):
    """One memory. What the form does not ask about stays as it is."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        files: MultiValueDict[str, File] | None = None,
        *,
        moment: Moment,
        pronoun: str,
        people: People,
        is_new: bool,
    ) -> None:
        super().__init__(data, files, initial=initial_of(moment))
        self.moment = moment
        self.picture: Photo | None = None
        if is_new or moment.kind == Kind.MILESTONE:
            self.fields["word"] = word_field(pronoun, is_new=is_new)
        self.fields["day"] = forms.DateField(
            label=_("When"),
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={
                "required": _("About which day was it?"),
                "invalid": _("Set the day again."),
            },
        )
        if is_new or moment.kind == Kind.MILESTONE:
            self.fields["within"] = forms.ChoiceField(
                label=_("How sure is the day?"),
                choices=[
                    ("day", _("it was that day")),
                    ("week", _("about that week")),
                    ("month", _("some time that month")),
                ],
                widget=forms.RadioSelect,
            )
        self.fields["by"] = forms.ChoiceField(
            label=_("Who was there"), choices=[*people], required=False
        )
        self.fields["text"] = forms.CharField(
            label=_("In your own words"),
            required=False,
            max_length=10_000,
            widget=forms.Textarea(attrs={"rows": 3}),
        )
        self.fields["photo"] = forms.FileField(
            label=_("A photo"),
            required=False,
            allow_empty_file=True,
            widget=forms.FileInput(
                attrs={"accept": "image/jpeg,image/png,image/webp", "data-photo": "chosen"}
            ),
            help_text=_(
                "Where it was taken, and with what, is left out of it. Your family sees it here."
            ),
        )

    def clean_photo(self) -> None:
        """Keep of the file the picture alone."""
        file = self.cleaned_data["photo"]
        if not file:
            return
        try:
            self.picture = without_traces(file.read(LARGEST + 1))
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from refused

    def clean(self) -> dict[str, Any]:
        """Ask for words where no first time was chosen."""
        given: dict[str, Any] = super().clean() or {}
        if self.kind(given) == Kind.NOTE and not given.get("text", "").strip():
            self.add_error("text", _("Say in a few words what it was."))
        return given

    def kind(self, given: Mapping[str, Any]) -> Kind:
        """Return what sort of moment it is: a first time, or a note in own words."""
        if "word" not in self.fields:
            return self.moment.kind
        return Kind.MILESTONE if given.get("word") else Kind.NOTE

    def changed(self, now: datetime) -> Moment:
        """Return the moment as it should be now. A day that was not touched keeps its clock."""
        given, before = self.cleaned_data, self.moment
        kind, within = self.kind(given), given.get("within", "day")
        moved = {"day", "within"} & {*self.changed_data} or (
            not before.word and kind != before.kind
        )
        return replace(
            before,
            kind=kind,
            word=given.get("word", before.word),
            at=at_about(given["day"], before.zone, now) if moved else before.at,
            about=ABOUT[within] if moved else before.about,
            by=given["by"] or None,
            text=given["text"].strip(),
            detail=detail(before, kind, within),
        )


def word_field(pronoun: str, *, is_new: bool) -> forms.ChoiceField:
    """Ask what it was: a first time, or something that has no name here."""
    other = [("", _("something else, in my own words"))] if is_new else []
    words = [
        (str(word), labels.tile(Kind.MILESTONE, word, pronoun)) for word in WORDS[Kind.MILESTONE]
    ]
    return forms.ChoiceField(label=_("What it was"), choices=[*other, *words], required=not is_new)


def initial_of(moment: Moment) -> dict[str, Any]:
    """Return what the fields show before anybody writes."""
    return {
        "word": moment.word,
        "day": moment.at.astimezone(ZoneInfo(moment.zone)).date(),
        "within": moment.detail.get("within", "day"),
        "by": moment.by or "",
        "text": moment.text,
    }


def detail(before: Moment, kind: Kind, within: str) -> dict[str, object]:
    """Return what is said besides: that only a week or a month is known."""
    kept = {key: value for key, value in before.detail.items() if key != "within"}
    vague = kind == Kind.MILESTONE and within != "day"
    return {**kept, "within": within} if vague else kept


def at_about(day: date, zone: str, now: datetime) -> datetime:
    """Return a time of that day: noon, or just now where today's noon is yet to come."""
    noon = datetime.combine(day, NOON, ZoneInfo(zone)).astimezone(UTC)
    is_today = day == now.astimezone(ZoneInfo(zone)).date()
    return min(noon, now) if is_today else noon
