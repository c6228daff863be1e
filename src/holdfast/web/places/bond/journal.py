"""The journal's own pages: how it begins and opens, its words, its phones, and taking it along.

Each is a frame for what the phone does: nothing that is written in a journal comes by here open.
"""

from io import BytesIO
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now as the_time
from django.views.decorators.http import require_GET

from holdfast.formats.journal import write_journal
from holdfast.web import drawn
from holdfast.web.access import May, child_for, journal_for
from holdfast.web.queries import taken_along


@login_required
@require_GET
def page(request: HttpRequest, child_id: UUID) -> HttpResponse:
    return frame(request, child_id, "bond/journal/page.html")


@login_required
@require_GET
def words(request: HttpRequest, child_id: UUID) -> HttpResponse:
    return frame(request, child_id, "bond/journal/words.html")


@login_required
@require_GET
def phones(request: HttpRequest, child_id: UUID) -> HttpResponse:
    return frame(request, child_id, "bond/journal/phones.html")


def frame(request: HttpRequest, child_id: UUID, template: str) -> HttpResponse:
    """Return a page that the phone fills in, and may keep for when there is no connection."""
    child, seat = child_for(request.user, child_id, May.READ)
    about = {"id": child.pk, "name": drawn.name_of(child)}
    view = {"place": "bond", "child": about, "seat": seat.pk}
    answer = render(request, template, view)
    answer["X-Offline"] = "keep"
    return answer


@login_required
@require_GET
def export(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    """Give a journal to its writer, sealed as it is; also to one who has left the family."""
    seat = journal_for(request.user, seat_id, past=True)
    file = BytesIO()
    write_journal(file, taken_along(seat))
    name = f"holdfast-journal-{the_time():%Y-%m-%d}.zip"
    return HttpResponse(
        file.getvalue(),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
