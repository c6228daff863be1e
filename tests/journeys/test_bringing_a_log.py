"""A family that comes from Baby Buddy: its files, looked into, brought in, read back in Day."""

from pathlib import Path

from playwright.sync_api import expect

from tests.journeys.looking import axe, steps_on

BABYBUDDY = Path(__file__).parents[1] / "data" / "babybuddy"


def test_baby_buddys_files_are_looked_into_brought_in_and_read_in_day(
    page, sign_in, cast, live_server
):
    sign_in(page, "kim").goto(f"{live_server.url}/family/")
    page.get_by_role("link", name="Bring a log from another app").click()
    files = [BABYBUDDY / f"{name}.csv" for name in ("sleep", "feeding", "diaperchange")]
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_role("button", name="Look into them").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What the files do not say")
    assert axe(page) == []
    page.locator("[name=answer-volume_unit]").select_option("oz (US)")
    page.get_by_role("button", name="Look into them").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What the files hold")
    assert axe(page) == []
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_role("status").first).to_have_text("Ada: 154 new moments")
    assert axe(page) == []

    page.goto(f"{live_server.url}/day/{cast.ada.pk}/2020-02-17/")
    assert steps_on(page) == [
        ["slept 2 h 34"],
        ["fed, right, 8 min"],
        ["nappy, wet"],
    ]
    assert axe(page) == []
