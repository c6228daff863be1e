"""A life as a family would write it down: moments in the house's words, and nothing hidden."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from holdfast.engine.simulate.bids import Answer, Bid, Cause
from holdfast.engine.simulate.bouts import Bout, bouts_of
from holdfast.engine.simulate.chance import Chance
from holdfast.engine.simulate.firsts import milestones
from holdfast.engine.simulate.life import Life
from holdfast.engine.simulate.living import Day
from holdfast.words import Care, Exploring, Kind, Moment, Response, Settling, Signal

MINUTE_MS = 60_000
NAPPIES = 0.75  # after a feed


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How much of what happened somebody writes down, as shares."""

    exchanges: float = 1.0
    play: float = 1.0  # of the looks, smiles and sounds
    alone: float = 1.0  # of the exchanges that are kept, those that nobody answered
    care: float = 1.0
    exploring: float = 1.0
    could_not: float = 0.15  # that a bid that was let pass is noted as "not just then"


@dataclass(slots=True)
class Diary:
    """What is needed to write a life down."""

    chance: Chance
    life: Life
    born: date
    zone: str
    child: str
    kept: Kept = field(default_factory=Kept)
    midnight: datetime = field(init=False)
    """The one from which the minutes of this life count."""

    def __post_init__(self) -> None:
        local = datetime.combine(self.born, time(), ZoneInfo(self.zone))
        self.midnight = local.astimezone(UTC)


def moments(diary: Diary, *, start: int = 0, end: int = 53) -> list[Moment]:
    """Write a life down, from one week of age up to another, in order of time.

    Weeks before birth hold kicks.
    """
    written: list[Moment] = []
    for number in range(start * 7, min(end * 7, 0)):
        written += kicks(diary, number)
    for day in diary.life.days:
        if start * 7 <= day.number < end * 7:
            written += sorted(day_written(diary, day), key=lambda moment: moment.at)
    return written


def day_written(diary: Diary, day: Day) -> Iterator[Moment]:
    """Write one day down."""
    for bid in day.bids:
        if diary.chance.happens(share_kept(diary.kept, bid)):
            yield from exchange(diary, bid)
    yield from care(diary, day)
    yield from exploring(diary, day)
    for word, at in milestones(diary.chance, diary.life.child, day.number):
        yield write(diary, Kind.MILESTONE, word, at)


def share_kept(kept: Kept, bid: Bid) -> float:
    """Return how likely an exchange of this sort is written down."""
    share = kept.play if bid.cause is Cause.PLAY else kept.exchanges
    return share if bid.answers else share * kept.alone


def write(  # noqa: PLR0913 -- a moment has many parts
    diary: Diary,
    kind: Kind,
    word: str,
    at: float,
    *,
    by: int | None = None,
    until: float | None = None,
    answers: str | None = None,
    detail: Mapping[str, object] | None = None,
) -> Moment:
    """Write one moment down."""
    instant = placed(diary, at)
    return Moment(
        id=moment_id(instant, diary.chance),
        child=diary.child,
        kind=kind,
        word=word,
        at=instant,
        until=None if until is None else max(placed(diary, until), instant),
        zone=diary.zone,
        by=None if by is None else diary.life.people[by].id,
        answers=answers,
        detail=detail or {},
    )


def placed(diary: Diary, minutes: float) -> datetime:
    """Place minutes of this life in time, to the second."""
    return diary.midnight + timedelta(seconds=int(minutes * 60))


def moment_id(at: datetime, chance: Chance) -> str:
    """Return a UUIDv7 of this time, whose chance is the simulator's."""
    ms = int(at.timestamp() * 1000) & (1 << 48) - 1
    random = int(chance.uniform() * (1 << 52)) << 22 | int(chance.uniform() * (1 << 22))
    high, low = random >> 62, random & (1 << 62) - 1
    # By hand, since UUID takes almost three times as long and a year has tens of thousands.
    digits = f"{ms << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def exchange(diary: Diary, bid: Bid) -> Iterator[Moment]:
    """Write an exchange down: what was seen, what was done, how it ended."""
    opening, *louder = signals(diary, bid)
    first = write(diary, Kind.SIGNAL, opening[0], opening[1], by=bid.by)
    yield first
    for word, at in louder:
        yield write(diary, Kind.SIGNAL, word, at, by=bid.by)
    if not bid.answers and diary.chance.happens(diary.kept.could_not):
        at = min(bid.onset + 2, bid.ended)
        yield write(diary, Kind.RESPONSE, Response.NOT_JUST_THEN, at, by=bid.by, answers=first.id)
    for at, answer in bid.answers:
        done = words_for(diary, bid, answer)
        yield write(diary, Kind.RESPONSE, done, at, by=bid.by, answers=first.id)
    if bid.cause is Cause.PLAY and diary.chance.happens(TIRES_OF_PLAY):
        yield write(diary, Kind.SIGNAL, Signal.LOOK_AWAY, bid.ended - 0.2, by=bid.by)
    helped = Settling.SETTLED_ALONE if bid.alone else Settling.SETTLED
    ending = helped if bid.settled else Settling.WENT_ON
    if bid.cause is not Cause.PLAY or bid.answers:
        yield write(diary, Kind.SETTLING, ending, bid.ended, by=bid.by, answers=first.id)


TIRES_OF_PLAY = 0.15


def signals(diary: Diary, bid: Bid) -> list[tuple[Signal, float]]:
    """Return what was seen, with its times: a quiet cue, and what came louder."""
    seen = [(quiet_cue(diary, bid), bid.onset)]
    if bid.fussed < bid.ended and seen[0][0] is not Signal.FUSS:
        seen.append((Signal.FUSS, bid.fussed))
    if bid.cried < bid.ended:
        seen.append((Signal.CRY, bid.cried))
    return seen


CUES = {
    Cause.HUNGER: ((Signal.ROOT, 0.75), (Signal.FUSS, 0.20), (Signal.GAZE, 0.05)),
    Cause.TIRED: ((Signal.YAWN, 0.65), (Signal.LOOK_AWAY, 0.15), (Signal.FUSS, 0.20)),
    Cause.DISCOMFORT: ((Signal.FUSS, 1.0),),
    Cause.UNEXPLAINED: ((Signal.FUSS, 1.0),),
}
REACHES_WEEKS, CLINGS_WEEKS = 19.0, 26.0


def quiet_cue(diary: Diary, bid: Bid) -> Signal:
    """Return the first thing that was to be seen of this cause at this age."""
    child, weeks = diary.life.child, bid.onset / 1440 / 7
    if bid.cause is Cause.PLAY:
        able = [signal for signal, first in child.firsts.items() if first <= weeks]
        able += [Signal.APPROACH] * (child.crawls <= weeks)
        return able[diary.chance.pick([1.0 + place / 2 for place in range(len(able))])]
    if bid.cause is Cause.CLOSENESS:
        able = [Signal.GAZE, Signal.FUSS, Signal.FUSS]
        able += [Signal.REACH] * (weeks >= REACHES_WEEKS)
        able += [Signal.CLING] * (weeks >= CLINGS_WEEKS)
        able += [Signal.APPROACH] * (weeks >= child.crawls)
        return able[int(diary.chance.uniform() * len(able))]
    words = CUES[bid.cause]
    return words[diary.chance.pick([weight for _, weight in words])][0]


DONE = {
    Answer.FEED: ((Response.FEED, 1.0),),
    Answer.REST: ((Response.PUT_TO_REST, 1.0),),
    Answer.CARE: ((Response.CHANGE, 1.0),),
    Answer.HOLD: (
        (Response.HUG, 0.42),
        (Response.CARRY, 0.26),
        (Response.ROCK, 0.18),
        (Response.TOUCH, 0.08),
        (Response.SKIN_TO_SKIN, 0.06),
    ),
    Answer.PLAY: (
        (Response.SMILE, 0.40),
        (Response.KIND_WORD, 0.25),
        (Response.PLAY, 0.20),
        (Response.SING, 0.08),
        (Response.LOOK, 0.07),
    ),
}


def words_for(diary: Diary, bid: Bid, answer: Answer) -> Response:
    """Return what somebody did, of the many ways to do it; to a lasting signal also a pause."""
    if bid.cause is Cause.TIRED and answer is Answer.PLAY:
        return Response.GIVE_SPACE
    words = DONE[answer]
    return words[diary.chance.pick([weight for _, weight in words])][0]


def care(diary: Diary, day: Day) -> Iterator[Moment]:
    """Write down feeds, sleeps and nappies."""
    chance, share = diary.chance, diary.kept.care
    for start, end, by in day.feeds:
        if chance.happens(share):
            yield write(
                diary,
                Kind.CARE,
                Care.FEED,
                start,
                by=by,
                until=end,
                detail=how_fed(diary, start, by),
            )
        if chance.happens(share * NAPPIES):
            soiled = chance.happens(0.45)
            nappy = {"wet": not soiled or chance.happens(0.8), "soiled": soiled}
            yield write(diary, Kind.CARE, Care.NAPPY, end + 4, by=by, detail=nappy)
    for start, end in day.sleeps:
        if chance.happens(share):
            who = day.in_charge[int(start / 60) % 24]
            yield write(diary, Kind.CARE, Care.SLEEP, start, by=who, until=end)


def how_fed(diary: Diary, at: float, by: int) -> dict[str, object]:
    """Return the small print of a feed; who cannot nurse gives a bottle."""
    breast = diary.life.child.breast
    if breast and diary.life.people[by].nurses:
        side = ("left", "right", "both")[int(diary.chance.uniform() * 3)]
        return {"how": "breast", "side": side}
    usual_ml = min(60 + at / 1440, 210)
    ml = round(usual_ml * (0.7 + 0.6 * diary.chance.uniform()) / 10) * 10
    return {"how": "bottle", "ml": ml, "content": "breast_milk" if breast else "formula"}


def exploring(diary: Diary, day: Day) -> Iterator[Moment]:
    """Write down going off, looking back and coming back; before that, playing near somebody."""
    for bout in bouts_of(diary.chance, diary.life, day, share=diary.kept.exploring):
        yield from bout_written(diary, bout)


def bout_written(diary: Diary, bout: Bout) -> Iterator[Moment]:
    """Write one bout down."""
    if not bout.off:
        yield write(
            diary, Kind.EXPLORING, Exploring.PLAY_NEAR, bout.start, by=bout.by, until=bout.end
        )
        return
    yield write(diary, Kind.EXPLORING, Exploring.OFF, bout.start, by=bout.by, until=bout.end)
    if bout.looks is not None:
        yield write(diary, Kind.EXPLORING, Exploring.LOOK_BACK, bout.looks, by=bout.by)
    yield write(diary, Kind.EXPLORING, Exploring.RETURN, bout.end, by=bout.by)


KICKS_FROM, KICKS_A_DAY = -21, 1.5  # weeks from birth; how many are written down


def kicks(diary: Diary, number: int) -> Iterator[Moment]:
    """Write down the kicks of a day before birth."""
    if number < KICKS_FROM * 7:
        return
    first = number * 1440.0
    for at in diary.chance.times(KICKS_A_DAY / 1440, first, first + 1440):
        yield write(diary, Kind.SIGNAL, Signal.KICK, at, by=0)
