"""Make the demo family: five weeks of moments from the simulator, the same file on every run.

python scripts/make_demo.py [FILE]
"""

import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np

from holdfast.engine.simulate import Caregiver, Child, Course, Diary, Kept, Manner, live, moments
from holdfast.engine.simulate.chance import Chance
from holdfast.engine.simulate.record import moment_id
from holdfast.formats import open_format
from holdfast.words import Kind, Moment, Signal

HERE = Path(__file__).parent.parent
FILE = HERE / "src" / "holdfast" / "demo" / "demo.holdfast.jsonl"
SEED = 20260306
WEEKS = (7, 12)
BORN = date(2026, 3, 6)
ZONE = "Europe/Berlin"
ROOM = timedelta(minutes=35)  # around an exchange that is told, so that none runs into it
CHILD = "0195c1de-7a00-7000-8000-000000000001"
ADA = "0195c1de-7a00-7000-8000-00000000000a"
JONA = "0195c1de-7a00-7000-8000-00000000000b"

PEOPLE = (
    Caregiver(id=ADA, name="Ada", called="Mama", hours=(1.0,) * 24, near=0.5),
    Caregiver(
        id=JONA,
        name="Jona",
        called="Papa",
        hours=(0.35,) * 8 + (0.1,) * 8 + (0.9,) * 6 + (0.35,) * 2,
        near=0.4,
        nurses=False,
        manner=Manner(latency=0.7, right=0.58),
    ),
)
MIRA = {"id": CHILD, "name": "Mira", "born": BORN.isoformat(), "pronoun": "she"}
TEMPER = Child(unexplained=0.8, soothable=1.1, crawls=36.0)

NOTES = (
    (2, "17:40", ADA, "First real smile at Jona today. He did not stop talking about it."),
    (5, "10:15", JONA, "She likes the lamp over the table. Ten minutes, without a word."),
    (9, "21:30", ADA, "A long evening. Walking up and down with her was what helped."),
    (12, "14:05", ADA, "Grandma came. Mira looked at her for a long time, then smiled."),
    (16, "07:20", JONA, "Slept from eleven to half past four!"),
    (19, "16:50", ADA, "We hummed at each other for a while. She waits for her turn."),
    (23, "19:10", JONA, "Did not get it right at first; in the sling she was fine again."),
    (27, "11:30", ADA, "Outside in the rain. She was quite still and watched the drops."),
    (31, "22:05", JONA, "Ada slept, Mira and I had the evening to ourselves."),
    (34, "09:40", ADA, "She has found her hands."),
)


def main() -> None:
    """Write the file."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    people = [
        {"id": one.id, "name": one.name, "called": one.called, "role": "parent"} for one in PEOPLE
    ]
    count = open_format.write(file, [MIRA], people, demo())
    print(f"{count} moments in {file.name}")


def demo() -> list[Moment]:
    """Return the moments of the demo, in order of time."""
    rng = np.random.default_rng(SEED)
    first, last = WEEKS
    life = live(rng, PEOPLE, Course(weeks=last), child=TEMPER)
    chance = Chance(rng)
    kept = Kept(exchanges=0.34, play=0.9, alone=0.25, care=0.6, exploring=0.06, could_not=0.5)
    diary = Diary(chance, life, BORN, ZONE, CHILD, kept)
    lived = [rounded(moment, chance) for moment in moments(diary, start=first, end=last)]
    told = [*notes(chance), *mended(chance)]
    taken = [moment.at for moment in told if moment.kind is not Kind.NOTE]
    apart = [one for one in lived if all(abs(one.at - at) > ROOM for at in taken)]
    kept_ids = {one.id for one in apart}
    whole = [one for one in apart if one.answers is None or one.answers in kept_ids]
    return sorted([*whole, *told], key=lambda moment: moment.at)


def rounded(moment: Moment, chance: Chance) -> Moment:
    """Return a moment as people keep them: care is often written down later, to five minutes."""
    if moment.kind is not Kind.CARE or not chance.happens(0.4):
        return moment
    at = moment.at - timedelta(minutes=moment.at.minute % 5, seconds=moment.at.second)
    return replace(moment, at=at, about=5)


def notes(chance: Chance) -> list[Moment]:
    """Return the notes that Ada and Jona wrote."""
    written = []
    for day, clock, by, text in NOTES:
        at = placed(WEEKS[0] * 7 + day, clock)
        written.append(
            Moment(
                id=moment_id(at, chance),
                child=CHILD,
                kind=Kind.NOTE,
                at=at,
                zone=ZONE,
                by=by,
                text=text,
            )
        )
    return written


MENDED = (
    (8, JONA, (("18:02", "signal", "fuss"), ("18:04", "response", "not_just_then"),
               ("18:16", "signal", "cry"), ("18:18", "response", "carry"),
               ("18:27", "settling", "settled"))),
    (22, ADA, (("15:31", "signal", "fuss"), ("15:33", "response", "feed"),
               ("15:46", "settling", "went_on"), ("15:48", "response", "rock"),
               ("15:57", "settling", "settled"))),
    (33, JONA, (("10:10", "signal", "cry"), ("10:11", "response", "change"),
                ("10:24", "response", "skin_to_skin"), ("10:33", "settling", "settled"))),
)  # fmt: skip


def mended(chance: Chance) -> list[Moment]:
    """Return the exchanges that went wrong at first and came good."""
    written = []
    for day, by, steps in MENDED:
        first: str | None = None
        for clock, kind, word in steps:
            at = placed(WEEKS[0] * 7 + day, clock)
            own = moment_id(at, chance)
            signal = word in list(Signal)
            first = first or own
            written.append(
                Moment(
                    id=own,
                    child=CHILD,
                    kind=Kind(kind),
                    word=word,
                    at=at,
                    zone=ZONE,
                    by=by,
                    answers=None if signal else first,
                )
            )
    return written


def placed(day: int, clock: str) -> datetime:
    """Place a time of the clock on a day of life."""
    hour, minute = map(int, clock.split(":"))
    midnight = datetime(BORN.year, BORN.month, BORN.day, tzinfo=UTC)  # an hour or two off: fine
    return midnight + timedelta(days=day, hours=hour - 2, minutes=minute)


if __name__ == "__main__":
    main()
