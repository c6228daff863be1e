"""What the pages of Day show, put together from the log."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

import polars as pl
from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import now as the_time

from holdfast.engine import exchanges, one_of_each
from holdfast.telling import labels
from holdfast.telling.pronouns import forms
from holdfast.telling.sentences import day_told
from holdfast.telling.spans import clock
from holdfast.web import drawn
from holdfast.web.access import GRANTS, May, Role, children_of, mode_for
from holdfast.web.ids import new_id
from holdfast.web.places.day import overlay, page, questions
from holdfast.web.places.day.dates import name_of_day, said_day
from holdfast.web.places.day.forms import MomentForm
from holdfast.web.places.day.hours import hours
from holdfast.web.queries import Logged, bounds, day_of, history_of, log_of
from holdfast.web.zones import zone_of
from holdfast.words import WORDS, Kind, Moment, Signal, frame
from holdfast.words.details import APART, SAME
from holdfast.words.language import gettext as _
from holdfast.words.language import language
from holdfast.words.modes import Mode

if TYPE_CHECKING:
    from holdfast.web.models import Caregiver, Child

BEFORE_BIRTH = [Kind.SIGNAL, Kind.RESPONSE, Kind.MILESTONE]
RARE = (Kind.EXPLORING, Kind.MILESTONE)
OVER_MIDNIGHT = timedelta(hours=1)  # as far as an exchange reaches over the edge of a day


def day(request: HttpRequest, child: "Child", seat: "Caregiver", on: date) -> dict[str, Any]:
    """Return a day as its page prints it."""
    now, zone = the_time(), zone_of(request, seat.family.zone)
    today = now.astimezone(ZoneInfo(zone)).date()
    start, end = bounds(on, zone)
    held = lived(
        Written(
            child=child,
            child_id=child.pk,
            seq=seat.family.seq,
            on=on,
            zone=zone,
            pronoun=child.pronoun,
            language=language(),
        )
    )
    mode = mode_for(seat, child)
    speaks = mode.speaks
    asks = may_log(seat) and speaks
    return {
        "place": "day",
        "child": said_child(child, on, speaks=speaks),
        "siblings": drawn.siblings(child, children_of(request.user), "day_of", on),
        "may_log": may_log(seat),
        "questions": held.questions if asks else [],
        "speaks": speaks,
        "letter": letter(mode) if on == today else "",
        "weekly": seat.weekly and speaks,
        "day": said_day(child.pk, on, today),
        "just": just(request, child),
        "told": {"first": " ".join(held.told[:2]), "besides": " ".join(held.told[2:])},
        "events": [{**event, "at": event["at"].isoformat()} for event in held.events],
        "hours": hours(held.events, start, end, zone, now=now) if held.events else None,
        "empty": empty(is_today=on == today, speaks=speaks),
        "phone": overlay.phone(child, start, end, seq=seat.family.seq),
        "pieces": {"event": overlay.BLANK, "just": overlay.JUST},
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """All that a day's events and words depend on; `seq` stands for the log as it is now."""

    child: "Child" = field(compare=False)
    child_id: UUID
    seq: int
    on: date
    zone: str
    pronoun: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a day held: its events, the day in words, and what is to be asked about it."""

    events: list[dict[str, Any]]
    told: list[str]
    questions: list[dict[str, Any]]


@lru_cache(maxsize=32)
def lived(written: Written) -> Held:
    """Return what a day held, and keep it until somebody writes."""
    child, on, zone, pronoun = written.child, written.on, written.zone, written.pronoun
    of_day = day_of(child, on=on, zone=zone)
    log = one_of_each(with_its_edges(child, of_day, *bounds(on, zone)))
    found = exchanges(log)
    groups = questions.together(of_day)
    names = names_of(of_day, groups)
    events = page.events(log, found, on_day=set(names), names=names, pronoun=pronoun)
    mark_crossed(events, {one.moment.id for one in of_day if one.crossed})
    mark_together(events, groups, reverse("moment_part", args=[child.pk]))
    told = day_told(log, day=on, zone=zone, pronoun=pronoun, found=found) if events else []
    return Held(events=events, told=told, questions=questions.questions(of_day, pronoun))


def names_of(of_day: list[Logged], groups: list[list[UUID]]) -> dict[str, tuple[str, ...]]:
    """Return who wrote each moment down: of several that are one, all who did."""
    one_by_one = {one.moment.id: one.by_name or one.logged_by_name for one in of_day}
    names: dict[str, tuple[str, ...]] = {
        name: (who,) if who else () for name, who in one_by_one.items()
    }
    for group in groups:
        all_who = tuple(who for one in group for who in names[str(one)])
        names |= dict.fromkeys(map(str, group), all_who)
    return names


def with_its_edges(
    child: "Child", of_day: list[Logged], start: datetime, end: datetime
) -> pl.DataFrame:
    """Return the day's log, and what is around midnight where an exchange may reach over it."""
    times = [one.moment.at for one in of_day]
    parts = [frame(one.moment for one in of_day)]
    if any(at - start < OVER_MIDNIGHT for at in times):
        parts.insert(0, log_of(child, since=start - OVER_MIDNIGHT, until=start))
    if any(end - at < OVER_MIDNIGHT for at in times):
        parts.append(log_of(child, since=end, until=end + OVER_MIDNIGHT))
    return pl.concat(parts).unique("id", keep="last", maintain_order=True)


def mark_crossed(events: list[dict[str, Any]], crossed: set[str]) -> None:
    """Tell at an event that two people changed it at the same time."""
    for event in events:
        if any(name in step.url for step in event["steps"] for name in crossed):
            event["told"] = page.listed([event["told"], _("changed twice at once: please look")])


def mark_together(events: list[dict[str, Any]], groups: list[list[UUID]], url: str) -> None:
    """Give an event that several wrote down the way to part their notes again."""
    for event in events:
        for group in groups:
            if any(str(name) in step.url for step in event["steps"] for name in group):
                event["parted"] = {"url": url, "moments": group}


def may_log(seat: "Caregiver") -> bool:
    """Say whether this person may write."""
    return May.LOG in GRANTS[Role(seat.role)]


def said_child(child: "Child", on: date, *, speaks: bool = False) -> dict[str, Any]:
    """Return the child as pages show one; with the age where a page tells it, and may."""
    age = drawn.age_told(drawn.ages_of(child, on)) if speaks else ""
    return {"id": child.pk, "name": drawn.name_of(child), "age": age}


def just(request: HttpRequest, child: "Child") -> dict[str, Any] | None:
    """Tell what was changed last, with the way to take it back."""
    name = drawn.as_id(request.GET.get("just", ""))
    history = history_of(child, moment=name) if name else []
    if not history:
        return None
    latest = history[-1]
    (row,) = frame([latest.moment]).to_dicts()
    told = {"what": drawn.moment_told(row, child.pronoun)}
    return {
        "id": name,
        "url": reverse("moment_undo", args=[child.pk, name]),
        "removed": latest.removed,
        "told": (_("Taken out: %(what)s") if latest.removed else _("Kept: %(what)s")) % told,
        "act": "put_back" if latest.removed else "remove",
        "way": _("Put it back") if latest.removed else _("Undo"),
    }


def letter(mode: Mode) -> str:
    """Return what the way to the letter is called: in quiet it supposes nothing, in loss none."""
    names = {
        Mode.USUAL: _("While you were away, to read or to hear"),
        Mode.QUIET: _("The last hours, to read or to hear"),
    }
    return names.get(mode, "")


def empty(*, is_today: bool, speaks: bool) -> dict[str, str]:
    """Say kindly that nothing is here; and no more where nothing is to be asked."""
    if not speaks:
        return {"heading": _("Nothing is written down for this day."), "text": ""}
    return {
        "heading": _("Nothing is written down for this day."),
        "text": _("What you tap on Now will be here, with what others in the family write.")
        if is_today
        else _("That is fine: days go by without a pen. Something may still come to mind."),
    }


def what(request: HttpRequest, child: "Child", seat: "Caregiver", on: date) -> dict[str, Any]:
    """Return all that can be added to a day, by kind; before birth only what can be then."""
    today = the_time().astimezone(ZoneInfo(zone_of(request, seat.family.zone))).date()
    kinds = list(WORDS) if drawn.is_born(child, on) else BEFORE_BIRTH
    groups = [group(child, kind, on) for kind in kinds]
    url = reverse("day_note", args=[child.pk, on, Kind.NOTE])
    note = {"label": labels.tile(Kind.NOTE, ""), "icon": "note", "url": url}
    own_words = {"kind": Kind.NOTE, "heading": _("In your own words"), "folded": False}
    return {
        "place": "day",
        "child": said_child(child, on),
        "day": said_day(child.pk, on, today),
        "groups": [{**own_words, "words": [note]}, *groups],
    }


def group(child: "Child", kind: Kind, on: date) -> dict[str, Any]:
    """Return one kind with its words; what is rare is folded."""
    headings = {
        Kind.SIGNAL: _("%(She)s") % forms(child.pronoun),
        Kind.RESPONSE: _("Somebody answered"),
        Kind.SETTLING: _("How it ended"),
        Kind.CARE: _("Care"),
        Kind.EXPLORING: _("Exploring"),
        Kind.MILESTONE: _("For the first time"),
    }
    return {
        "kind": kind,
        "heading": headings[kind],
        "words": words_of(child, kind, on),
        "folded": kind in RARE,
    }


def words_of(child: "Child", kind: Kind, on: date) -> list[dict[str, str]]:
    """Return a kind's words as tiles that lead to a form."""
    born = drawn.is_born(child, on)
    words = [word for word in WORDS[kind] if (word == Signal.KICK) != born or kind != Kind.SIGNAL]
    return [
        {
            "label": labels.tile(kind, word, child.pronoun),
            "icon": drawn.icon_of(kind, word),
            "url": url_of(child, kind, word, on),
        }
        for word in words
    ]


def url_of(child: "Child", kind: Kind, word: str, on: date) -> str:
    """Return where a word is written down: a first time among the memories, with its photo."""
    if kind == Kind.MILESTONE:
        said = urlencode({"word": word, "day": on.isoformat()})
        return f"{reverse('memory_new', args=[child.pk])}?{said}"
    return reverse("day_new", args=[child.pk, on, kind, word])


def new(child: "Child", blank: Moment, form: MomentForm, on: date) -> dict[str, Any]:
    """Return the form of a moment that is to be added."""
    return {
        "place": "day",
        "child": said_child(child, on),
        "form": form,
        "moment": {
            "id": blank.id,
            "kind": blank.kind,
            "label": capital(labels.tile(blank.kind, blank.word, child.pronoun)),
            "icon": drawn.icon_of(blank.kind, blank.word),
            "back": reverse("day_add", args=[child.pk, on]),
        },
    }


def moment(
    child: "Child", seat: "Caregiver", history: list[Logged], form: MomentForm
) -> dict[str, Any]:
    """Return a moment with its form, how it came to read so, and what crossed."""
    counting = [one for one in history if one.newest]
    latest = counting[-1]
    said = latest.moment
    on = local_day(said)
    return {
        "place": "day",
        "child": said_child(child, on),
        "form": form,
        "may_log": may_log(seat),
        "moment": {
            "id": said.id,
            "kind": said.kind,
            "label": capital(drawn.moment_told(row_of(said), child.pronoun)),
            "icon": drawn.icon_of(said.kind, said.word),
            "when": when_told(said),
            "by": latest.by_name or latest.logged_by_name,
            "removed": latest.removed,
            "edit": new_id(),
            "seen": [one.edit for one in counting],
            "undo": reverse("moment_undo", args=[child.pk, said.id]),
            "choose": reverse("moment_choose", args=[child.pk, said.id]),
            "back": reverse("day_of", args=[child.pk, on]),
        },
        "crossed": sides(counting, child) if latest.crossed else [],
        "beside": questions.beside(latest, day_of(child, on=on, zone=said.zone), child.pronoun),
        "history": [revision(one, child) for one in reversed(history)],
    }


def sides(heads: list[Logged], child: "Child") -> list[dict[str, Any]]:
    """Lay edits that crossed side by side, in words, with what differs marked."""
    facts = [facts_of(one, child) for one in heads]
    alike = set.intersection(*(set(each.items()) for each in facts))
    return [
        {
            **revision(one, child),
            "facts": [(name, fact, (name, fact) not in alike) for name, fact in each.items()],
        }
        for one, each in zip(heads, facts, strict=True)
    ]


def facts_of(one: Logged, child: "Child") -> dict[str, str]:
    """Say what an edit says, each fact under its name."""
    said = one.moment
    if one.removed:
        return {_("What"): _("taken out of the day")}
    need = said.detail.get("need")
    facts = {
        _("What"): drawn.moment_told(row_of(said), child.pronoun),
        _("Day"): name_of_day(local_day(said), the_time().astimezone(ZoneInfo(said.zone)).date()),
        _("When"): when_told(said),
        _("About"): labels.need_label(str(need)) if need else "",
        _("Words"): said.text,
        _("With another note"): together_told(said),
    }
    return {name: fact for name, fact in facts.items() if fact}


def together_told(said: Moment) -> str:
    """Say whether somebody put this note together with another."""
    if SAME in said.detail:
        return _("one and the same")
    return _("two of them") if APART in said.detail else ""


def local_day(said: Moment) -> date:
    """Return the day on which it was lived."""
    return said.at.astimezone(ZoneInfo(said.zone)).date()


def revision(one: Logged, child: "Child") -> dict[str, Any]:
    """Tell one revision: how it read, who wrote it so, and when."""
    said = one.moment
    when = when_told(said)
    told = drawn.moment_told(row_of(said), child.pronoun)
    written = one.logged_at.astimezone(ZoneInfo(said.zone))
    return {
        "edit": one.edit,
        "counts": one.newest,
        "told": _("taken out") if one.removed else page.listed([when, told, said.text]),
        "by_whom": _("%(who)s · %(day)s, %(clock)s")
        % {
            "who": one.logged_by_name or _("from a file"),
            "day": name_of_day(written.date(), the_time().astimezone(written.tzinfo).date()),
            "clock": clock(one.logged_at, said.zone),
        },
    }


def when_told(said: Moment) -> str:
    """Say from when to when."""
    start = clock(said.at, said.zone, about=said.about)
    if said.until is None:
        return start
    return _("%(start)s to %(end)s") % {"start": start, "end": clock(said.until, said.zone)}


def row_of(said: Moment) -> dict[str, Any]:
    """Return a moment as a row of the log."""
    (row,) = frame([said]).to_dicts()
    return row


def capital(text: str) -> str:
    """Return the text as a heading begins."""
    return text[:1].upper() + text[1:]
