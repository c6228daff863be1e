"""Figures as one would set them by hand: plain SVG, labels where they belong, bands for doubt.

A figure is a value: the drawing, what it shows in a sentence, and its numbers as a table, so that
nobody has to see it. Looks come from classes alone; no style stands within.
"""

from holdfast.telling.figures.curves import answered_by, going_on
from holdfast.telling.figures.hours import day_and_night
from holdfast.telling.figures.ink import Figure
from holdfast.telling.figures.shares import shares
from holdfast.telling.figures.weeks import crying_by_age

__all__ = ["Figure", "answered_by", "crying_by_age", "day_and_night", "going_on", "shares"]
