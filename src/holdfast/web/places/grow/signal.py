"""What a signal may be telling: what it may mean, what this log says, what to try, when to call."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now as the_time
from django.views.decorators.http import require_GET

from holdfast.telling.grow import signal_told
from holdfast.telling.grow.signal import SignalTold
from holdfast.web import drawn
from holdfast.web.access import May, child_for, mode_for
from holdfast.web.queries.patterns import counts_of
from holdfast.web.zones import zone_of
from holdfast.words import Kind, Signal
from holdfast.words.language import language
from holdfast.words.modes import Mode

if TYPE_CHECKING:
    from holdfast.web.models import Child

WANTED = ("meanings", "soothing")


@login_required
@require_GET
def page(request: HttpRequest, child_id: UUID, word: str) -> HttpResponse:
    """Show one signal. The phone keeps this page, for it is asked for where there is no line."""
    child, seat = child_for(request.user, child_id, May.READ)
    if word not in set(Signal):
        raise Http404
    mode = mode_for(seat, child)
    view: dict[str, Any] = {"place": "grow", "child": {"id": child.pk}}
    if mode is Mode.LOSS:
        return render(request, "grow/quiet.html", view | {"pieces": []})
    today = the_time().astimezone(ZoneInfo(zone_of(request, seat.family.zone))).date()
    asked = Asked(
        child=child,
        child_id=child.pk,
        seq=seat.family.seq,
        today=today,
        word=word,
        pronoun=child.pronoun,
        language=language(),
    )
    view |= {
        "told": told(asked),
        "icon": drawn.icon_of(Kind.SIGNAL, word),
        "speaks": mode.speaks,
    }
    answer = render(request, "grow/signal.html", view)
    answer["X-Offline"] = "keep"
    return answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that is told depends on; `seq` stands for the log as it is now."""

    child: "Child" = field(compare=False)
    child_id: UUID
    seq: int
    today: date
    word: str
    pronoun: str
    language: str


@lru_cache(maxsize=64)
def told(asked: Asked) -> SignalTold:
    """Tell it from the tallies of the last months, and keep it until somebody writes."""
    counts = counts_of(asked.child, today=asked.today, of=WANTED)
    return signal_told(asked.word, counts.lately, pronoun=asked.pronoun)
