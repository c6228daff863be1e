"""Day's pages, asked by hand: over midnight, for a guest, refused, changed twice at once."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from holdfast.web.actions import NewChild, add_child, keep_moments, revise
from holdfast.web.ids import new_id
from holdfast.web.queries import history_of
from holdfast.words import Moment
from tests.web_places.reading import elements, fits, read, text_of, value_of, walk

BERLIN = "Europe/Berlin"


def log(cast, text, by=None):
    """Keep moments like "03-13 22:58 signal/cry", clocks as in Berlin in winter; return ids."""
    moments = []
    for line in text.strip().splitlines():
        day, clock, what = line.split()
        at = datetime.fromisoformat(f"2026-{day}T{clock}:00+01:00").astimezone(UTC)
        kind, word = what.split("/")
        moments.append(
            Moment(
                id=str(new_id()),
                child=str(cast.ada.pk),
                by=str((by or cast.noor).pk),
                kind=kind,
                word=word,
                at=at,
                zone=BERLIN,
            )
        )
    keep_moments(child=cast.ada, by=cast.kim, moments=moments)
    return [moment.id for moment in moments]


def day(client, cast, on):
    return client.get(f"/day/{cast.ada.pk}/2026-{on}/")


def lines(page):
    return [read_steps(one) for one in elements(page, tag="li", **{"class": "event"})]


def read_steps(event):
    return [text_of(one) for one in walk(event) if fits(one, None, {"class": "step"})]


def test_an_exchange_over_midnight_is_whole_on_both_days(as_, cast):
    log(
        cast,
        """
        03-13 23:55 signal/cry
        03-14 00:02 response/hug
        03-14 00:09 settling/settled
        """,
    )
    client = as_("kim")
    for on in ("03-13", "03-14"):
        page = day(client, cast, on)
        assert lines(page) == [["cried", "held", "settled"]]


def test_a_day_says_who_wrote_it_down_and_what_it_held(as_, cast):
    log(cast, "03-13 08:00 signal/smile\n03-13 08:01 response/smile")
    page = day(as_("lou"), cast, "03-13")
    assert read(page, tag="h1") == ["Friday"]
    assert "Noor" in read(page, tag="p", **{"class": "quiet"})[-1]
    assert read(page, **{"class": "told"}) == [
        "One exchange was written down: once nobody wrote how it ended. She smiled once."
    ]


def test_a_guest_reads_the_day_and_the_moment_and_changes_nothing(as_, cast):
    (cry,) = log(cast, "03-13 08:00 signal/cry")
    client = as_("aunt")
    assert read(day(client, cast, "03-13"), **{"class": "go"}) == []
    page = client.get(f"/day/{cast.ada.pk}/moment/{cry}/")
    assert read(page, tag="h1") == ["Cried"]
    assert [form for form in elements(page, tag="form") if value_of(form, "method")] == []


@pytest.mark.parametrize("asked", ["2026-03-13", "nonsense", "2026-02-30"])
def test_a_day_by_date_leads_to_that_day_or_to_today(as_, cast, asked):
    answer = as_("kim").get(f"/day/{cast.ada.pk}/?date={asked}")
    home = f"/day/{cast.ada.pk}/"
    assert answer["Location"] == (f"{home}2026-03-13/" if asked == "2026-03-13" else home)


def test_what_cannot_be_stands_beside_its_field_and_what_was_typed_stays(as_, cast):
    url = f"/day/{cast.ada.pk}/2026-03-13/add/care/temperature/"
    sent = {"id": str(new_id()), "day": "2026-03-13", "clock": "08:00", "about": "0", "text": "hot"}
    answer = as_("kim").post(url, sent | {"celsius": "378"})
    assert answer.status_code == 422
    assert read(answer, id="id_celsius_error") == [
        "celsius cannot be 378. Send a number from 25 to 45."
    ]
    assert read(answer, tag="textarea") == ["hot"]


def test_a_form_that_is_sent_twice_is_one_moment(as_, cast):
    url, client = f"/day/{cast.ada.pk}/2026-03-13/add/care/sleep/", as_("kim")
    sent = {"id": str(new_id()), "day": "2026-03-13", "clock": "08:00", "until": "09:15"}
    for _twice in range(2):
        answer = client.post(url, sent | {"about": "5", "text": ""}, follow=True)
    assert lines(answer) == [["slept 1 h 15"]]
    assert read(answer, **{"class": "notice"}) == ["Kept: slept 1 h 15 Undo"]


@pytest.mark.parametrize("what", ["score/", "signal/snore/", "care/cry/"])
def test_a_word_that_there_is_not_has_no_form(as_, cast, what):
    answer = as_("kim").get(f"/day/{cast.ada.pk}/2026-03-13/add/{what}")
    assert answer.status_code == 404


def test_before_birth_only_what_can_be_then_can_be_added(as_, cast):
    page = as_("kim").get(f"/day/{cast.ada.pk}/2025-12-20/add/")
    words = read(page, **{"class": "signal"})
    assert words == ["kicks"]
    assert read(page, **{"class": "care"}) == []


def test_two_changes_at_once_are_both_shown_until_somebody_chooses(as_, cast):
    (cry,) = log(cast, "03-13 08:00 signal/cry")
    (first,) = history_of(cast.ada, moment=UUID(cry))
    for by, word in ((cast.kim, "fuss"), (cast.lou, "yawn")):
        changed = replace(first.moment, word=word)
        revise(child=cast.ada, by=by, moment=changed, replaces=[first.edit])
    client = as_("kim")
    assert "changed twice at once: please look" in day(client, cast, "03-13").content.decode()
    page = client.get(f"/day/{cast.ada.pk}/moment/{cry}/")
    assert "Two of you changed this at the same time" in read(page, tag="h2")
    chosen = [value_of(one, "value") for one in elements(page, tag="button", name="chosen")]
    assert len(chosen) == 2
    answer = client.post(
        f"/day/{cast.ada.pk}/moment/{cry}/choose/", {"chosen": chosen[0]}, follow=True
    )
    assert lines(answer) == [["fussed"]]
    page = client.get(f"/day/{cast.ada.pk}/moment/{cry}/")
    assert elements(page, tag="button", name="chosen") == []


@pytest.mark.parametrize("chosen", ["", "nonsense"])
def test_nothing_is_chosen_by_nonsense(as_, cast, chosen):
    (cry,) = log(cast, "03-13 08:00 signal/cry")
    url = f"/day/{cast.ada.pk}/moment/{cry}/choose/"
    assert as_("kim").post(url, {"chosen": chosen}).status_code == 404


def test_a_moment_that_there_is_not_is_nowhere(as_, cast):
    assert as_("kim").get(f"/day/{cast.ada.pk}/moment/{new_id()}/").status_code == 404


def test_the_other_child_is_one_tap_away_on_the_same_day(as_, cast):
    add_child(family=cast.family, child=NewChild(born=date(2026, 1, 10)))
    page = day(as_("kim"), cast, "03-13")
    there = elements(page, tag="a", **{"class": "chip"})
    assert read(page, tag="a", **{"class": "chip"}) == [
        "Ada",
        "The baby",
    ]
    assert value_of(there[1], "href").endswith("/2026-03-13/")


def test_a_day_costs_the_same_with_few_moments_and_with_many(
    as_, cast, django_assert_max_num_queries
):
    log(
        cast,
        "\n".join(
            f"03-13 {hour:02}:{minute:02} signal/cry" for hour in range(2, 22) for minute in (0, 30)
        ),
    )
    client = as_("kim")
    for on in ("03-12", "03-13"):
        with django_assert_max_num_queries(8):
            day(client, cast, on)
