"""Moments and logs as anybody might have them."""

from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from holdfast.words import WORDS, Kind, Moment
from holdfast.words.moment import EARLIEST

CHILD = "0197a000-0000-7000-8000-000000000001"
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
KEYS = st.text(st.characters(codec="ascii", categories=["Ll"]), min_size=3).map("x_{}".format)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT, lambda inner: st.lists(inner, max_size=3)
)


@st.composite
def moments(draw):
    """Any moment that passes the door, with keys of a newer Holdfast."""
    kind = draw(st.sampled_from(Kind))
    word = draw(st.sampled_from([str(word) for word in WORDS.get(kind, [""])]))
    at = EARLIEST + draw(st.timedeltas(timedelta(0), timedelta(days=36_500)))
    lasts = draw(st.none() | st.timedeltas(timedelta(0), timedelta(days=3)))
    uuids = st.uuids().map(str)
    return Moment(
        id=draw(uuids),
        child=CHILD,
        kind=kind,
        word=word,
        at=at,
        until=None if lasts is None else at + lasts,
        zone=draw(st.sampled_from(["Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "UTC"])),
        about=draw(st.integers(0, 1440)),
        by=draw(st.none() | uuids),
        to=draw(st.none() | uuids),
        answers=draw(st.none() | uuids),
        detail=draw(details(kind, word)),
        text="said " + draw(TEXT) if kind == Kind.NOTE else draw(TEXT),
        source=draw(TEXT),
        source_id=draw(TEXT),
        extra=draw(st.dictionaries(KEYS, VALUES, max_size=2)),
    )


def details(kind, word):
    """Details where the word has some."""
    if (kind, word) == ("care", "feed"):
        return st.fixed_dictionaries(
            {},
            optional={
                "ml": st.floats(0, 2000) | st.integers(0, 2000),
                "how": st.sampled_from(["breast", "bottle"]),
                "food": TEXT,
            },
        )
    return st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("same_as", "apart_from"), st.uuids().map(str))
    )


LOGS = st.lists(moments(), max_size=6, unique_by=lambda moment: moment.id)
UNHURRIED = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
"""How long it takes is no question here: other work may share the machine."""
