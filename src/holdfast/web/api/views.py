"""The API's three calls. See /api/docs."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET
from ninja import NinjaAPI, Query
from ninja.errors import AuthenticationError, HttpError
from ninja.errors import ValidationError as BadRequest
from pydantic import ValidationError

from holdfast.web.access import Caregiver, Child, Family, May, children_in, children_of, family_for
from holdfast.web.actions import keep
from holdfast.web.api.book import book_of
from holdfast.web.api.callers import Caller, Key, Session
from holdfast.web.api.exact import Exact
from holdfast.web.api.schemas import (
    BatchIn,
    BatchOut,
    ChangesOut,
    ChildOut,
    ErrorOut,
    MomentIn,
    MomentOut,
    SinceIn,
)
from holdfast.web.queries import Changes, moments_since
from holdfast.web.sync import KEPT, Arrival
from holdfast.words.errors import HoldfastError

MENDABLE = dict.fromkeys((400, 401, 403, 404, 422), ErrorOut)

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
    return [
        {
            "id": child.pk,
            "family": child.family_id,
            "name": child.name,
            "born": child.born,
            "due": child.due,
            "arrived": child.arrived,
            "pronoun": child.pronoun,
        }
        for child, _ in theirs(caller(request))
    ]


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
    home, _ = door(caller(request), May.READ, asked.family)
    response["ETag"] = etag = f'"{home.seq}-{asked.since}-{asked.limit}"'
    # Packed on its way, the answer had its tag weakened.
    if request.headers.get("If-None-Match", "").removeprefix("W/") == etag:
        return HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers={"ETag": etag})
    return told(moments_since(home, asked.since, limit=asked.limit))


@api.post("/moments", response={200: BatchOut, **MENDABLE}, operation_id="keep_moments")
def batch(request: HttpRequest, body: BatchIn, *, family: UUID | None = None) -> dict[str, Any]:
    """Keep a batch. What was sent before is kept already; what cannot be kept says why."""
    who = caller(request)
    home, by = door(who, May.LOG, family)
    arrivals, refused = read(body.moments, by)
    steps = keep(by=by, children=children_in(home), arrivals=arrivals, device=body.device)
    refused |= {str(s.arrival.edit): s.why for s in steps if s.outcome not in KEPT}
    changes = None if body.since is None else moments_since(home, body.since)
    kept = [str(step.arrival.edit) for step in steps if step.outcome in KEPT]
    new = {"seq": None, "more": False, "moments": []} if changes is None else told(changes)
    return {"kept": kept, "refused": refused, **new}


def caller(request: HttpRequest) -> Caller:
    """Return who is asking, as the auth found out."""
    found: Caller = request.auth  # type: ignore[attr-defined]
    return found


def door(who: Caller, may: May, family: UUID | None) -> tuple[Family, Caregiver]:
    """Pass the door of a family; a key opens only its own."""
    if who.family is not None and family not in {None, who.family}:
        raise Http404
    return family_for(who.user, may, who.family or family)


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
