"""Many made-up families, each with a generator of its own, so that more change none of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

import numpy as np

from holdfast.engine.simulate.asked import Wish
from holdfast.engine.simulate.bids import Bid, Cause
from holdfast.engine.simulate.chance import Chance
from holdfast.engine.simulate.life import Course, Hidden, Life, live
from holdfast.engine.simulate.record import Diary, moments
from holdfast.words import Moment, Need

NEEDS = {
    Cause.HUNGER: Need.NOURISHMENT,
    Cause.TIRED: Need.REST,
    Cause.CLOSENESS: Need.CLOSENESS,
    Cause.DISCOMFORT: Need.DISCOMFORT,
    Cause.PLAY: Need.PLAY,
    Cause.UNEXPLAINED: Need.CANNOT_TELL,
}


@dataclass(frozen=True, slots=True)
class Made:
    """One made-up family: what was lived, and what was written down."""

    wish: Wish
    child: str
    name: str
    life: Life
    moments: tuple[Moment, ...]

    @property
    def child_header(self) -> dict[str, object]:
        """The child as the open format's header has it."""
        return {"id": self.child, "name": self.name, "born": self.wish.born.isoformat()}

    @property
    def caregivers_header(self) -> list[dict[str, object]]:
        """The caregivers as the open format's header has them."""
        return [{"id": one.id, "name": one.name, "called": one.called} for one in self.life.people]

    def truth(self) -> Iterator[dict[str, object]]:
        """Yield what no log shows: for each bid its need and fate, for each day its states."""
        start, end = self.wish.first * 7, self.wish.last * 7
        for day, states in zip(self.life.days, self.life.hidden, strict=True):
            if start <= day.number < end:
                yield {"child": self.child, **state_row(states, self.life)}
                for bid in day.bids:
                    yield {"child": self.child, "day": day.number, **bid_row(bid, self.life)}


def state_row(states: Hidden, life: Life) -> dict[str, object]:
    """Return the states at the end of a day."""
    weeks = states.day / 7
    return {
        "day": states.day,
        "felt_security": round(states.trust, 5),
        "felt_security_by": {
            one.id: round(trust, 5) for one, trust in zip(life.people, states.trusts, strict=True)
        },
        "self_regulation": round(states.regulation, 5),
        "self_worth": round(states.worth, 5),
        "bond_by": {
            one.id: round(bond.at(weeks), 5)
            for one, bond in zip(life.people, states.bonds, strict=True)
        },
    }


def bid_row(bid: Bid, life: Life) -> dict[str, object]:
    """Return what a bid was about and what became of it; minutes since the midnight of birth."""
    return {
        "minute": round(bid.onset, 2),
        "ended": round(bid.ended, 2),
        "need": NEEDS[bid.cause].value,
        "fate": bid.fate.value,
        "to": life.people[bid.by].id,
        "activation": round(bid.activation, 4),
    }


def families(wish: Wish, *, tick: Callable[[], object] = lambda: None) -> Iterator[Made]:
    """Yield family after family.

    Args:
        wish: how many and what they are like.
        tick: called after each week of each child, for a progress bar.
    """
    for place, sequence in enumerate(np.random.SeedSequence(wish.seed).spawn(wish.children)):
        yield family(wish, place, np.random.default_rng(sequence), tick)


def family(wish: Wish, place: int, rng: np.random.Generator, tick: Callable[[], object]) -> Made:
    """Return one family; the ids come from its generator too."""
    ids = [drawn_id(rng) for _ in range(len(wish.people) + 1)]
    people = tuple(replace(one, id=own) for one, own in zip(wish.people, ids[1:], strict=True))
    life = live(rng, people, Course(weeks=max(wish.last, 0)), tick=tick)
    diary = Diary(Chance(rng), life, wish.born, wish.zone, ids[0], wish.kept)
    written = moments(diary, start=wish.first, end=wish.last)
    return Made(wish, ids[0], f"Child {place + 1}", life, tuple(written))


def drawn_id(rng: np.random.Generator) -> str:
    """Return a random UUID (version 4) that the generator has drawn."""
    return str(UUID(bytes=rng.bytes(16), version=4))
