"""Files of other apps, in: upload, what they do not say, a look before anything is kept, import."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.timezone import now as the_time
from django.views.decorators.http import require_http_methods, require_POST

from holdfast import formats
from holdfast.formats import Member, Reading, Unanswered
from holdfast.web.access import Caregiver, Child, Family, May, children_of, family_for
from holdfast.web.actions import (
    apply_reading,
    drop_upload,
    keep_upload,
    preview_reading,
    undo_import,
)
from holdfast.web.places.family import shown
from holdfast.web.places.family.forms import AnswersForm, UploadForm
from holdfast.web.queries import homes_of, imports_of, upload_of
from holdfast.web.zones import zone_of
from holdfast.words import Refused
from holdfast.words.language import gettext as _


@login_required
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take files, refuse at once what no format knows, and list what was imported before."""
    family, seat = family_for(request.user, May.IMPORT)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_bound and form.is_valid():
        members = form.members()
        try:
            formats.questions(members, {})
        except Refused as refused:
            form.add_error("files", str(refused))
        else:
            return redirect("import_look", keep_upload(by=seat, files=members))
    done = [shown.done(one) for one in imports_of(family)]
    page = {"place": "family", "form": form, "imports": done}
    return render(request, "family/import.html", page, status=422 if form.errors else 200)


WHOSE = "child"
"""A question of the formats that this page asks by the family's own children instead."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk: the upload's files, whose family, what was answered."""

    upload: UUID
    family: Family
    seat: Caregiver
    files: Sequence[Member]
    answers: dict[str, str]
    children: Sequence[Child]


@login_required
@require_http_methods(["GET", "POST"])
def look(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """Ask what the files do not say, show what they hold, and on a click bring it in."""
    family, seat = family_for(request.user, May.IMPORT)
    files = upload_of(seat, upload_id)
    if not files:
        raise Http404
    given = request.POST if request.method == "POST" else request.GET
    children = [child for child, _seat in children_of(request.user) if child.family_id == family.pk]
    desk = Desk(upload_id, family, seat, files, answered(given), children)
    try:
        read = formats.read(files, desk.answers, now=the_time())
    except Unanswered:
        return ask(request, desk, None, error="")
    except Refused as refused:
        return ask(request, desk, None, error=str(refused))
    homes = chosen(given, read)
    if not homes and not settled(read, desk):
        return ask(request, desk, read, error="")
    homes = homes or {read.children[0].id: str(children[0].pk)}
    if request.method == "POST":
        return bring(request, desk, read, homes)
    return show(request, desk, read, homes)


def answered(given: QueryDict) -> dict[str, str]:
    """Return the answers to the formats' questions."""
    named = {key.removeprefix("answer-"): value for key, value in given.items()}
    return {key: str(named[key]) for key in named if f"answer-{key}" in given and named[key]}


def chosen(given: QueryDict, read: Reading) -> dict[str, str]:
    """Return which found child is which of the family's, as far as it was said."""
    return {
        child.id: str(home) for child in read.children if (home := given.get(f"child-{child.id}"))
    }


def settled(read: Reading, desk: Desk) -> bool:
    """Say whether it is plain whose log it is: one child in the files, one in the family."""
    return len(read.children) == len(desk.children) == 1


def ask(request: HttpRequest, desk: Desk, read: Reading | None, *, error: str) -> HttpResponse:
    """Ask what the files do not say."""
    found = read.children if read else ()
    form = AnswersForm(
        request.GET if "asked" in request.GET and not error else None,
        questions=[one for one in formats.questions(desk.files, {}) if one.key != WHOSE],
        found=found,
        children=desk.children,
        homes={
            source: str(child)
            for source, child in homes_of(desk.family, {one.source for one in found}).items()
        },
        zone=zone_of(request, desk.family.zone),
    )
    for key, value in desk.answers.items():
        if f"answer-{key}" in form.fields:
            form.fields[f"answer-{key}"].initial = value
    page = {"place": "family", "form": form, "upload": desk.upload, "error": error}
    return render(request, "family/ask.html", page, status=422 if error else 200)


def readings(read: Reading, desk: Desk, homes: dict[str, str]) -> list[tuple[Child, Reading]]:
    """Return the reading of each of the family's children that was named.

    Raises:
        Http404: somebody else's child.
    """
    own = {str(child.pk): child for child in desk.children}
    if not set(homes.values()) <= set(own):
        raise Http404
    return [
        (own[home], formats.for_child(read, found=found, child=home))
        for found, home in homes.items()
    ]


def show(request: HttpRequest, desk: Desk, read: Reading, homes: dict[str, str]) -> HttpResponse:
    """Show what the import would do."""
    pairs = readings(read, desk, homes)
    previews = [(child, preview_reading(child=child, reading=one)) for child, one in pairs]
    page = {
        "place": "family",
        "upload": desk.upload,
        "read": shown.reading(read),
        "previews": [
            {"name": child.name or _("the baby"), "met": shown.met(preview)}
            for child, preview in previews
        ],
        "why": [m.why for _child, preview in previews for m in preview.meetings if m.why][:50],
        "given": [
            *((f"answer-{key}", value) for key, value in desk.answers.items()),
            *((f"child-{found}", home) for found, home in homes.items()),
        ],
    }
    return render(request, "family/look.html", page)


def bring(request: HttpRequest, desk: Desk, read: Reading, homes: dict[str, str]) -> HttpResponse:
    """Bring it in, and go on to the drafts where there are some."""
    drafts = None
    for child, one in readings(read, desk, homes):
        done = apply_reading(child=child, by=desk.seat, reading=one)
        said = ", ".join(shown.met(done.preview)) or _("Nothing in it was new.")
        messages.success(request, f"{child.name}: {said}" if child.name else said)
        drafts = child.pk if done.drafts else drafts
    drop_upload(by=desk.seat, upload=desk.upload)
    return redirect("drafts", drafts) if drafts else redirect("import")


@login_required
@require_POST
def leave(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """Forget the files."""
    _family, seat = family_for(request.user, May.IMPORT)
    drop_upload(by=seat, upload=upload_id)
    return redirect("import")


@login_required
@require_POST
def undo(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Take an import back as a whole."""
    _family, seat = family_for(request.user, May.IMPORT)
    count = undo_import(by=seat, imported=import_id)
    messages.success(request, _("Taken back: %(n)s moments.") % {"n": count})
    return redirect("import")
