"""Our own notation says what it looks like, and a drawing that is not so fails."""

import polars as pl
import pytest

from tests.spec.drawing import assert_drawn, log, table


def test_a_drawn_log_has_the_words_times_and_people_that_one_reads():
    found = log("03:00 cry / 03:04 hug by sam for 1 ~5 / 04:00 care:feed until 04:20")
    assert_drawn(
        found.select("id", "kind", "word", "at", "until", "by", "answers", "about"),
        """
        id | kind     | word | at    | until | by  | answers | about
        1  | signal   | cry  | 03:00 | -     | -   | -       | 0
        2  | response | hug  | 03:04 | -     | sam | 1       | 5
        3  | care     | feed | 04:00 | 04:20 | -   | -       | 0
        """,
    )


def test_a_table_is_read_as_what_its_cells_look_like():
    found = table("a | b | c\n 1 | 0.5 | yes\n - | - | -\n")
    assert found.to_dict(as_series=False) == {"a": [1, None], "b": [0.5, None], "c": ["yes", None]}


def test_a_table_without_rows_has_its_columns():
    assert table("a | b").columns == ["a", "b"]


@pytest.mark.parametrize(
    "wrong", ["a | b\n1 | 0.50", "a\n2", "a\n1\n1", "a | b\n1 | 0.51\n"], ids=str.split
)
def test_what_is_not_as_drawn_fails(wrong):
    with pytest.raises(AssertionError):
        assert_drawn(
            pl.DataFrame({"a": [1], "b": [0.494]}).select(*"ab"[: 1 + ("b" in wrong)]), wrong
        )


def test_a_line_that_cannot_be_read_fails():
    with pytest.raises(AssertionError):
        log("three o'clock cry")
