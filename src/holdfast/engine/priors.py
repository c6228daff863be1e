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

# What a signal is about (science, D1). Orders: NEED_ORDER, SIGNAL_ORDER, and NEED_CLASSES.

NEED_ORDER = ("nutrition", "rest", "closeness", "play", "discomfort", "unknown")
SIGNAL_ORDER = ("root", "yawn", "fuss", "cry", "reach", "gaze")
NEED_SHARES = (0.34, 0.34, 0.08, 0.12, 0.06, 0.10)
NEED_SHARES_BEFORE_PLAY = (0.34, 0.34, 0.08, 0.04, 0.06, 0.10)
"""How often a signal is about each need, before any was seen [D]; and in the first six weeks."""
PLAY_FROM_WEEKS = 6.0
NEED_WEIGHT = 40.0
"""As many observations as the shares above are worth [D]."""
SIGNAL_SHARES = (
    (0.35, 0.05, 0.28, 0.25, 0.05, 0.02),
    (0.03, 0.35, 0.36, 0.20, 0.03, 0.03),
    (0.03, 0.03, 0.30, 0.28, 0.22, 0.14),
    (0.02, 0.02, 0.12, 0.03, 0.16, 0.65),
    (0.03, 0.03, 0.42, 0.48, 0.02, 0.02),
    (0.03, 0.05, 0.45, 0.42, 0.03, 0.02),
)
"""Which signal a need is told by, one need a row [D]."""
SIGNAL_WEIGHT = 12.0
SETTLES = (
    (0.80, 0.03, 0.12, 0.01, 0.04),
    (0.05, 0.70, 0.20, 0.02, 0.03),
    (0.08, 0.05, 0.78, 0.06, 0.03),
    (0.02, 0.01, 0.07, 0.88, 0.02),
    (0.10, 0.04, 0.21, 0.02, 0.63),
    (0.22, 0.12, 0.56, 0.05, 0.05),
)
"""Which class of answer settles a need, one need a row [D]. Never learned per child: that is what
tells the needs apart. The five that fit agree with the stated cause in about three of four, as
found (Lockhart-Bouron et al. 2023, Commun Psychol 1: 75 % [R])."""

FEED_SHAPE, WAKE_SHAPE = 3, 5
"""Shapes of the two clocks' gamma spreads [D]; no published value stands behind them."""
FACTOR_RANGE = (0.02, 8.0)
PACE_VARIANCE = 0.15**2
PACE_FLOOR = 0.15
"""The child's own pace on the log scale: its prior variance, and the least standard deviation to
show, as the nominal one came out too small in simulation [C]."""
PACE_DRIFT = 1e-5
FEED_NOISE, WAKE_NOISE = 0.45**2, 0.40**2
PACE_MINUTES = (20.0, 600.0)
"""Between these minutes a gap says something about pace [D]."""
LEAST_NEED = 0.02
KEEP_NEEDS = 0.998
LEAST_FACTOR = 0.2
SAID_SO, NOT_SAID = 0.75, 0.05
"""How "that was it" weighs for the need it names, and for each other [D]."""
TEMPERATURE_STEP, TEMPERATURE_MOST = 0.02, 0.7
SURE_ENOUGH = 0.45
"""Where neither a need nor an answer is likelier than this, nothing is suggested [D]."""

AS_EXPECTED = 10.0
"""As if so many outcomes of each signal had come as the tables expect: what settled it more or less
often than that corrects the tables for this child [D], chosen on simulated children."""

BREAST_HOURS = (2.6, 1.3, 8.0)
BOTTLE_HOURS = (3.2, 1.6, 10.0)
"""Mean hours from feed to feed at w weeks: a + b (1 - exp(-w / c)) [D], checked against Casiday et
al. 2004 (2.71 h and 3.25 h in week 1 [R]) and Kent et al. 2013 (7.6 a day at 1 month [R2])."""
TIRED_WEEKS = (4.0, 13.0, 26.0, 39.0, 52.0)
TIRED_HOURS = (1.05, 1.5, 2.0, 2.3, 2.6)
"""Hours awake after which tiredness shows: derived [C] from inputs of our own [D]. There is no
published norm, and no screen may call it one."""
AGE_UNKNOWN_WEEKS = 13.0
STALE_MINUTES = 720.0
"""After so long without a feed or a sleep in the log nobody wrote it down: it says nothing [D]."""

# What soothes (science, D2): how fast each way settles, per minute [D].

SOOTHING = MappingProxyType(
    {
        "feed": 0.18,
        "hold": 0.12,
        "carry": 0.30,
        "rock": 0.16,
        "rest": 0.10,
        "care": 0.12,
        "play": 0.10,
        "voice": 0.06,
    }
)
SOOTHING_SHAPE = 4.0
SOOTHING_SHAPE_BY_SIGNAL = 2.0
RANK_FROM = 0.8
"""Only from this chance on is one way said to settle faster than another [D]."""
