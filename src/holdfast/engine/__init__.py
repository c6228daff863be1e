"""The science: pure functions, frames or values in, frames or estimates out.

No function here reads a file, a clock or a network; chance is a generator that is passed in.
"""

from holdfast.engine.classes import CLASSES, NEED_CLASSES, ResponseClass
from holdfast.engine.estimate import Estimate, TooFew
from holdfast.engine.exchanges import EXCHANGES, exchanges
from holdfast.engine.sameness import one_of_each

__all__ = [
    "CLASSES",
    "EXCHANGES",
    "NEED_CLASSES",
    "Estimate",
    "ResponseClass",
    "TooFew",
    "exchanges",
    "one_of_each",
]
