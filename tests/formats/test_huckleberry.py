"""Huckleberry's rows, in which the columns change their meaning with the type."""

from datetime import UTC, datetime

import pytest

from holdfast.formats import Member, questions, read
from holdfast.words import Problem

NOW = datetime(2026, 3, 1, tzinfo=UTC)
ANSWERS = {"zone": "Europe/Paris"}
HEADER = "Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes"
MEND = "Mend it in the file, or log it by hand."


def csv(*rows, header=HEADER):
    return Member("robin.csv", "\n".join([header, *rows]).encode())


def reading_of(*rows, **answers):
    return read([csv(*rows)], {**ANSWERS, **answers}, now=NOW)


def only(*rows, **answers):
    (moment,) = reading_of(*rows, **answers).moments
    return moment


def drafts_of(*rows):
    return [
        (one.record, one.moment.word, one.moment.at.strftime("%H:%M"), one.moment.about)
        for one in reading_of(*rows).drafts
    ]


DETAILS = {
    "Feed,2026-01-05 06:38,,,00:12R,Breast,00:04L,": {
        "how": "breast",
        "side": "both",
        "left_s": 240,
        "right_s": 720,
    },
    "Feed,2026-01-05 06:38,,,00:12R,Breast,00:00L,": {
        "how": "breast",
        "side": "right",
        "right_s": 720,
    },
    "Feed,2026-01-05 06:38,,,10:00,,08:30,": {
        "how": "breast",
        "side": "both",
        "left_s": 600,
        "right_s": 510,
    },
    "feed,2026-01-05 06:38,,,Breast,,,": {"how": "breast"},
    "Feed,2026-01-05 06:38,,,Formula,Bottle,190ml,": {
        "how": "bottle",
        "ml": 190,
        "content": "formula",
    },
    "Feed,2026-01-05 06:38,,,Bottle,bottle,3 oz,": {
        "how": "bottle",
        "ml": 88.72,
        "original": "3 oz",
    },
    "Solids,2026-01-05 06:38,,,Pumpkin,,LOVED,": {"how": "solid", "food": "Pumpkin"},
    "Sleep,2026-01-05 06:38,2026-01-05 07:38,,,On own in bed,,": {"place": "On own in bed"},
    "Diaper,2026-01-05 06:38,,yellow,Loose,,Poo:large,": {
        "wet": False,
        "soiled": True,
        "color": "yellow",
    },
    'Diaper,2026-01-05 06:38,,,,,"Both, pee:medium poo:medium",': {"wet": True, "soiled": True},
    "Diaper,2026-01-05 06:38,,,,,Dry,": {"wet": False, "soiled": False},
    "Diaper,2026-01-05 06:38,,,Pee + Poo,,,": {"wet": True, "soiled": True},
    "Diaper,2026-01-05 06:38,,,,,Blowout,": {},
    "Potty,2026-01-05 06:38,,,,,Pee:small,": {"wet": True, "soiled": False, "potty": True},
    "Pump,2026-01-05 06:38,,,21ml,,24ml,": {"left_ml": 21, "right_ml": 24, "ml": 45},
    "Pump,2026-01-05 06:38,,,,,2oz,": {"right_ml": 59.15, "ml": 59.15, "original": "2oz"},
    "Pump,2026-01-05 06:38,,,,,,": {},
    "Meds,2026-01-05 06:38,,,1ml,Vitamin D,,": {"name": "Vitamin D", "dose": "1ml"},
    "Meds,2026-01-05 06:38,,,,Vitamin D,,1 drop": {"name": "Vitamin D", "dose": "1 drop"},
    "Meds,2026-01-05 06:38,,,,Vitamin D,,with lunch": {"name": "Vitamin D"},
    "Growth,2026-01-05 06:38,,,6.66kg,62.5cm,0cm,": {
        "weight_g": 6660,
        "length_cm": 62.5,
        "original": "6.66kg, 62.5cm, 0cm",
    },
    "Temp,2026-01-05 06:38,,,37.4°C,,,": {"celsius": 37.4},
    "Temp,2026-01-05 06:38,,,98.6°F,,,": {"celsius": 37, "original": "98.6°F"},
    "Bath,2026-01-05 06:38,,,,,,": {},
}


@pytest.mark.parametrize("row", DETAILS)
def test_a_row_is_read_by_its_type(row):
    assert only(row).detail == DETAILS[row]


TEXTS = {
    "Feed,2026-01-05 06:38,,,Goat's milk,Bottle,90ml,slowly": "slowly\nGoat's milk",
    "Solids,2026-01-05 06:38,,,Pumpkin,,LOVED,": "LOVED",
    'Sleep,2026-01-05 06:38,2026-01-05 07:38,,"Rocked, then held",,Happy,': (
        "Start: Rocked, then held\nEnd: Happy"
    ),
    "Diaper,2026-01-05 06:38,,,Loose,,Poo:large,": "Poo:large\nLoose",
    "Diaper,2026-01-05 06:38,,,,,Pee,": "",
    "Meds,2026-01-05 06:38,,,,Vitamin D,,1 drop": "",
    "Meds,2026-01-05 06:38,,,,Vitamin D,,with lunch": "with lunch",
    "Bath,2026-01-05 06:38,,,warm,,,": "warm",
    "Story time,2026-01-05 06:38,,,,,,the bear": "Story time\nthe bear",
    "Skin to skin,2026-01-05 06:38,,,,,,": "",
    "Meditation,2026-01-05 06:38,,,a,b,c,calm": "Meditation\ncalm\na\nb\nc",
}


@pytest.mark.parametrize("row", TEXTS)
def test_what_has_no_detail_stays_as_text(row):
    assert only(row).text == TEXTS[row]


@pytest.mark.parametrize(
    ("type_", "word"),
    [
        ("Story time", ("response", "play")),
        ("indoor play", ("response", "play")),
        ("Outdoor Play", ("response", "play")),
        ("Skin to skin", ("response", "skin_to_skin")),
        ("Tummy time", ("care", "tummy_time")),
        ("Brush teeth", ("note", "")),
    ],
)
def test_each_type_becomes_a_word_of_ours_or_a_note(type_, word):
    moment = only(f"{type_},2026-01-05 06:38,,,,,,")
    assert (moment.kind, moment.word) == word


def test_a_type_without_a_word_is_told():
    why = [one.why for one in reading_of(",2026-01-05 06:38,,,,,,calm").warnings]
    assert why == ["no type: we have no word for it, kept as a note"]


@pytest.mark.parametrize(
    ("start", "at"),
    [
        ("2026-01-05 06:38", "2026-01-05T05:38+00:00"),
        ("1/13/2026 6:38\u202fPM", "2026-01-13T17:38+00:00"),
        ("13/1/2026 18:38", "2026-01-13T17:38+00:00"),
        ("2026-01-05T06:38:00-06:00", "2026-01-05T12:38+00:00"),
    ],
)
def test_times_are_read_however_the_phone_wrote_them(start, at):
    assert only(f"Bath,{start},,,,,,").at == datetime.fromisoformat(at)


def test_the_order_of_a_date_may_be_answered():
    row = "Bath,1/5/2026 6:38 AM,,,,,,"
    assert [one.key for one in questions([csv(row)])] == ["zone", "child", "date_order"]
    bath = only(row.replace("1/5", "5/1"), date_order="day_first")
    assert bath.at == datetime(2026, 1, 5, 5, 38, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "answers", "ml"),
    [
        ("Europe/Paris", {}, 118.29),
        ("Europe/London", {"volume_oz": "US"}, 118.29),
        ("Europe/London", {"volume_oz": "UK"}, 113.65),
    ],
)
def test_which_ounce_it_is_may_be_answered(zone, answers, ml):
    feed = only("Feed,2026-01-05 06:38,,,Formula,Bottle,4oz,", zone=zone, **answers)
    assert feed.detail["ml"] == ml


def test_which_ounce_it_is_is_asked_in_britain_alone():
    row = "Feed,2026-01-05 06:38,,,Formula,Bottle,4oz,"
    weight = "Growth,2026-01-05 06:38,,,14lb 6oz,,,"
    london, paris = {"zone": "Europe/London"}, {"zone": "Europe/Paris"}
    assert [one.key for one in questions([csv(row)], london)] == ["child", "volume_oz"]
    assert [one.key for one in questions([csv(row)], paris)] == ["child"]
    assert [one.key for one in questions([csv(weight)], london)] == ["child"]


def test_the_child_is_who_was_answered():
    (child,) = reading_of("Bath,2026-01-05 06:38,,,,,,", child="Robin").children
    assert (child.name, child.source) == ("Robin", "huckleberry:Robin")


def test_the_other_spelling_of_the_columns_names_the_same_rows():
    row = "Bath,2026-01-05 06:38,,,warm,,,"
    spelled = HEADER.replace("Condition", "Conditions").upper()
    assert read([csv(row, header=spelled)], ANSWERS, now=NOW).moments == reading_of(row).moments


def test_columns_that_nobody_reads_are_listed():
    reading = read([csv("Bath,2026-01-05 06:38", header=HEADER + ",Mood")], ANSWERS, now=NOW)
    assert [one.why for one in reading.warnings] == ["robin.csv: columns not read: mood"]


PROBLEMS = {
    "Sleep,2026-01-19 12:00,2026-01-19 11:00,1:00,,,,": ("End", "the end is before the start"),
    "Feed,not-a-date,,,,,,": ("Start", "'not-a-date' cannot be read as a time"),
    "Feed,,,,,,,": ("Start", "it has no time"),
    "Sleep,2026-01-19 12:00,later,,,,,": ("End", "'later' cannot be read as a time"),
    "Growth,2026-01-19 12:00,,,,,,": ("Start Condition", "nothing was measured"),
    "Temp,2026-01-19 12:00,,,,,,": ("Start Condition", "no temperature was noted"),
    "Feed,2026-01-19 12:00,,,Formula,Bottle,3 cups,": (
        "End Condition",
        "'3 cups' is no amount in a unit that we know",
    ),
    "Bath,2026-01-19 12:00,,,,,,a,b": (
        "",
        "it has more cells than the header: an unquoted comma has shifted them",
    ),
}


@pytest.mark.parametrize("row", PROBLEMS)
def test_a_row_that_cannot_be_read_is_a_problem_with_its_column(row):
    assert reading_of(row).problems == (Problem("1", *PROBLEMS[row], MEND),)


def test_a_sleep_without_an_end_is_told():
    reading = reading_of("Sleep,2026-01-05 06:38,,,,,,")
    assert [one.why for one in reading.warnings] == ["it has no end"]


def test_how_a_sleep_began_hides_care_at_its_start_and_how_it_ended_at_its_end():
    row = 'Sleep,2026-01-05 06:38,2026-01-05 07:38,,"Held, then put down",Worn or held,Crying,'
    assert drafts_of(row) == [
        ("1", "hug", "05:38", 15),
        ("1", "put_to_rest", "05:38", 15),
        ("1", "carry", "05:38", 15),
        ("1", "cry", "06:38", 15),
    ]


def test_a_place_is_no_act_and_an_end_that_nobody_saw_says_nothing():
    assert drafts_of("Sleep,2026-01-05 06:38,2026-01-05 07:38,,,Next to carer,Woke up,") == []
    assert drafts_of("Sleep,2026-01-05 06:38,,,,,Crying,") == []


def test_what_a_note_says_already_is_no_second_draft():
    row = 'Sleep,2026-01-05 06:38,2026-01-05 07:38,,"Rocked",,,Rocked for ages'
    assert drafts_of(row) == [("1", "rock", "05:38", 30)]


@pytest.mark.parametrize("where", ["Nursing", "bottle"])
def test_a_sleep_that_began_at_a_feed_is_a_draft_of_one(where):
    row = f"Sleep,2026-01-05 06:38,2026-01-05 07:38,,,{where},,"
    assert drafts_of(row) == [("1", "feed", "05:38", 15)]


@pytest.mark.parametrize(
    ("feed", "drafted"),
    [
        ("06:24,", False),
        ("06:52,", False),
        ("06:00,2026-01-05 06:30", False),
        ("06:00,2026-01-05 07:00", False),
        ("06:22,", True),
        ("06:54,", True),
    ],
)
def test_a_feed_that_was_logged_within_a_quarter_of_an_hour_is_no_draft(feed, drafted):
    sleep = "Sleep,2026-01-05 06:38,2026-01-05 07:38,,,Nursing,,"
    rows = (sleep, f"Feed,2026-01-05 {feed},,Breast,Breast,,")
    assert bool(drafts_of(*rows)) is drafted
