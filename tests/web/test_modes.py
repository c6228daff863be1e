"""Quiet, loss, the week and a family's numbers: set, undone, and nobody else's."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from holdfast.web.access import Child, Mode, mode_for, within
from holdfast.web.actions import set_loss, set_numbers, set_quiet, set_weekly

THEN = datetime(2026, 5, 1, tzinfo=UTC)


def again(row):
    with within(family=row.family_id):
        return type(row).objects.get(pk=row.pk)


def test_quiet_is_one_persons_and_is_undone(cast):
    set_quiet(seat=cast.kim, quiet=True)
    assert mode_for(again(cast.kim), cast.ada) is Mode.QUIET
    assert mode_for(again(cast.noor), cast.ada) is Mode.USUAL
    set_quiet(seat=cast.kim, quiet=False)
    assert mode_for(again(cast.kim), cast.ada) is Mode.USUAL


def test_loss_is_everybodys_and_is_undone(cast):
    set_loss(child=cast.ada, lost=True)
    ada = again(cast.ada)
    assert {mode_for(seat, ada) for seat in (cast.kim, cast.lou, cast.aunt)} == {Mode.LOSS}
    set_loss(child=ada, lost=False)
    assert again(cast.ada).lost is None


def test_loss_that_is_said_twice_keeps_its_first_hour(cast):
    set_loss(child=cast.ada, lost=True, now=THEN)
    set_loss(child=again(cast.ada), lost=True, now=THEN + timedelta(days=3))
    assert again(cast.ada).lost == THEN


def test_to_undo_what_was_not_said_changes_nothing(cast):
    set_loss(child=cast.ada, lost=False)
    assert again(cast.ada).lost is None


def test_a_wish_for_the_week_is_one_persons(cast):
    set_weekly(seat=cast.kim, weekly=True)
    assert [again(one).weekly for one in (cast.kim, cast.noor)] == [True, False]


def test_numbers_take_the_place_of_those_before(cast):
    set_numbers(family=cast.family, numbers=[("Rosa", "1"), ("Dr Bo", "2")])
    set_numbers(family=cast.family, numbers=[("Rosa", "3")])
    cast.family.refresh_from_db()
    assert cast.family.numbers == [{"name": "Rosa", "number": "3"}]


def doors(client):
    """Return where a person's doors lead: the front, the phone's two short ways."""
    ways = [way["url"] for way in client.get(reverse("manifest")).json()["shortcuts"]]
    return [client.get("/").headers["Location"], *ways]


def test_the_door_leads_to_a_child_who_is_here(as_, cast):
    with within(family=cast.family.pk):
        twin = Child.objects.create(family=cast.family, name="Bo", born=cast.ada.born)
    to = {
        child: [reverse(place, args=[child.pk]) for place in ("now", "now", "day")]
        for child in (cast.ada, twin)
    }
    first, other = sorted((cast.ada, twin), key=lambda child: child.pk)
    assert doors(as_("kim")) == to[first]
    set_loss(child=first, lost=True)
    assert doors(as_("kim")) == to[other]
    set_loss(child=other, lost=True)
    assert doors(as_("kim")) == to[first]


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_quiet_leads_back_to_a_page_of_ours_only(as_, back):
    reply = as_("kim").post(reverse("family_quiet"), {"act": "on", "next": back})
    assert reply.headers["Location"] == reverse("family")


def test_quiet_from_the_menu_stays_where_one_is(as_, cast):
    now = reverse("now", args=[cast.ada.pk])
    reply = as_("kim").post(reverse("family_quiet"), {"act": "on", "next": now})
    assert reply.headers["Location"] == now
    assert b'name="act" value="back" aria-pressed="true"' in as_("kim").get(now).content


def test_a_helper_can_be_quiet_but_not_say_a_loss(as_, cast):
    as_("lou").post(reverse("family_quiet"), {"act": "on"})
    assert again(cast.lou).quiet
    assert as_("lou").post(reverse("family_loss", args=[cast.ada.pk])).status_code == 404
    assert again(cast.ada).lost is None


def test_the_page_before_a_loss_says_what_will_happen_and_asks_nothing_else(as_, cast):
    page = as_("kim").get(reverse("family_loss", args=[cast.ada.pk])).content.decode()
    main = page[page.index("<main") :]
    assert "Nothing is deleted, and nothing is asked." in main
    assert main.count("<button") - main[: main.index('<p class="voice">')].count("<button") == 1
    as_("kim").post(reverse("family_loss", args=[cast.ada.pk]))
    assert again(cast.ada).lost is not None
    as_("noor").post(reverse("family_loss", args=[cast.ada.pk]), {"act": "back"})
    assert again(cast.ada).lost is None


NUMBERS = {"name-0": "Rosa", "number-0": "030 1234", "name-2": "Dr Bo", "number-2": "+49 30 55"}


def test_a_family_keeps_whom_it_calls(as_, cast):
    reply = as_("lou").post(reverse("family_numbers"), NUMBERS)
    assert reply.headers["Location"] == reverse("help")
    cast.family.refresh_from_db()
    assert [one["name"] for one in cast.family.numbers] == ["Rosa", "Dr Bo"]
    assert b"Dr Bo" in as_("lou").get(reverse("family_numbers")).content


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"name-0": "Rosa"}, "The number is missing."),
        ({"number-0": "030"}, "Who is it? A word is enough."),
        ({"name-0": "Rosa", "number-0": "call me"}, "There is no digit in it."),
    ],
)
def test_a_row_that_cannot_be_dialled_is_told_beside_it(as_, cast, row, says):
    reply = as_("kim").post(reverse("family_numbers"), row)
    assert reply.status_code == 422
    assert says in reply.content.decode()
    cast.family.refresh_from_db()
    assert cast.family.numbers == []


def test_no_weekly_page_is_offered_to_who_has_lost_the_child(as_, cast):
    assert reverse("family_weekly") in as_("kim").get(reverse("family")).content.decode()
    set_loss(child=cast.ada, lost=True)
    assert reverse("family_weekly") not in as_("kim").get(reverse("family")).content.decode()
