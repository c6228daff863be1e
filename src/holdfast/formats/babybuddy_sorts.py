"""Baby Buddy's kinds of record, whichever way they come: how each is told and how it is read."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from holdfast.formats import drafts
from holdfast.formats.answers import Answers
from holdfast.formats.record import MEND, Record, Unreadable
from holdfast.formats.times import Span, day, noon, place
from holdfast.formats.units import CM, GRAMS, ML, celsius, number, unit_word
from holdfast.words import Care, Kind


@dataclass(frozen=True, slots=True)
class Setting:
    """What a person has said of all the files, and how their times are placed."""

    answers: Answers
    clock: Callable[[str], datetime | None]  # reads a time as written; None: it is none
    zone_at: Callable[[str], ZoneInfo]  # the zone in which a time as written was lived

    def volume(self, text: str) -> float:
        """Return an amount in ml."""
        return self.amount(text, "volume_unit", ML)

    def amount(self, text: str, key: str, units: Mapping[str, float]) -> float:
        """Return an amount without a unit in the unit that was answered."""
        unit = self.answers.unit(key)
        return round(number(text) * units[unit_word(unit)], 2)


Parse = Callable[[Record, Setting], None]


@dataclass(frozen=True, slots=True)
class Sort:
    """A kind of Baby Buddy's: how its file is told, and how a row of it is read."""

    name: str
    columns: frozenset[str]
    parse: Parse | None = None  # none: no moment, by design
    asks: tuple[str, ...] = ()
    dated: bool = False


def feeding(record: Record, setting: Setting) -> None:
    """A feed: how by method, what by type; both stay as text where our list has no word."""
    what, how = record.cell("type").casefold(), record.cell("method").casefold()
    solid = what == "solid food"
    detail: dict[str, object] = {**METHODS.get(how, {}), **CONTENTS.get(what, {})}
    said = [text for text in (what, how) if text and text not in PLAIN]
    if solid:
        said += [f"amount {text}"] if (text := record.cell("amount")) else []
    else:
        detail |= volume(record, "amount", setting)
    care(record, setting, Care.FEED, detail, said=said)


METHODS: Mapping[str, dict[str, object]] = {
    "bottle": {"how": "bottle"},
    "left breast": {"how": "breast", "side": "left"},
    "right breast": {"how": "breast", "side": "right"},
    "both breasts": {"how": "breast", "side": "both"},
}
CONTENTS: Mapping[str, dict[str, object]] = {
    "breast milk": {"content": "breast_milk"},
    "formula": {"content": "formula"},
    "fortified breast milk": {"content": "breast_milk"},
    "solid food": {"how": "solid"},
}
PLAIN = METHODS.keys() | CONTENTS.keys() - {"fortified breast milk"}


def volume(record: Record, column: str, setting: Setting) -> dict[str, object]:
    """Return an amount in ml, with the original beside it where it was in another unit."""
    ml = record.measure(column, setting.volume)
    if ml is None:
        return {}
    unit = setting.answers.unit("volume_unit")
    return (
        {"ml": ml}
        if ML[unit_word(unit)] == 1
        else {"ml": ml, "original": f"{record.cell(column)} {unit}"}
    )


def sleep(record: Record, setting: Setting) -> None:
    """A sleep, and whether it was a nap."""
    care(record, setting, Care.SLEEP, {"nap": truth(record, "nap")})


def nappy(record: Record, setting: Setting) -> None:
    """A nappy; its amount is a number without a meaning for us, so it is text."""
    detail = {
        "wet": truth(record, "wet"),
        "soiled": truth(record, "solid"),
        "color": record.cell("color").casefold(),
    }
    amount = record.cell("amount")
    care(record, setting, Care.NAPPY, detail, said=[f"amount {amount}"] if amount else [])


def pumping(record: Record, setting: Setting) -> None:
    """Milk expressed; older files have a time alone."""
    care(record, setting, Care.PUMP, volume(record, "amount", setting))


def tummy_time(record: Record, setting: Setting) -> None:
    """Time on the tummy; a milestone that was written beside it is text."""
    milestone = record.cell("milestone")
    care(
        record, setting, Care.TUMMY_TIME, {}, said=[milestone] if milestone else [], more=milestone
    )


def temperature(record: Record, setting: Setting) -> None:
    """A temperature; its size tells the unit."""
    degrees = record.measure("temperature", celsius)
    original = record.cell("temperature")
    changed = degrees is not None and not original.startswith(f"{degrees:g}")
    detail = {"celsius": degrees, "original": f"{original} F" if changed else None}
    care(record, setting, Care.TEMPERATURE, detail)


def medication(record: Record, setting: Setting) -> None:
    """A medicine by name and dose."""
    dose = f"{record.cell('dosage')} {record.cell('dosage_unit')}".strip()
    care(record, setting, Care.MEDICINE, {"name": record.cell("name"), "dose": dose})


def growth(column: str, detail: str, key: str, units: Mapping[str, float]) -> Parse:
    """Return the reader of one measure of growth; zero means that nothing was measured."""

    def parse(record: Record, setting: Setting) -> None:
        text, unit = record.cell(column), setting.answers.unit(key)
        size = record.measure(column, lambda cell: setting.amount(cell, key, units))
        if not size:
            raise Unreadable(column, "nothing was measured", MEND)
        care(record, setting, Care.GROWTH, {detail: size, "original": f"{text} {unit}"})

    return parse


def note(record: Record, setting: Setting) -> None:
    """A note."""
    span, zone = when(record, setting)
    said = record.cell("note")
    moment = record.moment(Kind.NOTE, "", span, zone, text=with_tags(record, [said]))
    record.found.drafts += drafts.from_text(record.name, moment, said)


def care(
    record: Record,
    setting: Setting,
    word: Care,
    detail: Mapping[str, object],
    *,
    said: Sequence[str] = (),
    more: str = "",
) -> None:
    """Add a record's moment of care, and the drafts that hide in its notes and in `more`."""
    span, zone = when(record, setting)
    if span.until is None and word in LASTING and "end" in record.cells:
        record.doubt("it has no end")
    notes = record.cell("notes")
    text = with_tags(record, [notes, *said])
    moment = record.moment(Kind.CARE, word, span, zone, detail=detail, text=text)
    record.found.drafts += drafts.from_text(record.name, moment, f"{notes} {more}".strip())


LASTING = frozenset({Care.SLEEP, Care.TUMMY_TIME})


def with_tags(record: Record, said: list[str]) -> str:
    """Join what was said, and the tags where the file has their names; older files have numbers."""
    tags = [tag.strip() for tag in record.cell("tags").split(",")]
    named = [tag for tag in tags if tag and not tag.isdigit()]
    return "\n".join([*filter(None, said), *(["Tags: " + ", ".join(named)] if named else [])])


def truth(record: Record, column: str) -> bool | None:
    """Return a yes or no; an empty cell is neither."""
    text = record.cell(column).casefold()
    if text and text not in TRUTHS:
        raise Unreadable(column, f"{record.cell(column)!r} is no 1 or 0", MEND)
    return TRUTHS.get(text)


TRUTHS = {"1": True, "true": True, "0": False, "false": False}


def when(record: Record, setting: Setting) -> tuple[Span, str]:
    """Place a record: a start and maybe an end, a time, or a date alone.

    Raises:
        Unreadable: its time is none.
    """
    column = next((one for one in TIMES if record.cell(one)), "")
    if not column:
        missing = next((one for one in TIMES if one in record.cells), "time")
        raise Unreadable(missing, "it has no time", MEND)
    zone = setting.zone_at(record.cell(column))
    if column == "date":
        return noon(record.time("date", day), zone), zone.key
    start = record.time(column, setting.clock)
    ends = column == "start" and record.cell("end")
    return place(start, record.time("end", setting.clock) if ends else None, zone), zone.key


TIMES = ("start", "time", "date")


def of(name: str, columns: str, parse: Parse | None, *asks: str) -> Sort:
    """Describe a sort in one line."""
    return Sort(name, frozenset(columns.split()), parse, asks)


SORTS = (
    of("feeding", "start end type method amount", feeding, "volume_unit"),
    of("sleep", "start end nap", sleep),
    of("diaperchange", "time wet solid", nappy),
    of("pumping", "start end amount", pumping, "volume_unit"),
    of("pumping", "time amount", pumping, "volume_unit"),
    of("tummytime", "start end milestone", tummy_time),
    of("temperature", "temperature time", temperature),
    of("weight", "weight date", growth("weight", "weight_g", "weight_unit", GRAMS), "weight_unit"),
    of("height", "height date", growth("height", "length_cm", "length_unit", CM), "length_unit"),
    of(
        "headcircumference",
        "head_circumference date",
        growth("head_circumference", "head_cm", "length_unit", CM),
        "length_unit",
    ),
    of("medication", "name dosage dosage_unit time", medication),
    of("note", "note time", note),
    of("child", "first_name last_name birth_date", None),
    of("bmi", "bmi date", None),
    of("tag", "name color", None),
)


def sort_of(columns: Iterable[str]) -> Sort | None:
    """Return the sort whose columns are there; of several the most telling."""
    there = frozenset(columns)
    fitting = [sort for sort in SORTS if sort.columns <= there]
    own = [sort for sort in fitting if "child_id" in there or sort.name in OF_NO_CHILD]
    return max(own, key=lambda sort: len(sort.columns), default=None)


OF_NO_CHILD = frozenset({"child", "tag"})
