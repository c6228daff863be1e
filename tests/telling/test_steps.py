"""An exchange as a row of steps."""

import pytest

from holdfast.engine import exchanges
from holdfast.telling.steps import Step, steps
from tests.spec.drawing import log


def told(drawing, pronoun="she"):
    (exchange,) = exchanges(log(drawing)).to_dicts()
    return [(step.kind, step.text) for step in steps(exchange, pronoun)]


def test_what_she_did_each_answer_and_how_it_ended():
    assert told(
        "06:20 gaze / 06:21 coo / 06:22 coo / 06:23 kind_word / 06:25 sing / 06:30 settled"
    ) == [
        ("signal", "looked, cooed"),
        ("response", "kind word"),
        ("response", "sang"),
        ("settling", "settled"),
    ]


def test_a_mended_one_is_told_as_mended():
    assert told("07:30 cry / 07:31 not_just_then / 07:36 carry / 07:40 settled")[1:] == [
        ("response", "not just then"),
        ("response", "carried"),
        ("settling", "settled, mended"),
    ]


def test_care_that_was_the_answer_stands_as_care():
    assert told("07:30 cry / 07:31 nappy / 07:36 sleep")[1:] == [
        ("care", "nappy"),
        ("care", "slept"),
    ]


@pytest.mark.parametrize(
    ("pronoun", "text"),
    [("she", "settled by herself"), ("he", "settled by himself"), ("", "settled by themselves")],
)
def test_by_herself_himself_themselves(pronoun, text):
    assert told("07:30 fuss / 07:35 settled_alone", pronoun)[-1] == ("settling", text)


def test_that_nobody_saw_the_end_is_nothing_to_say():
    assert told("07:30 cry") == [("signal", "cried")]
    assert told("07:30 cry / 07:35 went_on")[-1] == ("settling", "went on")


def test_a_step_is_a_value():
    assert Step("signal", "cried") == Step("signal", "cried")
