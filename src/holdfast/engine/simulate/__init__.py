"""The simulator: a made-up child and its caregivers, from birth on, after the theory in the books.

Each module is one idea: clocks and usual days (`usual`), a bid and its answers (`bids`), what comes
of it (`fates`), what the child comes to expect (`trust`), when attachment is switched on
(`attachment`), exploring (`exploring`), time apart (`apart`), the caregiver's side (`bond`), who
there is (`people`). `living` puts them into a day, `life` days into a life, `record` writes one
down as a family would. It never sees family data, and nothing of its hidden states is ever
estimated for a real child.
"""

from holdfast.engine.simulate.asked import Wish
from holdfast.engine.simulate.bids import Answer, Bid, Cause
from holdfast.engine.simulate.bond import Bond, Hindrance, Obstacle
from holdfast.engine.simulate.cohort import Made, families
from holdfast.engine.simulate.exploring import Room, Stay, stay
from holdfast.engine.simulate.fates import Fate
from holdfast.engine.simulate.life import Course, Hidden, Life, live
from holdfast.engine.simulate.living import Day
from holdfast.engine.simulate.people import ALWAYS, DAYTIME, EVENINGS, Caregiver, Child, Manner
from holdfast.engine.simulate.record import Diary, Kept, moments

__all__ = [
    "ALWAYS",
    "DAYTIME",
    "EVENINGS",
    "Answer",
    "Bid",
    "Bond",
    "Caregiver",
    "Cause",
    "Child",
    "Course",
    "Day",
    "Diary",
    "Fate",
    "Hidden",
    "Hindrance",
    "Kept",
    "Life",
    "Made",
    "Manner",
    "Obstacle",
    "Room",
    "Stay",
    "Wish",
    "families",
    "live",
    "moments",
    "stay",
]
