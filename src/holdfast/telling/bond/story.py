"""The words of a caregiver's story: how it began, what was felt, what stood in the way.

They are choices that a page offers; which was taken stands sealed on the phone. Places are those of
`holdfast.telling.pronouns`, and `name`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from holdfast.telling.pronouns import forms
from holdfast.words.language import gettext as _
from holdfast.words.language import later


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose, and how it is told once it was chosen.

    Args:
        key: as it is kept.
        label: on what one taps.
        told: as a heading or a sentence afterwards.
        fits: for whom it is offered, by `RELATIONS`; everybody, where empty.
    """

    key: str
    label: str
    told: str = ""
    fits: tuple[str, ...] = ()


CARRIED, PARENT, ADOPTIVE, GRANDPARENT, OTHER = RELATED = (
    *("carried", "parent", "adoptive", "grandparent", "other"),
)

RELATIONS = (
    Choice(CARRIED, later("I carried %(her)s, or do now")),
    Choice(PARENT, later("a parent, and somebody else carried %(her)s")),
    Choice(ADOPTIVE, later("an adoptive or foster parent")),
    Choice(GRANDPARENT, later("a grandparent")),
    Choice(OTHER, later("somebody else who cares for %(her)s")),
)
"""Who somebody is to the child: what is known differs, and so does what may have come first."""

BEGINNINGS = (
    Choice(
        "first_picture",
        later("the first picture"),
        later("The first picture of %(her)s"),
        (CARRIED, PARENT, ADOPTIVE, GRANDPARENT),
    ),
    Choice("first_kick", later("the first kick"), later("The first kick"), (CARRIED, PARENT)),
    Choice(
        "birth", later("the birth"), later("The day %(she)s came into the world"), (CARRIED, PARENT)
    ),
    Choice(
        "met",
        later("the day we met"),
        later("The day you met"),
        (ADOPTIVE, GRANDPARENT, OTHER, PARENT),
    ),
    Choice("first_hold", later("the first hold"), later("The first time you held %(her)s")),
    Choice(
        "arrival", later("the day %(she)s came to us"), later("The day %(she)s came"), (ADOPTIVE,)
    ),
    Choice(
        "home",
        later("the first time at home"),
        later("The first time at home"),
        (CARRIED, PARENT, ADOPTIVE),
    ),
    Choice("beginning", later("another beginning"), later("A beginning")),
)

HOW_FELT = (
    Choice("moment", later("in one moment"), later("You felt it in one moment%(when)s.")),
    Choice("slowly", later("slowly"), later("You felt it slowly%(when)s.")),
    Choice(
        "not_yet", later("not yet"), later("Not yet, you said. That is an answer like any other.")
    ),
    Choice(
        "cannot_tell",
        later("I cannot tell"),
        later("You cannot tell, and that is an answer like any other."),
    ),
)
"""Answers to "when did you first feel it?"; %(when)s is one of `WHEN_FELT`, told, or nothing."""

WHEN_FELT = (
    Choice("pregnancy", later("in pregnancy"), later(", in pregnancy"), (CARRIED, PARENT)),
    Choice("before", later("before we met"), later(", before you met"), (ADOPTIVE,)),
    Choice("birth", later("at the birth"), later(", at the birth"), (CARRIED, PARENT)),
    Choice(
        "met",
        later("on the day we met"),
        later(", on the day you met"),
        (ADOPTIVE, GRANDPARENT, OTHER),
    ),
    Choice("first_days", later("in the first days"), later(", in the first days")),
    Choice("first_weeks", later("in the first weeks"), later(", in the first weeks")),
    Choice("later", later("later"), later(", later on")),
)

OBSTACLES = (
    Choice("hard_birth", later("a hard birth"), later("A hard birth")),
    Choice("apart", later("time apart"), later("Time apart")),
    Choice("early_birth", later("an early birth"), later("An early birth")),
    Choice("exhaustion", later("being worn out"), later("Being worn out")),
    Choice("low_mood", later("low mood"), later("Low mood")),
    Choice("worry", later("worry"), later("Worry")),
    Choice("no_support", later("too little support"), later("Too little support")),
    Choice("pain", later("pain, or being ill"), later("Pain, or being ill")),
    Choice("other", later("something else"), later("Something of its own kind")),
)
"""What stood in the way. None of it is a fault; each may be let go again."""

HEAVY = ("exhaustion", "low_mood", "worry", "no_support", "pain")
"""Of those: while one stands in the way, a "not yet" of many weeks opens a quiet door to help."""

NEARNESS = (
    Choice("1", later("far away")),
    Choice("2", later("rather far")),
    Choice("3", later("in between")),
    Choice("4", later("rather near")),
    Choice("5", later("very near")),
    Choice("cannot_tell", later("I cannot tell")),
)
"""How near somebody felt: the steps of a check-in, from 1 to 5."""

EVIDENCE = {
    CARRIED: ("bond-2", "bond-3"),
    PARENT: ("fat-1", "oth-1"),
    ADOPTIVE: ("ado-1", "oth-1"),
    GRANDPARENT: ("sev-1", "oth-1"),
    OTHER: ("sev-1", "oth-1"),
    "": ("bond-2", "bond-3", "oth-1"),
}
"""What is known and not known for each of them; for who did not say, what is known at all."""


def offered(choices: Iterable[Choice], *, pronoun: str, name: str) -> list[Choice]:
    """Return choices in the spoken language. Of places, only `when` is left for the phone."""
    places = {**forms(pronoun), "name": name, "when": "{when}"}
    return [
        replace(one, label=_(one.label) % places, told=_(one.told) % places if one.told else "")
        for one in choices
    ]
