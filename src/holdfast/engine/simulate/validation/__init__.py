"""Does the simulator live like the children of the studies? Targets, measures and verdicts.

`targets` says what was found and which rows the model was tuned on; that list was written before
this check was first run. Numbers had been set by hand before, on those rows, while the spread, the
evening's share and the longest sleep stood beside them on the screen. `measures` looks at simulated
lives as each study looked at real ones.
"""

from holdfast.engine.simulate.validation.targets import TARGETS, Target, Use
from holdfast.engine.simulate.validation.verdicts import Verdict, lives_for, validate, verdict

__all__ = ["TARGETS", "Target", "Use", "Verdict", "lives_for", "validate", "verdict"]
