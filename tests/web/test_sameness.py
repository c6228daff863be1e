"""One cry, two phones: shown as two, said to be one, counted once, and parted again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.http import Http404

from holdfast.engine import exchanges
from holdfast.web.actions import (
    choose,
    keep,
    keep_moments,
    part,
    remove,
    revise,
    say_apart,
    say_same,
    stop,
)
from holdfast.web.ids import new_id
from holdfast.web.queries import day_of, history_of, log_of, moments_since
from holdfast.web.sync import Arrival
from tests.web.logs import moment

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
DAY = date(2026, 3, 13)


@pytest.fixture
def two(cast):
    """Kim and Noor both write down a cry; return the ids, the elder first."""
    said = [
        moment("03:10", "cry", child=cast.ada, by=cast.kim),
        moment("03:12", "cry", child=cast.ada, by=cast.noor),
    ]
    for one, by in zip(said, (cast.kim, cast.noor), strict=True):
        keep_moments(child=cast.ada, by=by, moments=[one], now=NOW)
    return [UUID(one.id) for one in said]


def counted(cast):
    return [f"{at:%H:%M}" for at in log_of(cast.ada)["at"]]


def detail(cast, name):
    return history_of(cast.ada, moment=name)[-1].moment.detail


def test_two_are_shown_as_two_until_somebody_says_they_are_one(cast, two):
    assert counted(cast) == ["03:10", "03:12"]
    say_same(child=cast.ada, by=cast.noor, one=two[1], other=two[0], now=NOW)
    assert counted(cast) == ["03:10"]
    assert len(exchanges(log_of(cast.ada))) == 1
    assert len(day_of(cast.ada, on=DAY, zone="Europe/Berlin")) == 2, "both notes are still there"


@pytest.mark.parametrize("turned", [False, True])
def test_said_from_either_side_it_is_the_same_word_of_the_younger(cast, two, turned):
    one, other = reversed(two) if turned else two
    (step,) = say_same(child=cast.ada, by=cast.kim, one=one, other=other, now=NOW)
    assert (str(step.outcome), step.arrival.moment.id) == ("revision", str(two[1]))
    assert detail(cast, two[1]) == {"same_as": str(two[0])}
    assert detail(cast, two[0]) == {}


@pytest.mark.parametrize("say", [say_same, say_apart])
def test_said_twice_it_is_said_once(cast, two, say):
    for _twice in range(2):
        said = say(child=cast.ada, by=cast.kim, one=two[0], other=two[1], now=NOW)
    assert said == []
    assert len(history_of(cast.ada, moment=two[1])) == 2


def test_parted_they_are_two_again_and_put_together_once_more_one(cast, two):
    say_same(child=cast.ada, by=cast.kim, one=two[0], other=two[1], now=NOW)
    for _twice in range(2):
        part(child=cast.ada, by=cast.noor, moments=two, now=NOW)
    assert counted(cast) == ["03:10", "03:12"]
    assert detail(cast, two[1]) == {"apart_from": str(two[0])}
    say_same(child=cast.ada, by=cast.kim, one=two[0], other=two[1], now=NOW)
    assert counted(cast) == ["03:10"]
    assert len(history_of(cast.ada, moment=two[1])) == 4, "nothing of it is forgotten"


def test_the_history_names_who_said_so(cast, two):
    say_same(child=cast.ada, by=cast.lou, one=two[0], other=two[1], now=NOW)
    assert history_of(cast.ada, moment=two[1])[-1].logged_by_name == "Lou"


def test_two_who_say_it_at_the_same_time_have_nothing_to_choose(cast, two):
    """Both phones were offline. They say the same, so nobody is asked which one counts."""
    (first,) = history_of(cast.ada, moment=two[1])
    same = replace(first.moment, detail={"same_as": str(two[0])})
    arrivals = [Arrival(moment=same, edit=new_id(), replaces=(first.edit,)) for _phone in range(2)]
    steps = [
        step
        for arrival, by in zip(arrivals, (cast.kim, cast.noor), strict=True)
        for step in keep(by=by, children=[cast.ada.pk], arrivals=[arrival], now=NOW)
    ]
    assert [str(step.outcome) for step in steps] == ["revision", "crossed"]
    assert {row.crossed for row in history_of(cast.ada, moment=two[1])} == {False}
    assert counted(cast) == ["03:10"]


def test_one_who_puts_together_and_one_who_parts_are_asked(cast, two):
    (first,) = history_of(cast.ada, moment=two[1])
    for key in ("same_as", "apart_from"):
        said = replace(first.moment, detail={key: str(two[0])})
        revise(child=cast.ada, by=cast.kim, moment=said, replaces=[first.edit], now=NOW)
    heads = [row for row in history_of(cast.ada, moment=two[1]) if row.crossed]
    assert len(heads) == 2
    chosen = heads[0].edit
    choose(child=cast.ada, by=cast.noor, moment=two[1], chosen=chosen, now=NOW)
    assert counted(cast) == ["03:10"]
    assert not any(row.crossed for row in history_of(cast.ada, moment=two[1]))


def test_a_cry_and_a_yawn_cannot_be_one(cast, two):
    yawn = moment("03:11", "yawn", child=cast.ada, by=cast.kim)
    keep_moments(child=cast.ada, by=cast.kim, moments=[yawn], now=NOW)
    for other in (UUID(yawn.id), two[0], new_id()):
        with pytest.raises(Http404):
            say_same(child=cast.ada, by=cast.kim, one=two[0], other=other, now=NOW)


def test_when_the_first_is_taken_out_the_second_counts_for_itself(cast, two):
    say_same(child=cast.ada, by=cast.kim, one=two[0], other=two[1], now=NOW)
    remove(child=cast.ada, by=cast.kim, moment=two[0], now=NOW)
    assert counted(cast) == ["03:12"]


def test_removed_on_one_phone_and_changed_on_the_other_both_count_until_somebody_chooses(cast):
    cry = moment("03:10", "cry", child=cast.ada, by=cast.kim)
    keep_moments(child=cast.ada, by=cast.kim, moments=[cry], now=NOW)
    name = UUID(cry.id)
    arrivals = [
        Arrival(moment=replace(cry, word="fuss"), edit=new_id(), replaces=(name,)),
        Arrival(moment=cry, edit=new_id(), replaces=(name,), removed=True),
    ]
    for arrival in arrivals:
        keep(by=cast.noor, children=[cast.ada.pk], arrivals=[arrival], now=NOW)
    (shown,) = day_of(cast.ada, on=DAY, zone="Europe/Berlin")
    assert (shown.moment.word, shown.crossed) == ("fuss", True)
    assert log_of(cast.ada)["word"].to_list() == ["fuss"]
    choose(child=cast.ada, by=cast.kim, moment=name, chosen=arrivals[1].edit, now=NOW)
    assert day_of(cast.ada, on=DAY, zone="Europe/Berlin") == []


def test_edits_that_crossed_to_different_days_know_each_other(cast):
    cry = moment("03:10", "cry", child=cast.ada, by=cast.kim)
    keep_moments(child=cast.ada, by=cast.kim, moments=[cry], now=NOW)
    for days in (1, 2):
        moved = replace(cry, at=cry.at - timedelta(days=days))
        revise(child=cast.ada, by=cast.kim, moment=moved, replaces=[UUID(cry.id)], now=NOW)
    on = DAY - timedelta(days=1)
    assert [row.crossed for row in day_of(cast.ada, on=on, zone="Europe/Berlin")] == [True]
    changes = moments_since(cast.family, 2)
    assert [row.crossed for row in changes.rows] == [True]
    assert log_of(cast.ada)["at"].to_list() == [cry.at - timedelta(days=2)], "the later written"


def stopped(cast, sleep, clock, *, replaces):
    over = datetime.fromisoformat(f"2026-03-13 {clock}").replace(tzinfo=UTC)
    return revise(
        child=cast.ada,
        by=cast.kim,
        moment=replace(sleep, until=over),
        replaces=replaces,
        now=NOW,
    )


@pytest.mark.parametrize(("second", "asked"), [("05:10:40", False), ("05:14:00", True)])
def test_two_stops_of_a_sleep_ask_only_where_they_differ_on_the_clock(cast, second, asked):
    sleep = moment("03:30", "sleep", child=cast.ada, by=cast.kim)
    keep_moments(child=cast.ada, by=cast.kim, moments=[sleep], now=NOW)
    for clock in ("05:10:05", second):
        stopped(cast, sleep, clock, replaces=[UUID(sleep.id)])
    assert {row.crossed for row in day_of(cast.ada, on=DAY, zone="Europe/Berlin")} == {asked}


def test_a_sleep_that_was_stopped_stays_as_it_was_stopped(cast):
    sleep = moment("03:30", "sleep", child=cast.ada, by=cast.kim)
    keep_moments(child=cast.ada, by=cast.kim, moments=[sleep], now=NOW)
    first = datetime(2026, 3, 13, 5, 10, tzinfo=UTC)
    ended = stop(child=cast.ada, by=cast.kim, moment=UUID(sleep.id), at=first, now=NOW)
    again = stop(child=cast.ada, by=cast.noor, moment=UUID(sleep.id), now=NOW)
    assert (str(ended.outcome), again) == ("revision", None)
    assert log_of(cast.ada)["until"].to_list() == [first]


def test_what_was_taken_out_cannot_be_stopped_and_nothing_ends_before_it_began(cast):
    sleep = moment("03:30", "sleep", child=cast.ada, by=cast.kim)
    keep_moments(child=cast.ada, by=cast.kim, moments=[sleep], now=NOW)
    early = sleep.at - timedelta(minutes=5)
    stop(child=cast.ada, by=cast.kim, moment=UUID(sleep.id), at=early, now=NOW)
    assert log_of(cast.ada)["until"].to_list() == [sleep.at]
    feed = moment("06:00", "care:feed", child=cast.ada, by=cast.kim)
    keep_moments(child=cast.ada, by=cast.kim, moments=[feed], now=NOW)
    remove(child=cast.ada, by=cast.kim, moment=UUID(feed.id), now=NOW)
    assert stop(child=cast.ada, by=cast.kim, moment=UUID(feed.id), now=NOW) is None
