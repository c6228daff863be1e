"""A journal on several phones, in real browsers: six words, no signal, a lost phone, sharing."""

import re
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.journeys.looking import (
    Watch,
    axe,
    cut_short,
    too_small_to_touch,
    wider_than_the_screen,
)
from tests.journeys.phones import CONTROLLED, kept_pages, until

BOXES = (axe, cut_short, too_small_to_touch, wider_than_the_screen)
NOT_SENT = """async () => {
  const asked = (request) => new Promise((done) => {
    request.onsuccess = () => done(request.result);
  });
  const db = await asked(indexedDB.open("holdfast-journal"));
  const records = await asked(db.transaction("records").objectStore("records").getAll());
  db.close();
  return records.filter(({ state }) => state !== "kept").length;
}"""


@pytest.fixture
def phone(browser, browser_context_args, sign_in, live_server):
    """Return how somebody takes up another phone, signed in. Each is watched."""
    contexts, watches = [], []

    def new(who, **more):
        context = browser.new_context(**browser_context_args | more)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        watches.append(Watch(page, live_server.url))
        return sign_in(page, who)

    yield new
    for context in contexts:
        context.close()
    assert [seen for watch in watches for seen in watch.seen] == []


@pytest.fixture
def home(cast, live_server):
    return f"{live_server.url}/bond/{cast.ada.pk}/"


def looked_at(page):
    """Return all that is wrong with how a page looks."""
    return [found for look in BOXES for found in look(page)]


def write_down(page):
    """Draw six words, copy them, and give back the two that are asked."""
    expect(page.locator(".six-words li")).to_have_count(6)
    words = page.locator(".six-words li").all_inner_texts()
    page.get_by_role("button", name="I have written them down").click()
    for field in page.locator("[data-asked]:not([hidden])").all():
        field.locator("input").fill(words[int(field.get_attribute("data-asked"))])
    page.locator("[data-step=asked] .go").click()
    return words


def begin(page, home):
    page.goto(f"{home}journal/")
    page.get_by_role("button", name="Show me the six words").click()
    words = write_down(page)
    page.wait_for_url(home)
    return words


def unlock(page, home, typed):
    page.goto(f"{home}journal/")
    page.get_by_role("textbox").fill(typed)
    page.get_by_role("button", name="Open it").click()


def open_up(page, home, words):
    unlock(page, home, " ".join(words))
    page.wait_for_url(home)


def write(page, text, *, sent=True):
    page.locator("[data-add=delight] > summary").click()
    form = page.locator("[data-add=delight] form")
    form.get_by_role("textbox").first.fill(text)
    form.locator("button.go").click()
    expect(form).to_have_count(0)
    if sent:
        until(lambda: page.evaluate(NOT_SENT) == 0)


def read(page):
    """Return what stands in the story, once it is drawn."""
    expect(page.locator("[data-open]")).to_be_visible()
    return page.locator("[data-leaves=story] .leaf .said:visible").all_inner_texts()


@contextmanager
def no_signal(page):
    page.context.set_offline(True)
    yield
    page.context.set_offline(False)


def test_a_new_phone_opens_it_with_six_words_as_somebody_types_them(phone, home):
    first, second = phone("kim"), phone("kim", color_scheme="dark")
    words = begin(first, home)
    write(first, "She looked, and I felt it")
    for typed, told in (
        (" ".join(words[:5]), "here there are more or fewer"),
        (" ".join([*words[:5], "porridge"]), "No such word is among ours: porridge"),
        (" ".join(reversed(words)), "These six words do not open it"),
    ):
        for _ in range(3):  # nobody counts
            unlock(second, home, typed)
        expect(second.get_by_role("alert").filter(visible=True)).to_contain_text(told)
    assert looked_at(second) == []
    unlock(second, home, "\n".join(word[:4].upper() for word in words))
    second.wait_for_url(home)
    assert read(second) == ["She looked, and I felt it"]
    write(second, "Again, at the window")
    first.reload()
    until(lambda: read(first) == ["Again, at the window", "She looked, and I felt it"])


def test_each_screen_is_at_ease_on_a_small_phone(phone, home):
    page = phone("kim", viewport={"width": 320, "height": 640})
    page.goto(f"{home}journal/")
    expect(page.get_by_role("button", name="Show me the six words")).to_be_visible()
    assert looked_at(page) == []
    page.get_by_role("button", name="Show me the six words").click()
    expect(page.locator(".six-words li")).to_have_count(6)
    assert looked_at(page) == []
    begin(page, home)
    for path in ("journal/", "journal/words/", "journal/phones/"):
        page.goto(f"{home}{path}")
        expect(page.locator("[data-step]:visible").first).to_be_visible()
        for fold in page.locator("details.fold").filter(visible=True).all():
            fold.locator("summary").click()
        assert looked_at(page) == []


def test_who_signs_in_on_the_same_phone_sees_sends_and_loses_nothing(phone, sign_in, home):
    page = phone("kim")
    begin(page, home)
    with no_signal(page):
        write(page, "Kim's, and not sent yet", sent=False)
    page.context.clear_cookies()
    sign_in(page, "noor").goto(home)
    expect(page.get_by_role("link", name="Begin")).to_be_visible()
    assert "Kim's, and not sent yet" not in page.content()
    begin(page, home)
    write(page, "Noor's own", sent=False)
    until(lambda: page.evaluate(NOT_SENT) <= 1)
    assert read(page) == ["Noor's own"]
    page.context.clear_cookies()
    sign_in(page, "kim").goto(home)
    until(lambda: read(page) == ["Kim's, and not sent yet"])
    until(lambda: page.evaluate(NOT_SENT) == 0)


def test_what_is_written_without_a_signal_goes_from_whatever_page_is_open(phone, home, cast):
    page = phone("kim")
    words = begin(page, home)
    with no_signal(page):
        write(page, "In the cellar", sent=False)
        assert page.evaluate(NOT_SENT) > 0
    page.goto(home.replace("/bond/", "/day/"))
    until(lambda: page.evaluate(NOT_SENT) == 0)
    other = phone("kim")
    open_up(other, home, words)
    until(lambda: read(other) == ["In the cellar"])
    assert cast.ada.name == "Ada"


def test_without_a_signal_it_opens_reads_and_writes_as_ever(phone, home):
    page = phone("kim")
    begin(page, home)
    write(page, "Kept for the cellar")
    until(lambda: page.evaluate(CONTROLLED))
    page.reload()
    expect(page.locator("[data-open]")).to_be_visible()
    until(lambda: any(path.startswith("/bond/") for path in kept_pages(page)))
    with no_signal(page):
        page.reload()
        until(lambda: read(page) == ["Kept for the cellar"])
        write(page, "Written in the cellar", sent=False)
        page.reload()
        until(lambda: read(page) == ["Written in the cellar", "Kept for the cellar"])
        assert page.evaluate(NOT_SENT) == 1
    page.reload()
    until(lambda: page.evaluate(NOT_SENT) == 0)


def test_a_lost_phone_keeps_what_it_had_and_gets_nothing_more(phone, home):
    mine, lost = phone("kim"), phone("kim", user_agent="Mozilla/5.0 (Android 9) Firefox/120.0")
    words = begin(mine, home)
    write(mine, "Before it was lost")
    open_up(lost, home, words)
    until(lambda: read(lost) == ["Before it was lost"])

    mine.goto(f"{home}journal/phones/")
    row = mine.locator("[data-phones] .between").filter(has_text="Firefox, Android")
    row.get_by_role("button", name="Sign it out").click()
    expect(row).to_have_count(0)
    mine.get_by_role("link", name="Take new words").click()
    mine.get_by_role("button", name="Show me new words").click()
    new = write_down(mine)
    expect(mine.get_by_text("Done. From now on only the new words open it.")).to_be_visible()
    mine.goto(home)
    write(mine, "After it was lost")
    assert read(mine) == ["After it was lost", "Before it was lost"]

    lost.evaluate("dispatchEvent(new Event('online'))")
    assert read(lost) == ["Before it was lost"]  # we say so: what it had, it has
    lost.goto(home)
    expect(lost).to_have_url(re.compile("/account/login/"))
    third = phone("kim")
    unlock(third, home, " ".join(words))
    expect(third.get_by_role("alert").filter(visible=True)).to_contain_text("do not open it")
    unlock(third, home, " ".join(new))
    third.wait_for_url(home)
    until(lambda: read(third) == ["After it was lost", "Before it was lost"])


def test_another_phone_of_ones_own_asks_once_for_new_words(phone, home):
    first, second = phone("kim"), phone("kim")
    words = begin(first, home)
    open_up(second, home, words)
    first.goto(f"{home}journal/words/")
    first.get_by_role("button", name="Show me new words").click()
    new = write_down(first)
    expect(first.get_by_text("Done.")).to_be_visible()
    with no_signal(second):
        write(second, "Written before it heard", sent=False)
    second.reload()
    second.get_by_role("link", name="Open it with six words").click()
    second.get_by_role("textbox").fill(" ".join(new))
    second.get_by_role("button", name="Open it").click()
    second.wait_for_url(home)
    until(lambda: read(second) == ["Written before it heard"])
    until(lambda: second.evaluate(NOT_SENT) == 0)


def test_shown_to_one_person_it_is_there_for_them_and_taken_back_it_is_gone(phone, home, cast):
    kim, noor, lou = phone("kim"), phone("noor"), phone("lou")
    begin(kim, home)
    write(kim, "For Noor to read")
    leaf = kim.locator("[data-leaves=story] .leaf").first
    leaf.locator("summary").first.click()
    told = leaf.locator("[data-share]")
    expect(told).to_contain_text("a readable copy lies on the server")
    told.get_by_role("button", name=cast.noor.name).click()
    expect(kim.get_by_text("They can read it now.")).to_be_visible()
    for page in (noor, lou):
        begin(page, home)
    expect(noor.locator("[data-leaves=shown]")).to_contain_text("For Noor to read")
    assert "For Noor to read" not in lou.content()
    kim.reload()
    expect(leaf).to_contain_text("Shown to Noor.")
    leaf.locator("summary").first.click()
    told.get_by_role("button", name="Take it back").click()
    expect(kim.get_by_text("Nobody else can read it any more.")).to_be_visible()
    noor.reload()
    expect(noor.locator("[data-open]")).to_be_visible()
    noor.wait_for_load_state("networkidle")
    assert "For Noor to read" not in noor.content()


def test_deleted_for_good_it_is_gone_and_can_begin_anew(phone, home):
    page, other = phone("kim"), phone("kim")
    words = begin(page, home)
    write(page, "To be gone")
    open_up(other, home, words)
    until(lambda: read(other) == ["To be gone"])
    page.goto(f"{home}journal/")
    page.get_by_text("Delete all of it").click()
    form = page.locator("[data-end]").filter(visible=True)
    form.get_by_role("checkbox").check()
    form.get_by_role("button", name="Delete my journal for good").click()
    page.wait_for_url(home)
    expect(page.get_by_role("link", name="Begin")).to_be_visible()
    other.reload()
    expect(other.get_by_role("link", name="Begin")).to_be_visible()
    begin(other, home)
    assert read(other) == []


def test_closed_on_a_phone_nothing_of_it_stays_there(phone, home):
    page = phone("kim")
    words = begin(page, home)
    write(page, "Stays on the server, sealed")
    page.goto(f"{home}journal/")
    page.get_by_text("Close it on this phone").click()
    page.get_by_role("button", name="Close it here").click()
    page.wait_for_url(home)
    expect(page.get_by_role("link", name="Open it with six words")).to_be_visible()
    assert page.evaluate(NOT_SENT) == 0
    open_up(page, home, words)
    until(lambda: read(page) == ["Stays on the server, sealed"])


def test_without_javascript_the_page_says_so_kindly(phone, home):
    page = phone("kim", java_script_enabled=False)
    for path in ("", "journal/", "journal/words/", "journal/phones/"):
        page.goto(f"{home}{path}")
        told = page.locator("noscript section")
        expect(told).to_be_visible()
        assert told.inner_text().startswith("This page opens on the phone itself.")


def test_where_a_browser_keeps_nothing_the_page_says_so_kindly(phone, home):
    page = phone("kim")
    page.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('', 'X'); }")
    for path in ("journal/", "journal/words/", "journal/phones/"):
        page.goto(f"{home}{path}")
        expect(page.get_by_text("This browser keeps nothing for us here")).to_be_visible()
