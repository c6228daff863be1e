"""The browser is killed between a tap and its delivery: what it said is noted arrives, once."""

import os
import random
import shutil
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, expect

from tests.journeys.phones import open_phone, until, waiting

QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-background-networking "
    "--disable-component-update --disable-sync --no-first-run"
)
PHONE = {"width": 390, "height": 844}


class Browser:
    """A browser with a profile of its own, that can be killed and started again."""

    def __init__(self, playwright, profile, server):
        self.playwright, self.profile, self.server = playwright, profile, server
        self.context = None

    def start(self):
        self.context = self.playwright.chromium.launch_persistent_context(
            self.profile,
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
            args=QUIET.split(),
            viewport=PHONE,
            timezone_id="Europe/Berlin",
            locale="en",
        )
        session = {"name": "sessionid", "value": self.server.home["session"]}
        self.context.add_cookies([{**session, "url": self.server.url}])
        page = self.context.new_page()
        page.set_default_timeout(10_000)
        return page

    @property
    def now(self):
        return f"{self.server.url}/now/{self.server.home['child']}/"

    def kill(self):
        """Kill -9 it, wherever it is: whatever was started with this profile."""
        for pid in processes_with(str(self.profile)):
            os.kill(pid, signal.SIGKILL)
        if self.context:
            with suppress(Error):  # it is gone already
                self.context.close()


def processes_with(text):
    """Return the processes that were started with this in their command."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if text in (folder / "cmdline").read_text(encoding="utf-8", errors="replace"):
                yield int(folder.name)
        except (FileNotFoundError, ProcessLookupError):
            continue


@pytest.fixture
def browser_at(playwright, tmp_path, server):
    browser = Browser(playwright, tmp_path / "profile", server)
    yield browser
    browser.kill()


def words(server):
    return [row["word"] for row in server.edits()]


def test_taps_outlive_a_browser_and_a_server_that_are_both_killed(server, browser_at):
    server.start()
    page = open_phone(browser_at.start(), browser_at.now)
    server.kill()
    page.get_by_role("button", name="cries").click()
    page.get_by_role("button", name="hug, hold").click()
    until(lambda: waiting(page) == 2)
    browser_at.kill()

    page = browser_at.start()
    page.goto(browser_at.now)
    expect(page.locator(".sheet .step")).to_contain_text(["cried", "held"])
    page.get_by_role("button", name="Settled").click()
    until(lambda: waiting(page) == 3)
    browser_at.kill()

    server.start()
    page = browser_at.start()
    page.goto(browser_at.now)
    until(lambda: waiting(page) == 0)
    assert words(server) == ["cry", "hug", "settled"]


def test_what_the_page_said_is_noted_arrives_whenever_the_browser_is_killed(server, browser_at):
    server.start()
    open_phone(browser_at.start(), browser_at.now)
    browser_at.kill()
    chance, said_noted = random.Random(7), 0
    for _ in range(4):
        page = browser_at.start()
        page.goto(browser_at.now)
        page.route("**/api/**", lambda route: route.abort())
        page.get_by_text("Nappy", exact=True).click()
        page.get_by_role("button", name="Wet").click()
        time.sleep(chance.uniform(0, 0.05))
        said_noted += page.locator("#said").inner_text().startswith("Noted")
        browser_at.kill()
    page = browser_at.start()
    page.goto(browser_at.now)
    until(lambda: waiting(page) == 0 and len(words(server)) >= said_noted)
    assert words(server) == ["nappy"] * len(words(server))
    assert said_noted <= len(words(server)) <= 4
