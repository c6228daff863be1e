"""Whose page it is: a child's ages today or at another time, and what is so of this family."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from holdfast.telling.grow import For, Life, Time
from holdfast.telling.grow.piece import Scale
from holdfast.web import drawn
from holdfast.words.ages import Ages

if TYPE_CHECKING:
    from holdfast.web.models import Child


def life_of(child: "Child", family: Sequence["Child"], on: date, *, by_birth: bool = False) -> Life:
    """Return the life of a child on a day.

    Args:
        child: whose.
        family: all children of the family.
        on: the local day.
        by_birth: whether age shall count from birth although there is a corrected one.
    """
    ages = drawn.ages_of(child, on)
    coming = child.arrived is not None and child.arrived > on
    awaited = child.born is None and child.due is None and child.arrived is None
    return Life(
        ages=ages,
        waiting=coming or awaited,
        by_birth=by_birth,
        are=frozenset(what_is_so(child, family, ages)),
    )


def what_is_so(child: "Child", family: Sequence["Child"], ages: Ages) -> set[For]:
    """Return what is so of a child and family, besides age."""
    others = [one for one in family if one.pk != child.pk and one.lost is None]
    twins = [one for one in others if day_of(one) is not None and day_of(one) == day_of(child)]
    facts = {
        For.EARLY: ages.corrected is not None,
        For.ADOPTED: child.arrived is not None,
        For.TWINS: bool(twins),
        For.SIBLINGS: len(others) > len(twins),
    }
    return {name for name, is_so in facts.items() if is_so}


def day_of(child: "Child") -> date | None:
    """Return the day of birth, or the day on which it is due."""
    return child.born or child.due


def at(life: Life, time: Time) -> Life:
    """Return the life as it is, was or will be at another time."""
    if time.when.scale is Scale.ON_THE_WAY:
        ages = Ages(gestation=time.middle)
    elif For.EARLY in life.are and not life.by_birth:
        ages = Ages(calendar=time.middle, corrected=time.middle)
    else:
        ages = Ages(calendar=time.middle)
    return replace(life, ages=ages, waiting=False)
