"""How old a child is: by the calendar, from the due date, and since the family came together.

Corrected age counts from the due date for a child born before 37 weeks, until two years (Engle
et al. 2004, Pediatrics 114:1362, for the subtraction). Before birth, age is gestation.
"""

from dataclasses import dataclass
from datetime import date

TERM = 280  # days from the last period to the due date
PRETERM = 37 * 7
CORRECTED_FOR = 2  # years by the calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """A child's ages in days on one local day. What does not apply is None."""

    calendar: int | None = None  # since birth
    corrected: int | None = None  # since the due date, where that is the age to use
    gestation: int | None = None  # before birth only
    here: int | None = None  # since the arrival day, where the family came together later

    @property
    def usual(self) -> int | None:
        """The age on which all that depends on age goes: corrected where there is one."""
        return self.calendar if self.corrected is None else self.corrected


def ages(
    on: date, *, born: date | None = None, due: date | None = None, arrived: date | None = None
) -> Ages:
    """Return the ages on a local day.

    Args:
        on: the local day that is asked about.
        born: birth date; None before birth, or while an adopted child is awaited.
        due: due date, where known.
        arrived: the day on which the family came together, where that was later.
    """
    here = (on - arrived).days if arrived is not None and on >= arrived else None
    if born is None or on < born:
        gestation = TERM - (due - on).days if due is not None else None
        return Ages(gestation=gestation, here=here)
    calendar = (on - born).days
    return Ages(calendar=calendar, corrected=corrected(on, born, due), here=here)


def corrected(on: date, born: date, due: date | None) -> int | None:
    """Return days since the due date, negative before it; None where it is not to be used."""
    if due is None or gestation_at_birth(born, due) >= PRETERM or on >= second_birthday(born):
        return None
    return (on - due).days


def gestation_at_birth(born: date, due: date) -> int:
    """Return the days of gestation at birth: 280 on the due date."""
    return TERM - (due - born).days


def second_birthday(born: date) -> date:
    """Return the second birthday; of somebody born on 29 February it is the first of March."""
    try:
        return born.replace(year=born.year + CORRECTED_FOR)
    except ValueError:
        return date(born.year + CORRECTED_FOR, 3, 1)
