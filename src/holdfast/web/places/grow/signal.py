"""What a signal may be telling: what it may mean, what this log says, what to try."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from holdfast.telling.labels import running
from holdfast.web import drawn
from holdfast.web.access import May, child_for
from holdfast.words import Kind, Signal


@login_required
@require_GET
def page(request: HttpRequest, child_id: UUID, word: str) -> HttpResponse:
    """Show one signal."""
    child, _seat = child_for(request.user, child_id, May.READ)
    if word not in set(Signal):
        raise Http404
    view = {
        "place": "grow",
        "child": {"id": child.pk, "name": drawn.name_of(child)},
        "word": word,
        "running": running(Kind.SIGNAL, word, child.pronoun),
    }
    return render(request, "grow/signal.html", view)
