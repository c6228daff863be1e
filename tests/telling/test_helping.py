"""What may help first, told: two or three with a reason each, or that nobody can tell."""

import pytest

from holdfast.engine import ResponseClass, learner
from holdfast.engine.sheet import BANDS, MayHelp, Option, sheet
from holdfast.telling import helping
from holdfast.telling.helping import Clocks, Help, helping_told

GAPS = (140.0, 140.0, 140.0, 170.0, 180.0, 190.0, 200.0, 210.0, 210.0, 210.0)
NEW = sheet(learner.start(), weeks=11)
KNOWN = sheet(learner.start()._replace(gaps=GAPS, scored=40), weeks=11)
FEED = Option("feed", 0.6, "likely", 2, 8)
HOLD = Option("hold", 0.3, "possible", 6, 8)
REST = Option("rest", 0.1, "less_likely", 0, 1)


def told(*options, by="model", n=40, of=KNOWN, clocks=Clocks(160, 75), pronoun="she"):  # noqa: B008 -- a frozen value
    return helping_told(MayHelp(options, by, n), of, clocks, pronoun=pronoun)


def test_each_has_its_band_in_plain_words_and_its_reason_in_one_line():
    found = told(FEED, HOLD, REST)
    assert found.options == (
        Help(
            "feed",
            "Feeding",
            "likely",
            "2 h 40 since the last feed; her usual gap is 2 h 20 to 3 h 30",
        ),
        Help(
            "hold",
            "Holding, walking about",
            "possible",
            "settled her 6 of the last 8 times like this",
        ),
        Help("rest", "A rest", "less likely", "awake for 1 h 15"),
    )
    assert (
        found.closing == "We cannot tell more. 40 exchanges that settled were written down so far."
    )


def test_without_a_feed_in_the_log_the_last_times_are_the_reason():
    (feed, rest) = told(FEED, REST, clocks=Clocks()).options
    assert feed.why == "settled her 2 of the last 8 times like this"
    assert rest.why == "from what is usual and the little that was written down so far"


def test_while_her_own_gaps_are_few_none_is_called_usual():
    (feed,) = told(FEED, of=NEW).options
    assert feed.why == "2 h 40 since the last feed"


def test_of_a_child_nobody_wrote_anything_of_it_says_so():
    (rest,) = told(REST, of=NEW, clocks=Clocks(), n=0).options
    assert rest.why == "from what is usual; nothing of her own was written down so far"


def test_where_the_frequencies_are_told_it_says_so():
    assert told(HOLD, by="frequency", n=9).closing == (
        "This is what helped the 9 times it began like this."
    )


@pytest.mark.parametrize(
    ("n", "settled"), [(1, "1 exchange that settled was"), (12, "12 exchanges that settled were")]
)
def test_where_nobody_can_tell_nothing_is_shown(n, settled):
    found = told(by="nothing", n=n)
    closing = f"We cannot tell what may help first. {settled} written down so far."
    assert (found.options, found.closing) == ((), closing)


def test_it_fits_him_and_them():
    assert told(HOLD, pronoun="he").options[0].why.startswith("settled him")
    assert "their usual gap" in told(FEED, pronoun="").options[0].why


def test_every_band_and_every_class_can_be_said():
    assert set(helping.BANDS) == {band for band, _ in BANDS}
    for each in ResponseClass:
        assert told(Option(each, 0.5, "likely", 3, 3)).options[0].title
