"""Kim's sealed journal in the scene, and who may come in where: she, and nobody else.

Noor is the other parent, and a parent's role opens nothing here; what Kim shared with her comes in
by Noor's own seat.
"""

from base64 import b64encode
from dataclasses import dataclass
from uuid import UUID

from holdfast.web import actions
from holdfast.web.ids import new_id
from holdfast.web.queries import shared_by
from tests.access.kinds import Decision, Opens

SEALED = b"age-encryption.org/v1\n-> X25519 not a real one\n"


@dataclass(frozen=True)
class Sealed:
    """What there is of Kim's: a key, a record, a phone, an entry shared with Noor, its photo."""

    seat: UUID
    key: UUID
    record: UUID
    phone: UUID
    entry: UUID
    shared: UUID
    photo: UUID


def set_journal(cast):
    """Begin Kim's journal."""
    key, record, phone, entry, photo = (new_id() for _ in range(5))
    seat = cast.kim
    actions.begin_journal(seat=seat, key=key, wrapped=SEALED)
    actions.keep_records(seat=seat, under=key, records=[actions.Record(record, SEALED)])
    actions.note_phone(seat=seat, phone=phone, name="A phone", session="none")
    said = {"text": "She looked, and I felt it."}
    what = actions.ToShare(entry=entry, child=cast.ada.pk, said=said, photos={photo: b"jpeg"})
    actions.share_entry(seat=seat, what=what, to=[cast.noor.pk])
    (shared,) = shared_by(seat)
    return Sealed(seat.pk, key, record, phone, entry, shared.id, photo)


def text(sealed=SEALED):
    return b64encode(sealed).decode()


def seat(scene):
    return {"seat": scene.journal.seat}


def own(sends, url=seat):
    return Decision(Opens.OWNER, url, sends, json=True)


def a_key(scene):
    return {"id": str(scene.journal.key), "wrapped": text()}


def a_record(scene):
    records = [{"id": str(new_id()), "sealed": text()}]
    return {"under": str(scene.journal.key), "records": records}


def an_entry(scene):
    return {
        "entry": str(scene.journal.entry),
        "child": str(scene.ada.pk),
        "to": "all",
        "said": {"text": "It came slowly."},
    }


def the_record(scene):
    return {**seat(scene), "record": scene.journal.record}


def the_photo(scene):
    return {**seat(scene), "shared": scene.journal.shared, "photo": scene.journal.photo}


def with_child(scene):
    return {"child_id": scene.ada.pk}


JOURNAL = {
    ("journal", "get"): Decision(Opens.READ, with_child),  # a frame, the same for everybody
    ("journal_words", "get"): Decision(Opens.READ, with_child),
    ("journal_phones", "get"): Decision(Opens.READ, with_child),
    ("journal_export", "get"): Decision(Opens.OWNER, lambda s: {"seat_id": s.journal.seat}),
    ("api:journal_since", "get"): Decision(Opens.OWNER, seat),
    ("api:journal_begin", "post"): own(a_key),
    ("api:journal_keep", "post"): own(a_record),
    ("api:journal_record", "get"): Decision(Opens.OWNER, the_record),
    ("api:journal_erase", "post"): own(lambda s: {"ids": [str(s.journal.record)]}),
    ("api:journal_end", "post"): own(lambda _scene: {}),
    ("api:journal_next", "post"): own(a_key),
    ("api:journal_change", "post"): own(lambda s: {"id": str(s.journal.key)}),
    ("api:journal_phones", "get"): Decision(Opens.OWNER, seat),
    ("api:journal_phones", "post"): own(lambda s: {"id": str(s.journal.phone), "name": "A phone"}),
    ("api:journal_phone_end", "post"): own(lambda s: {"id": str(s.journal.phone)}),
    ("api:journal_shared", "get"): Decision(Opens.OWNER, seat),
    ("api:journal_shared", "post"): own(an_entry),
    ("api:journal_unshare", "post"): own(lambda s: {"entry": str(s.journal.entry)}),
    ("api:journal_shared_photo", "get"): Decision(Opens.OWNER, the_photo),
}
