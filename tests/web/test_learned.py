"""What was learned is kept by month, can be thrown away, and knows of what is written down late."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from holdfast.engine import exchanges
from holdfast.engine.learner import start
from holdfast.engine.replay import catch_up, replay
from holdfast.engine.seen import Child as Known
from holdfast.engine.seen import seen
from holdfast.web import actions
from holdfast.web.access import within
from holdfast.web.ids import new_id
from holdfast.web.models import Learner
from holdfast.web.queries import history_of, log_of
from holdfast.web.queries.learned import learner_of
from holdfast.words import Kind, Moment

START = datetime(2026, 1, 12, 6, tzinfo=UTC)
NOW = datetime(2026, 3, 14, 9, tzinfo=UTC)
WAYS = ("feed", "hug", "put_to_rest", "change", "play")


def moment(child, at, kind=Kind.SIGNAL, word="cry", **more):
    return Moment(
        id=str(new_id()),
        child=str(child.pk),
        kind=kind,
        word=word,
        at=at,
        zone="Europe/Berlin",
        **more,
    )


def keep(cast, *moments, child=None, by=None):
    child, by = child or cast.ada, by or cast.kim
    actions.keep_moments(child=child, by=by, moments=moments, now=NOW)


@pytest.fixture
def lived(cast):
    """Two months of Ada's log, an exchange every few hours."""
    chance, at, moments = random.Random(4), START, []
    while at < NOW - timedelta(hours=3):
        ends = chance.choice(["settled", "settled", "settled_alone", "went_on"])
        moments += [
            moment(cast.ada, at, word=chance.choice(["cry", "fuss", "root", "gaze"])),
            moment(cast.ada, at + timedelta(minutes=3), Kind.RESPONSE, chance.choice(WAYS)),
            moment(cast.ada, at + timedelta(minutes=9), Kind.SETTLING, ends),
        ]
        if chance.random() < 0.6:
            moments.append(moment(cast.ada, at + timedelta(minutes=50), Kind.CARE, "feed"))
        at += timedelta(minutes=chance.choice([90, 150, 200, 400]))
    keep(cast, *moments)
    return cast


def from_birth(child, now=NOW):
    """Return what the engine learns from the whole log, without any cache."""
    return catch_up(None, log_of(child), Known(child.born, child.due), now=now)[0]


def rows(child):
    with within(family=child.family_id):
        return list(Learner.objects.filter(child=child).order_by("upto"))


def throw_away(child):
    with within(family=child.family_id):
        Learner.objects.all().delete()


def test_of_a_child_whose_log_is_empty_nothing_is_known_or_kept(cast):
    state, log = learner_of(cast.ada, now=NOW)
    assert state is None
    assert log.is_empty()
    assert rows(cast.ada) == []


def test_what_is_known_is_what_the_whole_log_teaches_also_with_all_caches_thrown_away(lived):
    whole = from_birth(lived.ada)
    log = log_of(lived.ada)
    found = exchanges(log)
    all_seen = seen(log, found, {str(lived.ada.pk): Known(lived.ada.born, lived.ada.due)})
    assert whole == replay(all_seen).learners[str(lived.ada.pk)]
    assert whole.scored > 100
    assert learner_of(lived.ada, now=NOW)[0] == whole  # made
    assert learner_of(lived.ada, now=NOW)[0] == whole  # from what was kept
    throw_away(lived.ada)
    assert learner_of(lived.ada, now=NOW)[0] == whole


def test_one_state_a_month_is_kept_and_none_knows_the_last_two_days(lived):
    learner_of(lived.ada, now=NOW)
    assert [row.month for row in rows(lived.ada)] == ["2026-01", "2026-02", "2026-03"]
    assert rows(lived.ada)[-1].upto < NOW - timedelta(days=2)


def test_a_second_look_reads_the_last_days_and_not_the_months_before(lived):
    learner_of(lived.ada, now=NOW)
    _, log = learner_of(lived.ada, now=NOW)
    assert log["at"].min() > NOW - timedelta(days=5)


def test_looked_at_day_by_day_it_knows_the_same(lived):
    for days in range(9, -1, -1):
        now = NOW - timedelta(days=days)
        learner_of(lived.ada, now=now)
    assert learner_of(lived.ada, now=NOW)[0] == from_birth(lived.ada)


@pytest.mark.parametrize(
    ("days", "left"),
    [(0, ["2026-01", "2026-02", "2026-03"]), (10, ["2026-01", "2026-02"]), (35, ["2026-01"])],
)
def test_what_is_written_down_late_is_learned_from_the_month_before_it(lived, days, left):
    learner_of(lived.ada, now=NOW)
    stood = {row.month: row.state for row in rows(lived.ada)}
    at = NOW - timedelta(days=days, minutes=31)
    keep(
        lived,
        moment(lived.ada, at, word="cry"),
        moment(lived.ada, at + timedelta(minutes=2), Kind.RESPONSE, "feed"),
        moment(lived.ada, at + timedelta(minutes=5), Kind.SETTLING, "settled"),
    )
    assert learner_of(lived.ada, now=NOW)[0] == from_birth(lived.ada)
    same = [row.month for row in rows(lived.ada) if row.state == stood[row.month]]
    assert same == left


def some_answer(child, days):
    found = exchanges(log_of(child, until=NOW - timedelta(days=days)))
    (last,) = found.filter(end="settled").tail(1)["answers"].to_list()
    return UUID(last[0]["id"])


def test_what_is_changed_or_taken_out_late_is_unlearned(lived):
    known = [learner_of(lived.ada, now=NOW)[0]]
    first = history_of(lived.ada, moment=some_answer(lived.ada, 20))[-1]
    actions.revise(
        child=lived.ada,
        by=lived.kim,
        moment=replace(first.moment, word="hug" if first.moment.word != "hug" else "feed"),
        replaces=[first.edit],
        now=NOW,
    )
    known.append(learner_of(lived.ada, now=NOW)[0])
    actions.remove(child=lived.ada, by=lived.kim, moment=some_answer(lived.ada, 30), now=NOW)
    known.append(learner_of(lived.ada, now=NOW)[0])
    assert known[-1] == from_birth(lived.ada)
    assert len({state.to_json() for state in known}) == 3


def test_what_is_moved_to_today_is_unlearned_where_it_stood(lived):
    learner_of(lived.ada, now=NOW)
    one = history_of(lived.ada, moment=some_answer(lived.ada, 20))[-1]
    actions.revise(
        child=lived.ada,
        by=lived.kim,
        moment=replace(one.moment, at=NOW - timedelta(minutes=5)),
        replaces=[one.edit],
        now=NOW,
    )
    assert learner_of(lived.ada, now=NOW)[0] == from_birth(lived.ada)


def test_an_answer_of_today_that_names_a_signal_of_last_month_counts_there(lived):
    before = learner_of(lived.ada, now=NOW)[0]
    log = log_of(lived.ada)
    open_ones = exchanges(log).filter(end="went_on")["id"].to_list()
    named = moment(
        lived.ada, NOW - timedelta(minutes=1), Kind.SETTLING, "settled", answers=open_ones[20]
    )
    keep(lived, named)
    after = learner_of(lived.ada, now=NOW)[0]
    assert after == from_birth(lived.ada)
    assert after.scored == before.scored + 1


def test_a_state_of_another_version_is_made_anew(lived):
    whole = learner_of(lived.ada, now=NOW)[0]
    with within(family=lived.family.pk):
        Learner.objects.update(state=start().to_json().replace('"version":1', '"version":0'))
    assert learner_of(lived.ada, now=NOW)[0] == whole
    assert learner_of(lived.ada, now=NOW)[0] == whole


def test_who_keeps_a_state_while_somebody_writes_leaves_one_that_is_asked_about(lived, monkeypatch):
    from holdfast.web.queries import learned  # noqa: PLC0415 -- to stand in its way

    def meanwhile(*args, **more):
        found = log_of(*args, **more)
        at = NOW - timedelta(days=20)
        late = [
            moment(lived.ada, at),
            moment(lived.ada, at + timedelta(minutes=1), Kind.RESPONSE, "feed"),
            moment(lived.ada, at + timedelta(minutes=2), Kind.SETTLING, "settled"),
        ]
        keep(lived, *late)
        return found

    monkeypatch.setattr(learned, "log_of", meanwhile)
    learner_of(lived.ada, now=NOW)
    monkeypatch.undo()
    assert learner_of(lived.ada, now=NOW)[0] == from_birth(lived.ada)


def test_other_children_neither_teach_nor_unlearn(lived):
    whole = learner_of(lived.ada, now=NOW)[0]
    at = NOW - timedelta(days=20)
    keep(lived, moment(lived.ben, at), child=lived.ben, by=lived.chi)
    sister = actions.add_child(family=lived.family, child=actions.NewChild(name="Ida"))
    keep(lived, moment(sister, at), child=sister)
    stood = [row.state for row in rows(lived.ada)]
    assert learner_of(lived.ada, now=NOW)[0] == whole
    assert [row.state for row in rows(lived.ada)] == stood
    assert learner_of(lived.ben, now=NOW)[0].scored == 0
    assert [row.family_id for row in rows(lived.ben)] == [lived.okafors.pk]
