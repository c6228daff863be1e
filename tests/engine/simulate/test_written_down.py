"""A life written down: valid moments in the house's words, in which the engine finds the life."""

from datetime import UTC, date, datetime

import numpy as np
import pytest

from holdfast.engine.exchanges import exchanges
from holdfast.engine.simulate import (
    ALWAYS,
    EVENINGS,
    Caregiver,
    Child,
    Course,
    Diary,
    Kept,
    Manner,
    live,
    moments,
)
from holdfast.engine.simulate.chance import Chance
from holdfast.words import Kind, Signal, frame

NOW = datetime(2028, 1, 1, tzinfo=UTC)
BORN = date(2026, 1, 5)


def written(*, weeks=52, start=0, every=1, child=None, kept=None, seed=1, people=None):
    rng = np.random.default_rng(seed)
    people = people or (
        Caregiver(id="a", hours=ALWAYS),
        Caregiver(id="b", hours=EVENINGS, nurses=False),
    )
    life = live(rng, people, Course(weeks=weeks, every=every), child=child or Child())
    diary = Diary(Chance(rng), life, BORN, "Europe/Berlin", "child", kept or Kept())
    return moments(diary, start=start, end=weeks), life


@pytest.fixture(scope="module")
def year():
    return written(start=-20)


def test_every_moment_can_be_kept(year):
    assert all(moment.check(now=NOW) is moment for moment in year[0])


def test_each_has_an_id_of_its_own_that_tells_its_time(year):
    ids = [moment.id for moment in year[0]]
    assert len(set(ids)) == len(ids)
    first = year[0][0]
    assert int(first.id.replace("-", "")[:12], 16) == int(first.at.timestamp() * 1000)


def test_all_fourteen_signals_are_seen_each_from_its_age_on(year):
    first = {}
    for moment in year[0]:
        if moment.kind is Kind.SIGNAL:
            weeks = (moment.at.date() - BORN).days / 7
            first.setdefault(moment.word, weeks)
    assert set(first) == set(Signal)
    assert first["kick"] < 0
    assert first["smile"] >= 6.8
    assert first["laugh"] >= 15.8
    assert first["approach"] >= Child().crawls - 0.2


def test_answers_and_settlings_belong_to_a_signal_that_is_there(year):
    signals = {moment.id for moment in year[0] if moment.kind is Kind.SIGNAL}
    asked = [m.answers for m in year[0] if m.kind in {Kind.RESPONSE, Kind.SETTLING}]
    assert set(asked) <= signals
    assert None not in asked


def test_first_times_are_written_once_at_their_age(year):
    words = [moment.word for moment in year[0] if moment.kind is Kind.MILESTONE]
    assert sorted(words) == [
        "crawled_to_me",
        "crawls",
        "first_coo",
        "first_laugh",
        "first_reach",
        "first_smile",
        "minds_goodbyes",
    ]


def test_who_never_crawls_explores_near_somebody_all_year():
    never = written(child=Child(crawls=1e9), every=3)[0]
    words = {moment.word for moment in never}
    assert "play_near" in words
    assert not {"off", "crawls", "approach"} & words


def test_who_goes_off_comes_back():
    log = written(every=3)[0]
    words = [moment.word for moment in log if moment.kind is Kind.EXPLORING]
    assert words.count("off") == words.count("return") > 100
    assert 0 < words.count("look_back") < words.count("off")


def test_who_cannot_nurse_gives_a_bottle(year):
    how = {(m.by, m.detail["how"]) for m in year[0] if m.word == "feed" and m.kind is Kind.CARE}
    assert how == {("a", "breast"), ("b", "bottle")}


def test_a_child_that_is_bottle_fed_is_given_more_as_it_grows():
    log = written(child=Child(breast=False), every=3)[0]
    feeds = [m for m in log if m.word == "feed" and m.kind is Kind.CARE]
    assert {m.detail["content"] for m in feeds} == {"formula"}
    amounts = [m.detail["ml"] for m in feeds]
    assert np.mean(amounts[:50]) < np.mean(amounts[-50:])


def test_what_is_not_kept_is_not_there():
    kept = Kept(exchanges=0.0, play=0.0, care=0.0, exploring=0.0)
    log, life = written(weeks=8, kept=kept)
    assert {moment.kind for moment in log} == {Kind.MILESTONE}
    assert sum(len(day.bids) for day in life.days) > 500


def test_the_engine_finds_the_exchanges_that_were_lived():
    log, life = written(weeks=6, kept=Kept(care=0.0, could_not=0.0))
    found = exchanges(frame(log))
    lived = sum(len(day.bids) for day in life.days)
    assert len(found) == pytest.approx(lived, rel=0.2)  # some run into one, a long wait parts one
    settled = found.filter(found["end"] == "settled")
    assert len(settled) > 0.4 * len(found)


def test_what_goes_on_for_two_hours_is_written_so():
    child = Child(soothable=0.02, unexplained=3.0)
    log = written(weeks=3, child=child, people=(Caregiver(manner=Manner()),))[0]
    assert "went_on" in {moment.word for moment in log}


def test_before_a_kick_is_felt_nothing_is_written():
    log = written(weeks=1, start=-30)[0]
    weeks = [(moment.at.date() - BORN).days / 7 for moment in log if moment.word == "kick"]
    assert min(weeks) >= -21.2
    assert max(weeks) < 0
