"""What a tap on Now brings: one word with the id that its button was given, and when it was.

Each button has an id of its own, made with the page. So a button pressed twice is one moment, and
two buttons pressed quickly are two. Only a tile that the phone drew, and then could not keep, has
none.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django import forms
from django.http import QueryDict

from holdfast.web.ids import new_id
from holdfast.words import Care, Kind, Moment
from holdfast.words.timers import SIDES, begun

VAGUE = ((0, 0), (5, 3), (15, 5), (30, 10), (60, 20), (180, 30))
"""How sure "about so many minutes ago" is: from that many minutes on, give or take so many."""
LONGEST_AGO = 180


class TapForm(forms.Form):
    """One tap."""

    tap = forms.CharField(max_length=80)
    ago = forms.IntegerField(required=False, min_value=0, max_value=LONGEST_AGO)
    answers = forms.UUIDField(required=False)

    def clean_tap(self) -> tuple[Kind, str, str]:
        """Read kind, word and id. A word that there is not was written by no page of ours."""
        kind, word, name = (*str(self.cleaned_data["tap"]).split("/"), "", "")[:3]
        if kind not in list(Kind):
            raise forms.ValidationError("unknown kind")
        return Kind(kind), word, name

    def moment(self, *, child: str, by: str, now: datetime, zone: str) -> Moment:
        """Return the moment that was tapped."""
        kind, word, name = self.cleaned_data["tap"]
        ago = self.cleaned_data["ago"] or 0
        answers = self.cleaned_data["answers"]
        answering = answers and kind in (Kind.RESPONSE, Kind.SETTLING)
        return Moment(
            id=name or str(new_id()),
            child=child,
            by=by,
            kind=kind,
            word=word,
            at=now - timedelta(minutes=ago),
            zone=zone,
            about=[about for from_, about in VAGUE if ago >= from_][-1],
            answers=str(answers) if answering else None,
            detail=detail_of(word, self.data) if kind == Kind.CARE else {},
            text=str(self.data.get("text", "")).strip() if kind == Kind.NOTE else "",
        )


def detail_of(word: str, data: Mapping[str, object] | QueryDict) -> dict[str, object]:
    """Read what a drawer of care says besides: a side, an amount, what was in it."""
    if word == Care.FEED:
        return feed_of(data)
    if word == Care.NAPPY and data.get("nappy"):
        said = data["nappy"]
        return {"wet": said in ("wet", "both"), "soiled": said in ("soiled", "both")}
    return {}


def feed_of(data: Mapping[str, object] | QueryDict) -> dict[str, object]:
    """Read a feed. A button with an amount is a bottle, one with a side is the breast."""
    if (side := data.get("begins")) in SIDES.values():
        return begun(str(side))
    if side := data.get("side"):
        return {"how": "breast", "side": side}
    amount = data.get("bottle") or (data.get("ml") if data.get("how") == "bottle" else "")
    how = "bottle" if data.get("bottle") else data.get("how")
    said = {"how": how} if how else {}
    return {**said, "ml": number(str(amount))} if amount else said


def number(text: str) -> float | str:
    """Return an amount as a number; what is none stays, and is refused with its reason."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return text
    return int(value) if value.is_integer() else value
