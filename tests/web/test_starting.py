"""How a family begins, and how somebody gets back in."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError

from holdfast.web.access import children_of
from holdfast.web.actions import (
    NewChild,
    NewPerson,
    make_setup_link,
    make_way_back,
    set_password_by,
    start_family,
)
from holdfast.web.actions.starting import LinkSpent, NameTaken
from holdfast.web.actions.ways_back import Unknown
from holdfast.web.models import User
from holdfast.web.queries import caregivers_of, link_is_open, needs_first_family, user_of_way_back

pytestmark = pytest.mark.usefixtures("cast")

GOOD = "four words of ours"
IDA = NewPerson(username="Ida", password=GOOD, name="Ida", called="Mum")
CHILD = NewChild(due=date(2026, 8, 1))


def start(token, person=IDA, **more):
    return start_family(token=token, person=person, children=[CHILD, CHILD], **more)


def test_a_link_starts_a_family_with_its_children():
    started = start(make_setup_link(), zone="Europe/Oslo")
    assert started.family.zone == "Europe/Oslo"
    assert [child for child, _ in children_of(started.user)] == list(started.children)
    assert [(p.name, p.called, p.role, p.username) for p in caregivers_of(started.family)] == [
        ("Ida", "Mum", "parent", "ida")
    ]
    assert authenticate(username="IDA", password=GOOD) == started.user


def test_a_link_works_once():
    token = make_setup_link()
    start(token)
    assert not link_is_open(token)
    with pytest.raises(LinkSpent):
        start(token, NewPerson(username="Eve", password=GOOD, name="Eve"))
    assert not User.objects.filter(username="eve").exists()


def test_a_link_ends_after_two_days():
    token = make_setup_link(now=datetime.now(UTC) - timedelta(days=3))
    assert not link_is_open(token)
    with pytest.raises(LinkSpent):
        start(token)


def test_a_new_link_ends_the_one_before():
    first = make_setup_link()
    assert link_is_open(make_setup_link())
    assert not link_is_open(first)


@pytest.mark.parametrize(
    ("username", "password", "error"),
    [
        ("KIM", GOOD, NameTaken),
        ("ida", "12345678", ValidationError),
        ("i d a", GOOD, ValidationError),
    ],
)
def test_what_is_refused_leaves_the_link_open(username, password, error):
    token = make_setup_link()
    with pytest.raises(error):
        start(token, NewPerson(username=username, password=password, name="Ida"))
    assert link_is_open(token)


def test_a_made_up_family_is_nobody_s_first(cast):
    assert not needs_first_family()
    cast.family.delete()
    cast.okafors.demo = True
    cast.okafors.save()
    assert needs_first_family()


def test_a_way_back_sets_a_new_password_once(cast):
    token = make_way_back(username="Kim")
    assert user_of_way_back(token) == cast.user("kim")
    set_password_by(token=token, password=GOOD)
    assert authenticate(username="kim", password=GOOD) == cast.user("kim")
    assert user_of_way_back(token) is None
    with pytest.raises(Unknown):
        set_password_by(token=token, password=GOOD)


def test_nobody_gets_a_way_back_for_a_name_that_is_not_here():
    with pytest.raises(Unknown, match="Nobody here signs in as 'mallory'"):
        make_way_back(username="mallory")
