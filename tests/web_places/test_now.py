"""Now, asked by hand: what it shows, what a tap answers, and that it costs the same for ever."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from holdfast.web.actions import keep_moments
from holdfast.web.ids import new_id
from holdfast.web.places.now.minute import recent
from holdfast.words import Moment
from tests.web_places.reading import elements, read, value_of


def log(cast, *taps, by=None, child=None):
    """Keep taps like (20, "signal/cry"): so many minutes ago."""
    child, by = child or cast.ada, by or cast.kim
    now = timezone.now()
    moments = [
        Moment(
            id=str(new_id()),
            child=str(child.pk),
            by=str(by.pk),
            kind=what.partition("/")[0],
            word=what.partition("/")[2],
            at=now - timedelta(minutes=ago),
            zone="Europe/Berlin",
        )
        for ago, what in taps
    ]
    keep_moments(child=child, by=by, moments=moments)
    return [moment.id for moment in moments]


def minute(client, child):
    return client.get(f"/now/{child.pk}/")


def steps(page):
    return read(page, **{"class": "step"})


def sheet(page):
    """Return the sheet at the foot of the page: heading, then what it says."""
    return read(page, tag="h2")[-1], read(page, tag="p", **{"class": "quiet"})[-1]


def signals(page):
    """Return the words of the first nine tiles."""
    taps = [value_of(tile, "value") for tile in elements(page, tag="button", **{"class": "signal"})]
    return [tap.split("/")[1] for tap in taps][:9]


def test_an_exchange_runs_until_somebody_saw_it_settle(as_, cast):
    log(cast, (9, "signal/fuss"), (6, "response/hug"))
    page = minute(as_("noor"), cast.ada)
    assert steps(page) == ["fussed", "held"]
    assert read(page, tag="h2")[:2] == ["She is fussing", "And then?"]
    log(cast, (1, "settling/settled"))
    page = minute(as_("noor"), cast.ada)
    assert steps(page) == ["fussed", "held", "settled"]
    assert sheet(page) == (
        "A little while ago",
        "Eight minutes, until it was settled. Written by Kim.",
    )


def test_what_goes_on_runs_on(as_, cast):
    log(cast, (9, "signal/cry"), (6, "response/hug"), (2, "settling/went_on"))
    page = minute(as_("kim"), cast.ada)
    assert read(page, tag="h2")[0] == "She is crying"
    assert steps(page) == ["cried", "held", "went on"]


def test_an_exchange_whose_end_nobody_saw_is_told_without_blame(as_, cast):
    log(cast, (100, "signal/cry"))
    assert sheet(minute(as_("kim"), cast.ada)) == (
        "Earlier",
        "How it ended was not written down, and need not be. Written by Kim.",
    )


def test_the_first_visit_is_kind_and_says_what_will_be_here(as_, cast):
    voices = read(minute(as_("kim"), cast.ada), **{"class": "voice"})
    assert voices == ["Here will be what passed between you."]


def test_a_guest_reads_and_has_nothing_to_tap(as_, cast):
    log(cast, (5, "signal/cry"))
    page = as_("aunt").get(f"/now/{cast.ada.pk}/").content.decode()
    assert 'name="tap"' not in page
    assert "She is crying" in page


def test_a_plain_form_goes_to_the_page(as_, cast):
    tap = {"tap": f"signal/cry/{new_id()}"}
    plain = as_("kim").post(f"/now/{cast.ada.pk}/tap/", tap)
    assert plain.status_code == 302
    assert plain["Location"].startswith(f"/now/{cast.ada.pk}/?just=")


def test_a_tap_for_a_child_of_another_family_is_nowhere(as_, cast):
    answer = as_("chi").post(f"/now/{cast.ada.pk}/tap/", {"tap": f"signal/cry/{new_id()}"})
    assert answer.status_code == 404


@pytest.mark.parametrize("sent", [{}, {"moment": "none"}, {"moment": str(new_id())}])
@pytest.mark.parametrize("act", ["undo", "wakes"])
def test_what_there_is_not_cannot_be_taken_back_or_ended(as_, cast, act, sent):
    assert as_("kim").post(f"/now/{cast.ada.pk}/{act}/", sent).status_code == 404


def test_what_is_just_noted_stays_told_when_the_address_holds_nonsense(as_, cast):
    for nonsense in ("just=x&ago=y", f"just={new_id()}&ago=7", "ago=-1"):
        page = as_("kim").get(f"/now/{cast.ada.pk}/?{nonsense}")
        assert page.status_code == 200
        assert read(page, **{"class": "notice"}) == []


def test_words_that_the_family_used_yesterday_are_on_the_first_screen_all_day(as_, cast):
    yesterday = timezone.now() - timedelta(days=1)
    minutes = int((timezone.now() - yesterday).total_seconds() // 60)
    used = ["gaze", "smile", "babble", "reach", "approach", "yawn", "fuss", "cry"]
    log(cast, *[(minutes + i * 40, f"signal/{word}") for i, word in enumerate(used)])
    log(cast, *[(minutes + 700 + i, "signal/look_away") for i in range(3)])
    client = as_("kim")
    first = signals(minute(client, cast.ada))
    assert "look_away" in first
    log(cast, *[(2, "signal/laugh")] * 5)
    log(cast, (1, "settling/settled"))
    assert signals(minute(client, cast.ada)) == first, "no tile moves before night"


@pytest.mark.parametrize("before", [2, 400])
def test_it_reads_as_much_after_many_moments_as_after_two(
    as_, cast, before, django_assert_num_queries
):
    log(cast, *[(2000 + 45 * i, "signal/cry") for i in range(before)])
    log(cast, (60, "signal/fuss"), (50, "settling/settled"))
    client = as_("kim")
    client.get(f"/now/{cast.ada.pk}/")
    recent.cache_clear()
    with django_assert_num_queries(9):
        client.get(f"/now/{cast.ada.pk}/")


def test_a_second_look_reads_no_log_until_somebody_writes(as_, cast, django_assert_num_queries):
    log(cast, (60, "signal/fuss"), (50, "settling/settled"))
    client = as_("kim")
    client.get(f"/now/{cast.ada.pk}/")
    with django_assert_num_queries(8):
        client.get(f"/now/{cast.ada.pk}/")
    log(cast, (1, "care/nappy"))
    with django_assert_num_queries(9):
        client.get(f"/now/{cast.ada.pk}/")


def wakes(page):
    """Return the sleeps that one could end."""
    forms = [value_of(form, "action") for form in elements(page, tag="form")]
    named = [value_of(one, "value") for one in elements(page, tag="input", name="moment")]
    return named if any(url.endswith("/wakes/") for url in forms) else []


def test_a_sleep_that_runs_can_be_ended_and_one_from_long_ago_is_left_alone(as_, cast):
    (sleep,) = log(cast, (60, "care/sleep"))
    client = as_("kim")
    assert wakes(minute(client, cast.ada)) == [sleep]
    sent = {"moment": sleep, "edit": str(new_id())}
    for _twice in range(2):
        client.post(f"/now/{cast.ada.pk}/wakes/", sent)
    assert wakes(minute(client, cast.ada)) == []
    from holdfast.web.queries import history_of  # noqa: PLC0415 -- after the database is open

    assert len(history_of(cast.ada, moment=UUID(sleep))) == 2
    log(cast, (21 * 60, "care/sleep"))
    assert wakes(minute(client, cast.ada)) == []
