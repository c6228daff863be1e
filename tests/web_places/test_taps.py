"""What a tap on Now brings."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from holdfast.web.ids import new_id
from holdfast.web.places.now.forms import TapForm

NOW = datetime(2026, 3, 14, 3, 10, tzinfo=UTC)
ID, SIGNAL, CHILD, KIM = (str(UUID(int=number)) for number in range(4))  # names of tests stay


def tapped(tap, **more):
    form = TapForm({"tap": tap, **more})
    assert form.is_valid(), form.errors
    return form.moment(child=CHILD, by=KIM, now=NOW, zone="Europe/Berlin")


def test_a_tap_is_a_moment_of_just_now_with_the_id_of_its_button():
    moment = tapped(f"signal/cry/{ID}")
    assert (moment.id, moment.kind, moment.word) == (ID, "signal", "cry")
    assert (moment.child, moment.by, moment.at) == (CHILD, KIM, NOW)
    assert (moment.about, moment.zone) == (0, "Europe/Berlin")
    assert moment.check(now=NOW) is moment


@pytest.mark.parametrize(
    ("ago", "about"), [(0, 0), (5, 3), (10, 3), (20, 5), (30, 10), (60, 20), (120, 20)]
)
def test_the_longer_ago_the_less_sure(ago, about):
    moment = tapped(f"signal/cry/{ID}", ago=ago)
    assert (NOW - moment.at, moment.about) == (timedelta(minutes=ago), about)


@pytest.mark.parametrize(
    ("tap", "answers"),
    [("response/hug", SIGNAL), ("settling/settled", SIGNAL), ("signal/cry", None)],
)
def test_answers_and_endings_name_the_exchange_that_runs_and_signals_name_none(tap, answers):
    assert tapped(f"{tap}/{ID}", answers=SIGNAL).answers == answers


@pytest.mark.parametrize(
    ("sent", "detail"),
    [
        ({"side": "left"}, {"how": "breast", "side": "left"}),
        ({"side": "both", "ml": ""}, {"how": "breast", "side": "both"}),
        ({"bottle": "90", "ml": ""}, {"how": "bottle", "ml": 90}),
        ({"how": "bottle", "ml": "82,5"}, {"how": "bottle", "ml": 82.5}),
        ({"how": "bottle", "ml": ""}, {"how": "bottle"}),
        ({"how": "solid", "ml": "80"}, {"how": "solid"}),
        ({"how": "tube"}, {"how": "tube"}),
    ],
)
def test_a_feed_says_its_side_or_its_amount(sent, detail):
    moment = tapped(f"care/feed/{ID}", **sent)
    assert moment.detail == detail
    moment.check(now=NOW)


def test_an_amount_that_is_no_number_is_refused_with_its_reason(as_, cast):
    sent = {"tap": f"care/feed/{new_id()}", "how": "bottle", "ml": "lots"}
    answer = as_("kim").post(f"/now/{cast.ada.pk}/tap/", sent)
    assert answer.status_code == 422
    assert "ml cannot be" in answer.content.decode()


@pytest.mark.parametrize(
    ("said", "wet", "soiled"),
    [
        ("wet", True, False),
        ("soiled", False, True),
        ("both", True, True),
        ("dry", False, False),
    ],
)
def test_a_nappy_says_what_was_in_it(said, wet, soiled):
    assert tapped(f"care/nappy/{ID}", nappy=said).detail == {"wet": wet, "soiled": soiled}


def test_a_note_is_its_text():
    moment = tapped(f"note//{ID}", text="  Grandma rang. ")
    assert (moment.kind, moment.word, moment.text) == ("note", "", "Grandma rang.")


@pytest.mark.parametrize(
    "tap", ["", "nothing", "score/ten/x", "signal/cry/no-id", "signal/snore/x"]
)
def test_what_no_button_of_ours_says_is_refused_and_not_kept(as_, cast, tap):
    answer = as_("kim").post(f"/now/{cast.ada.pk}/tap/", {"tap": tap})
    assert answer.status_code == 422
