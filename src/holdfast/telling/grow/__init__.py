"""Grow: what is known of an age and of the tie, in short pieces, said honestly.

A topic is a file of pieces; `page_of` chooses those of a child's day, `signal_told` tells of one
signal. A new piece is a row in a topic's file; what it states as a fact it names by key.
"""

from holdfast.telling.grow.meanings import MEANINGS
from holdfast.telling.grow.opening import age_said, opening
from holdfast.telling.grow.page import PIECES, TOPICS, general, page_of, piece_of_the_week
from holdfast.telling.grow.piece import For, Life, Piece, Said
from holdfast.telling.grow.shown import Here
from holdfast.telling.grow.signal import signal_told
from holdfast.telling.grow.signs import signs_so_far
from holdfast.telling.grow.times import TIMES, Time, beside, named, time_of

__all__ = [
    "MEANINGS",
    "PIECES",
    "TIMES",
    "TOPICS",
    "For",
    "Here",
    "Life",
    "Piece",
    "Said",
    "Time",
    "age_said",
    "beside",
    "general",
    "named",
    "opening",
    "page_of",
    "piece_of_the_week",
    "signal_told",
    "signs_so_far",
    "time_of",
]
