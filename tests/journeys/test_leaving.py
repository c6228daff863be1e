"""A quick way out, from each place, to a page that says nothing of us."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("place", ["now", "day"])
def test_one_leaves_at_once_and_going_back_does_not_return(page, sign_in, cast, live_server, place):
    sign_in(page, "kim").goto(f"{live_server.url}/account/login/")
    page.goto(f"{live_server.url}/{place}/{cast.ada.pk}/")
    page.locator(".light summary").click()
    page.get_by_role("link", name="Leave quickly").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Shopping list")
    for word in ("Holdfast", "Ada", "baby"):
        assert word not in page.content()
    page.go_back()
    assert place not in page.url
