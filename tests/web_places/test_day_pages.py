"""Day's pages, asked by hand: over midnight, for a guest, refused, changed twice at once."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.urls import reverse

from holdfast.web.access import within
from holdfast.web.actions import NewChild, add_child, keep, keep_moments, revise
from holdfast.web.ids import new_id
from holdfast.web.queries import history_of
from holdfast.web.sync import Arrival
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
    forms = [form for form in elements(page, tag="form") if value_of(form, "method")]
    assert [value_of(form, "action") for form in forms] == [reverse("light")]


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
    sides = [one for side in elements(page, **{"class": "side"}) for one in walk(side)]
    chosen = [value_of(one, "value") for one in sides if one.name == "button"]
    assert len(chosen) == 2
    answer = client.post(
        f"/day/{cast.ada.pk}/moment/{cry}/choose/", {"chosen": chosen[0]}, follow=True
    )
    assert lines(answer) == [["fussed"]]
    page = client.get(f"/day/{cast.ada.pk}/moment/{cry}/")
    assert read(page, **{"class": "side"}) == []


def test_one_can_go_back_to_how_a_moment_read_before(as_, cast):
    (cry,) = log(cast, "03-13 08:00 signal/cry")
    (first,) = history_of(cast.ada, moment=UUID(cry))
    changed = replace(first.moment, word="fuss")
    revise(child=cast.ada, by=cast.kim, moment=changed, replaces=[first.edit])
    client = as_("kim")
    page = client.get(f"/day/{cast.ada.pk}/moment/{cry}/")
    (back,) = elements(page, tag="button", name="chosen")
    assert text_of(back) == "Go back to this"
    page = client.post(
        f"/day/{cast.ada.pk}/moment/{cry}/choose/", {"chosen": value_of(back, "value")}, follow=True
    )
    assert lines(page) == [["cried"]]


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


def doubled(cast, *, minutes=2, by="noor"):
    """Let Kim and somebody write down a cry within minutes; return the ids."""
    (first,) = log(cast, "03-13 03:10 signal/cry", by=cast.kim)
    (second,) = log(cast, f"03-13 03:{10 + minutes:02} signal/cry", by=getattr(cast, by))
    return [first, second]


QUESTION = "Kim and Noor both wrote this down, at about 03:10: cried. One and the same Two"


def asked(page):
    return read(page, **{"class": "waits"})


def answer(client, cast, moments, say):
    url = f"/day/{cast.ada.pk}/same/"
    return client.post(url, {"moment": moments, "say": say}, follow=True)


def test_two_who_wrote_down_a_cry_within_minutes_are_asked_once(as_, cast):
    doubled(cast)
    page = day(as_("kim"), cast, "03-13")
    assert lines(page) == [["cried", "cried"]]
    assert asked(page) == [QUESTION]


@pytest.mark.parametrize(("minutes", "by"), [(6, "noor"), (2, "kim")])
def test_what_is_likely_two_is_not_asked_about(as_, cast, minutes, by):
    doubled(cast, minutes=minutes, by=by)
    assert asked(day(as_("kim"), cast, "03-13")) == []


def test_a_hug_of_two_is_two_hugs(as_, cast):
    for by in (cast.kim, cast.noor):
        log(cast, "03-13 03:10 response/hug", by=by)
    assert asked(day(as_("kim"), cast, "03-13")) == []


def test_said_to_be_one_the_day_has_one_cry_of_both_and_one_tap_parts_it(as_, cast):
    both = doubled(cast)
    client = as_("noor")
    page = answer(client, cast, both, "one")
    assert (lines(page), asked(page)) == ([["cried"]], [])
    (event,) = elements(page, tag="li", **{"class": "event"})
    assert "Kim, Noor" in text_of(event)
    assert "one, noted more than once They were two" in text_of(event)
    page = client.post(f"/day/{cast.ada.pk}/part/", {"moment": both}, follow=True)
    assert (lines(page), asked(page)) == ([["cried", "cried"]], [])


def test_said_to_be_two_nobody_is_asked_again_and_the_moment_can_still_be_put_together(as_, cast):
    both = doubled(cast)
    client = as_("kim")
    page = answer(client, cast, both, "two")
    assert (lines(page), asked(page)) == ([["cried", "cried"]], [])
    page = client.get(f"/day/{cast.ada.pk}/moment/{both[0]}/")
    assert "Noor, 03:12: cried" in read(page, tag="p")
    assert lines(answer(client, cast, both, "one")) == [["cried"]]
    page = client.get(f"/day/{cast.ada.pk}/moment/{both[0]}/")
    assert "Written down more than once" in read(page, tag="h2")


@pytest.mark.parametrize("path", ["same", "part"])
@pytest.mark.parametrize("moments", [[], ["nonsense"]])
def test_nothing_is_put_together_by_nonsense(as_, cast, path, moments):
    url = f"/day/{cast.ada.pk}/{path}/"
    assert as_("kim").post(url, {"moment": moments}).status_code == 404


def test_a_guest_is_asked_nothing(as_, cast):
    doubled(cast)
    assert asked(day(as_("aunt"), cast, "03-13")) == []


@pytest.mark.parametrize("mode", ["quiet", "loss"])
def test_where_holdfast_does_not_speak_the_day_asks_nothing(as_, cast, mode):
    doubled(cast)
    if mode == "quiet":
        cast.kim.quiet = True
        cast.kim.save()
    else:
        cast.ada.lost = datetime(2026, 3, 14, tzinfo=UTC)
        with within(family=cast.family.pk):
            cast.ada.save()
    page = day(as_("kim"), cast, "03-13")
    assert (lines(page), asked(page)) == ([["cried", "cried"]], [])


def test_two_edits_stand_side_by_side_with_what_differs_marked(as_, cast):
    (cry,) = log(cast, "03-13 08:00 signal/cry")
    (first,) = history_of(cast.ada, moment=UUID(cry))
    changed = replace(first.moment, word="fuss", text="in the pram", detail={"need": "rest"})
    revise(child=cast.ada, by=cast.kim, moment=changed, replaces=[first.edit])
    gone = Arrival(moment=first.moment, edit=new_id(), replaces=(first.edit,), removed=True)
    keep(by=cast.lou, children=[cast.ada.pk], arrivals=[gone])
    client = as_("noor")
    page = client.get(f"/day/{cast.ada.pk}/moment/{cry}/")
    sides = [
        [text_of(one) for one in walk(side) if one.name == "dd"]
        for side in elements(page, **{"class": "side"})
    ]
    assert sides == [
        ["fussed", "Friday", "08:00", "rest", "in the pram"],
        ["taken out of the day"],
    ]
    assert "Which one counts?" in asked(day(client, cast, "03-13"))[0]
    client.post(f"/day/{cast.ada.pk}/moment/{cry}/choose/", {"chosen": str(gone.edit)})
    assert lines(day(client, cast, "03-13")) == []
