"""Every route, every one of the cast: who comes in, and who is told that nothing is here.

The list of routes comes from the URL map. The other family's caregivers are tried on Ada's pages,
so what could leak is there.
"""

import pytest
from django.urls import URLResolver, get_resolver, reverse

from holdfast.web.access import GRANTS, May, Role
from holdfast.web.ids import new_id
from tests.access.decisions import DECISIONS, Opens
from tests.access.scene import ask, set_scene

METHODS = ("get", "post", "put", "patch", "delete")
PARENTS, HELPERS, GUESTS = {"kim", "noor"}, {"lou"}, {"aunt"}
HOME = PARENTS | HELPERS | GUESTS
OTHERS = {"former", "chi", "stranger", "operator"}
INSIDE = {
    Opens.ALL: HOME | OTHERS | {"anonymous"},
    Opens.SIGNED_IN: HOME | OTHERS,
    Opens.A_FAMILY: HOME | {"chi"},
    Opens.READ: HOME,
    Opens.LOG: PARENTS | HELPERS,
    Opens.A_LOGGER: PARENTS | HELPERS | {"chi"},
    Opens.PARENT: PARENTS | {"chi"},
    Opens.CHILDS_PARENT: PARENTS,
    Opens.OWNER: {"kim"},
    Opens.LINK: set(),
}
CAST = sorted(HOME | OTHERS | {"anonymous"})


def routes(patterns, before=""):
    """Walk the URL map: the name of each route, with its namespace."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from routes(pattern.url_patterns, before + inner)
        else:
            yield before + pattern.name


NAMES = sorted(set(routes(get_resolver().url_patterns)))


@pytest.fixture
def scene(cast):
    return set_scene(cast)


def met(reply):
    """Return what somebody met at the door: in, not here, or the way to sign in."""
    location = reply.headers.get("Location", "")
    if reply.status_code == 401 or location.startswith(reverse("account_login")):
        return "sign in"
    if reply.status_code == 404:
        return "not here"
    assert reply.status_code in {200, 302, 304, 422}, reply.status_code
    return "in"


def test_each_route_has_its_decision():
    assert {route for route, _ in DECISIONS} == set(NAMES)


@pytest.mark.parametrize("route", NAMES)
def test_a_route_answers_no_method_without_a_decision(as_, scene, route):
    urls = {(n, m): reverse(n, kwargs=d.url(scene)) for (n, m), d in DECISIONS.items()}
    url = next(url for (name, _), url in urls.items() if name == route)
    decided = {method for (_, method), each in urls.items() if each == url}
    client = as_("kim")
    answers = {m: getattr(client, m)(url).status_code for m in METHODS if m not in decided}
    assert set(answers.values()) <= {404, 405}, answers


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize(("route", "method"), sorted(DECISIONS))
def test_who_comes_in_where(client, cast, scene, route, method, who):
    decision = DECISIONS[route, method]
    if who != "anonymous":
        client.force_login(cast.user(who))
    outcome = met(ask(client, scene, route, method, decision))
    if who in INSIDE[decision.opens]:
        assert outcome == "in"
    elif who == "anonymous" and decision.opens is not Opens.LINK:
        assert outcome == "sign in"
    else:
        assert outcome == "not here"


def test_what_each_role_may_is_said_once():
    assert set(GRANTS) == set(Role)
    assert GRANTS[Role.GUEST] < GRANTS[Role.HELPER] < GRANTS[Role.PARENT] == frozenset(May)


@pytest.mark.parametrize("who", ["chi", "stranger", "former", "operator"])
def test_a_child_of_others_and_one_that_never_was_look_alike(client, cast, scene, who):
    """Byte for byte, but for the address: nobody finds out which children exist."""
    client.force_login(cast.user(who))
    pages = [client.get(reverse("now", args=[child])) for child in (scene.ada.pk, new_id())]
    assert pages[0].status_code == pages[1].status_code == 404
    assert pages[0].content == pages[1].content
