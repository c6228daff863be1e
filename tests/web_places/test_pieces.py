"""What Now and Day give the phone: the page's own markup left open, its words, what it knows."""

import json

import pytest

from holdfast.telling.phone import phone_words
from holdfast.web.actions import set_quiet
from holdfast.web.ids import new_id
from holdfast.web.places.now import pieces as made
from holdfast.web.queries import log_of
from tests.web_places.reading import elements, pieces, read, text_of, value_of, walk
from tests.web_places.test_now import log, minute

OF_NOW = {
    *("idle", "running", "awake", "asleep", "feed", "feeding", "just", "last", "empty"),
    *("option", "down", "about", "step", "waiting", "refused", "see-why", "edit"),
}


def of_now(page):
    (main,) = elements(page, tag="main")
    return json.loads(value_of(main, "data-now"))


def words_in(page):
    """Return the words that the page brings, out of the template that holds them."""
    start = page.content.decode().split("<template data-words>")[1]
    return json.loads(start.split("</template>")[0])


def taps(piece):
    return [value_of(one, "value") for one in walk(piece) if value_of(one, "name") == "tap"]


@pytest.mark.parametrize("running", [False, True])
def test_a_page_brings_every_piece_whatever_it_shows_itself(as_, cast, running):
    if running:
        log(cast, (1, "signal/cry"))
    found = pieces(minute(as_("kim"), cast.ada))
    assert set(found) - {None} == OF_NOW


def test_the_pieces_name_no_moment_and_hold_no_token_so_that_they_can_be_kept(as_, cast):
    client = as_("kim")
    made.pieces.cache_clear()
    found = pieces(minute(client, cast.ada))
    assert all(tap.endswith("/") for name in ("idle", "running") for tap in taps(found[name]))
    assert taps(found["running"])[0] == "response/hug/"
    names = [value_of(one, "name") for piece in found.values() for one in walk(piece, hidden=True)]
    assert "csrfmiddlewaretoken" not in names
    minute(client, cast.ada)
    assert made.pieces.cache_info().hits == 1


def test_the_words_are_those_of_the_child(as_, cast):
    assert words_in(minute(as_("kim"), cast.ada)) == phone_words("she")
    assert words_in(as_("chi").get(f"/day/{cast.ben.pk}/")) == phone_words("they")


def test_the_page_says_what_it_knows_for_a_phone_that_has_heard_nothing(as_, cast):
    client = as_("kim")
    assert of_now(minute(client, cast.ada))["seed"] == []
    log(cast, (90, "signal/fuss"), (80, "settling/settled"), (70, "care/sleep"))
    cry, hug = log(cast, (9, "signal/cry"), (6, "response/hug"))
    seed = of_now(minute(client, cast.ada))["seed"]
    assert [moment["word"] for moment in seed] == ["sleep", "cry", "hug"]
    (row,) = [row for row in log_of(cast.ada).to_dicts() if row["id"] == cry]
    assert seed[1] == {
        "id": cry,
        "child": str(cast.ada.pk),
        "kind": "signal",
        "word": "cry",
        "at": row["at"].isoformat(),
        "until": None,
        "zone": "Europe/Berlin",
        "about": 0,
        "by": str(cast.kim.pk),
        "answers": None,
        "detail": {},
        "text": "",
    }
    assert seed[2]["id"] == hug


def test_a_guest_is_given_pieces_to_look_at_and_nothing_to_press(as_, cast):
    found = pieces(minute(as_("aunt"), cast.ada))
    assert [one for piece in found.values() for one in taps(piece)] == []
    assert "about" not in found
    assert "running" in found


def test_who_wants_quiet_is_asked_nothing_by_the_phone_either(as_, cast):
    set_quiet(seat=cast.kim, quiet=True)
    log(cast, (1, "signal/cry"))
    page = minute(as_("kim"), cast.ada)
    found = pieces(page)
    assert not {"down", "option"} & set(found)
    assert of_now(page)["helps"] is False
    assert {words_in(page)[key] for key in ("first", "further")} == {"Answers"}
    shown = " ".join([text_of(found["idle"]), text_of(found["running"]), *read(page, tag="main")])
    for asked in ("What is she telling you?", "What did you do?", "What may she be telling me?"):
        assert asked not in shown


def test_before_birth_there_is_the_kick_and_what_one_says_to_the_bump(as_, cast):
    cast.ada.born, cast.ada.due = None, cast.ben.born.replace(year=2027)
    cast.ada.save()
    found = pieces(minute(as_("kim"), cast.ada))
    assert taps(found["idle"]) == ["signal/kick/"]
    assert taps(found["running"])[:3] == [
        "response/kind_word/",
        "response/touch/",
        "response/sing/",
    ]
    assert "settling/settled/" not in taps(found["running"])
    assert not {"asleep", "feed"} & set(found)


def test_a_feed_begins_and_ends_by_plain_forms_too(as_, cast):
    client = as_("kim")
    tap = {"tap": f"care/feed/{new_id()}", "begins": "left"}
    client.post(f"/now/{cast.ada.pk}/tap/", tap)
    page = minute(client, cast.ada)
    (over,) = [one for one in elements(page, tag="button") if "Feed is over" in text_of(one)]
    assert "since" in text_of(over)
    (feed,) = log_of(cast.ada).to_dicts()
    sent = {"moment": feed["id"], "edit": value_of(over, "value")}
    client.post(f"/now/{cast.ada.pk}/wakes/", sent)
    (feed,) = log_of(cast.ada).to_dicts()
    assert feed["until"] is not None
    assert json.loads(feed["detail"]) == {"how": "breast", "side": "left", "left_s": 1}
    assert "Feed is over" not in read(minute(client, cast.ada), tag="button")


def test_a_tile_that_the_phone_drew_is_kept_under_a_name_of_the_servers(as_, cast):
    client = as_("kim")
    for _ in range(2):
        client.post(f"/now/{cast.ada.pk}/tap/", {"tap": "signal/cry/"})
    assert log_of(cast.ada).height == 2


def test_a_day_says_from_when_to_when_it_is(as_, cast):
    page = as_("kim").get(f"/day/{cast.ada.pk}/2026-03-29/")
    (main,) = elements(page, tag="main")
    assert json.loads(value_of(main, "data-day")) == {
        "child": str(cast.ada.pk),
        "from": "2026-03-28T23:00:00+00:00",
        "to": "2026-03-29T22:00:00+00:00",
        "seq": 0,
    }
    assert {"line", "event", "just", "step", "edit"} <= set(pieces(page))
