"""Attachment as a control system after Bowlby: what switches it on, and what switches it off.

The activation A is between 0 and 1. Distress, separation, a new place, a stranger and illness raise
it within minutes; contact lowers it fast, somebody near slowly, nobody hardly. All functions take
numbers or arrays, so that a thousand rooms run as one.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

SEPARATION, SEPARATION_MINUTES, SEPARATION_WEEKS, SEPARATION_SPREAD = 0.80, 1.5, 29.0, 3.0
NOVELTY, NOVELTY_MINUTES, NOVELTY_NEAR = 0.50, 15.0, 0.40
STRANGER, STRANGER_NEAR = 0.60, 0.40
WARY_WEEKS, WARY_SPREAD = 30.0, 3.0
ILLNESS = 0.30
RELIEF = 0.50  # how much a firm expectation takes off each alarm
THRESHOLD = 0.30  # no exploring from here on
RISES, FALLS_IN_CONTACT, FALLS_NEAR, FALLS_ALONE = 1.0, 3.0, 8.0, 25.0

QUIET, CUE, FUSS, CRY = 0.0, 0.15, 0.35, 0.80
"""How intense distress is."""


def logistic(x: ArrayLike) -> Array:
    """Return 1/(1 + e^-x)."""
    return np.asarray(1 / (1 + np.exp(-np.asarray(x, dtype=float))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Minute:
    """What a child meets in one minute. Each field may be an array over many rooms."""

    distress: ArrayLike = QUIET
    away: ArrayLike = 0.0  # minutes since the last figure left, 1 in the first; 0 while one is near
    new: ArrayLike = 0.0  # N: how new the place still is, see `newness`
    stranger: ArrayLike = 0.0  # X: 1 while a stranger is close
    ill: ArrayLike = 0.0  # B
    other: ArrayLike = 0.0  # o: the best q·F among other figures near
    contact: ArrayLike = field(default=False)


def wariness(weeks: ArrayLike) -> Array:
    """Return how far strangers and new places are noticed at this age, from 0 to 1."""
    return logistic((np.asarray(weeks, dtype=float) - WARY_WEEKS) / WARY_SPREAD)


def misses_people(weeks: ArrayLike, onset: ArrayLike = SEPARATION_WEEKS) -> Array:
    """Return how far being left is minded at this age; it sets in around `onset`."""
    return logistic((np.asarray(weeks, dtype=float) - onset) / SEPARATION_SPREAD)


def newness(minutes: ArrayLike) -> Array:
    """Return how new a place still is after so many minutes in it."""
    return np.asarray(np.exp(-np.asarray(minutes, dtype=float) / NOVELTY_MINUTES))


def alarm(minute: Minute, weeks: ArrayLike, trust: ArrayLike) -> Array:
    """Return A*, the activation that this minute calls for."""
    away = np.asarray(minute.away, dtype=float)
    trust = np.asarray(trust, dtype=float)
    near = away == 0
    calm = 1 - RELIEF * trust
    wary = wariness(weeks) * calm
    parts = (
        minute.distress,
        SEPARATION
        * misses_people(weeks)
        * (1 - np.exp(-away / SEPARATION_MINUTES))
        * calm
        * (1 - np.asarray(minute.other)),
        NOVELTY * np.asarray(minute.new) * wary * np.where(near, NOVELTY_NEAR, 1.0),
        STRANGER * np.asarray(minute.stranger) * wary * np.where(near, STRANGER_NEAR, 1.0),
        ILLNESS * np.asarray(minute.ill),
    )
    quiet = np.ones_like(away)
    for part in parts:
        quiet = quiet * (1 - np.asarray(part))
    return np.asarray(1 - quiet)


def activation_after_minute(activation: ArrayLike, minute: Minute, aim: ArrayLike) -> Array:
    """Return A a minute later: it rises within a minute, and falls as company allows."""
    activation, aim = np.asarray(activation, dtype=float), np.asarray(aim, dtype=float)
    near = np.asarray(minute.away) == 0
    falls = np.where(minute.contact, FALLS_IN_CONTACT, np.where(near, FALLS_NEAR, FALLS_ALONE))
    tau = np.where(aim > activation, RISES, falls)
    return np.asarray(activation + (1 - np.exp(-1 / tau)) * (aim - activation))


def trace(minutes: list[Minute], weeks: float, trust: float) -> list[float]:
    """Return A after each of these minutes, from rest."""
    activation = np.zeros(())
    activations = []
    for minute in minutes:
        activation = activation_after_minute(activation, minute, alarm(minute, weeks, trust))
        activations.append(float(activation))
    return activations
