"""The sandbox in a browser: a dial under the thumb or the keys, and a link that brings it back."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def sandbox(page, sign_in, live_server):
    sign_in(page, "kim")
    page.goto(f"{live_server.url}/grow/sandbox/")
    return page


def test_a_dial_moved_by_keys_draws_the_year_anew_and_the_link_brings_it_back(sandbox, live_server):
    before = sandbox.locator(".life.first").first.get_attribute("d")
    dial = sandbox.get_by_label("How often somebody notices")
    dial.focus()
    sandbox.keyboard.press("End")
    expect(sandbox.locator("#n-says")).to_have_text("always")
    expect(sandbox.locator(".life.first").first).not_to_have_attribute("d", before)
    expect(dial).to_be_focused()
    expect(sandbox).to_have_url(
        f"{live_server.url}/grow/sandbox/?seed=1&n=1&s=3&m=0.8&p=2&h=0&a=0.5"
    )
    sandbox.reload()
    expect(sandbox.get_by_label("How often somebody notices")).to_have_value("1")


def test_another_life_is_laid_beside_the_first_and_taken_away_again(sandbox):
    sandbox.get_by_role("link", name="Lay another life beside it").click()
    expect(sandbox.get_by_role("group", name="The other")).to_be_visible()
    expect(
        sandbox.get_by_text("At one year both children count on an answer alike")
    ).to_be_visible()
    sandbox.get_by_role("link", name="Only this life").click()
    expect(sandbox.get_by_role("group", name="The other")).to_have_count(0)
