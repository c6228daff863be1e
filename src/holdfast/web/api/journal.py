"""A caregiver's journal: sealed records in and out, for its writer's own phones alone.

The server sees names, sizes and times of arrival. Only what is shared on purpose comes
in the clear.
"""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query, Router

from holdfast.web import actions, queries
from holdfast.web.access import Caregiver, journal_for
from holdfast.web.api.callers import Session
from holdfast.web.api.journal_schemas import (
    Done,
    EntryName,
    ErasedOut,
    JournalOut,
    JournalSince,
    KeptOut,
    KeyIn,
    KeyName,
    MissingOut,
    NamesIn,
    OneOut,
    PhoneNoted,
    PhonesOut,
    RecordsIn,
    SeatsOut,
    SharedListOut,
    ShareIn,
    as_bytes,
    as_text,
    shared_out,
)
from holdfast.web.api.schemas import ErrorOut

MENDABLE = dict.fromkeys((400, 401, 403, 404, 422, 429), ErrorOut)
NOTHING: dict[str, Any] = {}

router = Router(auth=[Session()], tags=["journal"])  # a program's key opens no journal


def door(request: HttpRequest, seat: UUID, *, past: bool = False) -> Caregiver:
    """Pass the one door. The made-up family has no journal here: each who looks has their own."""
    found = journal_for(request.user, seat, past=past)
    if found.family.demo and request.method != "GET":
        raise Http404
    return found


@router.get(
    "/{seat}",
    response={200: JournalOut, 304: None, **MENDABLE},
    operation_id="journal_since",
    url_name="journal_since",
)
def changes(
    request: HttpRequest, response: HttpResponse, seat: UUID, asked: Query[JournalSince]
) -> HttpResponse | JournalOut:
    """Return what came since a number, with the wrapped key."""
    whose = door(request, seat, past=True)
    key, seq = queries.journal_seq(whose)
    response["ETag"] = etag = f'"{key or "null"}-{seq}"'
    met = request.headers.get("If-None-Match", "").removeprefix("W/") == etag
    if met and asked.since == seq:
        return HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers={"ETag": etag})
    return JournalOut.of(queries.journal_since(whose, asked.since))


@router.post(
    "/{seat}/key",
    response={200: Done, **MENDABLE},
    operation_id="journal_begin",
    url_name="journal_begin",
)
def begin(request: HttpRequest, seat: UUID, body: KeyIn) -> dict[str, Any]:
    """Begin a journal."""
    whose = door(request, seat)
    actions.begin_journal(seat=whose, key=body.id, wrapped=as_bytes(body.wrapped))
    return NOTHING


@router.post(
    "/{seat}/records",
    response={200: KeptOut, **MENDABLE},
    operation_id="journal_keep",
    url_name="journal_keep",
)
def keep(request: HttpRequest, seat: UUID, body: RecordsIn) -> dict[str, Any]:
    """Keep sealed records. What was sent before is kept already."""
    records = [actions.Record(one.id, as_bytes(one.sealed)) for one in body.records]
    taken = actions.keep_records(seat=door(request, seat), under=body.under, records=records)
    refused = {str(name): why for name, why in taken.refused.items()}
    return {"kept": taken.kept, "refused": refused, "seq": taken.seq}


@router.get(
    "/{seat}/records/{record}",
    response={200: OneOut, **MENDABLE},
    operation_id="journal_record",
    url_name="journal_record",
)
def one(request: HttpRequest, seat: UUID, record: UUID) -> dict[str, Any]:
    """Return one record, however large."""
    return {"sealed": as_text(queries.record_of(door(request, seat, past=True), record))}


@router.post(
    "/{seat}/erase",
    response={200: ErasedOut, **MENDABLE},
    operation_id="journal_erase",
    url_name="journal_erase",
)
def erase(request: HttpRequest, seat: UUID, body: NamesIn) -> dict[str, Any]:
    """Delete records for good."""
    whose = door(request, seat, past=True)
    return {"erased": actions.erase_records(seat=whose, records=body.ids)}


@router.post(
    "/{seat}/end",
    response={200: Done, **MENDABLE},
    operation_id="journal_end",
    url_name="journal_end",
)
def end(request: HttpRequest, seat: UUID) -> dict[str, Any]:
    """Delete all of it for good. It can begin anew, with other words."""
    actions.end_journal(seat=door(request, seat, past=True))
    return NOTHING


@router.post(
    "/{seat}/next",
    response={200: Done, **MENDABLE},
    operation_id="journal_next",
    url_name="journal_next",
)
def bring_next(request: HttpRequest, seat: UUID, body: KeyIn) -> dict[str, Any]:
    """Bring the key of new words, for which all is sealed anew before it counts."""
    whose = door(request, seat)
    actions.bring_next_key(seat=whose, key=body.id, wrapped=as_bytes(body.wrapped))
    return NOTHING


@router.post(
    "/{seat}/next/finish",
    response={200: MissingOut, **MENDABLE},
    operation_id="journal_change",
    url_name="journal_change",
)
def finish(request: HttpRequest, seat: UUID, body: KeyName) -> dict[str, Any]:
    """Let the new words count, if all is sealed anew; say what is not yet."""
    return {"missing": actions.change_key(seat=door(request, seat), key=body.id)}


@router.get(
    "/{seat}/phones",
    response={200: PhonesOut, **MENDABLE},
    operation_id="journal_phones",
    url_name="journal_phones",
)
def phones(request: HttpRequest, seat: UUID) -> dict[str, Any]:
    """List the phones on which the journal is open."""
    return {"phones": queries.phones_of(door(request, seat))}


@router.post(
    "/{seat}/phones",
    response={200: Done, **MENDABLE},
    operation_id="journal_phone",
    url_name="journal_phones",
)
def note_phone(request: HttpRequest, seat: UUID, body: PhoneNoted) -> dict[str, Any]:
    """Note that it is open on this one."""
    session = request.session.session_key or ""
    whose = door(request, seat)
    actions.note_phone(seat=whose, phone=body.id, name=body.name, session=session)
    return NOTHING


@router.post(
    "/{seat}/phones/end",
    response={200: Done, **MENDABLE},
    operation_id="journal_phone_end",
    url_name="journal_phone_end",
)
def end_phone(request: HttpRequest, seat: UUID, body: KeyName) -> dict[str, Any]:
    """Sign a phone out, wherever it is."""
    actions.end_phone(seat=door(request, seat), phone=body.id)
    return NOTHING


@router.get(
    "/{seat}/shared",
    response={200: SharedListOut, **MENDABLE},
    operation_id="journal_shared",
    url_name="journal_shared",
)
def shared(request: HttpRequest, response: HttpResponse, seat: UUID) -> dict[str, Any]:
    """Return what others share with you, and you with others: in the clear."""
    whose = door(request, seat)
    response["Cache-Control"] = "no-store"  # taken back, no browser's cache keeps it
    return {
        "with_me": shared_out(queries.shared_with(whose)),
        "by_me": shared_out(queries.shared_by(whose)),
    }


@router.post(
    "/{seat}/shared",
    response={200: SeatsOut, **MENDABLE},
    operation_id="journal_share",
    url_name="journal_shared",
)
def share(request: HttpRequest, seat: UUID, body: ShareIn) -> dict[str, Any]:
    """Lay a copy of an entry, in the clear, where those named can read it."""
    what = actions.ToShare(
        entry=body.entry,
        child=body.child,
        said=body.said,
        photos={photo.id: as_bytes(photo.bytes) for photo in body.photos},
    )
    to = None if body.to == "all" else body.to
    return {"to": actions.share_entry(seat=door(request, seat), what=what, to=to)}


@router.post(
    "/{seat}/shared/end",
    response={200: Done, **MENDABLE},
    operation_id="journal_unshare",
    url_name="journal_unshare",
)
def unshare(request: HttpRequest, seat: UUID, body: EntryName) -> dict[str, Any]:
    """Take that copy back: it is deleted for good."""
    actions.take_back(seat=door(request, seat, past=True), entry=body.entry)
    return NOTHING


@router.get(
    "/{seat}/shared/{shared}/{photo}",
    response=MENDABLE,
    operation_id="journal_shared_photo",
    url_name="journal_shared_photo",
    openapi_extra={"responses": {200: {"description": "A JPEG.", "content": {"image/jpeg": {}}}}},
)
def photo(request: HttpRequest, seat: UUID, shared: UUID, photo: UUID) -> HttpResponse:
    """Return a photo of a shared entry."""
    content = queries.shared_photo(door(request, seat), shared, photo)
    return HttpResponse(content, content_type="image/jpeg", headers={"Cache-Control": "no-store"})
