"""The pages that a phone keeps, so that they open where there is no signal."""

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse

OF_A_CHILD = ("now", "day")
OF_ALL = ("phone",)


def pages_of(children: Iterable[UUID]) -> list[str]:
    """Return their addresses. A page besides these is kept once it was seen, if it says so."""
    mine = [reverse(name, args=[child]) for child in children for name in OF_A_CHILD]
    return [*mine, *map(reverse, OF_ALL)]
