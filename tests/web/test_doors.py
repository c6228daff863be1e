"""In, out, the made-up family, and a way back for who lost the password."""

import pytest
from django.contrib.auth import authenticate
from django.core.cache import cache
from django.urls import reverse

from holdfast.web.actions import make_way_back
from holdfast.web.models import Family, User

GOOD = "four words of ours"


@pytest.fixture(autouse=True)
def fresh_limits():
    """Begin with no wrong passwords remembered."""
    cache.clear()


def test_a_caregiver_signs_in_by_name_in_any_case_and_lands_on_now(client, cast):
    kim = cast.user("kim")
    kim.set_password(GOOD)
    kim.save()
    reply = client.post(reverse("account_login"), {"login": "Kim", "password": GOOD})
    assert (reply.status_code, reply["Location"]) == (302, reverse("front"))
    assert client.get(reverse("front"))["Location"] == reverse("now", args=[cast.ada.pk])


@pytest.mark.usefixtures("cast")
def test_a_wrong_password_lets_nobody_in(client):
    reply = client.post(reverse("account_login"), {"login": "kim", "password": GOOD})
    assert reply.status_code == 200
    assert "_auth_user_id" not in client.session


def test_many_wrong_passwords_are_stopped_for_a_while(client, cast):
    kim = cast.user("kim")
    kim.set_password(GOOD)
    kim.save()
    for _ in range(6):
        client.post(reverse("account_login"), {"login": "kim", "password": "wrong"})
    client.post(reverse("account_login"), {"login": "kim", "password": GOOD})
    assert "_auth_user_id" not in client.session


def test_who_is_in_no_family_is_told_what_to_do(as_):
    reply = as_("stranger").get(reverse("front"))
    assert reply.status_code == 404
    assert "Ask one of its parents to let you in." in reply.content.decode()


@pytest.mark.django_db
def test_signing_up_without_a_link_is_closed(client):
    form = {"username": "mallory", "password1": GOOD}
    client.post(reverse("account_signup"), form)
    assert not User.objects.filter(username="mallory").exists()


@pytest.mark.django_db
def test_the_made_up_family_is_offered_while_nobody_lives_here(client):
    assert client.get(reverse("demo")).status_code == 200
    reply = client.post(reverse("demo"))
    assert "/now/" in reply["Location"]
    page = client.get(reverse("family")).content.decode()
    assert 'class="demo"' in page


@pytest.mark.usefixtures("cast")
def test_it_is_not_offered_once_a_family_lives_here_unless_asked_to(client, settings):
    assert client.post(reverse("demo")).status_code == 404
    settings.OFFER_DEMO = True
    assert client.get(reverse("demo")).status_code == 200
    assert not Family.objects.filter(demo=True).exists()


def test_a_real_family_carries_no_such_label(as_):
    assert 'class="demo"' not in as_("kim").get(reverse("family")).content.decode()


def test_a_way_back_asks_for_a_password_and_signs_out_everywhere(client, cast):
    client.force_login(cast.user("kim"))
    way = reverse("way_back", args=[make_way_back(username="kim")])
    assert client.get(way).status_code == 200
    assert client.post(way, {"password": "12345678"}).status_code == 422
    assert client.post(way, {"password": GOOD})["Location"] == reverse("account_login")
    assert client.get(reverse("family")).status_code == 302  # signed out
    assert authenticate(username="kim", password=GOOD) == cast.user("kim")
    assert client.get(way).status_code == 404


def test_other_sessions_are_listed_and_ended(cast):
    from django.test import Client  # noqa: PLC0415 -- a second phone

    kim = cast.user("kim")
    kim.set_password(GOOD)
    kim.save()
    phones = [Client(), Client()]
    for phone in phones:
        phone.post(reverse("account_login"), {"login": "kim", "password": GOOD})
    here, lost = phones
    assert here.get(reverse("usersessions_list")).content.decode().count("<section") == 2
    here.post(reverse("usersessions_list"))
    assert lost.get(reverse("family")).status_code == 302
    assert here.get(reverse("family")).status_code == 200
