"""Exchanges: a signal with the answers it got and how it ended. Found in the log, never stored.

A signal opens one; signals that follow within ten minutes belong to it. An answer belongs to the
signal that it names, else to the open exchange if within thirty minutes of its last signal. A
settling ends it; without one it ends thirty minutes after its last moment, as unknown: nobody saw
the end, which is no failure. "Goes on" is an observation; an answer within thirty minutes takes
the exchange up again. A moment that stands before the signal it names counts from that signal.
What two people wrote down of one happening counts once: see `holdfast.engine.sameness`.
"""

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType

import polars as pl

from holdfast.engine.classes import CLASS_OF_CARE
from holdfast.engine.sameness import one_of_each
from holdfast.words.moment import UTC_TIME
from holdfast.words.vocabulary import Kind, Response, Settling

TOGETHER = timedelta(minutes=10)
OPEN_FOR = timedelta(minutes=30)
SOON = timedelta(minutes=10)
"""An answer that has not settled by then, or no answer by then, is what a repair mends."""

UNKNOWN = "unknown"

ANSWER = pl.Struct(
    {"id": pl.String, "word": pl.String, "by": pl.String, "at": UTC_TIME, "about": pl.Int64}
)
EXCHANGES: Mapping[str, pl.DataType | type[pl.DataType]] = MappingProxyType(
    {
        "id": pl.String,
        "child": pl.String,
        "zone": pl.String,
        "opened": UTC_TIME,
        "last_signal": UTC_TIME,
        "signals": pl.List(pl.String),
        "moments": pl.List(pl.String),
        "answers": pl.List(ANSWER),
        "waited": pl.Float64,
        "end": pl.String,
        "ended": UTC_TIME,
        "repaired": pl.Boolean,
        "need": pl.String,
        "about": pl.Int64,
        "by": pl.List(pl.String),
    }
)
"""One exchange a row; `waited` in seconds, `about` in minutes."""

IS_SIGNAL = pl.col("kind") == Kind.SIGNAL
IS_SETTLING = pl.col("kind") == Kind.SETTLING
IS_CARE = (pl.col("kind") == Kind.CARE) & pl.col("word").is_in(list(CLASS_OF_CARE))
IS_ANSWER = (pl.col("kind") == Kind.RESPONSE) | IS_CARE
IS_REAL = IS_ANSWER & (pl.col("word") != Response.NOT_JUST_THEN)
CLOSES = IS_SETTLING & (pl.col("word") != Settling.WENT_ON)
GOES_ON = IS_SETTLING & (pl.col("word") == Settling.WENT_ON)


def exchanges(log: pl.DataFrame) -> pl.DataFrame:
    """Find the exchanges in a log.

    Args:
        log: moments, columns as in `holdfast.words.SCHEMA`, in any order, of any children.

    Returns:
        One row an exchange, columns as in `EXCHANGES`, ordered by child and opening. `id` is that
        of its first signal; `answers` holds "could not just then" and care that counts, too;
        `waited` is null where nobody came before it ended; `end` is settled, settled_alone,
        went_on or unknown; `ended` is thirty minutes after the last moment where nothing ended
        it; `need` is what somebody said last that it was about; `by` who took part.
    """
    return lay_out(gather(part(place(one_of_each(log)))))


def place(log: pl.DataFrame) -> pl.DataFrame:
    """Order what can belong to an exchange, from each child's first signal on.

    Adds `since` (when it counts from), `row`, and `named` (the row of the signal it names).
    """
    moments = log.filter(IS_SIGNAL | IS_ANSWER | IS_SETTLING).select(
        "id", "child", "zone", "kind", "word", "at", "by", "about", "detail", "answers"
    )
    names = moments.filter(IS_SIGNAL).select("child", answers="id", named_at="at")
    answering = pl.when(~IS_SIGNAL).then("named_at")
    moments = (
        moments.join(names, on=["child", "answers"], how="left")
        .with_columns(since=pl.max_horizontal("at", answering))
        # At one instant a signal comes before its answer, and the answer before the settling.
        .sort("child", "since", IS_SETTLING.cast(pl.Int8) - IS_SIGNAL.cast(pl.Int8), "id")
        .filter(IS_SIGNAL.cum_sum().over("child") > 0)
        .with_row_index("row")
    )
    rows = moments.filter(IS_SIGNAL).select("child", answers="id", named="row")
    return moments.join(
        rows, on=["child", "answers"], how="left", maintain_order="left"
    ).with_columns(named=pl.when(~IS_SIGNAL).then("named"))


def part(moments: pl.DataFrame) -> pl.DataFrame:
    """Part the stream into exchanges: `open`, the first row of the exchange open at each row.

    A signal opens a new one ten minutes after the last, or once the open one has been settled.
    Whether a settling that names a signal settles the open one depends on the parting before it,
    so this goes round until nothing moves; each round is right for at least one signal more.
    """
    before = last(IS_SIGNAL, "since")
    other_child = pl.col("child").ne_missing(pl.col("child").shift())
    apart = IS_SIGNAL & (other_child | (pl.col("since") - before > TOGETHER))
    opens = moments.select(apart).to_series()
    while True:
        moments = moments.with_columns(open=pl.when(opens).then("row").forward_fill())
        ends_it = CLOSES & (named_exchange().is_null() | (named_exchange() == pl.col("open")))
        settled = (last(ends_it, "row") > last(IS_SIGNAL, "row")).fill_null(value=False)
        again = moments.select(apart | (IS_SIGNAL & settled)).to_series()
        if again.equals(opens):
            return moments
        opens = again


def gather(moments: pl.DataFrame) -> pl.DataFrame:
    """Keep what belongs to an exchange, with `exchange`, the first row of the one it belongs to.

    How long an exchange is open depends on what belongs to it, so this goes round as `part` does.
    """
    moments = moments.with_columns(exchange=pl.coalesce(named_exchange(), "open"))
    always = IS_SIGNAL | pl.col("named").is_not_null()
    belongs = moments.select(always | (pl.col("since") - last(IS_SIGNAL, "since") <= OPEN_FOR))
    while True:
        here = belongs.to_series() & (moments["exchange"] == moments["open"])
        moments = moments.with_columns(here=here)
        settled = last(pl.col("here") & CLOSES, "row") > last(IS_SIGNAL, "row")
        asked = last(pl.col("here") & (IS_SIGNAL | GOES_ON), "since")
        latest = pl.when(IS_SETTLING).then(last(pl.col("here"), "since")).otherwise(asked)
        in_time = ~settled.fill_null(value=False) & (pl.col("since") - latest <= OPEN_FOR)
        again = moments.select(always | in_time)
        if again.equals(belongs):
            return moments.filter(belongs.to_series())
        belongs = again.rename({again.columns[0]: belongs.columns[0]})


def lay_out(moments: pl.DataFrame) -> pl.DataFrame:
    """Lay the gathered moments out, one exchange a row."""
    late = (CLOSES.cast(pl.Int32).cum_sum().over("exchange") - CLOSES.cast(pl.Int32)) > 0
    in_time = IS_REAL & ~pl.col("late")
    since, row = pl.col("since"), pl.col("row")
    found = (
        moments.with_columns(late=late, need=pl.col("detail").str.json_path_match("$.need"))
        .group_by("exchange", maintain_order=True)
        .agg(
            pl.col("id", "child", "zone").first(),
            opened=since.first(),
            last_signal=since.filter(IS_SIGNAL).last(),
            signals=pl.col("word").filter(IS_SIGNAL),
            moments=pl.col("id"),
            answers=pl.struct(*(field.name for field in ANSWER.fields)).filter(IS_ANSWER),
            first_answer=since.filter(in_time).first(),
            last_answer=since.filter(in_time).last(),
            last_answer_row=row.filter(in_time).last(),
            missed_row=row.filter((pl.col("word") == Response.NOT_JUST_THEN) | GOES_ON).first(),
            went_on_row=row.filter(GOES_ON).last(),
            closed_as=pl.col("word").filter(CLOSES).first(),
            closed=since.filter(CLOSES).first(),
            last_moment=since.last(),
            need=pl.col("need").drop_nulls().last(),
            about=pl.col("about").max(),
            by=pl.col("by").drop_nulls().unique(maintain_order=True),
        )
    )
    return (
        found.with_columns(
            waited=(pl.col("first_answer") - pl.col("opened")).dt.total_microseconds() / 1e6,
            end=end(),
            ended=pl.coalesce("closed", pl.col("last_moment") + OPEN_FOR),
            repaired=repaired().fill_null(value=False),
        )
        .sort("child", "opened", "id")
        .select(pl.col(name).cast(kind) for name, kind in EXCHANGES.items())
    )


def end() -> pl.Expr:
    """Say how it ended: as it was settled, or "went on" where no answer took it up again."""
    taken_up = (pl.col("last_answer_row") > pl.col("went_on_row")).fill_null(value=False)
    went_on = pl.col("went_on_row").is_not_null() & ~taken_up
    left = pl.when(went_on).then(pl.lit(str(Settling.WENT_ON))).otherwise(pl.lit(UNKNOWN))
    return pl.coalesce("closed_as", left)


def repaired() -> pl.Expr:
    """Say whether it went wrong at first and a later answer, of anybody, settled it."""
    first, latest = pl.col("first_answer"), pl.col("last_answer")
    missed = (pl.col("missed_row") < pl.col("last_answer_row")).fill_null(value=False)
    nobody = first - pl.col("opened") > SOON
    in_vain = (pl.col("closed") - first > SOON) & (latest > first)
    return (pl.col("closed_as") == Settling.SETTLED) & (missed | nobody | in_vain)


def last(which: pl.Expr, column: str) -> pl.Expr:
    """Return the column's value at the last row before this one where `which` holds."""
    return pl.when(which).then(column).forward_fill().shift()


def named_exchange() -> pl.Expr:
    """Return the exchange of the signal that a moment names."""
    return pl.col("open").gather(pl.col("named"))
