"""Quiet and loss: when Holdfast stops asking, guessing and counting ages, and only keeps."""

from enum import StrEnum


class Mode(StrEnum):
    """How a page, a notice or a job may speak to one caregiver about one child."""

    USUAL = "usual"
    QUIET = "quiet"  # one caregiver's wish, for themselves alone
    LOSS = "loss"  # the child died, or will not come to this family

    @property
    def speaks(self) -> bool:
        """Whether prompts, ages, suggestions and notices are said; memories always stay."""
        return self is Mode.USUAL


def mode_of(*, quiet: bool, lost: bool) -> Mode:
    """Return the mode for somebody who wants quiet or not, of a child that is lost or not."""
    if lost:
        return Mode.LOSS
    return Mode.QUIET if quiet else Mode.USUAL
