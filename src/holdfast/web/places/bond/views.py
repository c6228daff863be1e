"""Bond: door, child, page. The journal itself is opened by the phone alone.

A page carries all words, offered to everybody alike; the phone fills in what only it can read. So
nothing here depends on what somebody wrote, and the page can be kept on the phone as it is.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_GET

from holdfast.engine.scales import keys
from holdfast.telling.bond import story
from holdfast.telling.bond.page import words
from holdfast.telling.bond.scales import words as words_of_scales
from holdfast.telling.bond.story import offered
from holdfast.web.access import Caregiver, Child, May, child_for, mode_for
from holdfast.web.queries import Person, caregivers_of
from holdfast.words.ages import PRETERM, TERM, gestation_at_birth
from holdfast.words.language import gettext as _

WEEK = 7


@login_required
@require_GET
def page(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Show the story of whoever asks, with this child."""
    child, seat = child_for(request.user, child_id, May.READ)
    mode = mode_for(seat, child)
    view = shell(child, seat) | {
        "speaks": mode.speaks,
        "early": mode.speaks and is_early(child),
        "adds": adds(speaks=mode.speaks),
        "evidence_for": list(story.EVIDENCE.items()),
        "others": others(seat),
        "words": words(**whose(child)),
        **choices(child),
    }
    return kept(render(request, "bond/page.html", view))


@login_required
@require_GET
def scales(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Show the questionnaires that somebody brought along; the keys to them are ours."""
    child, seat = child_for(request.user, child_id, May.READ)
    view = shell(child, seat) | {"keys": keys(), "words": words_of_scales()}
    return kept(render(request, "bond/scales.html", view))


def kept(answer: HttpResponse) -> HttpResponse:
    """Let the phone keep a page that has to open without a connection."""
    answer["X-Offline"] = "keep"
    return answer


def shell(child: Child, seat: Caregiver) -> dict[str, Any]:
    """Return what both pages show: whose they are, and from which day weeks are counted."""
    about = {
        "id": child.pk,
        "name": named(child),
        "called": bool(child.name),
        "since": day(begins(child)),
        "due": day(child.due),
        "born_at": born_at(child),
    }
    mode = mode_for(seat, child)
    return {"place": "bond", "child": about, "you": seat.name, "mode": mode}


def whose(child: Child) -> dict[str, str]:
    """Return the child's pronoun and name."""
    return {"pronoun": child.pronoun, "name": named(child)}


def named(child: Child) -> str:
    """Return what the child is called within a sentence; something kind while there is no name."""
    return child.name or _("the baby")


def choices(child: Child) -> dict[str, Any]:
    """Return all that can be chosen on the page, in the spoken language."""
    tables = {
        "relations": story.RELATIONS,
        "beginnings": story.BEGINNINGS,
        "how_felt": story.HOW_FELT,
        "when_felt": story.WHEN_FELT,
        "obstacles": story.OBSTACLES,
        "nearness": story.NEARNESS,
    }
    return {name: offered(table, **whose(child)) for name, table in tables.items()}


def adds(*, speaks: bool) -> list[tuple[str, str, str]]:
    """Return what can be kept: its kind, what it is called, its drawing."""
    glad = _("What made me glad") if speaks else _("A memory")
    kinds = [
        ("delight", glad, "ui-bond"),
        ("beginning", _("How it began"), "ui-grow"),
        ("stood_in_the_way", _("What stands in the way"), "response-give_space"),
        ("letter", _("A letter"), "note"),
    ]
    return [kind for kind in kinds if speaks or kind[0] != "stood_in_the_way"]


def others(seat: Caregiver) -> list[dict[str, Any]]:
    """Return to whom an entry can be shown: whoever can sign in here today."""
    here = [one for one in caregivers_of(seat.family) if one.username and is_here(one)]
    return [{"id": one.id, "name": one.name} for one in here if one.id != seat.pk]


def is_here(person: Person) -> bool:
    """Say whether somebody has not left."""
    return person.until is None or person.until > now()


def begins(child: Child) -> date | None:
    """Return the day from which weeks are counted: birth, or arrival where there was none."""
    return child.arrived or child.born or child.due


def born_at(child: Child) -> float:
    """Return the gestation at birth in weeks, as far as it is known."""
    return gestation(child) / WEEK


def is_early(child: Child) -> bool:
    """Say whether the child was born before 37 weeks."""
    return gestation(child) < PRETERM


def gestation(child: Child) -> int:
    """Return the days of gestation at birth; a term's where nobody knows."""
    return gestation_at_birth(child.born, child.due) if child.born and child.due else TERM


def day(on: date | None) -> str:
    """Return a day for the phone, or nothing."""
    return on.isoformat() if on else ""
