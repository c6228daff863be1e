"""What the engine believes before it has seen anything, each with its source.

[R] read in the source, [C] computed from it, [D] a choice of our own that no source claims.
"""

from types import MappingProxyType

# The caregiver's bond, in standard deviations of a scale (science, D4).

BOND_LEVEL_VARIANCE = 0.6
BOND_DRIFT_VARIANCE = 0.4
BOND_DRIFT_WEEKS = 20.0
BOND_BIRTH = 0.78
"""Person's level, what drifts and how long it takes, and what birth keeps of both [D]: chosen so
that correlations over time come out as found (.42, .67, .54 [R])."""

BOND_BEFORE_BIRTH = ((16.0, -0.6), (24.0, -0.2), (32.0, 0.0), (40.0, 0.0))
"""Mean by completed weeks of pregnancy [D]."""
BOND_AFTER_BIRTH = ((0.0, -0.25), (4.0, 0.0), (12.0, 0.15), (26.0, 0.2))
"""Mean by weeks since birth [D]."""

CHECK_IN_MIDDLE = 3.0
CHECK_IN_NOISE = 1.2
"""One check-in with five steps, 3 in the middle: variance around the bond [D]."""

BELONGING_WEEKS = (0.0, 1 / 7, 1.0, 6.0, 13.0)
"""When pregnancy, the day of birth, the first days, the first weeks and "recently" end, in weeks
since birth: the survey asked at about three months; days and weeks are our reading of it [D]."""
BELONGING = (0.539, 0.214, 0.105, 0.093, 0.042, 0.007)
BELONGING_EARLY = MappingProxyType(
    {
        32 * 7: (0.385, 0.0, 0.077, 0.205, 0.282, 0.051),
        37 * 7: (0.470, 0.192, 0.107, 0.150, 0.060, 0.021),
    }
)
"""When mothers first felt that the baby belonged to them: in pregnancy, at birth, in the first
days, first weeks, recently, not yet. Of all (n = 4347), and by days of gestation at birth: before
32 weeks (n = 39), before 37 weeks. Henderson, Carson and Redshaw 2016, BMJ Open 6:e012676 [R]."""
