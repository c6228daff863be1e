"""A moment as a form: when it was, how sure, how long, and what its word knows besides."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.forms import BoundField

from holdfast.telling import labels
from holdfast.web.places.day.besides import besides
from holdfast.words import WORDS, Care, Exploring, Kind, Moment
from holdfast.words.language import gettext as _

LASTS = {
    (Kind.CARE, Care.SLEEP),
    (Kind.CARE, Care.FEED),
    (Kind.CARE, Care.TUMMY_TIME),
    (Kind.CARE, Care.BATH),
    (Kind.CARE, Care.PUMP),
    (Kind.EXPLORING, Exploring.OFF),
    (Kind.EXPLORING, Exploring.PLAY_NEAR),
}
MAY_CHANGE_WORD = (Kind.SIGNAL, Kind.RESPONSE, Kind.SETTLING, Kind.EXPLORING)
DAY = timedelta(days=1)


class MomentForm(forms.Form):
    """One moment. What the form does not ask about stays as it is."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        moment: Moment,
        pronoun: str,
        asks_word: bool,
    ) -> None:
        super().__init__(data, initial=initial_of(moment))
        self.moment = moment
        self.besides = besides(moment.kind, moment.word)
        if asks_word and moment.kind in MAY_CHANGE_WORD:
            self.fields["word"] = forms.ChoiceField(
                label=_("What it was"),
                choices=[
                    (word, labels.tile(moment.kind, word, pronoun)) for word in WORDS[moment.kind]
                ],
            )
        self.fields["day"] = forms.DateField(
            label=_("Day"),
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"required": _("Which day was it?"), "invalid": _("Set the day again.")},
        )
        self.fields["clock"] = clock_field(_("Time"), required=True)
        if (moment.kind, moment.word) in LASTS:
            self.fields["until"] = clock_field(_("Until"), required=False)
        self.fields["about"] = forms.TypedChoiceField(
            label=_("How sure is the time?"), choices=sureness(moment.about), coerce=int
        )
        self.fields |= self.besides
        self.fields["text"] = forms.CharField(
            label=_("The note") if moment.kind == Kind.NOTE else _("In your own words"),
            required=moment.kind == Kind.NOTE,
            max_length=10_000,
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages={"required": _("Write something, or go back.")},
        )

    def asked_besides(self) -> list[BoundField]:
        """Return the fields that only this word has."""
        return [self[name] for name in self.besides]

    def clean(self) -> dict[str, Any]:
        """Place day and clock where the moment was lived."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("day") and given.get("clock"):
            given["at"] = self.placed(datetime.combine(given["day"], given["clock"]), "clock")
        if given.get("at") and given.get("until"):
            start = given["at"].astimezone(ZoneInfo(self.moment.zone))
            ends = datetime.combine(start.date(), given["until"])
            later = ends if ends >= start.replace(tzinfo=None) else ends + DAY
            given["ends"] = self.placed(later, "until")
        return given

    def placed(self, local: datetime, field: str) -> datetime | None:
        """Return the instant of a local time; tell where the clocks skipped it."""
        zone = ZoneInfo(self.moment.zone)
        at = local.replace(tzinfo=zone)
        if at.astimezone(ZoneInfo("UTC")).astimezone(zone).replace(tzinfo=None) != local:
            self.add_error(field, _("The clocks skipped this time on that day."))
            return None
        return at.astimezone(ZoneInfo("UTC"))

    def changed(self) -> Moment:
        """Return the moment as it should be now. A clock that was not touched keeps its seconds."""
        given, before = self.cleaned_data, self.moment
        when = {"day", "clock"} & set(self.changed_data)
        return replace(
            before,
            word=given.get("word", before.word),
            at=given["at"] if when else before.at,
            until=self.until(before) if "until" in self.fields else before.until,
            about=given["about"],
            detail=self.detail(before),
            text=given["text"].strip(),
        )

    def until(self, before: Moment) -> datetime | None:
        """Return when it ended; where neither end was touched, to the second as before."""
        if not {"day", "clock", "until"} & set(self.changed_data):
            return before.until
        ends: datetime | None = self.cleaned_data.get("ends")
        return ends

    def detail(self, before: Moment) -> dict[str, Any]:
        """Return what is said besides: asked keys as given, and the others as they were."""
        kept = {key: value for key, value in before.detail.items() if key not in self.besides}
        said = {key: self.cleaned_data[key] for key in self.besides}
        return kept | {key: whole(value) for key, value in said.items() if value not in (None, "")}


def whole(value: object) -> object:
    """Return 90 for 90.0, as one writes it."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def clock_field(label: str, *, required: bool) -> forms.TimeField:
    """Ask for a time of day as the phone's own clock gives it."""
    return forms.TimeField(
        label=label,
        required=required,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={
            "required": _("At what time? About is enough."),
            "invalid": _("Write the time like 03:10."),
        },
    )


def sureness(now: int) -> list[tuple[int, str]]:
    """Return how sure a time can be, with what this moment says already."""
    usual = {
        0: _("to the minute"),
        5: _("give or take 5 min"),
        15: _("give or take a quarter of an hour"),
        30: _("give or take half an hour"),
        60: _("give or take an hour"),
        240: _("some time that part of the day"),
    }
    said = _("give or take %(minutes)d min") % {"minutes": now}
    return sorted({now: said, **usual}.items())


def initial_of(moment: Moment) -> dict[str, Any]:
    """Return what the fields show before anybody writes."""
    zone = ZoneInfo(moment.zone)
    start = moment.at.astimezone(zone)
    return {
        "word": moment.word,
        "day": start.date(),
        "clock": to_the_minute(start),
        "until": to_the_minute(moment.until.astimezone(zone)) if moment.until else None,
        "about": moment.about,
        "text": moment.text,
        **moment.detail,
    }


def to_the_minute(at: datetime) -> time:
    """Return the time of day as the form shows it."""
    return at.time().replace(second=0, microsecond=0)
