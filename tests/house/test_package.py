"""The package's own door: what is heavy comes when it is asked for, and nothing else is there."""

import subprocess
import sys

import pytest

import holdfast


def test_the_simulator_comes_when_it_is_asked_for_and_not_before():
    is_here = "print('holdfast.engine' in sys.modules)"
    asks = f"import sys, holdfast; {is_here}; holdfast.simulate; {is_here}"
    ran = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "True"]


def test_what_the_package_does_not_have_is_an_error_as_python_says_it():
    with pytest.raises(AttributeError, match="has no attribute 'score'"):
        holdfast.score  # noqa: B018 -- the look is the act
