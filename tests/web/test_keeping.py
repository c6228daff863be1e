"""What is kept, changed, removed and put back; and what a day then shows."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.http import Http404

from holdfast.web.actions import choose, keep, keep_moments, put_back, remove, revise
from holdfast.web.ids import new_id
from holdfast.web.queries import day_of, history_of, log_of, moments_since
from holdfast.web.sync import Arrival
from tests.web.logs import moment, moments

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
DAY = date(2026, 3, 13)


def drawn(child, *, on=DAY, **more):
    """Return a day as our notation has it, in the family's clock."""
    return " / ".join(
        f"{row.moment.at:%H:%M} {row.moment.word}{' crossed' * row.crossed}{' out' * row.removed}"
        for row in day_of(child, on=on, zone="Europe/Berlin", **more)
    )


def log(cast, text):
    said = moments(text, cast.ada, by=cast.kim)
    keep_moments(child=cast.ada, by=cast.kim, moments=said, now=NOW)
    return said


def test_what_was_tapped_is_there_in_order(cast):
    log(cast, "03:04 hug / 03:00 cry / 03:09 settled")
    assert drawn(cast.ada) == "03:00 cry / 03:04 hug / 03:09 settled"


def test_the_same_batch_twice_changes_nothing(cast):
    said = moments("03:00 cry / 03:04 hug", cast.ada, by=cast.kim)
    for _ in range(2):
        steps = keep_moments(child=cast.ada, by=cast.kim, moments=said, now=NOW)
    assert [str(step.outcome) for step in steps] == ["repeated", "repeated"]
    assert drawn(cast.ada) == "03:00 cry / 03:04 hug"


def test_a_value_comes_back_as_it_went_in(cast):
    said = replace(
        moment("03:00", "care:feed", child=cast.ada, by=cast.kim),
        to=str(cast.noor.pk),
        until=datetime(2026, 3, 13, 3, 20, tzinfo=UTC),
        about=5,
        answers=str(new_id()),
        detail={"how": "bottle", "ml": 90.5},
        text="with a song",
        source="babybuddy",
        source_id="feeding/7",
        extra={"mood": 3},
    )
    keep_moments(child=cast.ada, by=cast.kim, moments=[said], now=NOW)
    (row,) = day_of(cast.ada, on=DAY, zone="Europe/Berlin")
    assert row.moment == said
    assert (row.by_name, row.to_name, row.logged_by_name) == ("Kim", "Noor", "Kim")


def test_removing_takes_it_off_the_day_and_putting_back_puts_it_as_it_was(cast):
    cry, _ = log(cast, "03:00 cry / 03:04 hug")
    remove(child=cast.ada, by=cast.noor, moment=Arrival.new(cry).edit, now=NOW)
    assert drawn(cast.ada) == "03:04 hug"
    assert drawn(cast.ada, removed=True) == "03:00 cry out / 03:04 hug"
    put_back(child=cast.ada, by=cast.kim, moment=Arrival.new(cry).edit, now=NOW)
    assert drawn(cast.ada) == "03:00 cry / 03:04 hug"


def test_a_history_tells_who_changed_what(cast):
    (cry,) = log(cast, "03:00 cry")
    seen = Arrival.new(cry).edit
    revise(child=cast.ada, by=cast.noor, moment=replace(cry, word="fuss"), replaces=[seen], now=NOW)
    remove(child=cast.ada, by=cast.kim, moment=seen, now=NOW)
    told = [
        (row.revision, row.moment.word, row.logged_by_name, row.newest, row.removed)
        for row in history_of(cast.ada, moment=seen)
    ]
    assert told == [
        (1, "cry", "Kim", False, False),
        (2, "fuss", "Noor", False, False),
        (3, "fuss", "Kim", True, True),
    ]


def test_two_changes_that_crossed_are_both_shown_until_somebody_chooses(cast):
    (cry,) = log(cast, "03:00 cry")
    seen = Arrival.new(cry).edit
    changed = {"by": cast.kim, "moment": replace(cry, word="fuss")}
    revise(child=cast.ada, replaces=[seen], now=NOW, **changed)
    hers = {"by": cast.noor, "moment": replace(cry, word="reach")}
    chosen = revise(child=cast.ada, replaces=[seen], now=NOW, **hers).arrival.edit
    assert drawn(cast.ada) == "03:00 fuss crossed / 03:00 reach crossed"
    assert log_of(cast.ada)["word"].to_list() == ["reach"]
    choose(child=cast.ada, by=cast.kim, moment=seen, chosen=chosen, now=NOW)
    assert drawn(cast.ada) == "03:00 reach"


def test_an_edit_that_never_was_cannot_be_chosen(cast):
    (cry,) = log(cast, "03:00 cry")
    with pytest.raises(Http404):
        choose(child=cast.ada, by=cast.kim, moment=Arrival.new(cry).edit, chosen=new_id(), now=NOW)


@pytest.mark.parametrize("action", [remove, put_back])
def test_what_another_child_did_is_not_there(cast, action):
    (theirs,) = moments("03:00 cry", cast.ben, by=cast.chi)
    keep_moments(child=cast.ben, by=cast.chi, moments=[theirs], now=NOW)
    with pytest.raises(Http404):
        action(child=cast.ada, by=cast.kim, moment=Arrival.new(theirs).edit, now=NOW)


def test_a_moment_for_another_familys_child_is_refused_and_says_nothing_of_them(cast):
    (theirs,) = moments("03:00 cry", cast.ben, by=cast.kim)
    (step,) = keep(by=cast.kim, children=[cast.ada.pk], arrivals=[Arrival.new(theirs)], now=NOW)
    assert step.why == "There is no such child here. Choose one of yours."
    assert drawn(cast.ben) == ""


def test_two_families_may_have_the_same_id_and_do_not_notice(cast):
    """So that nobody learns from a refusal which moments another family has."""
    (mine,) = log(cast, "03:00 cry")
    theirs = replace(mine, child=str(cast.ben.pk), by=str(cast.chi.pk))
    (step,) = keep_moments(child=cast.ben, by=cast.chi, moments=[theirs], now=NOW)
    assert str(step.outcome) == "new"
    assert (drawn(cast.ada), drawn(cast.ben)) == ("03:00 cry", "03:00 cry")


def test_somebody_of_another_family_cannot_be_named_as_who_did_it(cast):
    (said,) = moments("03:00 cry", cast.ada, by=cast.chi)
    nobody = replace(said, id=str(new_id()), by="no id at all")
    steps = keep_moments(child=cast.ada, by=cast.kim, moments=[said, nobody], now=NOW)
    assert [step.field for step in steps] == ["by", "by"]


def test_an_edit_id_of_another_moment_is_refused(cast):
    cry, hug = log(cast, "03:00 cry / 03:04 hug")
    step = revise(
        child=cast.ada,
        by=cast.kim,
        moment=replace(hug, word="rock"),
        replaces=[Arrival.new(hug).edit],
        edit=Arrival.new(cry).edit,
        now=NOW,
    )
    assert step.why == "This id is that of another moment. Send it with an id of its own."


def test_who_asks_since_a_number_gets_each_write_once_and_in_order(cast):
    log(cast, "03:00 cry / 03:04 hug")
    cast.family.refresh_from_db()
    first = moments_since(cast.family, 0, limit=1)
    assert (first.seq, first.more, [row.moment.word for row in first.rows]) == (1, True, ["cry"])
    rest = moments_since(cast.family, first.seq)
    assert (rest.seq, rest.more, [row.moment.word for row in rest.rows]) == (2, False, ["hug"])
    assert moments_since(cast.family, 2).rows == ()


def test_what_is_new_can_be_asked_of_one_child(cast):
    log(cast, "03:00 cry")
    assert moments_since(cast.family, 0, children=frozenset()).rows == ()


def test_a_log_can_be_cut_at_both_ends(cast):
    log(cast, "03:00 cry / 03:04 hug / 03:09 settled")
    cut = log_of(
        cast.ada,
        since=datetime(2026, 3, 13, 3, 4, tzinfo=UTC),
        until=datetime(2026, 3, 13, 3, 9, tzinfo=UTC),
    )
    assert cut["word"].to_list() == ["hug"]
