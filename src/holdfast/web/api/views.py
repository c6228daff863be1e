"""The API's calls. See /api/docs."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.timezone import now as the_time
from django.views.decorators.http import require_GET
from ninja import NinjaAPI, Query
from ninja.errors import AuthenticationError, HttpError
from ninja.errors import ValidationError as BadRequest
from pydantic import ValidationError

from holdfast.telling.helping import helping_words
from holdfast.web import drawn
from holdfast.web.access import (
    GRANTS,
    Caregiver,
    Child,
    Family,
    May,
    Role,
    child_for,
    children_in,
    children_of,
    family_for,
    mode_for,
)
from holdfast.web.actions import keep, note_visit
from holdfast.web.api.book import book_of
from holdfast.web.api.callers import Caller, Key, Session
from holdfast.web.api.exact import Encoder, Exact
from holdfast.web.api.journal import router as journal
from holdfast.web.api.schemas import (
    BatchIn,
    BatchOut,
    ChangesOut,
    ChildOut,
    ErrorOut,
    MomentIn,
    MomentOut,
    PhoneIn,
    PhoneOut,
    SheetOut,
    SinceIn,
)
from holdfast.web.offline import pages_of
from holdfast.web.queries import (
    Changes,
    caregivers_of,
    help_is_hidden,
    lately,
    moments_since,
    sheet_of,
)
from holdfast.web.sync import KEPT, Arrival
from holdfast.web.zones import zone_of
from holdfast.words.errors import HoldfastError
from holdfast.words.language import gettext as _
from holdfast.words.language import language

MENDABLE = dict.fromkeys((400, 401, 403, 404, 409, 422), ErrorOut)
QUARTER_S = 900  # a sheet is as good as new for a quarter of an hour


class SomebodyElse(HoldfastError):
    """A phone asks for one person while another is signed in on it."""

    status = HTTPStatus.CONFLICT


api = NinjaAPI(
    title="Holdfast",
    version="1",
    description="A family's moments, in and out. Times are RFC 3339 with offset.",
    auth=[Key(), Session()],
    docs_url=None,
    openapi_url=None,
    renderer=Exact(),
    urls_namespace="api",
)
api.add_router("/journal", journal)


@api.exception_handler(HoldfastError)
def mendable(request: HttpRequest, error: HoldfastError) -> HttpResponse:
    """Answer what a person can mend."""
    said = {"message": error.args[0], "hint": error.hint}
    return api.create_response(request, said, status=error.status)


@api.exception_handler(Http404)
def missing(request: HttpRequest, _error: Http404) -> HttpResponse:
    """Answer alike for what is not there and what is not yours."""
    return api.create_response(request, {"message": "There is no such thing here."}, status=404)


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    """Answer who is not signed in."""
    said = {"message": "Nobody is signed in.", "hint": "Sign in, or send a key that is valid."}
    return api.create_response(request, said, status=401)


@api.exception_handler(HttpError)
def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    """Answer what ninja refuses: a body that is no JSON, a session without its CSRF token."""
    return api.create_response(request, {"message": str(error)}, status=error.status_code)


@api.exception_handler(BadRequest)
def unfit(request: HttpRequest, error: BadRequest) -> HttpResponse:
    """Answer a request that does not fit, field by field."""
    return api.create_response(request, {"message": fields_of(error.errors)}, status=422)


@api.get("/children", response={200: list[ChildOut], **MENDABLE}, operation_id="children")
def children(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the children of your families."""
    return [said_child(child) for child, _seat in theirs(caller(request))]


@api.get(
    "/moments",
    response={200: ChangesOut, 304: None, **MENDABLE},
    operation_id="moments_since",
)
def since(
    request: HttpRequest,
    response: HttpResponse,
    asked: Query[SinceIn],
) -> HttpResponse | dict[str, Any]:
    """Return what was written after a number, in order. The ETag is the family's number."""
    who = caller(request)
    home, seat = door(who, May.READ, asked.family, asked.seat)
    if who.family is None:  # a phone asks while somebody looks; a program's key looks at nothing
        note_visit(seat=seat)
    response["ETag"] = etag = f'"{home.seq}-{asked.since}-{asked.limit}"'
    # Packed on its way, the answer had its tag weakened.
    if request.headers.get("If-None-Match", "").removeprefix("W/") == etag:
        return HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers={"ETag": etag})
    return told(moments_since(home, asked.since, limit=asked.limit))


@api.post("/moments", response={200: BatchOut, **MENDABLE}, operation_id="keep_moments")
def batch(request: HttpRequest, body: BatchIn, *, family: UUID | None = None) -> dict[str, Any]:
    """Keep a batch. What was sent before is kept already; what cannot be kept says why."""
    who = caller(request)
    home, by = door(who, May.LOG, family, body.seat)
    arrivals, refused = read(body.moments, by)
    steps = keep(by=by, children=children_in(home), arrivals=arrivals, device=body.device)
    refused |= {str(s.arrival.edit): s.why for s in steps if s.outcome not in KEPT}
    changes = None if body.since is None else moments_since(home, body.since)
    kept = [str(step.arrival.edit) for step in steps if step.outcome in KEPT]
    new = {"seq": None, "more": False, "moments": []} if changes is None else told(changes)
    return {"kept": kept, "refused": refused, **new}


@api.get("/phone", response={200: PhoneOut, **MENDABLE}, operation_id="phone")
def phone(request: HttpRequest, asked: Query[PhoneIn]) -> dict[str, Any]:
    """Return with what a phone begins: who is in the family, and what counts of its last days."""
    home, seat = door(caller(request), May.READ, asked.family, asked.seat)
    children = [one for one, _seat in theirs(caller(request)) if one.family_id == home.pk]
    zone = zone_of(request, home.zone)
    return {
        "seat": seat.pk,
        "family": home.pk,
        "zone": zone,
        "may_log": May.LOG in GRANTS[Role(seat.role)],
        "children": [said_child(one) | {"speaks": mode_for(seat, one).speaks} for one in children],
        "caregivers": [
            {"id": one.id, "name": one.name, "called": one.called} for one in caregivers_of(home)
        ],
        "pages": pages_of(one.pk for one in children),
        "seq": home.seq,
        "moments": [MomentOut.of(row) for row in lately(home, now=the_time())],
        "csrf": get_token(request),
    }


@api.get(
    "/children/{child_id}/sheet",
    response={200: SheetOut, 304: None, **MENDABLE},
    operation_id="sheet",
)
def sheet(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Return what a phone needs to say by itself what may help, with its words. Under 8 KB."""
    child, seat = their_child(caller(request), child_id)
    now = the_time()
    speaks = mode_for(seat, child).speaks and not help_is_hidden(seat, child)
    today = now.astimezone(ZoneInfo(zone_of(request, seat.family.zone))).date()
    quarter = int(now.timestamp()) // QUARTER_S
    etag = f'"{seat.family.seq}-{quarter}-{today}-{language()}-{speaks:d}"'
    if request.headers.get("If-None-Match", "").removeprefix("W/") == etag:
        return HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers={"ETag": etag})
    said = told_sheet(child, today=today, now=now) if speaks else dict.fromkeys(SAID)
    body = json.dumps({"child": child.pk, **said}, cls=Encoder, separators=(",", ":"))
    return HttpResponse(body, content_type="application/json", headers={"ETag": etag})


SAID = ("sheet", "words", "clocks")


def told_sheet(child: Child, *, today: date, now: datetime) -> dict[str, Any]:
    """Return a child's sheet, the words for it, and what the clocks begin with."""
    days = drawn.ages_of(child, today).usual
    found = sheet_of(child, weeks=None if days is None else days / 7, now=now)
    return {**found, "words": helping_words(found["sheet"], pronoun=child.pronoun)}


def said_child(child: Child) -> dict[str, Any]:
    """Return a child as it is sent."""
    names = ("name", "born", "due", "arrived", "pronoun")
    said = {name: getattr(child, name) for name in names}
    return {"id": child.pk, "family": child.family_id, **said}


def caller(request: HttpRequest) -> Caller:
    """Return who is asking, as the auth found out."""
    found: Caller = request.auth  # type: ignore[attr-defined]
    return found


def door(who: Caller, may: May, family: UUID | None, seat: UUID | None) -> tuple[Family, Caregiver]:
    """Pass the door of a family; a key opens only its own, and a phone speaks for one person.

    Raises:
        SomebodyElse: the one who is signed in is not the one for whom the phone asks.
    """
    if who.family is not None and family not in {None, who.family}:
        raise Http404
    home, caregiver = family_for(who.user, may, who.family or family)
    if seat not in {None, caregiver.pk}:
        raise SomebodyElse(
            _("Somebody else is signed in here."),
            hint=_("What you noted stays on this phone until you are back."),
        )
    return home, caregiver


def their_child(who: Caller, child_id: UUID) -> tuple[Child, Caregiver]:
    """Pass the door of a child; a key opens only those of its own family."""
    child, seat = child_for(who.user, child_id, May.READ)
    if who.family not in {None, child.family_id}:
        raise Http404
    return child, seat


def theirs(who: Caller) -> list[tuple[Child, Caregiver]]:
    """Return the children whom the caller may read about."""
    found = children_of(who.user)
    return [pair for pair in found if who.family in {None, pair[0].family_id}]


def read(items: list[Any], by: Caregiver) -> tuple[list[Arrival], dict[str, str]]:
    """Read each item for itself, and say of each that cannot be read what is wrong."""
    arrivals, refused = [], {}
    for number, item in enumerate(items):
        try:
            arrivals.append(MomentIn.model_validate(item).arrival(by=by.pk))
        except ValidationError as wrong:
            refused[name_of(item, number)] = why(wrong)
    return arrivals, refused


def name_of(item: object, number: int) -> str:
    """Return under which id an item was sent, or which one it was."""
    if isinstance(item, dict):
        for key in ("edit", "id"):
            if isinstance(item.get(key), str):
                return str(item[key])
    return f"#{number}"


def why(wrong: ValidationError) -> str:
    """Say what is wrong with an item, field by field."""
    return fields_of(wrong.errors(include_url=False, include_input=False))


def fields_of(errors: Iterable[Mapping[str, Any]]) -> str:
    """Say of each field what is wrong with it."""
    return " ".join(
        f"{'.'.join(map(str, error['loc'])) or 'The moment'}: {error['msg']}." for error in errors
    )


def told(changes: Changes) -> dict[str, Any]:
    """Return changes as they are sent."""
    moments = [MomentOut.of(row) for row in changes.rows]
    return {"seq": changes.seq, "more": changes.more, "moments": moments}


@require_GET
def docs(request: HttpRequest) -> HttpResponse:
    """Print the API's book: a page of ours, so that nobody else is asked for anything."""
    return render(request, "api/docs.html", {"book": book_of(api.get_openapi_schema())})


@require_GET
def openapi(request: HttpRequest) -> HttpResponse:
    """Return the document itself, for programs."""
    return api.create_response(request, api.get_openapi_schema(), status=200)
