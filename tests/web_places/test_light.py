"""The light of this phone."""

import pytest


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("day", "day"), ("night", "night"), ("phone", "phone"), ("clock", ""), ("disco", "")],
)
@pytest.mark.django_db
def test_the_light_is_kept_or_left_to_the_clock(client, sent, kept):
    client.cookies["light"] = "night"
    answer = client.post("/light/", {"light": sent, "next": "/account/login/"})
    assert answer.cookies["light"].value == kept
    assert answer["Location"] == "/account/login/"


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", ""])
@pytest.mark.django_db
def test_it_leads_nowhere_else(client, back):
    assert client.post("/light/", {"light": "day", "next": back})["Location"] == "/"


@pytest.mark.django_db
def test_a_light_that_is_none_of_ours_changes_nothing_on_the_page(client):
    client.cookies["light"] = '"><script>'
    page = client.get("/account/login/").content.decode()
    assert "data-light" not in page


@pytest.mark.django_db
def test_the_thumb_and_the_buzz_are_kept_on_this_phone_alone(client):
    for name, sent, kept in (
        ("thumb", "left", "left"),
        ("thumb", "both", ""),
        ("thumb", "foot", ""),
        ("buzz", "off", "off"),
        ("buzz", "on", ""),
    ):
        answer = client.post("/light/", {name: sent, "next": "/account/login/"})
        assert list(answer.cookies) == [name]
        assert answer.cookies[name].value == kept
