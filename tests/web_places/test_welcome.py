"""Welcome, asked by hand: what it needs, what it lets pass, and what it makes of it."""

from datetime import date, timedelta

import pytest

from holdfast.web.actions import make_setup_link
from holdfast.web.places.welcome.forms import ChildForm
from tests.web_places.reading import read

TODAY = date(2026, 3, 14)
AHEAD, LONG_AHEAD = TODAY + timedelta(days=60), TODAY + timedelta(days=500)


def mends(**said):
    form = ChildForm({"state": "born", "pronoun": "she", **said}, today=TODAY)
    form.is_valid()
    return {name: errors[0] for name, errors in form.errors.items()}


@pytest.mark.parametrize(
    "said",
    [
        {"born": "2026-03-01"},
        {"born": "2026-03-01", "due": "2026-04-01", "arrived": "2026-03-10"},
        {"state": "expected", "due": AHEAD},
        {"state": "awaited"},
        {"state": "awaited", "born": "2025-01-01", "arrived": AHEAD},
    ],
)
def test_every_family_gets_through(said):
    assert mends(**said) == {}


@pytest.mark.parametrize(
    ("said", "field", "why"),
    [
        ({}, "born", "When was the child born? If nobody knows, take the likeliest day."),
        ({"born": AHEAD}, "born", "This day is still to come. Is the child expected?"),
        ({"born": "soon"}, "born", "Write the day as year-month-day, like 2026-03-01."),
        ({"state": "expected"}, "due", "When is the child due? About is enough; it can change."),
        (
            {"state": "expected", "due": LONG_AHEAD},
            "due",
            "This day is more than a year away. Set it once more.",
        ),
        (
            {"born": "2026-03-01", "arrived": "2026-02-01"},
            "arrived",
            "This is before the day of birth. Set one of them once more.",
        ),
    ],
)
def test_what_cannot_be_is_asked_again_beside_its_field(said, field, why):
    assert mends(**said) == {field: why}


def begin(client):
    client.get(f"/welcome/{make_setup_link()}/")
    client.post("/welcome/you/", {"name": " Sam ", "called": "Papa"})


def child(client, then="account", **said):
    sent = {"state": "born", "pronoun": "she", "name": "", "born": "", "due": "", "arrived": ""}
    return client.post("/welcome/child/", sent | said | {"then": then})


ACCOUNT = {"username": "sam", "password": "four quiet blue whales"}


@pytest.mark.django_db
def test_twins_and_a_child_that_is_awaited_are_one_family(client):
    begin(client)
    child(client, then="child", name="Ada", born="2026-01-05")
    child(client, then="child", name="Cleo", born="2026-01-05")
    child(client, then="account", state="awaited", pronoun="they", due="2026-01-01")
    answer = client.post("/welcome/account/", ACCOUNT, follow=True)
    assert answer.status_code == 200
    assert read(answer, tag="a", **{"class": "chip"}) == ["Ada", "Cleo", "The baby"]


@pytest.mark.django_db
def test_one_of_several_children_can_be_left_out_again(client):
    begin(client)
    child(client, then="child", name="Ada", born="2026-01-05")
    child(client, then="child", name="Mistake", born="2026-01-05")
    client.post("/welcome/child/1/leave-out/")
    answer = client.get("/welcome/child/")
    assert read(answer, tag="form", **{"class": "between"}) == ["Ada Leave out"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "field", "why"),
    [
        ({"password": "12345678"}, "password", "This password is too common."),
        ({"username": "KIM"}, "username", "Somebody here has that name already. Choose another."),
    ],
)
def test_an_account_that_cannot_be_says_why_and_keeps_what_was_typed(
    client, cast, sent, field, why
):
    assert cast.user("kim").username == "kim"
    begin(client)
    child(client, name="Ada", born="2026-01-05")
    answer = client.post("/welcome/account/", ACCOUNT | sent)
    assert answer.status_code == 422
    assert read(answer, id=f"id_{field}_error") == [why]
    assert (ACCOUNT | sent)["password"] in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_a_link_works_once(client):
    link = f"/welcome/{make_setup_link()}/"
    client.get(link)
    client.post("/welcome/you/", {"name": "Sam", "called": ""})
    child(client, name="Ada", born="2026-01-05")
    client.post("/welcome/account/", ACCOUNT)
    client.logout()
    answer = client.get(link)
    assert answer.status_code == 404
    assert "This link has ended" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("missing", "goes_to"), [("you", "/welcome/you/"), ("child", "/welcome/child/")]
)
def test_who_skips_a_page_is_led_back_to_it(client, missing, goes_to):
    client.get(f"/welcome/{make_setup_link()}/")
    if missing == "child":
        client.post("/welcome/you/", {"name": "Sam", "called": ""})
    assert client.get("/welcome/account/")["Location"] == goes_to


@pytest.mark.django_db
def test_the_family_lives_in_the_zone_of_the_phone_that_began_it(client):
    client.cookies["zone"] = "Pacific%2FAuckland"
    begin(client)
    child(client, name="Ada", born="2026-01-05")
    answer = client.post("/welcome/account/", ACCOUNT, follow=True)
    assert answer.wsgi_request.user.caregivers.model  # signed in
    from holdfast.web.access import May, family_for  # noqa: PLC0415 -- after the database is open

    family, _ = family_for(answer.wsgi_request.user, May.READ)
    assert family.zone == "Pacific/Auckland"
