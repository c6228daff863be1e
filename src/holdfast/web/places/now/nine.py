"""The nine signals that stand on the first screen: those of the child's age and of this family.

A hand learns where a tile is, so places stay: each place has its word for the age, and a word
that this family uses and the age would not show takes the place of one that it does not use.
"""

from collections.abc import Mapping

from holdfast.words import Signal
from holdfast.words.ages import Ages

OFTEN = 3  # times in the days looked at, before a word of the family moves in
STAYS = (Signal.FUSS, Signal.CRY)  # what is looked for in a hurry gives way to nothing

BEFORE_BIRTH = (Signal.KICK,)
FROM_BIRTH = (
    Signal.GAZE,
    Signal.SMILE,
    Signal.COO,
    Signal.REACH,
    Signal.ROOT,
    Signal.YAWN,
    Signal.LOOK_AWAY,
    Signal.FUSS,
    Signal.CRY,
)
LATER = (
    (120, {Signal.COO: Signal.BABBLE, Signal.ROOT: Signal.LAUGH}),
    (240, {Signal.LAUGH: Signal.APPROACH, Signal.LOOK_AWAY: Signal.CLING}),
)
"""From that many days on, who takes whose place."""


def first_nine(ages: Ages, used: Mapping[str, int], *, born: bool) -> tuple[Signal, ...]:
    """Return the signals of the first screen, each in its place.

    Args:
        ages: of the child on this day; the usual age decides.
        used: how often this family has used each word in the last days.
        born: False before birth, when there is only the kick.
    """
    if not born:
        return BEFORE_BIRTH
    places = list(FROM_BIRTH)
    for days, moves in LATER:
        if (ages.usual or 0) >= days:
            places = [moves.get(word, word) for word in places]
    for word in rest_of(places):
        unused = [one for one in places if one not in STAYS and not used.get(one)]
        if used.get(word, 0) >= OFTEN and unused:
            places[places.index(unused[-1])] = word
    return tuple(places)


def rest_of(shown: list[Signal] | tuple[Signal, ...]) -> list[Signal]:
    """Return the signals that stand one tap away."""
    return [word for word in Signal if word not in shown and word != Signal.KICK]
