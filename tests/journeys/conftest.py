"""Real pages in a real browser, on a phone's screen. Nothing is mocked; the server is ours."""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.journeys.looking import Watch

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in our thread

PHONE = {"width": 390, "height": 844}
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-background-networking "
    "--disable-component-update --disable-sync --no-first-run"
)
BUILT = Path(settings.STATICFILES_DIRS[0]) / "built" / "look.css"


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in Path(item.path).parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def browser_type_launch_args():
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    assert browser, "The journeys need Chromium: apt-get install chromium."
    assert BUILT.exists(), "Build the client first: python scripts/build_client.py."
    return {"executable_path": browser, "args": QUIET.split()}


@pytest.fixture
def browser_context_args():
    return {
        "viewport": PHONE,
        "timezone_id": "Europe/Berlin",
        "locale": "en",
        "color_scheme": "light",
    }


@pytest.fixture
def page(page, live_server):
    """Return a page that is watched: it may ask nobody but us, and must not stumble."""
    page.set_default_timeout(5_000)
    page.set_default_navigation_timeout(20_000)  # the first page of a server takes its time
    # Not by the clock, at whatever hour this runs.
    page.context.add_cookies([{"name": "light", "value": "phone", "url": live_server.url}])
    watch = Watch(page, live_server.url)
    yield page
    assert watch.seen == []


@pytest.fixture
def sign_in(cast, live_server):
    """Sign a browser in as one of the cast: `sign_in(page, "kim")`. Others stay signed in."""

    def within(page, name):
        client = Client()
        client.force_login(cast.user(name))
        cookie = {"name": settings.SESSION_COOKIE_NAME, "url": live_server.url}
        page.context.add_cookies([{**cookie, "value": client.cookies["sessionid"].value}])
        return page

    return within
