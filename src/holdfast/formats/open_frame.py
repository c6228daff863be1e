"""A log straight from its file into the engine's frame: what `frame(load(path).moments)` gives.

Whole columns are checked at once. Where anything is not as it should be, the careful way reads
the file again and says which line it is: so the two can differ in speed alone.
"""

import json
import re
from datetime import timedelta
from functools import lru_cache
from pathlib import Path

import polars as pl

from holdfast.formats.open_format import (
    OURS,
    TIMES,
    decode,
    load,
    opened,
    read_header,
    require_header,
)
from holdfast.words import SCHEMA, WORDS, BadMoment, Kind, frame
from holdfast.words.details import check_detail
from holdfast.words.moment import EARLIEST, LONGEST_LASTING, LONGEST_TEXT, VAGUEST, check_zone

RFC3339 = "%Y-%m-%dT%H:%M:%S%.f%:z"
UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
INK = r"[^\s\x1c-\x1f]"  # Python counts the four separators as blank, Rust does not
CLOCK = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:[0-5]\d"  # chrono would take a 60th second
EMPTY = {"word": "", "about": 0, "text": ""}
ALLOWED = [f"{kind}/{word}" for kind, words in WORDS.items() for word in words]
NOT_READ = (ValueError, RecursionError, pl.exceptions.PolarsError, BadMoment)
LINE = {name: pl.Int64 if name == "about" else pl.String for name in OURS}

# Polars takes a number for its text, and of two values of one name the first. So names are counted;
# and where a text can be anything (a number is no id, word, time or zone), its quote is asked for.
NAME = rf'"(?:{"|".join(OURS)})"\s*:'
NO_TEXT = r'"(?:child|by|to|text|source|source_id)"\s*:\s*[^"\sn]'
DOUBTFUL = r"\\u(?:0000|00[4-7]|[dD])"  # a NUL, a letter that may be of a name, half a character
DETAIL = re.compile(r'"detail"\s*:\s*(\{[^{}]*\})')


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
    except NOT_READ:
        checked = False
    return log if checked else frame(load(path).moments)


def read_at_once(text: str) -> pl.DataFrame:
    """Read all lines in one go. What is not plainly what it should be raises."""
    read = pl.read_ndjson(text.encode(), schema=LINE)
    whole, said = pl.Series([text]), read.select(pl.sum_horizontal(pl.all().count())).item()
    if whole.str.count_matches(NAME).item() != said:
        raise ValueError(NAME)
    if whole.str.contains(f"{NO_TEXT}|{DOUBTFUL}").item():
        raise ValueError(NO_TEXT)
    if not read.select(pl.col(*TIMES).str.contains(CLOCK).all()).transpose().to_series().all():
        raise ValueError(CLOCK)
    times = pl.col(*TIMES).str.to_datetime(RFC3339, time_unit="us", time_zone="UTC")
    empty = [pl.col(name).fill_null(value) for name, value in EMPTY.items()]
    return read.with_columns(times, *empty, detail=details(read, DETAIL.findall(text))).select(
        *SCHEMA
    )


def details(read: pl.DataFrame, written: list[str]) -> pl.Series:
    """Return the details as `frame` writes them, from the letters of the file."""
    there = read["detail"].is_not_null()
    of = read.filter(there).select("kind", pl.col("word").fill_null("")).rows()
    told = [detail_text(kind, word, one) for (kind, word), one in zip(of, written, strict=True)]
    return pl.Series([NO_DETAIL, *told], dtype=pl.String).gather(there.cum_sum() * there)


NO_DETAIL = "{}"


@lru_cache(maxsize=1024)
def detail_text(kind: str, word: str, written: str) -> str:
    """Return a detail as `frame` writes it, checked."""
    detail = decode(written)
    check_detail(kind, word, detail)
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
