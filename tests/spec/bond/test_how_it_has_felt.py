"""How has it felt, over months?"""

import polars as pl

from holdfast.engine.bond import bond_line, check_ins, heavy, rise
from holdfast.engine.onset import onset
from tests.spec.drawing import assert_drawn, table


def asked(drawing):
    return check_ins(table(drawing))


def said(rose):
    return pl.DataFrame({"value": [rose.value], "low": [rose.low], "high": [rose.high]})


def test_one_answer_says_little():
    """Half a year on somebody felt far away, once: two steps below what is usual. The line goes
    less than half of the way, and the band still reaches from far away to what is usual. So
    nothing is said from one answer.
    """
    assert_drawn(
        bond_line(asked("week | answer\n26 | 1")).weeks.select("week", "n", "level", "low", "high"),
        """
        week  | n | level | low   | high
        26.00 | 1 | -0.80 | -1.75 | 0.15
        """,
    )


def test_answers_that_are_all_alike_show_no_way_up_or_down():
    """What is usual moves in the first weeks. That is nothing that this caregiver said."""
    assert_drawn(
        said(rise(asked("week | answer\n0 | 3\n3 | 3\n6 | 3\n9 | 3\n12 | 3"), since=0, until=12)),
        """
        value | low   | high
         0.34 | -0.37 | 1.05
        """,
    )


def test_a_way_up_is_told_once_it_is_sure():
    """Nine notes over thirty-two weeks, from far to very near: the whole band lies above nought.
    Eight in ten such bands hold what is true.
    """
    assert_drawn(
        said(
            rise(
                asked("""
                    week | answer
                       0 | 2
                       4 | 2
                       8 | 3
                      12 | 3
                      16 | 4
                      20 | 4
                      24 | 5
                      28 | 5
                      32 | 5
                """),
                since=0,
                until=32,
            )
        ),
        """
        value | low  | high
         1.40 | 0.55 | 2.26
        """,
    )


def test_heavy_weeks_are_asked_about_gently_and_not_from_a_few_of_them():
    """The lowest answer each week, for half a year, is not sure enough: one question says little.
    For a year it is.
    """
    half, whole = (
        check_ins(pl.DataFrame({"week": range(weeks), "answer": [1] * weeks})) for weeks in (26, 52)
    )
    assert not heavy(bond_line(half))
    assert heavy(bond_line(whole))


def test_not_yet_is_an_answer_and_leaves_what_comes_after():
    """Who says "not yet" after one week begins later. How those did who were asked in a large
    survey is all that is known of it: nobody can say it of one.
    """
    assert_drawn(
        onset([(1, False)]),
        """
        when         | share
        in pregnancy | 0.00
        at birth     | 0.00
        first days   | 0.00
        first weeks  | 0.65
        recently     | 0.30
        not yet      | 0.05
        """,
    )
