"""The sandbox: what its settings do, on several seeds, and what a link says."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.simulate import Fate
from holdfast.engine.simulate.sandbox import (
    SETTINGS,
    Settings,
    live,
    query_from_settings,
    settings_from_query,
)

SEEDS = (1, 2, 3)
NEVER = Settings(noticed=0.0, mended=0.0)


def trust(seed, **settings):
    return live(Settings(**settings), seed).trust[-1]


def test_the_same_link_gives_the_same_year():
    assert live(Settings(), 7) == live(Settings(), 7)


def test_every_series_has_a_value_a_week():
    year = live(Settings(people=3), 1)
    series = [year.trust, year.exploring, year.settling, year.settling_alone]
    assert {len(one) for one in [*series, *year.trust_in, *year.bonds]} == {52}
    assert (len(year.trust_in), len(year.bonds)) == (3, 3)
    assert all(0 <= value <= 1 for value in (*year.trust, *year.exploring))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_more_is_noticed_the_more_trust_grows(seed):
    trusts = [trust(seed, noticed=share, mended=0.0) for share in (0.0, 0.3, 0.6, 1.0)]
    assert sorted(trusts) == trusts


@pytest.mark.parametrize("seed", SEEDS)
def test_half_noticed_and_all_mended_is_nearer_to_all_noticed_than_to_never(seed):
    good_enough = trust(seed, noticed=0.5, mended=1.0)
    never = live(NEVER, seed).trust[-1]
    assert trust(seed, noticed=1.0) - good_enough < good_enough - never


@pytest.mark.parametrize("seed", SEEDS)
def test_mending_counts(seed):
    assert trust(seed, noticed=0.4, mended=1.0) > trust(seed, noticed=0.4, mended=0.0) + 0.03


@pytest.mark.parametrize("seed", SEEDS)
def test_sooner_is_better_than_later(seed):
    assert trust(seed, minutes=1.0) > trust(seed, minutes=20.0)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_hard_start_lowers_the_bond_and_the_bond_catches_up(seed):
    hard, usual = (live(Settings(hard_start=h), seed).bonds[0] for h in (1.0, 0.0))
    assert hard[0] < usual[0] - 0.8
    assert hard[-1] > usual[-1] - 0.3


@pytest.mark.parametrize("seed", SEEDS)
def test_time_apart_costs_exploring_late_in_the_year_and_not_early(seed):
    much, little = (np.array(live(Settings(apart=a), seed).exploring) for a in (4.0, 0.0))
    assert (little - much)[40:].mean() > 0.05
    assert abs((little - much)[:10].mean()) < 0.05


def test_a_child_that_is_answered_settles_sooner_as_the_months_go_by():
    year, never = live(Settings(noticed=1.0), 1), live(NEVER, 1)
    assert year.settling[-1] < never.settling[-1] < year.settling[0]
    assert year.settling_alone[-1] > 5 * year.settling[-1]


def test_the_strip_is_one_day_of_exchanges():
    strip = live(Settings(), 1).strip
    slept = sum(end - start for start, end in strip.sleeps)
    assert 9 * 60 < slept < 18 * 60
    assert all(0 <= start <= end <= 1440 for start, end in strip.sleeps)
    assert 8 <= len(strip.exchanges) <= 60
    for exchange in strip.exchanges:
        times = [exchange.at, *(at for at, _ in exchange.answers), exchange.ended]
        assert sorted(times) == times
        assert 0 <= exchange.at < 1440
        for louder in (exchange.fussed, exchange.cried):
            assert louder is None or exchange.at <= louder <= exchange.ended


def test_where_nobody_notices_hardly_a_bid_is_met():
    fates = live(NEVER, 1).fates
    assert fates[Fate.MISSED] > 0.8 * sum(fates.values())


def test_settings_out_of_a_link_are_within_range_on_a_step_and_never_an_error():
    query = {"n": "7", "s": "-3", "m": "nan", "p": "2.6", "h": "much", "a": "1.2"}
    assert settings_from_query(query) == Settings(
        noticed=1.0, minutes=1.0, mended=Settings().mended, people=3, hard_start=0.0, apart=1.0
    )


def test_a_link_says_only_what_is_not_as_usual():
    assert query_from_settings(Settings()) == {}
    assert query_from_settings(replace(Settings(), people=4, noticed=0.3)) == {"n": "0.3", "p": "4"}


@given(
    st.fixed_dictionaries(
        {
            one.name: st.integers(0, round((one.high - one.low) / one.step)).map(
                lambda k, one=one: round(one.low + k * one.step, 6)
            )
            for one in SETTINGS
        }
    )
)
def test_settings_come_back_out_of_their_link(values):
    settings = Settings(**(values | {"people": int(values["people"])}))
    assert settings_from_query(query_from_settings(settings)) == settings
