"""Memories: kept with a photo or without, known to the day or to the month, and never a list."""

import io
import zipfile
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.urls import reverse

from holdfast.formats import Member, for_child, read
from holdfast.formats.photos import without_traces
from holdfast.web import actions
from holdfast.web.access import within
from holdfast.web.actions.photos import WAITS
from holdfast.web.ids import new_id
from holdfast.web.models import Photo
from holdfast.web.places.memories.forms import at_about
from holdfast.web.queries import memories_of, memory_of
from holdfast.words import Kind, Moment
from tests.formats.pictures import GREY_PIXEL, PLACE, exif, jpeg, plain_jpeg
from tests.web_places.reading import elements, value_of
from tests.web_places.reading import read as read_page

SENT = {"word": "first_smile", "day": "2026-03-02", "within": "day", "by": "", "text": ""}


@pytest.fixture
def client(as_):
    return as_("kim")


def photo_file(data=None):
    return SimpleUploadedFile("a.jpg", jpeg(exif(6)) if data is None else data, "text/html")


def keep(client, child, **changes):
    """Send the form, and return the answer."""
    sent = {"id": str(new_id()), **SENT, **changes}
    return client.post(reverse("memory_new", args=[child.pk]), sent)


def said(cast, kind=Kind.MILESTONE, word="first_smile", **more):
    moment = Moment(
        id=str(new_id()),
        child=str(cast.ada.pk),
        kind=kind,
        word=word,
        at=datetime(2026, 3, 2, 11, tzinfo=UTC),
        zone="Europe/Berlin",
        **more,
    )
    actions.keep_moments(child=cast.ada, by=cast.kim, moments=[moment])
    return UUID(moment.id)


def with_photo(cast, data=GREY_PIXEL):
    """Return a memory that has a photo."""
    moment = said(cast)
    picture = without_traces(data)
    actions.keep_photo(child=cast.ada, by=cast.kim, moment=moment, picture=picture)
    return moment


def album(client, cast, **query):
    return client.get(reverse("memories", args=[cast.ada.pk]), query)


def undo(client, cast, moment, act):
    url = reverse("memory_undo", args=[cast.ada.pk, moment])
    return client.post(url, {"act": act, "edit": str(new_id())})


def test_an_empty_album_has_no_empty_places(client, cast):
    assert read_page(album(client, cast), **{"class": "memory"}) == []
    assert read_page(album(client, cast), tag="p", **{"class": "voice"}) == [
        "What you want to keep has a place here."
    ]


def test_a_memory_is_its_words_its_day_and_who_was_there(client, cast):
    keep(client, cast.ada, by=str(cast.noor.pk), text="At the window.")
    assert read_page(album(client, cast), **{"class": "below"}) == [
        "First smile At the window. 2 March 2026 · 7 weeks · 2 weeks corrected · Noor"
    ]


@pytest.mark.parametrize(
    ("within_", "told"), [("week", "about 2 March 2026"), ("month", "March 2026")]
)
def test_a_day_that_is_not_known_exactly_is_not_told_exactly(client, cast, within_, told):
    keep(client, cast.ada, within=within_)
    assert read_page(album(client, cast), tag="time") == [told]


def test_newest_first_or_from_the_beginning(client, cast):
    keep(client, cast.ada, day="2026-03-01", word="first_coo")
    keep(client, cast.ada)
    names = [["First smile", "First coo"], ["First coo", "First smile"]]
    answers = [album(client, cast), album(client, cast, **{"from": "first"})]
    assert [read_page(one, **{"class": "kept-as"}) for one in answers] == names
    assert read_page(answers[1], tag="a", **{"class": "way"}) == ["Newest first"]


def test_what_has_no_name_here_is_kept_in_own_words(client, cast):
    keep(client, cast.ada, word="", text="Under the apple tree.", photo=photo_file())
    assert read_page(album(client, cast), **{"class": "kept-as"}) == ["Under the apple tree."]
    asked = keep(client, cast.ada, word="", text=" ")
    assert asked.status_code == 422
    assert read_page(asked, **{"class": "mend"}) == ["Say in a few words what it was."]


def test_of_a_photo_the_picture_alone_is_kept_and_given_under_a_fixed_type(client, cast):
    keep(client, cast.ada, photo=photo_file())
    (shown,) = elements(album(client, cast), tag="img")
    assert (value_of(shown, "width"), value_of(shown, "height")) == ("300", "400")
    assert value_of(shown, "alt") == "A photo: First smile, 2 March 2026"
    answer = client.get(value_of(shown, "src"))
    assert answer.content.endswith(plain_jpeg()[2:])
    assert PLACE not in answer.content
    headers = {name: answer.headers[name] for name in ("Content-Type", "X-Content-Type-Options")}
    assert headers == {"Content-Type": "image/jpeg", "X-Content-Type-Options": "nosniff"}
    assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"


def test_what_is_no_photo_is_told_and_the_words_stay(client, cast):
    answer = keep(client, cast.ada, text="my words", photo=photo_file(b"<script>"))
    assert answer.status_code == 422
    assert read_page(answer, **{"class": "mend"}) == [
        "That is no photo. A JPEG, PNG or WebP, please."
    ]
    assert read_page(answer, tag="textarea") == ["my words"]
    assert memories_of(cast.ada) == []


def test_a_day_is_asked_for_and_one_far_ahead_is_refused(client, cast):
    asked = keep(client, cast.ada, day="")
    assert read_page(asked, **{"class": "mend"}) == ["About which day was it?"]
    ahead = keep(client, cast.ada, day="2126-01-01")
    assert (ahead.status_code, memories_of(cast.ada)) == (422, [])


def test_sent_twice_it_is_one(client, cast):
    name = str(new_id())
    for _ in range(2):
        keep(client, cast.ada, id=name, photo=photo_file())
    assert [str(one.logged.id) for one in memories_of(cast.ada)] == [name]


def test_a_link_may_say_what_and_when(client, cast):
    url = reverse("memory_new", args=[cast.ada.pk])
    page = client.get(url, {"word": "first_laugh", "day": "2026-03-03"})
    (chosen,) = [one for one in elements(page, tag="option") if has(one, "selected")][:1]
    assert value_of(chosen, "value") == "first_laugh"
    assert [value_of(one, "value") for one in elements(page, type="date")] == ["2026-03-03"]
    assert client.get(url, {"word": "flew"}).status_code == 200


def has(element, name):
    return name in dict(element.attributes)


def test_what_is_changed_is_a_further_revision_and_an_untouched_clock_stays(client, cast):
    moment = said(cast, detail={"within": "week"}, about=20)
    url = reverse("memory", args=[cast.ada.pk, moment])
    page = client.get(url)
    seen = [value_of(one, "value") for one in elements(page, name="seen")]
    sent = {**SENT, "within": "week", "text": "Yes.", "seen": seen, "edit": str(new_id())}
    assert client.post(url, sent).status_code == 302
    now = memory_of(cast.ada, moment).logged
    assert (now.revision, now.moment.text, now.moment.about) == (2, "Yes.", 20)
    assert now.moment.at == datetime(2026, 3, 2, 11, tzinfo=UTC)
    client.post(url, {**sent, "within": "day", "seen": str(now.edit), "edit": str(new_id())})
    assert memory_of(cast.ada, moment).logged.moment.detail == {}


def test_a_note_may_get_a_photo_and_keeps_its_minute(client, cast):
    moment = said(cast, kind=Kind.NOTE, word="", text="By the sea")
    assert memories_of(cast.ada) == []
    url = reverse("memory", args=[cast.ada.pk, moment])
    page = client.get(url)
    seen = [value_of(one, "value") for one in elements(page, name="seen")]
    sent = {"day": "2026-03-02", "text": "By the sea", "seen": seen, "photo": photo_file()}
    client.post(url, sent)
    (one,) = memories_of(cast.ada)
    assert (one.logged.moment.at.hour, one.photo.width) == (11, 300)


def test_a_change_that_cannot_be_kept_says_why(client, cast):
    moment = said(cast)
    answer = client.post(
        reverse("memory", args=[cast.ada.pk, moment]), {**SENT, "day": "1950-01-01"}
    )
    assert answer.status_code == 422


def test_a_memory_is_taken_out_and_put_back(client, cast):
    moment = with_photo(cast)
    undo(client, cast, moment, "remove")
    assert memories_of(cast.ada) == []
    page = client.get(reverse("memory", args=[cast.ada.pk, moment]))
    assert "This has been taken out. Nothing is lost." in page.content.decode()
    undo(client, cast, moment, "put_back")
    assert len(memories_of(cast.ada)) == 1


def test_a_photo_is_taken_out_and_put_back(client, cast):
    moment = with_photo(cast)
    undo(client, cast, moment, "photo_out")
    assert (memory_of(cast.ada, moment).photo, memory_of(cast.ada, moment).can_put_back) == (
        None,
        True,
    )
    undo(client, cast, moment, "photo_back")
    undo(client, cast, moment, "photo_back")
    assert memory_of(cast.ada, moment).photo.width == 1


def test_an_undo_that_cannot_be_says_why(client, cast):
    moment = said(cast)
    edit = str(new_id())
    other = said(cast, word="first_coo")
    url = reverse("memory_undo", args=[cast.ada.pk, other])
    client.post(url, {"act": "remove", "edit": edit})
    answer = client.post(
        reverse("memory_undo", args=[cast.ada.pk, moment]), {"act": "remove", "edit": edit}
    )
    assert answer.status_code == 422


def test_a_new_photo_takes_the_place_of_the_other(cast):
    moment = with_photo(cast)
    picture = without_traces(jpeg())
    actions.keep_photo(child=cast.ada, by=cast.kim, moment=moment, picture=picture)
    assert memory_of(cast.ada, moment).photo.width == 400
    with within(family=cast.family.pk):
        assert Photo.objects.count() == 2


def test_what_was_taken_out_is_gone_for_good_in_a_month(cast):
    moment = with_photo(cast)
    long_ago = datetime.now(UTC) - WAITS - timedelta(days=1)
    actions.take_photo_out(child=cast.ada, moment=moment, now=long_ago)
    with_photo(cast)
    with within(family=cast.family.pk):
        assert Photo.objects.filter(moment=moment).count() == 0


def test_a_photo_needs_a_moment_of_this_child(cast):
    with pytest.raises(Http404):
        actions.keep_photo(
            child=cast.ada, by=cast.kim, moment=new_id(), picture=without_traces(GREY_PIXEL)
        )


def test_what_is_no_memory_and_no_photo_is_not_here(client, cast):
    cry = said(cast, kind=Kind.SIGNAL, word="cry")
    for name in (cry, new_id()):
        assert client.get(reverse("memory", args=[cast.ada.pk, name])).status_code == 404
    nothing = reverse("memory_photo", args=[cast.ada.pk, new_id()])
    assert client.get(nothing).status_code == 404


def test_two_notes_of_one_first_time_are_one_memory_with_the_photo_of_either(cast):
    first, moment = said(cast), with_photo(cast)
    actions.say_same(child=cast.ada, by=cast.kim, one=first, other=moment)
    (one,) = memories_of(cast.ada)
    assert one.photo is not None


def test_memories_stay_when_a_child_is_lost_and_their_age_is_not_told(client, cast):
    keep(client, cast.ada, text="At the window.")
    actions.set_loss(child=cast.ada, lost=True)
    assert read_page(album(client, cast), **{"class": "below"}) == [
        "First smile At the window. 2 March 2026"
    ]


def test_photos_are_in_the_export_and_come_home_with_it(client, cast):
    moment = with_photo(cast)
    packed = client.get(reverse("family_export")).getvalue()
    with zipfile.ZipFile(io.BytesIO(packed)) as bundle:
        assert bundle.read(f"photos/{moment}.png") == without_traces(GREY_PIXEL).content
        assert f'<img src="photos/{moment}.png"' in bundle.read("read-me.html").decode()
    with within(family=cast.family.pk):
        Photo.objects.all().delete()
    reading = read([Member("all.zip", packed)], {}, now=datetime.now(UTC))
    mine = for_child(reading, found=str(cast.ada.pk), child=str(cast.ada.pk))
    for _ in range(2):
        actions.apply_reading(child=cast.ada, by=cast.kim, reading=mine)
    assert memory_of(cast.ada, moment).photo.width == 1
    with within(family=cast.family.pk):
        assert Photo.objects.count() == 1


def test_a_photo_in_a_bundle_that_is_none_is_left_out(client, cast):
    moment = said(cast)
    packed = io.BytesIO(client.get(reverse("family_export")).getvalue())
    with zipfile.ZipFile(packed, "a") as bundle:
        bundle.writestr(f"photos/{moment}.jpg", b"<script>")
        bundle.writestr(f"photos/{new_id()}.png", GREY_PIXEL)
        bundle.writestr("photos/../x.png", GREY_PIXEL)
    reading = read([Member("all.zip", packed.getvalue())], {}, now=datetime.now(UTC))
    mine = for_child(reading, found=str(cast.ada.pk), child=str(cast.ada.pk))
    assert (len(reading.photos), mine.photos) == (1, {})


def test_the_album_asks_as_much_for_three_as_for_one(client, cast, django_assert_num_queries):
    for _ in range(3):
        with_photo(cast)
        with django_assert_num_queries(6):
            album(client, cast)


@pytest.mark.parametrize(
    ("day", "at"),
    [
        (date(2026, 3, 14), "2026-03-14T09:00+00:00"),  # it is ten in Berlin: noon is yet to come
        (date(2026, 3, 13), "2026-03-13T11:00+00:00"),
        (date(2026, 3, 15), "2026-03-15T11:00+00:00"),  # not moved in silence
    ],
)
def test_a_day_is_kept_at_its_noon(day, at):
    now = datetime(2026, 3, 14, 9, tzinfo=UTC)
    assert at_about(day, "Europe/Berlin", now) == datetime.fromisoformat(at)
