"""Grow's pages: by the age that counts, of this family alone, and silent where it shall be."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from holdfast.telling.grow import PIECES, TIMES
from holdfast.telling.grow.piece import ALWAYS
from holdfast.web.access import within
from holdfast.web.actions import keep_moments
from holdfast.web.models import Caregiver, Child
from holdfast.web.places.grow import ages, signal
from holdfast.words import Signal
from tests.web.logs import moment

TODAY = datetime.now(UTC).date()


@pytest.fixture(autouse=True)
def _nothing_told_yet():
    ages.told.cache_clear()
    signal.told.cache_clear()


def child(cast, **more):
    """Return another child of Ada's family, or Ada changed."""
    with within(family=cast.family.pk):
        return Child.objects.create(family=cast.family, **more)


def change(model, one, **more):
    with within(family=one.family_id):
        model.objects.filter(pk=one.pk).update(**more)


def page(client, one, query=""):
    answer = client.get(reverse("grow", args=[one.pk]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def titles(html):
    """Return the keys of the pieces on a page, by their titles."""
    found = {title.strip() for title in re.findall(r"<h3>(.*?)</h3>", html)}
    return {key for key, piece in PIECES.items() if piece.title in found}


def test_a_child_born_early_is_told_by_the_due_date_and_one_switch_changes_it(as_, cast):
    change(Child, cast.ada, born=TODAY - timedelta(weeks=10), due=TODAY - timedelta(weeks=1))
    client = as_("kim")
    corrected, calendar = page(client, cast.ada), page(client, cast.ada, "?by=birth")
    assert "Ada is ten weeks old, and seven days counted from the due date." in corrected
    for html in (corrected, calendar):
        assert "seven days from the due date" in html
        assert "ten weeks from birth" in html
    assert "smile" not in titles(corrected)
    assert {"smile", "corrected"} <= titles(calendar)
    assert "?at=smiles&amp;by=birth" not in corrected
    assert "by=birth" in re.search(r'rel="next" href="([^"]+)"', calendar)[1]


@pytest.mark.parametrize(
    ("weeks", "said"),
    [
        (-1, "seven days before the due date"),
        (0, "on the due date"),
        (3, "three weeks from the due date"),
    ],
)
def test_the_switch_says_both_ages(as_, cast, weeks, said):
    due = TODAY - timedelta(weeks=weeks)
    change(Child, cast.ada, born=due - timedelta(weeks=6), due=due)
    html = page(as_("kim"), cast.ada)
    assert re.findall(r'aria-current="true">([^<]+)</a>', html) == [said]


def test_a_child_born_at_term_has_no_switch(as_, cast):
    born = child(cast, name="Bo", born=TODAY - timedelta(days=70))
    assert "from birth" not in page(as_("kim"), born)


def test_on_the_way_there_is_the_kick_and_no_age(as_, cast):
    html = page(as_("kim"), child(cast, due=TODAY + timedelta(weeks=18)))
    assert "The baby is 22 weeks on the way." in html
    assert re.findall(r"/signal/(\w+)/", html) == ["kick"]
    assert "movements" in titles(html)


def test_a_newborn_is_asked_about_what_newborns_do_and_the_rest_is_a_tap_away(as_, cast):
    html = page(as_("kim"), child(cast, name="Bo", born=TODAY - timedelta(days=3)))
    first, _, later = html.partition("Those that mostly come later")
    assert {"gaze", "root", "cry"} <= set(re.findall(r"/signal/(\w+)/", first))
    assert set(re.findall(r"/signal/(\w+)/", later)) >= {"smile", "approach", "cling"}
    assert "approach" not in first


def test_with_you_for_three_weeks_and_seven_months_old(as_, cast):
    days = {"born": TODAY - timedelta(days=225), "arrived": TODAY - timedelta(days=21)}
    html = page(as_("kim"), child(cast, name="Lin", **days))
    assert "Lin is seven months old. You have been together for three weeks." in html
    assert {"first-weeks-here", "adopted", "arms"} <= titles(html)


def test_an_awaited_child_has_no_log_to_tell_from(as_, cast):
    html = page(as_("kim"), child(cast, name="Lin"))
    assert "You are waiting for Lin." in html
    assert "Signs seen so far" not in html
    assert "What may come next" not in html


def test_twins_lead_to_each_other(as_, cast):
    one, two = (child(cast, name=name, born=TODAY - timedelta(days=90)) for name in ("Ida", "Ole"))
    html = page(as_("kim"), one)
    assert reverse("grow", args=[two.pk]) in html
    assert {"twins", "siblings"} <= titles(html)


@pytest.mark.parametrize("time", TIMES, ids=[time.key for time in TIMES])
def test_one_may_leaf_to_each_time(as_, cast, time):
    html = page(as_("kim"), cast.ada, f"?at={time.key}")
    assert time.name in html
    assert time.opens in html
    assert ("Back to today" in html) is not ("This week" in html)


def test_an_address_that_names_no_time_is_today(as_, cast):
    assert "Ada is" in page(as_("kim"), cast.ada, "?at=nowhere")


def test_the_phone_may_keep_the_page(as_, cast):
    answer = as_("kim").get(reverse("grow", args=[cast.ada.pk]))
    assert answer["X-Offline"] == "keep"


def test_the_sandbox_is_a_tap_away(as_, cast):
    assert reverse("sandbox") in page(as_("kim"), cast.ada)


def test_quiet_tells_no_age_and_only_what_holds_at_any(as_, cast):
    change(Caregiver, cast.kim, quiet=True)
    html = page(as_("kim"), cast.ada)
    assert "weeks" not in re.sub(r"<details.*?</details>", "", html, flags=re.DOTALL)
    shown = {title.strip() for title in re.findall(r"<h2>(.*?)</h2>", html)}
    assert shown == {piece.title for piece in PIECES.values() if piece.when == ALWAYS}
    asked = as_("kim").get(reverse("grow_signal", args=[cast.ada.pk, "cry"])).content.decode()
    assert "What to try" not in asked
    assert "When to call somebody" in asked


def test_of_a_child_that_died_nothing_is_told(as_, cast):
    change(Child, cast.ada, lost=datetime.now(UTC))
    client = as_("kim")
    pages = [page(client, cast.ada)]
    pages.append(client.get(reverse("grow_signal", args=[cast.ada.pk, "cry"])).content.decode())
    for html in pages:
        assert "It is quiet here." in html
        assert not re.search(r"<h[23]>", html)
        assert reverse("sandbox") not in html


@pytest.mark.parametrize("word", Signal)
def test_each_signal_has_its_page_and_the_phone_may_keep_it(as_, cast, word):
    answer = as_("lou").get(reverse("grow_signal", args=[cast.ada.pk, word]))
    assert answer.status_code == 200
    assert answer["X-Offline"] == "keep"
    assert reverse("help") in answer.content.decode()


def test_a_word_that_is_no_signal_is_not_here(as_, cast):
    assert as_("kim").get(reverse("grow_signal", args=[cast.ada.pk, "hug"])).status_code == 404


def test_what_somebody_writes_changes_what_is_told(as_, cast):
    client, url = as_("kim"), reverse("grow_signal", args=[cast.ada.pk, "cry"])
    assert "Nothing yet." in client.get(url).content.decode()
    for hour in range(6):
        at = f"0{hour}"
        log = [
            moment(f"{at}:00", "cry", child=cast.ada, by=cast.kim, day=str(TODAY)),
            moment(f"{at}:02", "hug", child=cast.ada, by=cast.kim, day=str(TODAY)),
            moment(f"{at}:05", "settled", child=cast.ada, by=cast.kim, day=str(TODAY)),
        ]
        keep_moments(child=cast.ada, by=cast.kim, moments=log)
    said = client.get(url).content.decode()
    assert "Holding settled her 6 of the 6 times that it was tried first." in said
    assert "closeness or comfort" in said


@pytest.mark.parametrize("items", [1, 3])
@pytest.mark.parametrize(
    ("route", "args", "first", "again"), [("grow", [], 21, 6), ("grow_signal", ["cry"], 19, 4)]
)
def test_a_page_asks_as_much_for_three_moments_as_for_one_and_little_for_a_second_look(
    as_, cast, django_assert_num_queries, route, args, first, again, items
):
    log = [
        moment(f"0{n}:00", "cry", child=cast.ada, by=cast.kim, day=str(TODAY)) for n in range(items)
    ]
    keep_moments(child=cast.ada, by=cast.kim, moments=log)
    client, url = as_("kim"), reverse(route, args=[cast.ada.pk, *args])
    with django_assert_num_queries(first):
        client.get(url)
    with django_assert_num_queries(again):
        client.get(url)


def test_beside_what_is_heavy_stands_the_way_to_help(as_, cast):
    html = page(as_("kim"), child(cast, name="Bo", born=TODAY - timedelta(days=20)))
    piece = html.partition("When it is too much")[2].partition("<h3>")[0]
    assert f'href="{reverse("help")}"' in piece
