"""A log straight from its file into the engine's frame: what `frame(load(path).moments)` gives.

Whole columns are checked at once. Where anything is not as it should be, the careful way reads
the file again and says which line it is: so the two can differ in speed alone.
"""

import json
import re
from datetime import timedelta
from pathlib import Path

import polars as pl

from holdfast.formats.open_format import TIMES, decode, load, opened, read_header, require_header
from holdfast.words import SCHEMA, WORDS, BadMoment, Kind, frame
from holdfast.words.details import check_detail
from holdfast.words.moment import EARLIEST, LONGEST_LASTING, LONGEST_TEXT, VAGUEST, check_zone

RFC3339 = "%Y-%m-%dT%H:%M:%S%.f%:z"
UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
DOUBTFUL = re.compile(r"\\u(?:0000|[dD])")  # a NUL or half a character: the careful way tells
INK = r"[^\s\x1c-\x1f]"  # Python counts the four separators as blank, Rust does not
CLOCK = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:[0-5]\d"  # chrono would take a 60th second
TEXTS = tuple(name for name in SCHEMA if name not in {"about", "detail"})
EMPTY = {"word": "", "text": ""}
ALLOWED = [f"{kind}/{word}" for kind, words in WORDS.items() for word in words]
NOT_READ = (ValueError, TypeError, AttributeError, OverflowError, RecursionError)


def load_frame(path: Path) -> pl.DataFrame:
    """Return the log as a frame with the columns of `SCHEMA`.

    Raises:
        OtherFormat: the first line is no header of ours.
        Refused: which line cannot be kept, and why.
    """
    with opened(path) as file:
        first, _, rest = file.read().partition("\n")
    children = read_header(require_header(first, path.name), path.name).children
    try:
        log = read_at_once(rest)
        checked = all_sound(log, [str(child["id"]) for child in children])
    except (*NOT_READ, pl.exceptions.PolarsError, BadMoment):
        checked = False
    return log if checked else frame(load(path).moments)


def read_at_once(text: str) -> pl.DataFrame:
    """Read all lines in one go. A value of another type raises; a time that is none is null."""
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    rows = decode(f"[{','.join(lines)}]")
    if len(rows) != len(lines) or DOUBTFUL.search(text) or not all(map(named, rows)):
        raise ValueError(len(rows))
    columns = {name: pl.Series([row.get(name) for row in rows], dtype=pl.String) for name in TEXTS}
    columns["about"] = pl.Series([row.get("about") or 0 for row in rows], dtype=pl.Int64)
    columns["detail"] = pl.Series([detail_text(row) for row in rows], dtype=pl.String)
    read = pl.DataFrame(columns)
    if not read.select(pl.col(*TIMES).str.contains(CLOCK).all()).transpose().to_series().all():
        raise ValueError(CLOCK)
    return read.select(
        pl.col(name).str.to_datetime(RFC3339, time_unit="us", time_zone="UTC")
        if name in TIMES
        else pl.col(name).fill_null(EMPTY.get(name))
        if name in EMPTY
        else pl.col(name)
        for name in SCHEMA
    )


def named(row: dict[str, object]) -> bool:
    """Whether the names that the frame leaves out are texts too."""
    return all(isinstance(row.get(name) or "", str) for name in ("source", "source_id"))


def detail_text(row: dict[str, object]) -> str:
    """Return the detail as `frame` writes it, checked."""
    detail = row.get("detail")
    if not detail:
        return "{}"
    check_detail(str(row.get("kind")), str(row.get("word", "")), detail)  # type: ignore[arg-type]
    return json.dumps(detail, sort_keys=True)


def all_sound(log: pl.DataFrame, children: list[str]) -> bool:
    """Whether every row would pass `Moment.check`, belongs to a child and has an id of its own."""
    for zone in log["zone"].unique():
        check_zone(zone)
    said, lasts = pl.col("text"), pl.col("until") - pl.col("at")
    word = pl.concat_str("kind", "word", separator="/")
    note = (pl.col("kind") == Kind.NOTE) & (pl.col("word") == "") & said.str.contains(INK)
    sound = log.select(
        id=pl.col("id").str.contains(UUID),
        answers=pl.col("answers").str.contains(UUID),  # null where there is none, as are others
        word=word.is_in(ALLOWED) | note,
        at=pl.col("at") >= EARLIEST,
        until=lasts.is_between(timedelta(0), LONGEST_LASTING),
        about=pl.col("about").is_between(0, VAGUEST),
        child=pl.col("child").is_in(children),
        text=said.str.len_chars() <= LONGEST_TEXT,
    )
    needed = log.select("id", "kind", "at", "zone", "child")
    return (
        needed.null_count().sum_horizontal().sum() == 0
        and bool(log["id"].is_unique().all())
        and all(sound.select(pl.all().all()).row(0))
    )
