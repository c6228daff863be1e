"""An error says what happened and names the way out."""

import pytest

from holdfast.words import BadMoment, HoldfastError, OtherFormat, Problem, Refused


def test_an_error_is_its_message_and_its_hint():
    error = HoldfastError("The file is empty.", hint="Export it once more.")
    assert str(error) == "The file is empty. Export it once more."
    assert error.hint == "Export it once more."


def test_an_error_without_a_hint_is_its_message():
    assert str(HoldfastError("The file is empty.")) == "The file is empty."


def test_an_error_has_a_status_for_the_page_and_a_code_for_the_shell():
    assert (HoldfastError.status, HoldfastError.exit_code) == (422, 1)


def test_a_bad_moment_says_which_field_to_mend():
    error = BadMoment("That is no time.", field="at", hint="Set it once more.")
    assert (error.field, str(error)) == ("at", "That is no time. Set it once more.")


def test_a_file_in_another_format_is_refused():
    with pytest.raises(Refused):
        raise OtherFormat("sleep.csv has no column nap.", hint="Choose Export.")


def test_a_problem_is_a_value():
    problem = Problem("12", "start", "the clocks never showed it", "correct the time")
    assert problem == Problem("12", "start", "the clocks never showed it", "correct the time")
