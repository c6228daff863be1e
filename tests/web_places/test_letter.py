"""While you were away: who is told of it, since when, and how somebody is asked to take over."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import Http404
from django.urls import reverse

from holdfast.web.access import within
from holdfast.web.actions import (
    NewChild,
    add_child,
    ask_to_take_over,
    keep_moments,
    make_token,
    note_visit,
    take_over,
    visits,
)
from holdfast.web.ids import new_id
from holdfast.web.models import Asked, Caregiver, Visit
from holdfast.web.queries import away_since, requests_of
from holdfast.words import Kind, Moment
from tests.web_places.reading import elements, read, text_of, walk

NOW = datetime.now(UTC).replace(microsecond=0)


def ago(hours):
    return NOW - timedelta(hours=hours)


def wrote(cast, by, word, hours, kind=Kind.SIGNAL):
    moment = Moment(
        id=str(new_id()),
        child=str(cast.ada.pk),
        kind=kind,
        word=word,
        at=ago(hours),
        zone="Europe/Berlin",
        by=str(by.pk),
    )
    keep_moments(child=cast.ada, by=by, moments=[moment], now=ago(hours))


def was_here(seat, hours):
    note_visit(seat=seat, now=ago(hours))


def letter(client, cast, query=""):
    return client.get(reverse("letter_away", args=[cast.ada.pk]) + query)


def sentences(page):
    (sheet,) = elements(page, id="letter")
    return [text_of(one) for one in walk(sheet) if one.name == "p"]


def line(client, cast):
    page = client.get(reverse("now", args=[cast.ada.pk]))
    return [text for text in read(page, tag="a") if text.startswith("While you were away")]


def since(cast, seat):
    before = note_visit(seat=seat, now=NOW)
    return away_since(cast.ada, seat, before=before, now=NOW)


def test_who_comes_back_is_told_since_when_others_wrote(as_, cast):
    was_here(cast.kim, 8)
    wrote(cast, cast.noor, "cry", 3)
    assert since(cast, cast.kim) == ago(8)
    assert len(line(as_("kim"), cast)) == 1
    assert "Ada cried once." in sentences(letter(as_("kim"), cast))[0]


@pytest.mark.parametrize(
    "why",
    ["never away", "nobody wrote", "wrote themselves", "a look just now", "wrote after the others"],
)
def test_who_missed_nothing_is_told_nothing(as_, cast, why):
    if why != "never away":
        was_here(cast.kim, 0.3 if why == "a look just now" else 8)
    if why != "nobody wrote":
        by = cast.kim if why == "wrote themselves" else cast.noor
        wrote(cast, by, "cry", 3)
    if why == "wrote after the others":
        wrote(cast, cast.kim, "smile", 2)
    assert since(cast, cast.kim) is None
    assert line(as_("kim"), cast) == []


def test_what_one_wrote_oneself_counts_as_having_been_here(cast):
    was_here(cast.kim, 8)
    wrote(cast, cast.kim, "smile", 5)
    wrote(cast, cast.noor, "cry", 3)
    assert since(cast, cast.kim) == ago(5)


def test_a_visit_is_written_seldom_and_an_absence_is_remembered_through_the_visit(cast):
    was_here(cast.kim, 8)
    seen = []
    for minutes in (0, 2, 6, 20):
        before = note_visit(seat=cast.kim, now=NOW + timedelta(minutes=minutes))
        with within(family=cast.family.pk):
            seen.append((before, Visit.objects.get().seen))
    minutes = [timedelta(minutes=n) for n in (0, 0, 6, 20)]
    assert seen == [(ago(8), NOW + m) for m in minutes]


def test_the_longest_absence_that_is_looked_through_is_a_week(cast):
    was_here(cast.kim, 24 * 30)
    wrote(cast, cast.noor, "cry", 3)
    assert since(cast, cast.kim) == NOW - timedelta(days=7)


@pytest.mark.parametrize(("query", "told"), [("?hours=3", 0), ("?hours=24", 1), ("?hours=x", 0)])
def test_one_can_choose_how_far_back_it_goes(as_, cast, query, told):
    wrote(cast, cast.noor, "cry", 20)
    said = sentences(letter(as_("kim"), cast, query))[0]
    assert ("cried once" in said) == bool(told)


def test_a_guest_reads_it_and_asks_nobody(as_, cast):
    page = letter(as_("aunt"), cast)
    assert sentences(page)
    assert read(page, tag="button", name="whom") == []


def test_the_other_child_is_one_tap_away(as_, cast):
    add_child(family=cast.family, child=NewChild(name="Bo", born=cast.ada.born))
    assert read(letter(as_("kim"), cast), tag="nav", **{"class": "chips"})[0] == "Ada Bo"


@pytest.fixture
def lost(cast):
    cast.ada.lost = NOW
    with within(family=cast.family.pk):
        cast.ada.save()


@pytest.fixture
def quiet(cast):
    cast.kim.quiet = True
    with within(family=cast.family.pk):
        cast.kim.save()


@pytest.mark.parametrize("mode", ["lost", "quiet"])
def test_where_holdfast_does_not_speak_there_is_no_rhythm_and_no_question(as_, cast, mode, request):
    request.getfixturevalue(mode)
    was_here(cast.kim, 8)
    wrote(cast, cast.noor, "feed", 3, kind=Kind.CARE)
    ask_to_take_over(child=cast.ada, by=cast.noor, to=cast.kim.pk)
    page = letter(as_("kim"), cast)
    assert not any("gap" in sentence for sentence in sentences(page))
    assert read(page, tag="button", name="whom") == []
    now = as_("kim").get(reverse("now", args=[cast.ada.pk])).content.decode()
    assert "take over" not in now
    assert "While you were away" not in now
    asked = as_("kim").post(reverse("letter_ask", args=[cast.ada.pk]), {"whom": str(cast.noor.pk)})
    assert asked.status_code == 404


def test_her_rhythm_is_said_when_there_is_enough_to_say(as_, cast):
    for hours in range(1, 40, 3):
        wrote(cast, cast.noor, "feed", hours, kind=Kind.CARE)
    said = sentences(letter(as_("kim"), cast))
    assert any("her usual gap is 3 h to 3 h." in sentence for sentence in said)


def test_asked_to_take_over_it_stands_on_their_now_until_they_answer(as_, cast):
    url = reverse("letter_ask", args=[cast.ada.pk])
    for _twice in range(2):
        page = as_("noor").post(url, {"whom": str(cast.kim.pk)}, follow=True)
    assert "Asked. It stands on their Now until they answer." in page.content.decode()
    page = as_("kim").get(reverse("now", args=[cast.ada.pk]))
    told = "Noor asks whether you can take over. I take over"
    assert read(page, **{"class": "notice"}) == [told]
    (asked,) = requests_of(cast.ada, cast.kim, now=datetime.now(UTC))
    page = as_("kim").post(
        reverse("letter_take", args=[cast.ada.pk]), {"asked": str(asked.id)}, follow=True
    )
    assert read(page, **{"class": "notice"}) == []
    page = as_("noor").get(reverse("now", args=[cast.ada.pk]))
    (answer,) = read(page, **{"class": "notice"})
    assert answer.startswith("Kim takes over, since ")
    assert "Kim takes over." in letter(as_("noor"), cast).content.decode()


@pytest.mark.parametrize("whom", ["aunt", "former", "chi"])
def test_who_could_not_is_not_asked(cast, whom):
    from holdfast.web.access import scopes_disabled  # noqa: PLC0415 -- to look past the door

    with scopes_disabled():
        seat = Caregiver.objects.get(user=cast.user(whom))
    with pytest.raises(Http404):
        ask_to_take_over(child=cast.ada, by=cast.kim, to=seat.pk)


def test_nobody_asks_themselves(cast):
    assert ask_to_take_over(child=cast.ada, by=cast.kim, to=cast.kim.pk) is None


def test_an_asking_is_over_after_two_hours_and_can_be_asked_again(cast):
    for hours in (3, 0):
        assert ask_to_take_over(child=cast.ada, by=cast.noor, to=cast.kim.pk, now=ago(hours))
    assert len(requests_of(cast.ada, cast.kim, now=NOW)) == 1


def test_the_first_answer_is_the_answer_and_only_who_was_asked_gives_it(cast):
    asked = ask_to_take_over(child=cast.ada, by=cast.noor, to=cast.kim.pk, now=ago(1))
    with pytest.raises(Http404):
        take_over(seat=cast.lou, asked=asked)
    for hours in (0.5, 0.1):
        take_over(seat=cast.kim, asked=asked, now=ago(hours))
    with within(family=cast.family.pk):
        assert Asked.objects.get().done == ago(0.5)


@pytest.mark.parametrize("place", ["letter_ask", "letter_take"])
@pytest.mark.parametrize("sent", [{}, {"whom": "x", "asked": "x"}])
def test_nonsense_asks_nobody(as_, cast, place, sent):
    assert as_("kim").post(reverse(place, args=[cast.ada.pk]), sent).status_code == 404


def test_a_process_that_does_not_know_of_a_visit_reads_it_and_writes_nothing(cast):
    was_here(cast.kim, 0.05)
    visits.noted.clear()
    assert note_visit(seat=cast.kim, now=NOW) is None
    with within(family=cast.family.pk):
        assert Visit.objects.get().seen == ago(0.05)


def test_a_process_remembers_so_many_visits_and_no_more(cast, monkeypatch):
    monkeypatch.setattr(visits, "MOST_NOTED", 1)
    for seat in (cast.kim, cast.noor):
        note_visit(seat=seat, now=NOW)
    assert list(visits.noted) == [cast.noor.pk]


def test_a_phone_that_asks_while_somebody_looks_counts_as_being_here_and_a_program_does_not(
    as_, cast, client
):
    client.get(
        "/api/moments", headers={"Authorization": f"Bearer {make_token(by=cast.kim, name='x')}"}
    )
    with within(family=cast.family.pk):
        assert not Visit.objects.exists()
    as_("noor").get("/api/moments")
    with within(family=cast.family.pk):
        assert [row.caregiver_id for row in Visit.objects.all()] == [cast.noor.pk]
