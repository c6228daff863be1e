"""With what a phone begins: the last days of a family, and what may help each child."""

from datetime import datetime, timedelta
from typing import Any

from holdfast.engine.clocks import last_clocks
from holdfast.engine.learner import start
from holdfast.engine.needs import feed_minutes
from holdfast.engine.priors import PLAY_FROM_WEEKS
from holdfast.engine.sheet import sheet
from holdfast.web.access import within
from holdfast.web.models import Child, Family, Moment
from holdfast.web.queries.learned import learner_of
from holdfast.web.queries.logged import Logged, logged

LATELY = timedelta(days=2)
MOST = 1_000  # rows; a log with more in two days was not tapped


def lately(family: Family, *, now: datetime) -> list[Logged]:
    """Return what counts of a family's last days, what was taken out too, as it was written."""
    with within(family=family.pk):
        children = Child.objects.values_list("pk", flat=True)
        rows = Moment.objects.filter(child__in=list(children), at__gte=now - LATELY, newest=True)
        return sorted(logged(rows.order_by("-family_seq")[:MOST]), key=lambda row: row.seq)


def sheet_of(child: Child, *, weeks: float | None, now: datetime) -> dict[str, Any]:
    """Return what a phone asks of what was learned of a child.

    Args:
        child: whose; must have come through `access`.
        weeks: the usual age today; None where it is not known.
        now: the server's clock.

    Returns:
        `sheet` as from `holdfast.engine.sheet`, with the usual minutes between feeds for the
        breast and the bottle; `clocks` as from `last_clocks`.
    """
    state, log = learner_of(child, now=now)
    known = state or start(young=weeks is not None and weeks < PLAY_FROM_WEEKS)
    clocks = last_clocks(log)
    tables = sheet(known, weeks=weeks, bottle=clocks["bottle"])
    other = feed_minutes(weeks, bottle=not clocks["bottle"])
    mine = feed_minutes(weeks, bottle=clocks["bottle"])
    means = [tables["feed"]["mean"], tables["feed"]["mean"] * other / mine]
    breast, bottle = reversed(means) if clocks["bottle"] else means
    tables["feed"] |= {"breast": breast, "bottle": bottle}
    return {"sheet": tables, "clocks": clocks}
