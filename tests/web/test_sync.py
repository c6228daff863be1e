"""What becomes of each moment that comes in, decided without a database."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.web.ids import new_id
from holdfast.web.sync import WRITTEN, Arrival, Door, Outcome, plan
from holdfast.words import BadMoment, Kind, Moment

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
ADA, TWIN, KIM = (str(new_id()) for _ in range(3))
DOOR = Door(children=frozenset({ADA, TWIN}), caregivers=frozenset({KIM}))


def cry(**more):
    given = {"id": str(new_id()), "child": ADA, "kind": Kind.SIGNAL, "word": "cry", "by": KIM}
    return Moment(**{**given, "at": NOW, "zone": "Europe/Berlin", **more})


def told(*arrivals):
    """Return the plan for what comes to an empty log."""
    return plan(arrivals, stored=[], door=DOOR, now=NOW)


def outcomes(*arrivals):
    return [str(step.outcome) for step in told(*arrivals)]


def change(arrival, *, seen, **more):
    """Return a change of a moment by somebody who had seen these edits."""
    moment = replace(arrival.moment, **more)
    return Arrival(moment=moment, edit=new_id(), replaces=tuple(one.edit for one in seen))


def test_a_tap_that_comes_twice_is_kept_once():
    tap = Arrival.new(cry())
    assert outcomes(tap, tap) == ["new", "repeated"]


def test_a_change_of_what_one_has_seen_is_the_next_revision():
    tap = Arrival.new(cry())
    steps = told(tap, change(tap, seen=[tap], word="fuss"))
    assert [(str(step.outcome), step.revision) for step in steps] == [("new", 1), ("revision", 2)]
    assert steps[1].retires == (tap.edit,)


def test_two_changes_that_did_not_see_each_other_have_crossed_and_both_stay():
    tap = Arrival.new(cry())
    mine, hers = change(tap, seen=[tap], about=5), change(tap, seen=[tap], word="fuss")
    steps = told(tap, mine, hers)
    assert [str(step.outcome) for step in steps] == ["new", "revision", "crossed"]
    assert steps[2].retires == ()


def test_a_choice_that_saw_both_sides_ends_the_crossing():
    tap = Arrival.new(cry())
    mine, hers = change(tap, seen=[tap], about=5), change(tap, seen=[tap], word="fuss")
    steps = told(tap, mine, hers, change(tap, seen=[mine, hers], word="fuss"))
    assert str(steps[3].outcome) == "revision"
    assert set(steps[3].retires) == {mine.edit, hers.edit}


def test_a_change_that_names_nothing_it_saw_crosses_rather_than_overwrites():
    tap = Arrival.new(cry())
    assert outcomes(tap, change(tap, seen=[])) == ["new", "crossed"]


def test_a_change_of_a_moment_that_never_came_waits():
    tap = Arrival.new(cry())
    (step,) = told(change(tap, seen=[tap]))
    assert (str(step.outcome), step.field) == ("refused", "replaces")
    assert step.why == "The moment that this changes has not come yet. Send that one first."


def test_the_first_edit_of_a_moment_is_named_as_the_moment_is():
    (step,) = told(Arrival(moment=cry(), edit=new_id()))
    assert step.why == "The first edit of a moment has the moment's own id."


def test_one_edit_cannot_be_that_of_two_moments():
    tap, other = Arrival.new(cry()), cry()
    steps = told(tap, Arrival(moment=other, edit=tap.edit))
    assert steps[1].why == "This id is that of another moment. Send it with an id of its own."


def test_a_moment_does_not_move_to_a_twin():
    tap = Arrival.new(cry())
    steps = told(tap, change(tap, seen=[tap], child=TWIN))
    assert steps[1].why == "A moment stays with its child. Remove it there, and log it here."


def test_each_refusal_says_which_field_to_mend():
    refused = {
        "child": cry(child=str(new_id())),
        "by": cry(by=str(new_id())),
        "to": cry(to=str(new_id())),
        "word": cry(word="wail"),
        "at": cry(at=datetime(2027, 1, 1, tzinfo=UTC)),
    }
    steps = told(*map(Arrival.new, refused.values()))
    assert [step.field for step in steps] == list(refused)
    assert all(step.why for step in steps)


def test_a_tap_without_an_id_is_none():
    with pytest.raises(BadMoment, match="'tap-1' is no id"):
        Arrival.new(cry(id="tap-1"))


def test_an_id_that_is_none_is_refused_by_name():
    steps = told(Arrival(moment=cry(id="tap-1"), edit=new_id()))
    assert [(step.field, str(step.outcome)) for step in steps] == [("id", "refused")]


@given(st.lists(st.integers(0, 4), max_size=12), st.integers(0, 12))
def test_what_is_sent_again_after_a_lost_reply_changes_nothing(picks, again):
    """However taps are repeated, and wherever a batch is cut, each is written once."""
    taps = [Arrival.new(cry(id=str(UUID(int=n + 1)))) for n in range(5)]
    sent = [taps[n] for n in picks]
    steps = told(*sent, *sent[:again])
    written = [step.arrival.moment.id for step in steps if step.outcome in WRITTEN]
    assert written == list(dict.fromkeys(tap.moment.id for tap in sent))
    assert not [step for step in steps if step.outcome is Outcome.REFUSED]
