"""What the server does with a sealed journal: keep each record once, and let go of it for good."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import Http404
from django.urls import reverse

from holdfast.web import actions, queries
from holdfast.web.access import within
from holdfast.web.actions import journal as rules
from holdfast.web.actions.journal import JournalRefused, TooMuchAtOnce
from holdfast.web.ids import new_id
from holdfast.web.models import Caregiver, Journal, JournalKey, JournalPhone, Sealed, Shared, User

SEAL = b"age-encryption.org/v1\n"
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def sealed(text="-> not a real one"):
    return SEAL + text.encode()


def a_record(text="-> not a real one"):
    return actions.Record(new_id(), sealed(text))


@pytest.fixture
def kims(cast):
    """Return Kim's seat, with a journal that has begun, and its key."""
    key = new_id()
    actions.begin_journal(seat=cast.kim, key=key, wrapped=sealed("wrapped"))
    return cast.kim, key


def keep(kims, *records, now=NOON):
    seat, key = kims
    return actions.keep_records(seat=seat, under=key, records=records, now=now)


def names(seat, since=0):
    return [record.id for record in queries.journal_since(seat, since).records]


def test_a_record_is_kept_once_however_often_it_is_sent(kims):
    one, other = a_record(), a_record()
    assert keep(kims, one, other).kept == keep(kims, one, other).kept == [one.id, other.id]
    assert names(kims[0]) == [one.id, other.id]
    assert queries.journal_seq(kims[0]) == (kims[1], 2)


def test_one_that_comes_twice_in_one_batch_is_one(kims):
    one = a_record()
    assert keep(kims, one, one).refused == {}
    assert names(kims[0]) == [one.id]


def test_what_is_not_sealed_is_refused_by_name_and_holds_nobody_up(kims):
    good = a_record()
    open_ = actions.Record(new_id(), b'{"text": "I could not feel it yet"}')
    large = actions.Record(new_id(), SEAL + bytes(rules.RECORD))
    taken = keep(kims, open_, large, good)
    assert taken.kept == [good.id]
    assert taken.refused == {
        open_.id: "This is not sealed, so it was not kept.",
        large.id: "This is too large. A photo has to be smaller.",
    }
    assert names(kims[0]) == [good.id]


def test_a_beginning_is_one_however_often_it_is_sent(kims):
    seat, key = kims
    actions.begin_journal(seat=seat, key=key, wrapped=sealed("again"))
    assert queries.journal_since(seat, 0).key.wrapped == sealed("wrapped")
    with pytest.raises(JournalRefused, match="begun on another phone"):
        actions.begin_journal(seat=seat, key=new_id(), wrapped=sealed())


def test_an_identity_in_the_clear_is_refused(cast):
    with pytest.raises(JournalRefused, match="not sealed"):
        actions.begin_journal(seat=cast.kim, key=new_id(), wrapped=b"AGE-SECRET-KEY-1...")
    assert queries.journal_since(cast.kim, 0).key is None


def test_where_no_journal_is_there_is_nothing_and_nothing_can_be_kept(cast):
    assert queries.journal_since(cast.noor, 0) == queries.JournalChanges(0, None, None)
    assert queries.journal_seq(cast.noor) == (None, 0)
    assert queries.phones_of(cast.noor) == []
    for act in (
        lambda: actions.keep_records(seat=cast.noor, under=new_id(), records=[a_record()]),
        lambda: actions.erase_records(seat=cast.noor, records=[new_id()]),
        lambda: actions.note_phone(seat=cast.noor, phone=new_id(), name="", session=""),
        lambda: actions.end_phone(seat=cast.noor, phone=new_id()),
        lambda: actions.end_journal(seat=cast.noor),
        lambda: queries.record_of(cast.noor, new_id()),
    ):
        with pytest.raises(Http404):
            act()


def test_records_come_in_order_page_by_page_and_large_ones_when_asked_for(kims, monkeypatch):
    monkeypatch.setattr("holdfast.web.queries.journal.PAGE", 2)
    photo = actions.Record(new_id(), SEAL + bytes(100_000))
    records = [a_record(), photo, a_record()]
    keep(kims, *records)
    first = queries.journal_since(kims[0], 0)
    assert [one.id for one in first.records] == [records[0].id, photo.id]
    assert (first.more, first.head) == (True, None)
    assert first.records[1].sealed is None
    assert first.records[1].size == len(photo.sealed)
    assert queries.record_of(kims[0], photo.id) == photo.sealed
    second = queries.journal_since(kims[0], 2)
    assert [one.sealed for one in second.records] == [records[2].sealed]
    assert (second.more, second.head) == (False, photo.id)


def test_what_is_erased_leaves_an_empty_row_of_which_the_phones_hear(kims):
    one, other = a_record(), a_record()
    keep(kims, one, other)
    never = new_id()
    assert actions.erase_records(seat=kims[0], records=[one.id, never]) == [one.id, never]
    (heard,) = queries.journal_since(kims[0], 2).records
    assert (heard.id, heard.gone, heard.sealed) == (one.id, True, None)
    with pytest.raises(Http404):
        queries.record_of(kims[0], one.id)
    assert keep(kims, one).kept == [one.id]  # sent once more by a phone that had not heard
    assert names(kims[0], 2) == [one.id]


def test_new_words_count_when_all_is_sealed_anew_and_not_before(kims):
    seat, old = kims
    records = [a_record(), a_record(), a_record()]
    keep(kims, *records)
    actions.erase_records(seat=seat, records=[records[2].id])
    new = new_id()
    actions.bring_next_key(seat=seat, key=new, wrapped=sealed("new"))
    assert actions.change_key(seat=seat, key=new) == [records[0].id, records[1].id]
    assert queries.journal_since(seat, 0).key.id == old
    anew = [actions.Record(one.id, sealed("anew")) for one in records[:2]]
    actions.keep_records(seat=seat, under=new, records=anew)
    assert len(names(seat)) == 3  # what is on its way is not shown
    assert actions.change_key(seat=seat, key=new) == actions.change_key(seat=seat, key=new) == []
    changes = queries.journal_since(seat, 0)
    assert changes.key.wrapped == sealed("new")
    assert [(one.id, one.sealed) for one in changes.records] == [
        (one.id, one.sealed) for one in anew
    ]
    with within(family=seat.family_id):
        assert Sealed.objects.count() == 2
        assert JournalKey.objects.count() == 1
    with pytest.raises(Http404):  # a phone that has not heard of the new words yet
        keep(kims, a_record())


def test_under_new_words_comes_only_what_was_there(kims):
    seat, _old = kims
    new = new_id()
    actions.bring_next_key(seat=seat, key=new, wrapped=sealed("new"))
    with pytest.raises(JournalRefused, match="sealed anew"):
        actions.keep_records(seat=seat, under=new, records=[a_record()])


def test_words_that_were_never_confirmed_make_room_for_others(kims):
    seat, old = kims
    given_up, new = new_id(), new_id()
    for key in (given_up, new):
        actions.bring_next_key(seat=seat, key=key, wrapped=sealed("new"))
    with pytest.raises(Http404):
        actions.change_key(seat=seat, key=given_up)
    assert actions.change_key(seat=seat, key=new) == []
    assert queries.journal_since(seat, 0).key.id == new != old


def test_nobody_writes_hundreds_of_entries_in_a_minute(kims, monkeypatch):
    monkeypatch.setattr(rules, "A_MINUTE", 2)
    keep(kims, a_record(), a_record())
    with pytest.raises(TooMuchAtOnce):
        keep(kims, a_record())
    assert len(keep(kims, a_record(), now=NOON + timedelta(minutes=2)).kept) == 1


def test_a_full_journal_says_how_to_make_room(kims, monkeypatch):
    monkeypatch.setattr(rules, "ALL", 60)
    keep(kims, a_record())
    with pytest.raises(JournalRefused, match="full"):
        keep(kims, a_record())


def test_a_journal_that_is_deleted_leaves_nothing_but_its_count(kims, cast):
    seat, _key = kims
    keep(kims, a_record(), a_record())
    actions.note_phone(seat=seat, phone=new_id(), name="A phone", session="x")
    actions.end_journal(seat=seat)
    assert queries.journal_since(seat, 0) == queries.JournalChanges(3, None, None)
    with within(family=seat.family_id):
        for table in (JournalKey, JournalPhone, Sealed, Shared):
            assert table.objects.count() == 0
    actions.begin_journal(seat=seat, key=new_id(), wrapped=sealed())
    assert queries.journal_seq(seat)[1] == 3
    assert cast.kim.pk == seat.pk


def test_whose_account_is_deleted_leaves_no_sealed_page(kims, cast):
    keep(kims, a_record())
    User.objects.get(username="kim").delete()
    with within(family=cast.family.pk):
        assert Journal.objects.count() == JournalKey.objects.count() == Sealed.objects.count() == 0
        assert Caregiver.objects.filter(pk=cast.kim.pk).exists()


def test_a_family_that_is_deleted_takes_its_journals_along(kims, cast):
    keep(kims, a_record())
    cast.family.delete()
    with within(family=cast.family.pk):
        assert Journal.objects.count() == Sealed.objects.count() == 0


def test_a_journal_is_taken_along_sealed_as_it_is(kims, cast):
    one, gone = a_record(), a_record()
    keep(kims, one, gone)
    actions.erase_records(seat=kims[0], records=[gone.id])
    taken = queries.taken_along(kims[0])
    assert taken.wrapped == sealed("wrapped")
    assert taken.records == {str(one.id): one.sealed}
    assert not queries.taken_along(cast.noor)


def test_phones_are_listed_the_last_seen_first_and_each_once(kims):
    seat, _key = kims
    old, new = new_id(), new_id()
    for phone, day in ((old, NOON), (new, NOON + timedelta(days=1)), (new, NOON)):
        actions.note_phone(seat=seat, phone=phone, name="Chrome, Android", session="x", now=day)
    for _ in range(2):
        actions.note_phone(seat=seat, phone=old, name="Safari, iPhone", session="y", now=NOON)
    listed = queries.phones_of(seat)
    assert {one.id: one.name for one in listed} == {new: "Chrome, Android", old: "Safari, iPhone"}
    assert len(listed) == 2


@pytest.mark.parametrize("name", ["journal", "journal_words", "journal_phones"])
def test_the_journals_pages_open_without_a_connection_and_hold_nothing_of_it(as_, cast, kims, name):
    keep(kims, a_record())
    answer = as_("kim").get(reverse(name, args=[cast.ada.pk]))
    assert answer.headers["X-Offline"] == "keep"
    assert str(kims[1]) not in answer.content.decode()


def test_only_so_many_phones_are_listed(kims, monkeypatch):
    monkeypatch.setattr("holdfast.web.actions.journal_phones.MOST", 2)
    phones = [new_id() for _ in range(3)]
    for days, phone in enumerate(phones):
        now = NOON + timedelta(days=days)
        actions.note_phone(seat=kims[0], phone=phone, name="x", session="x", now=now)
    assert [one.id for one in queries.phones_of(kims[0])] == phones[:0:-1]


def test_a_phone_that_is_signed_out_has_no_session_any_more(client, cast, kims):
    seat, _key = kims
    client.force_login(cast.user("kim"))
    phone = new_id()
    actions.note_phone(seat=seat, phone=phone, name="x", session=client.session.session_key)
    assert client.get("/family/").status_code == 200
    actions.end_phone(seat=seat, phone=phone)
    assert client.get("/family/").status_code == 302
    assert queries.phones_of(seat) == []


def test_a_new_password_leaves_the_journal_as_it_is_and_opens_nothing_of_it(client, cast, kims):
    """`holdfast reset` is for the door of the house; to the journal there is no second key."""
    keep(kims, a_record())
    before = queries.taken_along(kims[0])
    client.force_login(cast.user("kim"))
    token = actions.make_way_back(username="kim")
    actions.set_password_by(token=token, password="three quiet herons")  # noqa: S106 -- a test's
    assert client.get(f"/api/journal/{cast.kim.pk}").status_code == 401
    assert queries.taken_along(kims[0]) == before


def test_a_page_of_a_journal_asks_as_much_for_three_as_for_one(kims, django_assert_num_queries):
    for _ in range(3):
        keep(kims, a_record())
    with django_assert_num_queries(5):
        assert len(queries.journal_since(kims[0], 0).records) == 3
