"""Does the simulator live like the children of the studies? Targets, measures and verdicts.

`targets` says what was found and which rows the model was tuned on; that list was fixed before the
first run. `measures` looks at simulated lives as each study looked at real ones.
"""

from holdfast.engine.simulate.validation.targets import TARGETS, Target, Use
from holdfast.engine.simulate.validation.verdicts import Verdict, lives_for, validate, verdict

__all__ = ["TARGETS", "Target", "Use", "Verdict", "lives_for", "validate", "verdict"]
