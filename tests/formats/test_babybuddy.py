"""Baby Buddy's records, from its CSVs and from its API."""

import json
from datetime import UTC, date, datetime

import pytest

from holdfast.formats import Member, Unanswered, questions, read
from holdfast.words import Problem, Refused

NOW = datetime(2026, 3, 1, tzinfo=UTC)
ANSWERS = {"zone": "Europe/Vienna", "volume_unit": "ml", "weight_unit": "kg", "length_unit": "cm"}


def csv(name, columns, *rows):
    return Member(f"{name}.csv", "\n".join([f"id,child_id,{columns}", *rows]).encode())


def api(name, *results, **page):
    answer = {"count": len(results), "next": None, "results": list(results), **page}
    return Member(f"{name}.json", json.dumps(answer).encode())


def only(file, **answers):
    (moment,) = read([file], {**ANSWERS, **answers}, now=NOW).moments
    return moment


def problem(file):
    (found,) = read([file], ANSWERS, now=NOW).problems
    return found


def test_a_feed_is_placed_in_the_zone_of_its_server():
    row = "7,1,2026-01-20 06:47:00,2026-01-20 07:02:00,formula,bottle,120,drank it all"
    feed = only(csv("feeding", "start,end,type,method,amount,notes", row))
    assert (feed.kind, feed.word, feed.text) == ("care", "feed", "drank it all")
    assert feed.at == datetime(2026, 1, 20, 5, 47, tzinfo=UTC)
    assert feed.until == datetime(2026, 1, 20, 6, 2, tzinfo=UTC)
    assert feed.detail == {"how": "bottle", "content": "formula", "ml": 120}
    assert (feed.source, feed.source_id) == ("babybuddy:1", "feeding/7")


@pytest.mark.parametrize(
    ("what", "how", "detail", "text"),
    [
        ("breast milk", "left breast", ("breast", "left", "breast_milk"), ""),
        ("breast milk", "right breast", ("breast", "right", "breast_milk"), ""),
        ("breast milk", "both breasts", ("breast", "both", "breast_milk"), ""),
        ("fortified breast milk", "bottle", ("bottle", None, "breast_milk"), "fortified"),
        ("solid food", "parent fed", ("solid", None, None), "parent fed"),
        ("goat milk", "cup", (None, None, None), "goat milk\ncup"),
    ],
)
def test_the_words_for_a_feed_become_details_or_stay_as_text(what, how, detail, text):
    row = f"7,1,2026-01-20 06:47:00,2026-01-20 07:02:00,{what},{how},"
    feed = only(csv("feeding", "start,end,type,method,amount", row))
    assert tuple(feed.detail.get(key) for key in ("how", "side", "content")) == detail
    assert feed.text.startswith(text)


def test_an_amount_of_solids_is_no_volume():
    row = "7,1,2026-01-20 06:47:00,2026-01-20 07:02:00,solid food,self fed,40"
    feed = only(csv("feeding", "start,end,type,method,amount", row))
    assert (feed.detail, feed.text) == ({"how": "solid"}, "self fed\namount 40")


@pytest.mark.parametrize(
    ("unit", "ml"), [("ml", 4), ("oz", 118.29), ("oz (US)", 118.29), ("oz (UK)", 113.65)]
)
def test_amounts_are_in_the_unit_that_was_answered(unit, ml):
    row = "7,1,2026-01-20 06:47:00,2026-01-20 07:02:00,4"
    pump = only(csv("pumping", "start,end,amount", row), volume_unit=unit)
    assert pump.detail["ml"] == ml
    assert pump.detail.get("original") == (None if unit == "ml" else f"4 {unit}")


def test_a_sleep_says_whether_it_was_a_nap_and_warns_without_an_end():
    file = csv(
        "sleep", "start,end,nap", "1,1,2026-01-20 06:47:00,,True", "2,1,2026-01-21 06:47:00,,"
    )
    reading = read([file], ANSWERS, now=NOW)
    assert [sleep.detail for sleep in reading.moments] == [{"nap": True}, {}]
    assert [one.why for one in reading.warnings if one.record == "2"] == ["it has no end"]


def test_a_nappy_may_be_dry_and_its_amount_is_text():
    row = "1,1,2026-01-20 06:47:00,0,False,Green,2.5"
    nappy = only(csv("diaperchange", "time,wet,solid,color,amount", row))
    assert nappy.detail == {"wet": False, "soiled": False, "color": "green"}
    assert nappy.text == "amount 2.5"


def test_a_milestone_on_the_tummy_is_text_and_may_hide_a_smile():
    row = "1,1,2026-01-20 06:47:00,2026-01-20 06:57:00,Smiled at the lamp"
    reading = read([csv("tummytime", "start,end,milestone", row)], ANSWERS, now=NOW)
    assert reading.moments[0].text == "Smiled at the lamp"
    assert [(one.moment.word, one.moment.about, one.why) for one in reading.drafts] == [
        ("smile", 30, "Smiled at the lamp")
    ]


@pytest.mark.parametrize(
    ("cell", "detail"),
    [
        ("37.4", {"celsius": 37.4}),
        ("98.6", {"celsius": 37, "original": "98.6 F"}),
        ("12", {}),
        ("", {}),
    ],
)
def test_the_size_of_a_temperature_tells_its_unit(cell, detail):
    file = csv("temperature", "temperature,time", f"1,1,{cell},2026-01-20 06:47:00")
    assert only(file).detail == detail


def test_growth_is_of_a_day_and_keeps_what_was_written():
    weight = only(csv("weight", "weight,date", "1,1,5.28,2026-01-23"))
    assert (weight.at, weight.about) == (datetime(2026, 1, 23, 11, tzinfo=UTC), 720)
    assert weight.detail == {"weight_g": 5280, "original": "5.28 kg"}
    head = only(csv("headcircumference", "head_circumference,date", "1,1,39,2026-01-23"))
    assert head.detail == {"head_cm": 39, "original": "39 cm"}


def test_a_size_that_cannot_be_is_kept_as_text_and_told():
    reading = read([csv("height", "height,date", "1,1,9.43,2026-01-23")], ANSWERS, now=NOW)
    assert reading.moments[0].detail == {"original": "9.43 cm"}
    said = "length_cm 9.43: no number from 15 to 150, kept as text"
    assert reading.moments[0].text == said
    assert said in [one.why for one in reading.warnings]


def test_a_medicine_has_name_and_dose():
    row = "1,1,Vitamin D,1.0,drops,2026-01-20 06:47:00,1 00:00:00"
    columns = "name,dosage,dosage_unit,time,next_dose_interval"
    assert only(csv("medication", columns, row)).detail == {
        "name": "Vitamin D",
        "dose": "1.0 drops",
    }


@pytest.mark.parametrize(
    ("tags", "text"), [("", "hi"), ('"3,5"', "hi"), ('"a,b"', "hi\nTags: a, b")]
)
def test_tags_come_by_name_and_numbers_of_tags_do_not(tags, text):
    file = csv("note", "note,time,tags", f"1,1,hi,2026-01-20 06:47:00,{tags}")
    assert only(file).text == text


PROBLEMS = {
    "no time": (
        csv("note", "note,time", "1,1,hi,"),
        Problem("1", "time", "it has no time", "Mend it in the file, or log it by hand."),
    ),
    "no start": (
        csv("sleep", "start,end,nap", "1,1,,2026-01-20 06:47:00,1"),
        Problem("1", "start", "it has no time", "Mend it in the file, or log it by hand."),
    ),
    "another form of time": (
        csv("note", "note,time", "1,1,hi,2026-01-20T06:47:00"),
        Problem(
            "1",
            "time",
            "'2026-01-20T06:47:00' cannot be read as a time",
            "Mend it in the file, or log it by hand.",
        ),
    ),
    "no such day": (
        csv("weight", "weight,date", "1,1,5,2026-02-30"),
        Problem(
            "1",
            "date",
            "'2026-02-30' cannot be read as a time",
            "Mend it in the file, or log it by hand.",
        ),
    ),
    "no such end": (
        csv("sleep", "start,end,nap", "1,1,2026-01-20 06:47:00,2026-01-20 26:47:00,1"),
        Problem(
            "1",
            "end",
            "'2026-01-20 26:47:00' cannot be read as a time",
            "Mend it in the file, or log it by hand.",
        ),
    ),
    "end before start": (
        csv("sleep", "start,end,nap", "1,1,2026-01-20 06:47:00,2026-01-20 06:46:00,1"),
        Problem(
            "1", "end", "the end is before the start", "Mend it in the file, or log it by hand."
        ),
    ),
    "in the future": (
        csv("note", "note,time", "1,1,hi,2026-03-05 06:47:00"),
        Problem(
            "1",
            "time",
            "2026-03-05 05:47 cannot be when it was",
            "Set the day and the time once more.",
        ),
    ),
    "no number": (
        csv("weight", "weight,date", "1,1,5,2026-01-20", "2,1,heavy,2026-01-20"),
        Problem(
            "2",
            "weight",
            "'heavy' is no amount in a unit that we know",
            "Mend it in the file, or log it by hand.",
        ),
    ),
    "nothing measured": (
        csv("weight", "weight,date", "1,1,0,2026-01-20"),
        Problem("1", "weight", "nothing was measured", "Mend it in the file, or log it by hand."),
    ),
    "neither yes nor no": (
        csv("diaperchange", "time,wet,solid", "1,1,2026-01-20 06:47:00,maybe,0"),
        Problem("1", "wet", "'maybe' is no 1 or 0", "Mend it in the file, or log it by hand."),
    ),
    "an empty note": (
        csv("note", "note,time", "1,1,,2026-01-20 06:47:00"),
        Problem("1", "note", "The note is empty", "Write something, or leave it."),
    ),
    "shifted": (
        csv("note", "note,time", "1,1,hi, there,2026-01-20 06:47:00"),
        Problem(
            "1",
            "",
            "it has more cells than the header: an unquoted comma has shifted them",
            "Mend it in the file, or log it by hand.",
        ),
    ),
}


@pytest.mark.parametrize("case", PROBLEMS)
def test_a_row_that_cannot_be_read_is_a_problem_with_its_column(case):
    file, expected = PROBLEMS[case]
    assert problem(file) == expected


def test_a_child_is_offered_and_its_name_spares_the_question():
    files = [
        csv("note", "note,time", "1,4,hi,2026-01-20 06:47:00"),
        Member("child.csv", b"id,first_name,last_name,birth_date\n4,Robin,Test,2025-11-20"),
    ]
    reading = read(files, ANSWERS, now=NOW)
    (child,) = reading.children
    assert (child.source, child.name, child.born) == (
        "babybuddy:4",
        "Robin Test",
        date(2025, 11, 20),
    )
    assert reading.moments[0].child == child.id
    assert (reading.skipped, reading.stands_in, reading.warnings) == (1, ("note.csv#1",), ())


def test_children_without_a_name_are_asked_about_once_each():
    rows = [f"{n},{child},hi,2026-01-20 06:47:00" for n, child in enumerate([1, 1, 2])]
    reading = read([csv("note", "note,time", *rows)], ANSWERS, now=NOW)
    assert [one.record for one in reading.warnings] == ["1", "3"]


def test_a_record_without_an_id_is_named_by_all_its_cells():
    one = Member(
        "note.csv", b"child_id,note,time\n1,hi,2026-01-20 06:47:00\n1,hi,2026-01-20 06:47:00"
    )
    reordered = Member("note.csv", b"time,child_id,note\n2026-01-20 06:47:00,1,hi")
    reading = read([one], ANSWERS, now=NOW)
    assert reading.duplicates == 1
    assert reading.moments == read([reordered], ANSWERS, now=NOW).moments


def test_columns_that_nobody_reads_are_listed():
    reading = read(
        [csv("note", "note,time,mood", "1,1,hi,2026-01-20 06:47:00,x")], ANSWERS, now=NOW
    )
    assert "note.csv: columns not read: mood" in [one.why for one in reading.warnings]


def asked(file, **answers):
    return [(one.key, one.proposal) for one in questions([file], answers)]


def test_only_what_the_files_do_not_say_is_asked_with_a_proposal_by_size():
    feed = "start,end,type,method,amount"
    assert asked(csv("feeding", feed, "1,1,,,,,60")) == [("zone", ""), ("volume_unit", "ml")]
    assert asked(csv("feeding", feed, "1,1,,,,,4.5")) == [("zone", ""), ("volume_unit", "oz (US)")]
    assert asked(csv("feeding", feed, "1,1,,,,,")) == [("zone", "")]
    assert asked(csv("feeding", feed, "1,1,,,,,lots")) == [("zone", "")]
    assert asked(csv("weight", "weight,date", "1,1,5,"), zone="UTC") == [("weight_unit", "kg")]
    assert asked(csv("weight", "weight,date", "1,1,5280,"), zone="UTC") == [("weight_unit", "g")]
    assert asked(csv("height", "height,date", "1,1,58,"), zone="UTC") == [("length_unit", "cm")]
    assert asked(csv("height", "height,date", "1,1,23,"), zone="UTC") == [("length_unit", "in")]
    assert asked(csv("bmi", "bmi,date", "1,1,23,")) == []


def test_an_answer_that_is_missing_is_asked_for_by_name():
    file = csv("weight", "weight,date", "1,1,5,2026-01-20")
    with pytest.raises(Unanswered) as told:
        read([file], {}, now=NOW)
    assert [question.key for question in told.value.questions] == ["zone", "weight_unit"]
    assert told.value.hint == ("Answer with --answer zone=Europe/Berlin --answer weight_unit=kg")


@pytest.mark.parametrize(("volumes", "grams"), [("ml", 5000), ("oz", 2267.96)])
def test_a_unit_that_nobody_answered_follows_that_of_volumes_and_is_told(volumes, grams):
    file = csv("weight", "weight,date", "1,1,5,2026-01-20")
    reading = read([file], {"zone": "UTC", "volume_unit": volumes}, now=NOW)
    assert reading.moments[0].detail["weight_g"] == grams
    assert reading.warnings[0].why.startswith("weight_unit was not answered: taken as")


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"zone": "Vienna"}, "'Vienna' is no time zone."),
        ({"volume_unit": "cups"}, "volume_unit=cups is no unit that we know."),
        ({"date_order": "year_first"}, "'year_first' is no order."),
        ({"mood": "good"}, "Nobody asks for 'mood'."),
    ],
)
def test_an_answer_that_cannot_be_one_is_told(answers, sentence):
    with pytest.raises(Refused) as told:
        read([csv("bmi", "bmi,date", "1,1,23,")], answers, now=NOW)
    assert told.value.args[0] == sentence


SLEEP = {
    "id": 7,
    "child": 1,
    "start": "2026-01-20T22:00:00-06:00",
    "end": "2026-01-21T06:00:00-06:00",
    "duration": "08:00:00",
    "nap": False,
    "notes": None,
    "tags": ["long", "deep"],
}


def test_the_api_says_instants_and_its_records_are_those_of_the_csv():
    sleep = only(api("sleep", SLEEP))
    assert (sleep.at, sleep.zone) == (datetime(2026, 1, 21, 4, tzinfo=UTC), "Europe/Vienna")
    assert (sleep.detail, sleep.text) == ({"nap": False}, "Tags: long, deep")
    row = "7,1,2026-01-21 05:00:00,2026-01-21 13:00:00,0"
    assert only(csv("sleep", "start,end,nap", row)).id == sleep.id


def test_without_a_zone_the_offset_counts():
    file = api("sleep", SLEEP)
    assert [(one.key, one.needed) for one in questions([file])] == [("zone", False)]
    assert read([file], {}, now=NOW).moments[0].zone == "Etc/GMT+6"


def test_a_date_of_the_api_is_a_day_of_the_zone():
    weight = {"id": 1, "child": 1, "weight": 5.2, "date": "2026-01-20"}
    answers = {"weight_unit": "kg"}
    (moment,) = read([api("weight", weight)], answers, now=NOW).moments
    assert (moment.at, moment.zone) == (datetime(2026, 1, 20, 12, tzinfo=UTC), "UTC")


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("start", "2026-01-20T22:00:00"),
        ("start", "2026-02-30T22:00:00Z"),
        ("start", "yesterday"),
        ("end", "later"),
    ],
)
def test_a_time_of_the_api_without_an_offset_is_none(column, text):
    found = problem(api("sleep", {**SLEEP, column: text}))
    assert (found.record, found.column) == ("1", column)


def test_more_pages_are_told():
    reading = read([api("sleep", SLEEP, next="https://baby.example/?page=2")], {}, now=NOW)
    assert reading.warnings[0].why.startswith("sleep.json: there are more pages")


def test_a_list_alone_an_empty_page_and_timers_are_read_too():
    bare = Member("sleep.json", json.dumps([SLEEP]).encode())
    assert only(bare).word == "sleep"
    assert read([api("sleep")], {}, now=NOW).records == 0
    timer = {"id": 1, "child": 1, "name": "", "start": "2026-01-20T22:00:00Z", "user": 1}
    assert read([api("timers", timer)], {}, now=NOW).skipped == 1
