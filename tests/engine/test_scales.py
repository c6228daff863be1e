"""Questionnaires: the keys hold the worked cases, and the phone comes to the same."""

import json
import random

import pytest

from holdfast.engine.scales import (
    HARM_TO_BABY,
    SCALES,
    SELF_HARM,
    came_to,
    counts,
    keys,
    printed_weights,
)
from tests.engine.fixtures import case
from tests.engine.phone import on_the_phone

EPDS, PBQ = SCALES["epds"], SCALES["pbq"]


def answered(scale, places):
    return came_to(scale, counts(scale, dict(enumerate(places, 1))))


@pytest.mark.parametrize("name", ["epds-example", "epds-item-10", "epds-worst"])
def test_the_epds_comes_to_its_worked_sums(name):
    book = case("instruments", name)
    places = book.input["printed_position"]
    counted = counts(EPDS, dict(enumerate(places, 1)))
    came = came_to(EPDS, counted)
    assert came.total == book.expected["total"]
    assert counted[10] == book.expected["item_10"]
    assert (SELF_HARM in came.routes) == book.expected["self_harm_route"]
    assert list(counted.values()) == book.expected.get("scores", list(counted.values()))


def test_the_keys_are_the_worked_keys():
    forward = case("instruments", "epds-example").input["forward_items"]
    assert [item for item in range(1, 11) if item not in EPDS.turned] == forward
    book = case("instruments", "pbq-all-never").input
    assert list(PBQ.turned) == book["positive_items"]
    assert {name: list(items) for name, items in PBQ.parts.items()} == {
        name: book[name] for name in PBQ.parts
    }


def test_never_to_every_item_of_the_pbq_comes_to_the_worked_sums():
    never = len(PBQ.weights) - 1
    came = answered(PBQ, [never] * 25)
    expected = case("instruments", "pbq-all-never").expected
    assert {"total": came.total, **came.parts} == expected
    assert came.routes == []


@pytest.mark.parametrize("item", [18, 24])
def test_one_step_on_an_item_about_harm_to_the_baby_calls_for_help(item):
    places = [5] * 25
    places[item - 1] = 4
    assert answered(PBQ, places).routes == [HARM_TO_BABY]


def test_both_items_call_for_it_once():
    assert answered(PBQ, [0] * 25).routes == [HARM_TO_BABY]


def test_the_older_order_of_the_pbq_puts_the_same_items_elsewhere():
    """In 2001 one item is no. 8, in 2006 it is no. 10 and the two between move up by one."""
    order = PBQ.orders["2001"]
    assert sorted(order) == list(PBQ.orders["2006"])
    positive = [place for place, item in enumerate(order, 1) if item in PBQ.turned]
    assert positive == [1, 4, 9, 10, 11, 16, 22, 25]


@pytest.mark.parametrize(("score", "routes"), [(0, []), (1, [SELF_HARM]), (3, [SELF_HARM])])
def test_the_ninth_item_of_the_phq_calls_for_help_whatever_the_rest(score, routes):
    came = came_to(SCALES["phq-9"], {9: score})
    assert came.routes == routes
    assert came.total is None
    assert came.missing == [1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("epds", 0, 30),
        ("phq-9", 0, 27),
        ("phq-2", 0, 6),
        ("gad-7", 0, 21),
        ("pbq", 0, 125),
        ("mibs", 0, 24),
        ("maas", 19, 95),
        ("mpas", 19, 95),
        ("kpcs", 0, 45),
    ],
)
def test_each_total_runs_over_its_published_range(name, low, high):
    scale = SCALES[name]
    ends = [
        came_to(scale, {item: end(printed_weights(scale, item)) for item in all_of(scale)}).total
        for end in (min, max)
    ]
    assert ends == [low, high]


def test_three_means_and_no_total_where_the_scale_has_none():
    came = answered(SCALES["prfq"], [0] * 18)
    assert came.total is None
    assert came.parts == pytest.approx(
        {"pre_mentalizing": 1, "certainty": (5 + 7) / 6, "curiosity": (5 + 7) / 6}
    )


def test_what_does_not_apply_counts_as_the_key_says():
    scale = SCALES["kpcs"]
    counted = counts(scale, dict.fromkeys(all_of(scale), 3) | {1: None, 9: None})
    assert came_to(scale, counted).total == 13 * 3 + 2 + 2


@pytest.mark.parametrize(
    ("name", "total", "talk"),
    [
        *(("epds", 10, False), ("epds", 11, True)),
        *(("phq-9", 9, False), ("phq-9", 10, True), ("gad-7", 10, True)),
        *(("kpcs", 40, False), ("kpcs", 39, True), ("maas", 19, False)),
    ],
)
def test_a_talk_is_suggested_where_studies_put_the_line_and_nowhere_else(name, total, talk):
    scale = SCALES[name]
    assert came_to(scale, spread(scale, total)).talk == talk


def test_a_part_may_be_what_calls_for_a_talk():
    assert answered(PBQ, [5] * 25).talk, "never to all is 20 on the general part"
    best = dict.fromkeys(all_of(PBQ), 0)
    assert not came_to(PBQ, best).talk
    assert not came_to(PBQ, {19: 5}).talk, "with items missing nothing is said"


def test_parts_and_orders_name_items_that_are_there():
    for scale in SCALES.values():
        named = [*scale.turned, *scale.may_not_apply, *scale.routes, *scale.support]
        named += [item for items in scale.parts.values() for item in items]
        assert set(named) <= set(all_of(scale)), scale.name
        assert len(scale.codes) in (0, scale.items)


def test_the_phone_comes_to_the_same_in_a_thousand_cases():
    chance = random.Random(3)
    sent = json.loads(json.dumps(keys()))
    cases, here = [], []
    for _ in range(1_000):
        name = chance.choice(list(SCALES))
        scale = SCALES[name]
        printed = {
            item: None
            if item in scale.may_not_apply and chance.random() < 0.3
            else chance.randrange(len(scale.weights))
            for item in all_of(scale)
            if chance.random() < 0.97
        }
        counted = counts(scale, printed)
        came = came_to(scale, counted)
        cases += [["counts", sent[name], printed], ["cameTo", sent[name], counted]]
        fields = {name: getattr(came, name) for name in came.__slots__}
        here += [{str(item): value for item, value in counted.items()}, fields]
    assert on_the_phone("bond/scales.js", cases) == here
    assert {tuple(came.get("routes", ())) for came in here} >= {(), (SELF_HARM,), (HARM_TO_BABY,)}


def all_of(scale):
    return range(1, scale.items + 1)


def spread(scale, total):
    """Return items that sum to a total, the first ones as high as they go."""
    low, high = min(scale.weights), max(scale.weights)
    counted, left = {}, total - low * scale.items
    for item in all_of(scale):
        counted[item] = low + min(left, high - low)
        left -= counted[item] - low
    return counted
