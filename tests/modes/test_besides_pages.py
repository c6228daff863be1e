"""What goes to phones and programs besides pages: nothing suggests, and nothing rings."""

import pytest
from django.urls import reverse
from django.utils import timezone

from holdfast.web.actions import set_quiet
from holdfast.web.actions.notices import Notice, Wishes, keep_phone, phones_for
from tests.modes.test_matrix import be

SERVICE = "https://fcm.googleapis.com/fcm/send/"
MODES = [("usual", True), ("quiet", False), ("loss", False)]


def signed_in(client, cast, name):
    client.force_login(cast.user(name))
    return client.session.session_key


@pytest.mark.parametrize(("mode", "speaks"), MODES)
def test_a_phone_is_given_no_sheet_of_what_may_help(client, cast, mode, speaks):
    be(mode, cast)
    signed_in(client, cast, "kim")
    sheet = client.get(reverse("api:sheet", args=[cast.ada.pk])).json()
    assert (sheet["sheet"] is not None) == speaks
    assert (sheet["words"] is not None) == speaks


@pytest.mark.parametrize(("mode", "speaks"), MODES)
def test_a_phone_that_begins_is_told_whether_to_speak(client, cast, mode, speaks):
    be(mode, cast)
    signed_in(client, cast, "kim")
    (ada,) = client.get(reverse("api:phone")).json()["children"]
    assert ada["speaks"] == speaks


@pytest.mark.parametrize(("mode", "speaks"), MODES)
@pytest.mark.parametrize("asked", [False, True])
def test_no_phone_rings_neither_for_what_is_new_nor_for_what_is_asked(
    client, cast, mode, speaks, asked
):
    keep_phone(
        seat=cast.kim,
        session=signed_in(client, cast, "kim"),
        endpoint=f"{SERVICE}kims",
        wishes=Wishes(when_asked=True, when_new=True),
        zone="Europe/Berlin",
    )
    be(mode, cast)
    notice = Notice(child=cast.ada.pk, by=cast.noor.pk, to=cast.kim.pk if asked else None)
    assert bool(phones_for(notice, now=timezone.now())) == speaks


@pytest.mark.parametrize(("mode", "leads"), [("usual", True), ("quiet", True), ("loss", False)])
def test_day_leads_to_what_happened_meanwhile_but_where_a_child_was_lost(client, cast, mode, leads):
    be(mode, cast)
    signed_in(client, cast, "kim")
    page = client.get(reverse("day", args=[cast.ada.pk]), follow=True).content.decode()
    assert (reverse("letter_away", args=[cast.ada.pk]) in page) == leads


def test_quiet_of_one_leaves_the_others_told(client, cast):
    set_quiet(seat=cast.kim, quiet=True)
    signed_in(client, cast, "noor")
    (ada,) = client.get(reverse("api:phone")).json()["children"]
    assert ada["speaks"] is True
