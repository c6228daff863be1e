"""The phone draws the line itself, since only the phone can read the check-ins: the same line."""

import math
import random

import polars as pl
import pytest

from holdfast.engine.bond import bond_line, check_ins, heavy, rise, usual
from tests.engine.phone import on_the_phone

LINE = "bond/line.js"
AS_HERE = {"week": "week", "n": "n", "answered": "answered", "level": "level", "low": "low"}
AS_HERE |= {"high": "high", "then": "then", "then_error": "thenError"}
NEAR = 1e-9


def a_life(chance):
    """Observations of one caregiver, weeks asked about, and the gestation at birth."""
    weeks = [
        round(chance.uniform(-24, 60), chance.choice([0, 2])) for _ in range(chance.randint(1, 25))
    ]
    low = chance.random() < 0.4
    rows = [
        {
            "week": week,
            "value": chance.uniform(-3, -1.5) if low else chance.uniform(-3, 3),
            "slope": chance.choice([1.0, 0.5, 9.0]),
            "noise": chance.choice([0.15, 0.25, 1.2]),
        }
        for week in weeks
    ]
    at = sorted(chance.uniform(-24, 70) for _ in range(chance.randint(0, 5)))
    return rows, at, chance.choice([40.0, 35.0, 27.5])


def frame(rows):
    return pl.DataFrame(rows, schema=dict.fromkeys(["week", "value", "slope", "noise"], pl.Float64))


def test_the_phone_draws_the_same_line_in_six_hundred_lives():
    chance = random.Random(7)
    lives = [a_life(chance) for _ in range(600)]
    cases = [["bondLine", rows, {"at": at, "bornAt": born_at}] for rows, at, born_at in lives]
    for (rows, at, born_at), phone in zip(lives, on_the_phone(LINE, cases), strict=True):
        here = bond_line(frame(rows), at=at, born_at=born_at)
        assert phone["logLikelihood"] == pytest.approx(here.log_likelihood, rel=NEAR)
        for name, on_phone in AS_HERE.items():
            said = [row[on_phone] for row in phone["weeks"]]
            assert said == pytest.approx(here.weeks[name].to_list(), rel=NEAR, abs=NEAR)


def test_the_phone_says_the_same_of_how_much_it_rose_and_of_whether_it_is_heavy():
    chance = random.Random(8)
    lives = [a_life(chance) for _ in range(500)]
    weeks = [sorted(chance.uniform(-24, 70) for _ in range(2)) for _ in lives]
    rises = [
        ["rise", rows, {"since": since, "until": until, "bornAt": born_at}]
        for (rows, _at, born_at), (since, until) in zip(lives, weeks, strict=True)
    ]
    for (rows, _at, born_at), (since, until), phone in zip(
        lives, weeks, on_the_phone(LINE, rises), strict=True
    ):
        here = rise(frame(rows), since=since, until=until, born_at=born_at)
        assert phone["n"] == here.n
        assert phone["value"] == pytest.approx(here.value, rel=NEAR, abs=NEAR)
        assert phone["high"] == pytest.approx(here.high, abs=1e-7)  # of a root near nought
    lines = on_the_phone(LINE, [["bondLine", rows, {}] for rows, _at, _born in lives])
    found = on_the_phone(LINE, [["heavy", line] for line in lines])
    assert found == [heavy(bond_line(frame(rows))) for rows, _at, _born in lives]
    assert 10 < sum(found) < 400


def test_check_ins_and_the_usual_line_are_read_alike():
    answers = [{"week": -3.5, "answer": 1}, {"week": 8.0, "answer": 5}]
    (phone,) = on_the_phone(LINE, [["checkIns", answers]])
    assert phone == check_ins(pl.DataFrame(answers)).to_dicts()
    weeks = [week / 4 for week in range(-120, 200)]
    said = on_the_phone(LINE, [["usual", week, 37.5] for week in weeks])
    assert said == pytest.approx(usual(weeks, born_at=37.5).tolist(), abs=1e-12)
    assert all(map(math.isfinite, said))


def test_a_phone_without_a_check_in_says_the_usual_line_and_draws_nothing_without_weeks():
    nothing, asked = on_the_phone(LINE, [["bondLine", []], ["bondLine", [], {"at": [0, 26]}]])
    assert nothing == {"weeks": [], "logLikelihood": 0}
    assert [row["level"] for row in asked["weeks"]] == pytest.approx([-0.25, 0.2])
