"""What the columns of a Huckleberry row mean, type by type."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from zoneinfo import ZoneInfo

from holdfast.formats import huckleberry_drafts as hidden
from holdfast.formats.record import MEND, Record, Unreadable
from holdfast.formats.times import Order, Span, clock, length, place
from holdfast.formats.units import CM, GRAMS, amount, celsius
from holdfast.words import Care, Kind, Response

COLUMNS = (
    "type",
    "start",
    "end",
    "duration",
    "start condition",
    "start location",
    "end condition",
    "notes",
)
BEGAN, WHERE, ENDED = "start condition", "start location", "end condition"


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for all rows of an import."""

    zone: ZoneInfo
    order: Order
    units: Mapping[str, float]  # of volumes: whose ounce it is, is asked

    def volume(self, text: str) -> float:
        """Return an amount of milk in ml."""
        return amount(text, self.units)


def parse(record: Record, setting: Setting) -> None:
    """Read a row by its type. A type that we do not know is kept whole, as a note."""
    TYPES.get(record.cell("type").casefold(), kept_as_note)(record, setting)


def feed(record: Record, setting: Setting) -> None:
    """A feed: at the breast where a cell says so or holds a side's minutes, else by bottle."""
    began, ended = record.cell(BEGAN), record.cell(ENDED)
    sides = [side(began, first="left"), side(ended, first="right")]
    if "breast" in {record.cell(WHERE).casefold(), began.casefold()} or any(sides):
        add(record, setting, Care.FEED, nursed(sides))
    else:
        content = MILKS.get(began.casefold())
        detail = {"how": "bottle", **volume(record, setting, ENDED, "ml"), "content": content}
        known = content or began.casefold() in {"", "bottle"}
        add(record, setting, Care.FEED, detail, said=[] if known else [began])


SIDE = re.compile(r"(\d{1,3}):([0-5]\d)([LR]?)", re.ASCII | re.IGNORECASE)
MILKS = {
    "breast milk": "breast_milk",
    "breastmilk": "breast_milk",
    "formula": "formula",
    "mixed": "mixed",
    "cow milk": "other",
    "goat milk": "other",
    "soy milk": "other",
    "other": "other",
}


def side(text: str, *, first: str) -> tuple[str, int] | None:
    """Read one side's time: 00:06R is six minutes right; without a letter 10:30 is M:SS."""
    found = SIDE.fullmatch(text)
    if found is None:
        return None
    large, small = int(found[1]), int(found[2])
    if found[3]:
        return "left" if found[3] in "Ll" else "right", 60 * (60 * large + small)
    return first, 60 * large + small


def nursed(sides: list[tuple[str, int] | None]) -> dict[str, object]:
    """Return what a feed at the breast says of its sides."""
    seconds = {"left": 0, "right": 0}
    for which, lasted in filter(None, sides):
        seconds[which] += lasted
    used = [which for which, lasted in seconds.items() if lasted]
    detail: dict[str, object] = {f"{which}_s": lasted or None for which, lasted in seconds.items()}
    return {"how": "breast", "side": "both" if len(used) > 1 else "".join(used), **detail}


def volume(record: Record, setting: Setting, column: str, key: str) -> dict[str, object]:
    """Return an amount in ml, with the original beside it where it was in another unit."""
    ml, text = record.measure(column, setting.volume), record.cell(column)
    same = ml is None or text.casefold().endswith("ml")
    return {key: ml, "original": None if same else text}


def solids(record: Record, setting: Setting) -> None:
    """Solid food, and how it was liked."""
    said = [text] if (text := record.cell(ENDED)) else []
    add(record, setting, Care.FEED, {"how": "solid", "food": record.cell(BEGAN)}, said=said)


def sleep(record: Record, setting: Setting) -> None:
    """A sleep; how it began, where, and how it ended may hide care."""
    said = [f"{label}: {text}" for label, column in LABELS if (text := record.cell(column))]
    add(record, setting, Care.SLEEP, {"place": record.cell(WHERE)}, said=said)
    asleep = record.found.moments[0]
    if asleep.until is None:
        record.doubt("it has no end")
    record.found.drafts += hidden.of_sleep(record, asleep)


LABELS = (("Start", BEGAN), ("End", ENDED))


def nappy(record: Record, setting: Setting, *, potty: bool = False) -> None:
    """A nappy: what was in it stands in the end condition, its colour in the duration."""
    what = record.cell(ENDED) or record.cell(BEGAN)
    consistency = record.cell(BEGAN) if record.cell(ENDED) else ""
    words = what.casefold()
    known = any(word in words for word in ("pee", "poo", "dry", "both"))
    detail = {
        "wet": "pee" in words or "both" in words if known else None,
        "soiled": "poo" in words or "both" in words if known else None,
        "color": record.cell("duration"),
        "potty": True if potty else None,
    }
    plain = words in {"pee", "poo", "both", "dry", ""}
    said = [text for text in ("" if plain else what, consistency) if text]
    add(record, setting, Care.NAPPY, detail, said=said)


def pump(record: Record, setting: Setting) -> None:
    """Milk expressed: left, right, and their sum."""
    left = volume(record, setting, BEGAN, "left_ml")
    right = volume(record, setting, ENDED, "right_ml")
    given = [one for one in (left["left_ml"], right["right_ml"]) if isinstance(one, float)]
    originals = [str(one["original"]) for one in (left, right) if one["original"]]
    detail = {**left, **right, "ml": round(sum(given), 2) if given else None}
    add(record, setting, Care.PUMP, {**detail, "original": ", ".join(originals)})


def medicine(record: Record, setting: Setting) -> None:
    """A medicine by name and dose, which stands in the condition or in the notes."""
    dose, notes = record.cell(BEGAN), record.cell("notes")
    if not dose and notes[:1].isdigit():
        dose = notes
    detail = {"name": record.cell(WHERE), "dose": dose}
    add(record, setting, Care.MEDICINE, detail, notes="" if dose == notes else notes)


def growth(record: Record, setting: Setting) -> None:
    """Weight, length and head in one; nothing and zero were not measured."""
    sizes = {
        key: record.measure(column, partial(amount, units=units)) or None
        for key, column, units in (
            ("weight_g", BEGAN, GRAMS),
            ("length_cm", WHERE, CM),
            ("head_cm", ENDED, CM),
        )
    }
    if not any(sizes.values()):
        raise Unreadable(BEGAN, "nothing was measured", MEND)
    cells = [record.cell(column) for column in (BEGAN, WHERE, ENDED)]
    add(record, setting, Care.GROWTH, {**sizes, "original": ", ".join(filter(None, cells))})


def temperature(record: Record, setting: Setting) -> None:
    """A temperature."""
    degrees, text = record.measure(BEGAN, celsius), record.cell(BEGAN)
    if degrees is None:
        raise Unreadable(BEGAN, "no temperature was noted", MEND)
    original = None if "c" in text.casefold() else text
    add(record, setting, Care.TEMPERATURE, {"celsius": degrees, "original": original})


def plain(record: Record, setting: Setting, word: Care) -> None:
    """Care of which only the time is told."""
    add(record, setting, word, {}, said=others(record))


def answer(record: Record, setting: Setting, word: Response) -> None:
    """Something that somebody did with the child; play keeps its name."""
    named = [record.cell("type")] if word is Response.PLAY else []
    text = "\n".join(filter(None, [*named, record.cell("notes"), *others(record)]))
    span = when(record, setting)
    moment = record.moment(Kind.RESPONSE, word, span, setting.zone.key, text=text)
    record.found.drafts += hidden.of_notes(record, moment)


def kept_as_note(record: Record, setting: Setting) -> None:
    """A type that we have no word for: its name and all its cells."""
    span = when(record, setting)
    said = [record.cell("type"), record.cell("notes"), *others(record)]
    moment = record.moment(
        Kind.NOTE, "", span, setting.zone.key, text="\n".join(filter(None, said))
    )
    record.doubt(f"{record.cell('type') or 'no type'}: we have no word for it, kept as a note")
    record.found.drafts += hidden.of_notes(record, moment)


def others(record: Record) -> list[str]:
    """Return the cells that this type has no meaning for."""
    return [text for column in (BEGAN, WHERE, ENDED) if (text := record.cell(column))]


def add(
    record: Record,
    setting: Setting,
    word: Care,
    detail: Mapping[str, object],
    *,
    said: Sequence[str] = (),
    notes: str | None = None,
) -> None:
    """Add a moment of care, and the drafts that its notes give."""
    notes = record.cell("notes") if notes is None else notes
    text = "\n".join(filter(None, [notes, *said]))
    span, zone = when(record, setting), setting.zone.key
    moment = record.moment(Kind.CARE, word, span, zone, detail=detail, text=text)
    record.found.drafts += hidden.of_notes(record, moment)


def when(record: Record, setting: Setting) -> Span:
    """Place a row.

    Raises:
        Unreadable: its start or its end is no time.
    """
    read = partial(clock, order=setting.order)
    start = record.time("start", read)
    end = record.time("end", read) if record.cell("end") else None
    return place(start, end, setting.zone, length(record.cell("duration")))


TYPES: Mapping[str, Callable[[Record, Setting], None]] = {
    "feed": feed,
    "solids": solids,
    "sleep": sleep,
    "diaper": nappy,
    "potty": partial(nappy, potty=True),
    "pump": pump,
    "meds": medicine,
    "growth": growth,
    "temp": temperature,
    "bath": partial(plain, word=Care.BATH),
    "tummy time": partial(plain, word=Care.TUMMY_TIME),
    "skin to skin": partial(answer, word=Response.SKIN_TO_SKIN),
    "story time": partial(answer, word=Response.PLAY),
    "indoor play": partial(answer, word=Response.PLAY),
    "outdoor play": partial(answer, word=Response.PLAY),
}
