"""Logs in and out: our own open format, and the files of other apps."""

from holdfast.formats.answers import Question, Unanswered
from holdfast.formats.bytes import given
from holdfast.formats.ours import for_child, questions, read
from holdfast.formats.reading import Doubt, Draft, FoundChild, Reading
from holdfast.formats.zips import Member

__all__ = [
    "Doubt",
    "Draft",
    "FoundChild",
    "Member",
    "Question",
    "Reading",
    "Unanswered",
    "for_child",
    "given",
    "questions",
    "read",
]
