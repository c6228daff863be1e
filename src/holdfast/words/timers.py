"""What runs: a sleep that has no end yet, and a feed that was begun to be ended later.

Most feeds are written down in one tap and have no end, so a feed that runs says it: the seconds
at the side where it began stand at nought. Both phones and the server read it alike.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from holdfast.words.moment import Moment
from holdfast.words.vocabulary import Care

SIDES = {"left_s": "left", "right_s": "right"}
LONGEST: Mapping[str, timedelta] = {
    Care.SLEEP: timedelta(hours=20),
    Care.FEED: timedelta(hours=3),
}
"""One from longer ago was never stopped."""


def begun(side: str) -> dict[str, object]:
    """Return the detail of a feed that begins at a side."""
    return {"how": "breast", "side": side, f"{side}_s": 0}


def is_timed(detail: Mapping[str, object]) -> bool:
    """Say whether a feed was begun to be ended later."""
    return any(detail.get(key) == 0 for key in SIDES)


def ended(moment: Moment, at: datetime) -> Moment:
    """Return what ran, with its end; a feed also says how long it was at its side."""
    over = max(at, moment.at)
    seconds = max(1, round((over - moment.at).total_seconds()))
    lasted = {key: seconds for key in SIDES if moment.detail.get(key) == 0}
    return replace(moment, until=over, detail={**moment.detail, **lasted})
