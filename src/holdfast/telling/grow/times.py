"""The times of a childhood through which one can leaf: what opens each, and which is today."""

from dataclasses import dataclass
from math import inf

from holdfast.telling.grow.piece import MONTH, WEEK, Life, When, days, months, on_the_way, weeks
from holdfast.words.language import later

OPEN = 16 * WEEK  # how much of a time without an end is looked at


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of an age or of a pregnancy: its name, and what is said first.

    `evidence` are keys of the ledger on which `opens` stands.
    """

    key: str
    name: str
    opens: str
    when: When
    evidence: tuple[str, ...] = ()

    @property
    def middle(self) -> int:
        """The day that is shown to somebody who leafs to this time."""
        first, end = self.when.first, self.when.end
        if first == -inf:
            first = end - OPEN
        if end == inf:
            end = first + OPEN
        return int((first + end) / 2)


TIMES = (
    Time(
        "first-months",
        later("The first months on the way"),
        later(
            "There is not much to feel yet from outside, and nothing that you would have to feel."
        ),
        on_the_way(-inf, 16),
    ),
    Time(
        "first-kicks",
        later("The time of the first kicks"),
        later("Around these weeks the first movements can often be felt."),
        on_the_way(16, 26),
        ("bond-5",),
    ),
    Time(
        "knocking",
        later("The months of knocking"),
        later("These are weeks in which one can knock and be answered."),
        on_the_way(26, 36),
    ),
    Time(
        "last-weeks",
        later("The last weeks on the way"),
        later("These are weeks of waiting. You do not have to be ready."),
        on_the_way(36, inf),
    ),
    Time(
        "before-due",
        later("Before the due date"),
        later("This is a time before the time: nothing is expected of anybody yet."),
        weeks(-inf, 0),
        ("cor-1",),
    ),
    Time(
        "first-days",
        later("The first two weeks"),
        later("These days many babies look for a face close by. Much of a day is holding."),
        weeks(0, 2),
        ("sig-1",),
    ),
    Time(
        "first-weeks",
        later("Two to six weeks"),
        later("These weeks many babies look longer, and some smile at a face for the first time."),
        weeks(2, 6),
        ("sig-1", "sig-2"),
    ),
    Time(
        "smiles",
        later("Six to twelve weeks"),
        later("These weeks many babies begin to smile at a face, and to answer with small sounds."),
        weeks(6, 12),
        ("sig-2", "sig-3"),
    ),
    Time(
        "talks",
        later("Three and four months"),
        later(
            "These weeks many babies talk in coos and hums, and look away when they need a rest."
        ),
        weeks(12, 19),
        ("sig-3", "sig-6"),
    ),
    Time(
        "grasping",
        later("Four to six months"),
        later("These months many babies laugh aloud and reach for whatever is near."),
        weeks(19, 27),
        ("sig-5",),
    ),
    Time(
        "somebody-special",
        later("Six to eight months"),
        later(
            "These months some people become special, and for many babies a goodbye gets harder."
        ),
        weeks(27, 35),
        ("base-2", "sig-10"),
    ),
    Time(
        "coming",
        later("Eight to ten months"),
        later(
            "These months many babies lift their arms to be picked up, and some come to you by "
            "themselves."
        ),
        weeks(35, 44),
        ("sig-5", "mil-2"),
    ),
    Time(
        "off-and-back",
        later("Ten to twelve months"),
        later(
            "These months many babies go off to explore, look back, and come for a hug in between."
        ),
        weeks(44, 53),
        ("base-1", "pha-4"),
    ),
    Time(
        "first-steps",
        later("Twelve to fifteen months"),
        later("These months some children walk, some crawl, and many find goodbyes hard."),
        weeks(53, 66),
        ("mil-1", "base-3"),
    ),
    Time(
        "further",
        later("Fifteen to eighteen months"),
        later(
            "These months many children go further away, and goodbyes slowly get easier for most."
        ),
        weeks(66, 79),
        ("mil-1", "base-3"),
    ),
    Time(
        "words",
        later("One and a half to two years"),
        later("These months a look, a finger and a few words can say a great deal."),
        days(79 * WEEK, 24 * MONTH),
    ),
    Time(
        "plans",
        later("Two years and more"),
        later("From now on plans can be made together, little by little."),
        months(24, inf),
        ("pha-5",),
    ),
)
"""In order. On each scale they follow each other without a gap, and the last has no end."""


def time_of(life: Life) -> Time | None:
    """Return the time in which a life is; None where neither an age nor a due date is known."""
    return next((time for time in TIMES if life.has(time.when)), None)


def named(key: str) -> Time | None:
    """Return the time of this name; None where there is none."""
    return next((time for time in TIMES if time.key == key), None)


def beside(time: Time, *, early: bool) -> tuple[Time | None, Time | None]:
    """Return the times before and after. Who came early has one before the due date."""
    order = [one for one in TIMES if early or one.key != "before-due"]
    place = order.index(time)
    before = order[place - 1] if place else None
    return before, next(iter(order[place + 1 : place + 2]), None)
