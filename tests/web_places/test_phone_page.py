"""This phone: a page that the phone fills, one for when there is no signal, and the worker."""

import json

import pytest
from django.urls import reverse

from holdfast.web.places.phone import shell


def house_of(reply):
    """Return what the worker is told of the house."""
    first = reply.content.decode().splitlines()[0]
    return json.loads(first.removeprefix("const HOUSE = ").removesuffix(";"))


def test_the_worker_looks_after_all_pages_and_is_never_an_old_one(client, db):  # noqa: ARG001 -- opens the database
    reply = client.get("/worker.js")
    assert reply["Content-Type"] == "text/javascript"
    assert "no-store" in reply["Cache-Control"]
    house = house_of(reply)
    assert house["shell"] == [f"/static/{name}" for name in shell.SHELL]
    assert house["pages"] == [reverse(name) for name in shell.PUBLIC]
    assert (house["front"], house["offline"]) == ("/", "/offline/")


@pytest.mark.parametrize("changed", [*shell.SHELL, shell.WORKER])
def test_its_version_changes_with_what_is_in_any_of_its_files(client, db, monkeypatch, changed):  # noqa: ARG001 -- as above
    contents = dict.fromkeys((*shell.SHELL, shell.WORKER), b"one")
    monkeypatch.setattr(shell, "found", contents.__getitem__)
    before = house_of(client.get("/worker.js"))["version"]
    assert house_of(client.get("/worker.js"))["version"] == before
    contents[changed] = b"other"
    assert house_of(client.get("/worker.js"))["version"] != before


def test_while_serving_it_is_made_once(client, db, settings, monkeypatch):  # noqa: ARG001 -- as above
    settings.SERVING = True
    made = iter(["const HOUSE = {};\n", "const HOUSE = 1;\n"])
    monkeypatch.setattr(shell, "made_script", lambda: next(made))
    shell.kept_script.cache_clear()
    answers = {client.get("/worker.js").content for _ in range(2)}
    shell.kept_script.cache_clear()
    assert answers == {b"const HOUSE = {};\n"}


def test_where_the_client_was_not_built_there_is_a_worker_that_does_nothing(monkeypatch):
    monkeypatch.setattr(shell.finders, "find", lambda _name: None)
    assert shell.found("built/worker.js") == b""


def test_the_page_for_no_signal_is_of_nobody(as_, cast):
    reply = as_("kim").get(reverse("offline"))
    page = reply.content.decode()
    assert "data-seat" not in page
    assert "Ada" not in page
    assert str(cast.kim.pk) not in page
    assert "No connection just now" in page


@pytest.mark.parametrize("route", ["now", "day", "phone"])
def test_pages_for_when_there_is_no_signal_ask_to_be_kept(as_, cast, route):
    args = [] if route == "phone" else [cast.ada.pk]
    reply = as_("kim").get(reverse(route, args=args))
    assert (reply["X-Offline"], reply["X-Seat"]) == ("keep", str(cast.kim.pk))


def test_other_pages_do_not(as_, cast):  # noqa: ARG001 -- who is signed in
    assert "X-Offline" not in as_("kim").get(reverse("family"))


def test_a_page_that_there_is_not_is_of_nobody_in_particular(as_, cast):  # noqa: ARG001 -- as above
    reply = as_("kim").get("/nothing/here/")
    assert reply.status_code == 404
    assert "X-Offline" not in reply


def test_this_phone_has_the_family_to_choose_from_and_is_kind_without_a_script(as_, cast):
    page = as_("kim").get(reverse("phone")).content.decode()
    assert f'<option value="{cast.ada.pk}">Ada</option>' in page
    assert "Without it, each tap goes to the server at once" in page
    assert "Ben" not in page


def test_a_family_without_a_child_has_the_page_too(as_, cast):
    cast.ada.delete()
    assert as_("kim").get(reverse("phone")).status_code == 200
