"""First times, on the day on which this child's temperament has them."""

from collections.abc import Iterator

from holdfast.engine.simulate.chance import Chance
from holdfast.engine.simulate.people import NEVER, Child
from holdfast.words import Milestone, Signal

FIRST_OF = {
    Signal.SMILE: Milestone.FIRST_SMILE,
    Signal.COO: Milestone.FIRST_COO,
    Signal.LAUGH: Milestone.FIRST_LAUGH,
    Signal.REACH: Milestone.FIRST_REACH,
}
WAKING = (9.0, 18.0)  # hours in which a first time is noticed


def milestones(chance: Chance, child: Child, number: int) -> Iterator[tuple[Milestone, float]]:
    """Yield what is there for the first time on this day of life, with its minute."""
    weeks = {milestone: child.firsts[signal] for signal, milestone in FIRST_OF.items()}
    weeks[Milestone.MINDS_GOODBYES] = child.protests
    if child.crawls < NEVER:
        weeks[Milestone.CRAWLS] = child.crawls
        weeks[Milestone.CRAWLED_TO_ME] = child.crawls + 0.5
    early, late = WAKING
    for milestone, week in weeks.items():
        if int(week * 7) == number:
            hour = early + (late - early) * chance.uniform()
            yield milestone, number * 1440 + hour * 60
