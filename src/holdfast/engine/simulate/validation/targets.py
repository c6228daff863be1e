"""What was found in studies, within what tolerance, and how each row was used."""

from dataclasses import dataclass
from enum import StrEnum


class Use(StrEnum):
    """What a row says about the model."""

    INPUT = "input"  # put in as it is: it tests the code and not the theory
    TUNED = "tuned"  # numbers of the model were set by it: a fit, no prediction
    HELD_OUT = "held out"  # never tuned on: reported as it comes


@dataclass(frozen=True, slots=True)
class Target:
    """One figure of one row: what was found, and between what a simulation may lie."""

    row: int
    name: str
    target: str
    low: float
    high: float
    use: Use


TUNED = frozenset({1, 2, 3, 6, 8})
INPUTS = frozenset({10, 12, 13, 14, 15, 16, 20})
NEVER_TUNED = frozenset({4, 5, 9, 11, 18})


def use_of(row: int) -> Use:
    """Return how a row was used."""
    if row in TUNED:
        return Use.TUNED
    return Use.INPUT if row in INPUTS else Use.HELD_OUT


def target(row: int, name: str, said: str, low: float, high: float) -> Target:  # noqa: PLR0917 -- a row of a table
    """Return a target with its use."""
    return Target(row, name, said, low, high, use_of(row))


TARGETS = {
    "cry_1": target(1, "crying and fussing, weeks 1 to 2, min/day", "117-133", 105, 150),
    "cry_3": target(1, "crying and fussing, weeks 3 to 4", "117-133", 105, 150),
    "cry_5": target(1, "crying and fussing, weeks 5 to 6", "117-133", 105, 150),
    "cry_10": target(2, "crying and fussing, weeks 10 to 12", "68", 55, 80),
    "drop": target(3, "weeks 10 to 12 over weeks 5 to 6", ".51", 0.40, 0.62),
    "sd_5": target(4, "SD between infants, weeks 5 to 6, one day's diary", "66-70", 51, 85),
    "sd_10": target(4, "SD between infants, weeks 10 to 12, one day's diary", "46", 31, 61),
    "evening": target(5, "share of crying in 16-24 h, 6 weeks", ".59", 0.47, 0.71),
    "breast_1": target(6, "breastfeeding sessions a day, week 1", "8.9", 8.1, 9.7),
    "breast_4": target(6, "breastfeeding sessions a day, 1 month", "7.6", 6.8, 8.4),
    "breast_13": target(6, "breastfeeding sessions a day, 3 months", "6.6", 5.8, 7.4),
    "bottle_1": target(7, "bottle feeds a day, week 1", "7.4", 6.6, 8.2),
    "sleep_4": target(8, "sleep at 1 month, hours", "13.9-14.6", 13.2, 15.3),
    "sleep_13": target(8, "sleep at 3 months", "13.6", 12.9, 14.3),
    "sleep_26": target(8, "sleep at 6 months", "12.9-13.2", 12.2, 13.9),
    "sleep_52": target(8, "sleep at 12 months", "12.7-12.9", 12.0, 13.6),
    "eight_hours": target(9, "sleep 8 hours on end at 4 months", ".58", 0.45, 0.70),
    "matched": target(10, "matched time, face to face", ".30", 0.25, 0.35),
    "cycle": target(10, "seconds from repair to repair", "3-5", 3, 5),
    "within": target(11, "variance of responsiveness within one caregiver", ".77", 0.67, 0.87),
    "link": target(12, "sensitivity and security, r", ".25", 0.22, 0.28),
    "secure": target(13, "secure share", ".516", 0.486, 0.546),
    "bond_8": target(14, "bond r, 32 weeks of pregnancy to 8 months", ".42", 0.34, 0.50),
    "bond_12": target(14, "bond r, 8 to 12 months", ".67", 0.59, 0.75),
    "bond_d3": target(14, "bond r, day 3 to week 12", ".54", 0.46, 0.62),
    "felt_birth": target(15, "belonging felt by birth", ".753", 0.723, 0.783),
    "felt_days": target(15, "belonging felt within days", ".858", 0.828, 0.888),
    "felt_weeks": target(15, "belonging felt within weeks", ".951", 0.921, 0.981),
    "felt_3": target(15, "belonging felt by 3 months", ".993", 0.963, 1.0),
    "specific_29": target(16, "specific attachment by 29 weeks", ".50", 0.43, 0.57),
    "specific_40": target(16, "specific attachment by 40 weeks", ".80", 0.73, 0.87),
    "odds": target(17, "help for parents: odds ratio of secure", "5.8", 3, 10),
    "help": target(17, "help for parents: d on answered bids", ".33", 0.25, 0.41),
    "carrying": target(18, "carrying doubled, 6 weeks: crying", "lower", -0.50, -0.05),
    "loss": target(19, "engine: log-loss over frequency by signal", "< -5 %", -1.0, -0.05),
    "calibration": target(19, "engine: calibration error", "< .05", 0.0, 0.05),
    "sound": target(20, "acoustic input", "absent", 0, 0),
    "sbc": target(21, "settling rate: chi-squared of ranks", "< 36.19", 0.0, 36.19),
}
