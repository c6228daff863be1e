"""Links for other hands: what writes, what only looks, what is refused, and who may end them."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.telling.dates import date_said
from holdfast.web.access import Role, hand_for, within
from holdfast.web.actions import TooOften, end_hand, make_hand, press
from holdfast.web.ids import new_id
from holdfast.web.models import Caregiver, HandLink, Moment
from holdfast.web.queries import hands_of, log_of
from holdfast.words import Kind
from tests.web_places.reading import elements, read, value_of

TAPPED = {
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Dest": "document",
    "Sec-Fetch-Site": "none",
    "Accept": "text/html",
}
NOW = datetime(2026, 3, 14, 3, 10, tzinfo=UTC)


@pytest.fixture
def link(cast):
    """Make Kim's link for a cry; return its address."""
    return address(cast, "cry")


def address(cast, word, *, by=None, kind=Kind.SIGNAL, **detail):
    key = make_hand(by=by or cast.kim, child=cast.ada, kind=kind, word=word, detail=detail)
    return reverse("hand", args=[key])


def logged(cast):
    return log_of(cast.ada).select("word", "by").rows()


def kim(cast):
    return str(cast.kim.pk)


def test_a_hub_posts_and_is_told_in_one_line(cast, link):
    answer = Client(enforce_csrf_checks=True).post(link)
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    line = answer.content.decode()
    assert line.startswith("Noted: Ada, ")
    assert line.endswith(": cried.\n")
    assert logged(cast) == [("cry", kim(cast))]


@pytest.mark.parametrize("accept", ["*/*", "application/json, */*", "text/plain"])
def test_a_hub_that_takes_anything_is_told_in_one_line_too(link, accept):
    for sent, status in (({}, 200), ({"colour": "red"}, 400)):
        answer = Client().post(link, sent, headers={"Accept": accept})
        assert answer.status_code == status
        assert answer["Content-Type"] == "text/plain; charset=utf-8"
        assert "<" not in answer.content.decode()


def test_the_list_says_days_as_every_page_does(as_, cast, link):
    made, today = hands_of(cast.kim)[0].made, date_said(datetime.now(UTC).date())
    Client().post(link)
    page = as_("kim").get(reverse("hands")).content.decode()
    assert f"made {date_said(made)}, last used {today}" in page


def test_a_phone_of_the_family_that_is_held_to_the_tag_writes_as_who_holds_it(as_, cast, link):
    answer = as_("noor").get(link, headers=TAPPED)
    assert logged(cast) == [("cry", str(cast.noor.pk))]
    page = as_("noor").get(answer["Location"])
    assert "Noted: cried" in page.content.decode() or "She is crying" in page.content.decode()


def test_the_page_that_a_tag_leads_to_writes_nothing_when_it_is_restored(as_, cast, link):
    client = as_("noor")
    there = client.get(link, headers=TAPPED)["Location"]
    for _restored in range(2):
        client.get(there, headers=TAPPED)
    assert len(logged(cast)) == 1


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"Accept": "*/*"},
        {**TAPPED, "Sec-Fetch-Site": "cross-site"},
        {**TAPPED, "Sec-Fetch-Dest": "iframe"},
        {**TAPPED, "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
        {**TAPPED, "Sec-Purpose": "prefetch"},
        {**TAPPED, "Sec-Purpose": "prefetch;prerender"},
        {**TAPPED, "Purpose": "prefetch"},
        {**TAPPED, "X-Moz": "prefetch"},
    ],
)
def test_looking_alone_writes_nothing_and_shows_a_button(as_, cast, link, asked):
    page = as_("kim").get(link, headers=asked)
    assert read(page, **{"class": "tall"}) == ["cries"]
    assert logged(cast) == []


@pytest.mark.parametrize("who", ["anonymous", "chi", "stranger", "aunt", "former"])
def test_who_may_not_log_here_gets_the_button_however_they_come(client, cast, link, who):
    if who != "anonymous":
        client.force_login(cast.user(who))
    page = client.get(link, headers=TAPPED)
    assert read(page, **{"class": "tall"}) == ["cries"]
    assert "Ada" not in page.content.decode()
    assert logged(cast) == []


def test_the_button_writes_as_who_made_the_link_and_tells_it_on_a_page(client, cast, link):
    answer = client.post(link, headers={"Accept": "text/html"})
    (told,) = read(answer, tag="h1")
    assert told.endswith("cried.")
    assert logged(cast) == [("cry", kim(cast))]


def test_read_twice_within_seconds_it_is_one_moment(cast, link):
    client = Client()
    first, second = (client.post(link).content.decode() for _read in range(2))
    assert second == first.replace("Noted: ", "Noted already: ")
    assert len(logged(cast)) == 1


def test_a_press_after_that_is_another_one(cast, link):
    hand = hand_for(link.split("/")[2])
    for seconds in (0, 19, 21):
        press(hand=hand, by=cast.kim, now=NOW + timedelta(seconds=seconds))
    assert len(logged(cast)) == 2


def test_a_press_that_is_sent_again_later_is_known_by_its_own_id(cast, link):
    hand, name = hand_for(link.split("/")[2]), new_id()
    first = press(hand=hand, by=cast.kim, moment=name, now=NOW)
    later = press(hand=hand, by=cast.kim, moment=name, now=NOW + timedelta(minutes=5))
    assert (first.again, later.again) == (False, True)
    assert later.moment == first.moment


def test_a_stuck_button_waits_and_goes_on_by_itself(cast, link):
    hand = hand_for(link.split("/")[2])
    every = timedelta(seconds=25)
    for number in range(20):
        press(hand=hand, by=cast.kim, now=NOW + number * every)
    with pytest.raises(TooOften):
        press(hand=hand, by=cast.kim, now=NOW + 20 * every)
    press(hand=hand, by=cast.kim, now=NOW + timedelta(minutes=11))
    assert len(logged(cast)) == 21


def test_a_stuck_button_is_told_to_wait(cast, link):
    with within(family=cast.family.pk):
        HandLink.objects.update(counted=20, counted_from=datetime.now(UTC))
    answer = Client().post(link)
    assert answer.status_code == 429
    assert answer.content.decode().startswith("This link has written a lot within minutes")


SENT = [
    ("colour=green", "application/x-www-form-urlencoded", "does not know colour. It knows ago and"),
    ('{"word": "laugh"}', "application/json", "This link does not know word. It knows ago and id"),
    ('{"ago": "soon"}', "application/json", "ago is no number of minutes. Send 0 to 1440"),
    ('{"ago": 1441}', "application/json", "ago is no number of minutes. Send 0 to 1440"),
    ('{"ago": -1}', "application/json", "ago is no number of minutes. Send 0 to 1440"),
    ('{"id": "press-1"}', "application/json", "The id is none. Send a UUID"),
    ("[]", "application/json", "neither a form nor a JSON object"),
    ("cry", "text/plain", "neither a form nor a JSON object"),
]


@pytest.mark.parametrize(("body", "of_type", "told"), SENT)
def test_what_a_link_does_not_know_is_refused_loudly_with_what_it_knows(
    cast, link, body, of_type, told
):
    answer = Client().post(link, body, content_type=of_type)
    assert answer.status_code == 400
    assert told in answer.content.decode()
    assert logged(cast) == []


def test_a_field_in_the_address_is_refused_as_one_in_the_body_is(cast, link):
    answer = Client().post(f"{link}?word=laugh")
    assert (answer.status_code, logged(cast)) == (400, [])


def test_a_button_that_comes_late_says_how_long_ago(cast, link):
    Client().post(link, json.dumps({"ago": 30}), content_type="application/json")
    (at,) = log_of(cast.ada)["at"]
    assert timedelta(minutes=30) <= datetime.now(UTC) - at < timedelta(minutes=31)


@pytest.mark.parametrize("method", ["put", "patch", "delete", "head"])
def test_a_method_that_it_does_not_know_writes_nothing(cast, link, method):
    assert getattr(Client(), method)(link).status_code == 405
    assert logged(cast) == []


def test_a_link_for_sleep_begins_one_and_ends_it(cast):
    hand = hand_for(address(cast, "sleep", kind=Kind.CARE).split("/")[2])
    for minutes in (0, 70, 90):
        press(hand=hand, by=cast.noor, now=NOW + timedelta(minutes=minutes))
    rows = log_of(cast.ada).select("at", "until").rows()
    assert rows == [(NOW, NOW + timedelta(minutes=70)), (NOW + timedelta(minutes=90), None)]


def end(_link, cast):
    (one,) = hands_of(cast.kim)
    end_hand(by=cast.noor, hand=one.id)


def role(to):
    def change(_link, cast):
        cast.kim.role = to
        with within(family=cast.family.pk):
            cast.kim.save()

    return change


def seat_over(_link, cast):
    with within(family=cast.family.pk):
        Caregiver.objects.filter(pk=cast.kim.pk).update(until=datetime.now(UTC))


def account_closed(_link, cast):
    cast.user("kim").is_active = False
    cast.user("kim").save()


@pytest.mark.parametrize("over", [end, role(Role.GUEST), seat_over, account_closed])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_is_over_and_one_that_never_was_look_alike(cast, link, over, method):
    over(link, cast)
    never = reverse("hand", args=["x" * 32])
    answers = [getattr(Client(), method)(each, headers=TAPPED) for each in (link, never)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content
    assert logged(cast) == []


def test_a_helpers_link_still_writes(cast, link):
    role(Role.HELPER)(link, cast)
    assert Client().post(link).status_code == 200


def test_only_a_hash_of_the_link_is_kept(cast, link):
    key = link.split("/")[2]
    with within(family=cast.family.pk):
        (row,) = HandLink.objects.values()
    assert key not in str(row)


def test_the_link_is_shown_once_and_then_only_listed(as_, cast):
    client = as_("lou")
    page = client.post("/hands/", {"writes": "care/nappy/wet", "name": "changing table"})
    (shown,) = read(page, tag="code")
    assert shown.startswith("http://testserver/h/")
    assert Client().post(shown.removeprefix("http://testserver")).status_code == 200
    page = client.get("/hands/")
    assert read(page, tag="code") == []
    assert "changing table: nappy, wet" in read(page, tag="p")
    with within(family=cast.family.pk):
        assert Moment.objects.get().detail == {"wet": True}


def test_a_helper_sees_and_ends_their_own_links_a_parent_everybodys(as_, cast):
    address(cast, "cry", by=cast.kim)
    address(cast, "laugh", by=cast.lou)
    for name, sees in (("lou", ["laughs"]), ("noor", ["laughs", "cries"])):
        page = as_(name).get("/hands/")
        told = [text for text in read(page, tag="p") if text in {"laughs", "cries"}]
        assert told == sees
    forms = [value_of(one, "action") for one in elements(page, tag="form")]
    for action in [one for one in forms if one and one.endswith("/end/")]:
        as_("noor").post(action)
    assert hands_of(cast.noor) == []


def test_what_a_link_cannot_write_is_no_choice(as_, cast):
    page = as_("kim").post("/hands/", {"writes": "note/"})
    assert (page.status_code, hands_of(cast.kim)) == (422, [])


def test_of_several_children_one_is_chosen(as_, cast):
    from holdfast.web.actions import NewChild, add_child  # noqa: PLC0415 -- for this test alone

    twin = add_child(family=cast.family, child=NewChild(name="Bo", born=cast.ada.born))
    as_("kim").post("/hands/", {"writes": "signal/cry", "child": str(twin.pk)})
    assert [one.child for one in hands_of(cast.kim)] == ["Bo"]


def test_before_there_is_a_child_the_way_leads_to_the_family(as_, cast):
    with within(family=cast.family.pk):
        cast.ada.delete()
    assert as_("kim").get("/hands/")["Location"] == reverse("family")


def test_what_cannot_be_kept_is_told(cast, link):
    with within(family=cast.family.pk):
        HandLink.objects.update(detail={"mood": "good"})
    answer = Client().post(link)
    assert answer.status_code == 422
    assert "A cry has no detail 'mood'" in answer.content.decode()


def test_a_hub_that_sends_nothing_at_all_is_understood(cast, link):
    answer = Client().post(link, b"", content_type="text/plain")
    assert (answer.status_code, len(logged(cast))) == (200, 1)


def test_a_helper_ends_their_own_link_once_and_nobody_elses(as_, cast):
    address(cast, "cry", by=cast.kim)
    address(cast, "laugh", by=cast.lou)
    mine, hers = hands_of(cast.noor)
    codes = [as_("lou").post(f"/hands/{one.id}/end/").status_code for one in (mine, hers, mine)]
    assert codes == [302, 404, 404]
    assert [one.who for one in hands_of(cast.noor)] == ["Kim"]
