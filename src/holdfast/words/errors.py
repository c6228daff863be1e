"""Errors that say what happened and name the way out: the same in page, API and command line."""

from dataclasses import dataclass
from http import HTTPStatus


class HoldfastError(Exception):
    """Something that a person can mend.

    Args:
        message: what happened, in one sentence.
        hint: what to do, in one sentence.
    """

    status = HTTPStatus.UNPROCESSABLE_ENTITY
    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def __str__(self) -> str:
        """Message and hint, as one would say them."""
        return f"{self.args[0]} {self.hint}".strip()


class BadMoment(HoldfastError):
    """A moment that cannot be kept as it is. `field` says which part to mend."""

    def __init__(self, message: str, *, field: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.field = field


class Refused(HoldfastError):
    """A file that is refused whole: nothing of it was kept."""


class OtherFormat(Refused):
    """A file that is not in the format that was expected."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that should have become a moment and could not be read. Never dropped: always told."""

    record: str  # "12", or "member.csv#12" inside an archive: counted from 1 after the header
    column: str
    why: str
    do: str
