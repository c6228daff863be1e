"""Two phones at once: one cry is put together and parted, an edit is chosen, a letter is read."""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from holdfast.web.actions import keep_moments, make_hand, note_visit, revise
from holdfast.web.ids import new_id
from holdfast.web.queries import log_of
from holdfast.words import Kind, Moment
from tests.journeys.looking import Watch, axe, steps_on, wider_than_the_screen
from tests.journeys.phones import open_phone, until

SOON = 15_000  # what one phone does is on the other within ten seconds
SHOTS = os.environ.get("HOLDFAST_SHOTS")  # a folder, to look at what is shown


def shot(page, name):
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


@pytest.fixture
def other(browser, browser_context_args, live_server):
    """Return a page of another phone, watched as the first one is."""
    context = browser.new_context(**browser_context_args)
    context.add_cookies([{"name": "light", "value": "phone", "url": live_server.url}])
    page = context.new_page()
    page.set_default_timeout(5_000)
    watch = Watch(page, live_server.url)
    yield page
    context.close()
    assert watch.seen == []


def wrote(cast, by, word, *, minutes, kind=Kind.SIGNAL, **more):
    said = Moment(
        id=str(new_id()),
        child=str(cast.ada.pk),
        kind=kind,
        word=word,
        at=timezone.now() - timedelta(minutes=minutes),
        zone="Europe/Berlin",
        by=str(by.pk),
        **more,
    )
    keep_moments(child=cast.ada, by=by, moments=[said])
    return said


def calm(page):
    """Say that a page is whole: nothing sticks out, and axe finds nothing."""
    return wider_than_the_screen(page) + axe(page)


def test_the_same_cry_on_two_phones_is_put_together_on_one_and_parted_on_the_other(
    page, other, sign_in, cast, live_server
):
    now, day = (live_server.url + reverse(name, args=[cast.ada.pk]) for name in ("now", "day"))
    for phone, name in ((page, "kim"), (other, "noor")):
        sign_in(phone, name).goto(now)
    for phone in (page, other):
        phone.get_by_role("button", name="cries").click()
        expect(phone.get_by_role("heading", name="She is crying")).to_be_visible()
    until(lambda: len(log_of(cast.ada)) == 2)
    page.goto(day)
    asked = page.get_by_text("both wrote this down", exact=False)
    expect(asked).to_contain_text("Kim and Noor")
    shot(page, "question")
    assert calm(page) == []
    page.get_by_role("button", name="One and the same").click()
    expect(page.get_by_role("button", name="They were two")).to_be_visible()
    expect(page.get_by_text("Kim, Noor")).to_be_visible()
    assert steps_on(page) == [["cried"]]
    shot(page, "together")
    assert calm(page) == []
    other.goto(day)
    apart = other.get_by_role("button", name="They were two")
    expect(apart).to_be_visible(timeout=SOON)
    expect(other.locator(".event .step")).to_have_text(["cried"], timeout=SOON)
    apart.click()
    expect(other.locator(".event .step")).to_have_text(["cried", "cried"], timeout=SOON)
    expect(page.locator(".event .step")).to_have_text(["cried", "cried"], timeout=SOON)
    expect(asked).to_have_count(0)


def test_two_edits_that_crossed_are_laid_side_by_side_and_the_choice_is_on_both_phones(
    page, other, sign_in, cast, live_server
):
    sleep = wrote(cast, cast.kim, "sleep", minutes=120, kind=Kind.CARE)
    seen = [UUID(sleep.id)]
    ends = [(cast.kim, 50, ""), (cast.noor, 30, "woke by herself")]
    for by, minutes, text in ends:
        over = timezone.now() - timedelta(minutes=minutes)
        ended = replace(sleep, until=over, text=text)
        revise(child=cast.ada, by=by, moment=ended, replaces=seen)
    day = live_server.url + reverse("day", args=[cast.ada.pk])
    sign_in(page, "kim").goto(day)
    page.get_by_role("link", name="Which one counts?").click()
    expect(page.get_by_role("heading", name="Two of you changed this")).to_be_visible()
    shot(page, "sides")
    assert calm(page) == []
    side = page.locator(".side", has_text="woke by herself")
    side.get_by_role("button", name="This one").click()
    expect(page.get_by_text("slept 1 h 30").first).to_be_visible()
    sign_in(other, "noor").goto(day)
    assert steps_on(other) == [["slept 1 h 30"]]
    expect(other.get_by_text("Which one counts?")).to_have_count(0)


def test_who_comes_back_reads_what_they_missed_and_asks_somebody_to_take_over(
    page, other, sign_in, cast, live_server
):
    hours_ago = timezone.now() - timedelta(hours=6)
    note_visit(seat=cast.noor, now=hours_ago)
    wrote(cast, cast.kim, "cry", minutes=70)
    wrote(cast, cast.kim, "hug", minutes=66, kind=Kind.RESPONSE)
    wrote(cast, cast.kim, "settled", minutes=60, kind=Kind.SETTLING)
    wrote(cast, cast.kim, "feed", minutes=40, kind=Kind.CARE, detail={"how": "bottle", "ml": 90})
    sign_in(page, "noor").goto(live_server.url + reverse("now", args=[cast.ada.pk]))
    shot(page, "now-away")
    page.get_by_role("link", name="While you were away, since").click()
    letter = page.locator("#letter")
    expect(letter).to_contain_text("Ada cried once.")
    expect(letter).to_contain_text("What helped: held once.")
    expect(letter).to_contain_text("(bottle 90 ml)")
    assert len(letter.inner_text().split()) < 80
    expect(page.get_by_role("button", name="Read it aloud")).to_be_visible()
    shot(page, "letter")
    assert calm(page) == []
    page.get_by_role("button", name="Ask Kim").click()
    expect(page.get_by_text("Asked. It stands on their Now")).to_be_visible()
    sign_in(other, "kim").goto(live_server.url + reverse("now", args=[cast.ada.pk]))
    expect(other.get_by_text("Noor asks whether you can take over.")).to_be_visible()
    shot(other, "asked")
    assert calm(other) == []
    other.get_by_role("button", name="I take over").click()
    expect(other.get_by_text("Noor asks whether")).to_have_count(0)
    page.goto(live_server.url + reverse("letter_away", args=[cast.ada.pk]))
    expect(page.get_by_text("Kim takes over.")).to_be_visible()


def test_a_tag_writes_once_on_a_phone_that_is_signed_in_and_shows_a_button_elsewhere(
    page, other, sign_in, cast, live_server
):
    key = make_hand(by=cast.kim, child=cast.ada, kind=Kind.SIGNAL, word="cry", detail={})
    tag = live_server.url + reverse("hand", args=[key])
    sign_in(page, "noor")
    open_phone(page, live_server.url + reverse("now", args=[cast.ada.pk]))
    page.goto(tag)
    expect(page.get_by_role("heading", name="She is crying")).to_be_visible()
    page.reload()
    page.goto(tag)
    assert log_of(cast.ada).select("word", "by").rows() == [("cry", str(cast.noor.pk))]
    other.goto(tag)
    shot(other, "button")
    assert calm(other) == []
    assert "Ada" not in other.locator("body").inner_text()
    other.get_by_role("button", name="cries").click()
    expect(other.get_by_role("heading")).to_contain_text("Noted already")
    shot(other, "told")
    assert len(log_of(cast.ada)) == 1


def test_links_are_made_where_the_family_is_and_fit_a_phone(page, sign_in, live_server):
    sign_in(page, "kim").goto(live_server.url + reverse("family"))
    page.get_by_role("link", name="Links for tags, buttons and hubs").click()
    page.get_by_label("What it writes down").select_option("care/nappy/wet")
    page.get_by_label("Where it will be").fill("changing table")
    page.get_by_role("button", name="Make a link").click()
    expect(page.get_by_role("heading", name="Your new link")).to_be_visible()
    shot(page, "hands")
    assert calm(page) == []
    page.get_by_role("button", name="End it").click()
    expect(page.get_by_text("changing table")).to_have_count(0)


def test_this_phone_says_why_there_can_be_no_notices(page, sign_in, live_server):
    sign_in(page, "kim").goto(live_server.url + reverse("phone"))
    expect(page.get_by_text("Notices need an address that begins with https.")).to_be_visible()
    shot(page, "phone")


def test_notices_are_switched_on_and_off(page, sign_in, live_server, settings):
    """The browser's own part stands in for a push service: no journey may ask one."""
    settings.BEHIND_TLS = True
    page.add_init_script(
        """
        const kept = { subscription: null };
        const subscription = {
          endpoint: "https://fcm.googleapis.com/fcm/send/a-phone",
          unsubscribe: async () => { kept.subscription = null; },
        };
        PushManager.prototype.getSubscription = async () => kept.subscription;
        PushManager.prototype.subscribe = async (asked) => {
          if (asked.applicationServerKey.length !== 87) throw new Error("no key");
          return (kept.subscription = subscription);
        };
        Notification.requestPermission = async () => "granted";
        Object.defineProperty(Notification, "permission", { get: () => "default" });
        """
    )
    sign_in(page, "kim")
    open_phone(page, live_server.url + reverse("phone"))
    switch = page.locator("#notices")
    switch.get_by_label("when something was written down").check()
    shot(page, "notices")
    assert calm(page) == []
    switch.get_by_role("button", name="Switch notices on").click()
    expect(switch.get_by_role("button", name="Keep it")).to_be_visible()
    expect(switch.get_by_label("when something was written down")).to_be_checked()
    switch.get_by_role("button", name="Switch them off").click()
    expect(switch.get_by_role("button", name="Switch notices on")).to_be_visible()


def test_a_push_shows_the_houses_own_words_and_nothing_of_what_came(
    page, sign_in, cast, live_server
):
    """The browser is handed a push as from its service, with a body that nobody of ours sent."""
    page.context.grant_permissions(["notifications"], origin=live_server.url)
    sign_in(page, "kim")
    open_phone(page, live_server.url + reverse("now", args=[cast.ada.pk]))
    found = []

    def saw(event):
        found.append(event)

    devtools = page.context.new_cdp_session(page)
    devtools.on("ServiceWorker.workerRegistrationUpdated", saw)
    devtools.send("ServiceWorker.enable")
    until(lambda: page.evaluate("1") and found and found[-1]["registrations"])
    worker = found[-1]["registrations"][0]["registrationId"]
    asked = {"origin": live_server.url, "registrationId": worker, "data": "Ada cried"}
    devtools.send("ServiceWorker.deliverPushMessage", asked)
    shown = """async () => {
      const { active } = await navigator.serviceWorker.ready;
      const registration = await navigator.serviceWorker.getRegistration();
      const all = await registration.getNotifications();
      return active && all.map(({ title, body }) => [title, body]);
    }"""
    until(lambda: page.evaluate(shown) == [["Holdfast", "There is something new."]])
