"""The light of this phone."""

import pytest


@pytest.mark.parametrize(
    ("sent", "kept"), [("day", "day"), ("night", "night"), ("phone", ""), ("disco", "")]
)
@pytest.mark.django_db
def test_the_light_is_kept_or_left_to_the_phone(client, sent, kept):
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
