"""What a file does not say and a person has to: the questions, and their answers.

One question a measure and a file, never one a row. A page asks them, a terminal asks them, and a
script gives them as key=value.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from holdfast.formats.times import Order
from holdfast.formats.units import CM, GRAMS, ML, UK_OUNCE, US_OUNCE, unit_word
from holdfast.words import BadMoment, Refused
from holdfast.words.language import gettext as _
from holdfast.words.moment import check_zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What has to be known. One that is not `needed` may be left open."""

    key: str
    text: str
    choices: tuple[str, ...] = ()  # none: free text
    proposal: str = ""
    needed: bool = True


class Unanswered(Refused):
    """Questions of which the answers are needed before the files can be read."""

    def __init__(self, questions: Iterable[Question]) -> None:
        self.questions = tuple(questions)
        said = " ".join(question.text for question in self.questions)
        ways = " ".join(
            f"--answer {question.key}={question.proposal or EXAMPLES[question.key]}"
            for question in self.questions
        )
        super().__init__(said, hint=_("Answer with {ways}").format(ways=ways))


UNITS = {
    "volume_unit": ML,
    "volume_oz": {"us": US_OUNCE, "uk": UK_OUNCE},
    "weight_unit": GRAMS,
    "length_unit": CM,
    "temperature_unit": {"c": 1.0, "f": 1.0},  # taken, not needed: its size tells a temperature
}
EXAMPLES = {
    "zone": "Europe/Berlin",
    "volume_unit": "ml",
    "volume_oz": "US",
    "weight_unit": "kg",
    "length_unit": "cm",
    "temperature_unit": "C",
    "date_order": "day_first",
    "child": "Robin",
}
METRIC = {"weight_unit": "kg", "length_unit": "cm"}
CUSTOMARY = {"weight_unit": "lb", "length_unit": "in"}


def zone_question(proposal: str = "", *, needed: bool = True) -> Question:
    """Ask where it was lived."""
    return Question(
        key="zone",
        text=_("In which time zone were these days lived?"),
        proposal=proposal,
        needed=needed,
    )


def unit_question(key: str, text: str, choices: tuple[str, ...], proposal: str) -> Question:
    """Ask for the unit of a measure."""
    return Question(key=key, text=text, choices=choices, proposal=proposal)


def child_question() -> Question:
    """Ask whose file it is, where a file names no child."""
    return Question(key="child", text=_("Whose log is this?"), needed=False)


def order_question() -> Question:
    """Ask which number of a date comes first."""
    return Question(
        key="date_order",
        text=_("Is the day or the month first in dates such as 3/4/2026?"),
        choices=tuple(Order),
    )


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers, held to what they can be."""

    given: Mapping[str, str]

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "Answers":
        """Take answers and check them.

        Raises:
            Refused: nobody asks this, or it cannot be an answer.
        """
        for key, value in given.items():
            if key not in EXAMPLES:
                raise Refused(
                    f"Nobody asks for {key!r}.", hint=f"The questions are {', '.join(EXAMPLES)}."
                )
            check_answer(key, value)
        return cls(dict(given))

    def missing(self, questions: Iterable[Question]) -> list[Question]:
        """Return the questions that are needed and not answered."""
        open_ones = [one for one in questions if one.needed and one.key not in self.given]
        return [one for one in open_ones if one.key not in METRIC or not self.system()]

    def text(self, key: str) -> str:
        """Return an answer, or the empty string."""
        return self.given.get(key, "")

    def zone(self) -> ZoneInfo | None:
        """Return the zone in which it was lived, where that was said."""
        return ZoneInfo(self.given["zone"]) if "zone" in self.given else None

    def unit(self, key: str) -> str:
        """Return a measure's unit: as answered, else by the system of who answered for volumes."""
        return self.given.get(key) or self.system().get(key, "")

    def system(self) -> Mapping[str, str]:
        """Return the other units of who measures volumes as answered; none where not answered."""
        volume = self.given.get("volume_unit")
        if volume is None:
            return {}
        return METRIC if unit_word(volume) in {"ml", "l"} else CUSTOMARY


def check_answer(key: str, value: str) -> None:
    """Hold one answer to what it can be."""
    if key == "zone":
        try:
            check_zone(value)
        except BadMoment as bad:
            raise Refused(bad.args[0], hint=bad.hint) from bad
    elif key in UNITS and unit_word(value) not in UNITS[key]:
        raise Refused(
            f"{key}={value} is no unit that we know.", hint=f"One like {key}={EXAMPLES[key]}."
        )
    elif key == "date_order" and value not in list(Order):
        raise Refused(f"{value!r} is no order.", hint=f"One of {', '.join(Order)}.")
