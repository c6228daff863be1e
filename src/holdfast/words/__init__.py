"""The language that the whole house shares: kinds and words, the moment, ages, errors."""

from holdfast.words.errors import BadMoment, HoldfastError, OtherFormat, Problem, Refused
from holdfast.words.moment import SCHEMA, Moment, frame
from holdfast.words.vocabulary import (
    WORDS,
    Care,
    Exploring,
    Kind,
    Milestone,
    Need,
    Response,
    Settling,
    Signal,
)

__all__ = [
    "SCHEMA",
    "WORDS",
    "BadMoment",
    "Care",
    "Exploring",
    "HoldfastError",
    "Kind",
    "Milestone",
    "Moment",
    "Need",
    "OtherFormat",
    "Problem",
    "Refused",
    "Response",
    "Settling",
    "Signal",
    "frame",
]
