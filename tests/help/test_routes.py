"""Every trigger of the safety rules has its route, which says first what to do now."""

import re

import pytest

from holdfast.telling.heavy import ROUTES, For, routes_told
from tests.house.house import sources

BY_KEY = {route.key: route for route in ROUTES}

TRIGGERS = {
    "a scale's item on self-harm, or somebody opens the page": ("living", "not want to live"),
    "seeing or hearing things": ("mind", "seeing or hearing what others do not"),
    "fixed strange beliefs about the baby": ("mind", "sure of something strange, about the baby"),
    "no sleep with high energy": ("mind", "hardly any sleep for nights, and still full of energy"),
    "confusion": ("mind", "confused"),
    "intent, urge or plan to harm the baby": ("harm", "I am afraid that I will hurt my baby"),
    "has shaken or hit": ("harm", "shaken or hit, even once"),
    "unwanted, frightening thoughts": ("thoughts", "not a wish, and not a plan"),
    "cannot cope with crying": ("crying", "Leave the room for a few minutes"),
    "does not wake or stay awake": ("ill", "does not wake, or does not stay awake"),
    "no response to cues": ("ill", "does not react to you"),
    "blue, grey, mottled": ("ill", "blue, grey or mottled"),
    "grunting, chest drawing in, breathing over 60": ("ill", "more than 60 breaths a minute"),
    "pauses in breathing": ("ill", "pauses in breathing"),
    "fit": ("ill", "a fit"),
    "bulging fontanelle": ("ill", "soft spot on the head bulges"),
    "non-blanching rash": ("ill", "does not fade when a glass is pressed on it"),
    "weak, high-pitched or continuous cry": ("ill", "a weak, very high or endless cry"),
    "green vomit": ("ill", "green vomit"),
    "38 °C or more under 3 months": ("fever", "Under three months, 38 °C or more"),
    "39 °C or more at 3 to 6 months": ("fever", "From three to six months, 39 °C or more"),
    "fewer wet nappies": ("fever", "fewer wet nappies"),
    "fewer feeds": ("fever", "smaller feeds"),
    "floppy": ("fever", "floppy"),
    "fever of five days": ("fever", "fever for five days"),
    "violence or fear at home": ("home", "afraid of somebody is reason enough"),
    "a scale above its line": ("low", "midwife, a health visitor or a doctor this week"),
    "bond not yet, with distress": ("bond", "weighed on you for two or three months"),
}


def all_of(route):
    return "\n".join([*route.first, *route.signs, *route.then])


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_every_trigger_has_its_route(trigger):
    key, says = TRIGGERS[trigger]
    assert says in all_of(BY_KEY[key])


EMERGENCIES = {"living", "mind", "harm", "ill", "home", "fever"}


def test_where_it_is_an_emergency_the_emergency_number_stands_first():
    first = {key for key, route in BY_KEY.items() if For.EMERGENCY in route.call}
    assert first == EMERGENCIES
    for key in EMERGENCIES - {"fever"}:
        assert BY_KEY[key].call[0] == For.EMERGENCY


def test_unwanted_thoughts_are_no_alarm_and_come_with_their_numbers():
    route = next(one for one in routes_told() if one.key == "thoughts")
    assert For.EMERGENCY not in route.call
    assert [fact.key for fact in route.facts] == ["thought-1", "thought-2"]
    assert "763" in route.facts[0].sentence
    assert "not linked to acting" in route.facts[1].sentence


@pytest.mark.parametrize("key", BY_KEY)
def test_a_route_is_short_and_begins_with_what_to_do(key):
    route = BY_KEY[key]
    assert 1 <= len(route.first) <= 3
    assert len(re.findall(r"\w+", " ".join(route.first))) <= 75
    assert route.call


def test_a_very_ill_baby_is_no_matter_of_numbers_but_two():
    """Only what guidance counts is counted: breaths, and degrees by age."""
    figures = {figure for route in ROUTES for figure in re.findall(r"\d+", all_of(route))}
    assert figures == {"60", "38", "39"}


def test_where_nothing_burns_words_come_first_and_a_sheet_to_take_along():
    assert [route.key for route in ROUTES if route.words_first] == ["thoughts", "low", "bond"]


def test_each_link_to_a_route_leads_to_one():
    """The pages of Bond, of Grow and of a questionnaire name routes by their keys."""
    named = re.compile(r"""help['"]?\)\s*}}#(\w+)|FRAGMENTS = \{([^}]*)\}""")
    found = set()
    for path in (path for path in sources() if path.suffix in {".html", ".js"}):
        for key, fragments in named.findall(path.read_text("utf-8")):
            found |= {key} if key else set(re.findall(r":\s*\"(\w+)\"", fragments))
    assert {"grief", "bond", "living", "harm"} <= found
    assert found <= {*BY_KEY, "numbers"}


def test_what_a_route_points_to_is_there_and_says_that_something_follows():
    for route in ROUTES:
        assert set(route.see) <= set(BY_KEY)
        assert route.key not in route.see
        if route.see:
            assert route.then[-1].endswith(":")
