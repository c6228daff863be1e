"""Bond in a browser: sealed, kind, never in a hurry. Time is set, so that weeks pass at once."""

import base64
import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now
from playwright.sync_api import expect

from holdfast.web.access import within
from tests.journeys.looking import axe, cut_short, too_small_to_touch, wider_than_the_screen
from tests.journeys.phones import kept_pages, open_phone, until

BEGINS = datetime(2026, 3, 16, 10, 0, tzinfo=UTC)  # a Monday
SNAPPED = """() => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1600, height: 1200 });
  return canvas.toDataURL("image/jpeg").split(",")[1];
}"""
SEEN = """() => {
  globalThis.drawn = [];
  const address = URL.createObjectURL;
  URL.createObjectURL = (blob) => (drawn.push(blob), address.call(URL, blob));
}"""
READ = """async () => {
  const bytes = new Uint8Array(await globalThis.drawn[0].arrayBuffer());
  const { width, height } = await createImageBitmap(globalThis.drawn[0]);
  return { text: String.fromCharCode(...bytes.subarray(0, 4000)), width, height };
}"""
RECORDS = """async () => {
  const asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const db = await asked(indexedDB.open("holdfast-journal"));
  const records = await asked(db.transaction("records").objectStore("records").getAll());
  db.close();
  return records.length;
}"""

BROKEN = """async () => {
  const asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const db = await asked(indexedDB.open("holdfast-journal"));
  const store = db.transaction("records", "readwrite").objectStore("records");
  const [one] = await asked(store.getAll());
  await asked(store.put({ ...one, id: "broken", state: "kept", sealed: new Uint8Array(300) }));
  db.close();
}"""


@pytest.fixture
def bond(page, sign_in, cast, live_server):
    """Return how a page of Bond is opened for the first time, with a journal begun."""

    def begun(who="kim", child=None, at=BEGINS):
        page.clock.set_fixed_time(at)
        child = child or cast.ada
        address = f"{live_server.url}/bond/{child.pk}/"
        sign_in(page, who).goto(address, timeout=30_000)  # the server's first page takes longest
        page.get_by_role("link", name="Begin").click()
        page.get_by_role("button", name="Show me the six words").click()
        expect(page.locator(".six-words li")).to_have_count(6)
        words = page.locator(".six-words li").all_inner_texts()
        page.get_by_role("button", name="I have written them down").click()
        for field in page.locator("[data-asked]:not([hidden])").all():
            place = int(field.get_attribute("data-asked"))
            field.locator("input").fill(words[place].split()[-1])
        page.get_by_role("button", name="Begin").click()
        page.wait_for_url(f"**/bond/{child.pk}/")
        expect(page.get_by_role("heading", name="Who are you to")).to_be_visible()
        return page

    return begun


def change(child, **values):
    with within(family=child.family_id):
        type(child).objects.filter(pk=child.pk).update(**values)


def weeks_later(page, weeks, hours=0):
    page.clock.set_fixed_time(BEGINS + timedelta(weeks=weeks, hours=hours))
    page.reload()
    expect(page.locator("[data-open]")).to_be_visible()


def asks(page):
    """Return the questions that stand on the page."""
    return page.locator(".bond-asks h2:visible").all_inner_texts()


def leaves(page):
    return page.locator("[data-leaves=story] .leaf .said:visible").all_inner_texts()


def add(page, kind, text, **more):
    page.locator(f"[data-add={kind}] > summary").click()
    form = page.locator(f"[data-add={kind}] form")
    for label, value in more.items():
        form.get_by_label(label.replace("_", " ")).fill(value)
    form.get_by_role("textbox").first.fill(text)
    form.locator("button.go").click()
    expect(form).to_have_count(0)


def test_a_father_who_answers_not_yet_for_eight_weeks_is_met_kindly_each_time(bond, cast):
    page = bond("chi", cast.ben)
    page.get_by_role("button", name="a parent, and somebody else").click()
    felt = page.locator("[data-part=felt]")
    expect(felt).to_contain_text("has hardly been studied")
    expect(felt).to_contain_text("There is no late.")
    felt.get_by_role("button", name="not yet").click()
    answer = page.locator("[data-felt]")
    expect(answer).to_contain_text("Not yet, you said. That is an answer like any other.")
    expect(felt).to_be_hidden()
    for week in range(1, 9):
        weeks_later(page, week)
        assert "When did you first feel it?" not in asks(page), "asked once"
        answer.get_by_role("button", name="It is different now").click()
        felt.get_by_role("button", name="not yet").click()
        expect(answer).to_contain_text(f"{BEGINS + timedelta(weeks=week):%-d %B 2026}")
        expect(page.locator("[data-part=door]")).to_be_hidden()
    page.locator("[data-add=stood_in_the_way] > summary").click()
    page.get_by_label("low mood").check(force=True)
    page.get_by_role("button", name="Write it down").click()
    expect(page.locator("[data-part=door]")).to_contain_text("nobody has to carry them alone")
    page.get_by_role("button", name="Let it go").locator("visible=true").or_(
        page.locator("[data-leaves=story] .leaf-more summary")
    ).first.click()
    page.get_by_role("button", name="Let it go").click()
    expect(page.locator("[data-part=door]")).to_be_hidden()
    page.get_by_text("What no longer stands in the way").click()
    expect(page.locator("[data-leaves=gone]")).to_contain_text("Low mood stood in the way, until")


def test_an_adoptive_mothers_story_begins_on_the_day_they_came_together(bond, cast):
    change(cast.ben, arrived=date(2026, 3, 9), name="Ben", pronoun="he")
    page = bond("chi", cast.ben)
    page.get_by_role("button", name="an adoptive or foster parent").click()
    page.locator("[data-add=beginning] > summary").click()
    offered = page.locator("[data-add=beginning] .choice:visible").all_inner_texts()
    assert offered == [
        "the first picture",
        "the day we met",
        "the first hold",
        "the day he came to us",
        "the first time at home",
        "another beginning",
    ]
    page.get_by_label("the day he came to us").check(force=True)
    page.get_by_label("Which day?").locator("visible=true").fill("2026-03-09")
    page.get_by_role("button", name="Keep it").locator("visible=true").click()
    began = page.locator("[data-leaves=beginnings]")
    expect(began).to_contain_text("The day he came")
    page.get_by_role("button", name="slowly").click()
    assert page.locator("[data-part=felt] .choice:visible").all_inner_texts() == [
        "before we met",
        "on the day we met",
        "in the first days",
        "in the first weeks",
        "later",
    ]
    page.get_by_label("in the first days").check(force=True)
    page.get_by_role("button", name="Keep it").locator("visible=true").click()
    expect(page.locator("[data-felt]")).to_contain_text("You felt it slowly, in the first days.")
    for week in range(5):
        weeks_later(page, week, hours=1)
        page.get_by_role("button", name="rather near" if week else "far away").click()
        expect(page.locator("[data-part=check_in]")).to_be_hidden()
        told = page.locator("[data-told]")
        expect(told).to_contain_text("A line appears" if week < 3 else "of your notes")
    expect(page.locator(".bond-line")).to_contain_text("the day he came to us")
    expect(page.locator(".bond-line .published")).to_have_count(0)


def test_an_answer_is_taken_out_and_put_back_and_without_one_it_is_asked_again(bond):
    page = bond()
    page.get_by_role("button", name="I would rather not say").click()
    page.get_by_role("button", name="not yet").click()
    answer, asked = page.locator("[data-felt]"), page.locator("[data-part=felt]")
    answer.get_by_role("button", name="Take it out").click()
    expect(asked).to_be_visible()
    page.get_by_role("button", name="Put it back").click()
    expect(answer).to_contain_text("Not yet, you said.")
    expect(asked).to_be_hidden()


def test_nothing_is_said_from_one_answer_and_the_question_comes_once_a_week(bond):
    page = bond()
    page.get_by_role("button", name="I would rather not say").click()
    page.get_by_role("button", name="I cannot tell").first.click()
    assert cut_short(page) == []
    page.get_by_role("button", name="in between").click()
    expect(page.locator("[data-told]")).to_contain_text("Until then nothing is read from them")
    expect(page.locator("[data-figure]")).to_be_hidden()
    weeks_later(page, 0, hours=24)
    assert asks(page) == ["How it has felt"]
    weeks_later(page, 1)
    page.get_by_role("button", name="not this week").click()
    weeks_later(page, 1, hours=24)
    assert asks(page) == ["How it has felt"]
    weeks_later(page, 2)
    page.get_by_role("button", name="Do not ask me this").click()
    weeks_later(page, 9)
    assert asks(page) == ["How it has felt"]


def test_the_question_of_the_day_is_tied_to_what_was_noted_and_off_in_one_tap(
    bond, cast, live_server
):
    page = bond()
    page.get_by_role("button", name="I would rather not say").click()
    expect(page.locator("[data-part=felt]")).to_be_visible()
    expect(page.locator("[data-part=prompt]")).to_be_hidden()
    page.goto(f"{live_server.url}/now/{cast.ada.pk}/")
    page.get_by_role("button", name="looks at me").click()
    page.goto(f"{live_server.url}/bond/{cast.ada.pk}/")
    prompt = page.locator("[data-prompt]")
    expect(prompt).to_contain_text("This morning she looked at you.")
    said = prompt.inner_text()
    page.reload()
    expect(prompt).to_have_text(said)
    page.get_by_role("button", name="Write a line").click()
    page.get_by_label("In your own words, or one word").fill("The light.")
    page.get_by_role("button", name="Keep it").locator("visible=true").click()
    expect(page.locator("[data-leaves=story] .leaf")).to_contain_text(["The light."])
    expect(page.locator("[data-leaves=story] .leaf")).to_contain_text([said])
    expect(page.locator("[data-part=prompt]")).to_be_hidden()
    page.get_by_text("What this page may ask").click()
    page.get_by_label("A question a day").uncheck()
    page.reload()
    page.get_by_text("What this page may ask").click()
    expect(page.get_by_label("A question a day")).not_to_be_checked()


def test_a_letter_is_hidden_until_its_day_and_can_be_opened_sooner(bond):
    page = bond()
    add(page, "letter", "Dear Ada, it rained.", Sealed_until="2026-05-01")
    leaf = page.locator("[data-leaves=story] .leaf")
    expect(leaf).to_contain_text("Sealed until 1 May 2026.")
    assert "it rained" not in page.content()
    weeks_later(page, 7)
    assert leaves(page) == ["Dear Ada, it rained."]
    weeks_later(page, 1)
    leaf.locator("summary").click()
    page.get_by_role("button", name="Open it now after all").click()
    expect(leaf.locator(".said")).to_have_text("Dear Ada, it rained.")


def test_a_memory_is_changed_taken_out_and_put_back(bond):
    page = bond()
    add(page, "delight", "She laughed.")
    page.locator(".leaf-more summary").click()
    page.get_by_role("button", name="Change it").click()
    page.locator(".leaf textarea").fill("She laughed out loud.")
    page.locator(".leaf button.go").click()
    expect(page.locator(".leaf .said")).to_have_text("She laughed out loud.")
    page.locator(".leaf-more summary").click()
    page.get_by_role("button", name="Take it out").locator("visible=true").click()
    expect(page.locator(".leaf")).to_have_count(0)
    page.get_by_role("button", name="Put it back").click()
    expect(page.locator(".leaf .said")).to_have_text("She laughed out loud.")


def test_a_photo_is_made_smaller_and_forgets_where_it_was_taken(bond, tmp_path):
    page = bond()
    picture = base64.b64decode(page.evaluate(SNAPPED))
    exif = b"Exif\x00\x00GPS 52.5 13.4 a made-up camera"
    marked = b"\xff\xd8\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + picture[2:]
    file = tmp_path / "photo.jpg"
    file.write_bytes(marked)
    page.evaluate(SEEN)
    page.locator("[data-add=delight] > summary").click()
    page.get_by_label("A photo").set_input_files(file)
    page.locator("[data-add=delight] button.go").click()
    expect(page.locator(".leaf img")).to_be_visible()
    kept = page.evaluate(READ)
    assert (kept["width"], kept["height"]) == (1280, 960)
    assert "GPS" not in kept["text"]
    assert "Exif" not in kept["text"]
    page.locator(".leaf-more summary").click()
    page.get_by_role("button", name="Change it").click()
    page.locator(".leaf textarea").fill("Only the words stay.")
    page.get_by_label("Leave out the photo that is there").check()
    page.locator(".leaf button.go").click()
    expect(page.locator(".leaf .said")).to_have_text("Only the words stay.")
    expect(page.locator(".leaf img")).to_have_count(0)


def test_a_file_that_is_no_photo_is_told_and_the_words_stay(bond, tmp_path):
    page = bond()
    (tmp_path / "photo.jpg").write_text("not a photo")
    page.locator("[data-add=delight] > summary").click()
    form = page.locator("[data-add=delight] form")
    form.get_by_label("What was it?").fill("A long story.")
    form.get_by_label("A photo").set_input_files(tmp_path / "photo.jpg")
    form.locator("button.go").click()
    expect(form.locator("[data-wrong]")).to_contain_text("Your words are still here.")
    expect(form.get_by_label("What was it?")).to_have_value("A long story.")


def test_what_this_phone_cannot_open_is_told_and_the_page_is_not_called_empty(bond):
    page = bond()
    page.get_by_role("button", name="I would rather not say").click()
    expect(page.locator("[data-empty]")).to_be_visible()
    page.evaluate(BROKEN)
    page.reload()
    expect(page.get_by_text("that this phone cannot open")).to_be_visible()
    expect(page.locator("[data-empty]")).to_be_hidden()


def test_without_a_signal_it_is_written_read_and_there_after_the_page_was_closed(bond):
    page = bond()
    page.reload()
    until(lambda: page.evaluate("Boolean(navigator.serviceWorker.controller)"))
    page.reload()
    expect(page.locator("[data-open]")).to_be_visible()
    page.context.set_offline(offline=True)
    add(page, "delight", "Written in the cellar.")
    assert leaves(page) == ["Written in the cellar."]
    address = page.url
    page.close()
    again = page.context.new_page()
    again.clock.set_fixed_time(BEGINS)
    again.goto(address)
    expect(again.locator("[data-open]")).to_be_visible()
    assert leaves(again) == ["Written in the cellar."]
    again.context.set_offline(offline=False)


def form_of_ten():
    """A made-up form of ten questions, keyed as the EPDS is; the wording is ours."""
    ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue"

    def option(place, weight):
        extension = [{"url": ordinal, "valueDecimal": weight}]
        return {"valueCoding": {"display": f"option {place}", "extension": extension}}

    items = [
        {
            "linkId": str(item),
            "type": "choice",
            "text": f"Question {item}",
            "answerOption": [
                option(place, place if item in {1, 2, 4} else 3 - place) for place in range(4)
            ],
        }
        for item in range(1, 11)
    ]
    return {
        "resourceType": "Questionnaire",
        "name": "EPDS",
        "title": "Ten questions",
        "item": items,
    }


def bring(page, file):
    content = json.dumps(file).encode()
    page.locator("input[type=file]").set_input_files(
        {"name": "form.json", "mimeType": "application/json", "buffer": content}
    )


@pytest.fixture
def questionnaires(bond):
    page = bond()
    page.get_by_text("What this page may ask").click()
    page.get_by_role("link", name="A questionnaire that you brought along").click()
    expect(page.locator("[data-part=bring]")).to_be_visible()
    return page


def test_an_answer_that_calls_for_help_is_answered_by_help_and_by_no_total(questionnaires):
    page = questionnaires
    bring(page, form_of_ten())
    page.get_by_role("button", name="Fill it in").click()
    group = page.get_by_role("group", name="Question 10")
    group.get_by_label("option 2").check(force=True)
    page.get_by_role("button", name="Done").click()
    page.wait_for_url("**/help/#living")
    expect(page.locator("#living")).to_be_visible()
    assert "can come out" not in page.content()


def test_help_comes_first_without_a_signal_too(questionnaires, cast, live_server):
    page = questionnaires
    bring(page, form_of_ten())
    expect(page.get_by_role("button", name="Fill it in")).to_be_visible()
    address = page.url
    open_phone(page, f"{live_server.url}/now/{cast.ada.pk}/")
    until(lambda: "/help/" in kept_pages(page))
    page.goto(address)
    page.context.set_offline(offline=True)
    page.get_by_role("button", name="Fill it in").click()
    page.get_by_role("group", name="Question 10").get_by_label("option 0").check(force=True)
    page.get_by_role("button", name="Done").click()
    expect(page.locator("#living")).to_be_visible()
    page.context.set_offline(offline=False)


def test_answers_are_told_in_words_and_the_number_only_to_who_opens_it(questionnaires):
    page = questionnaires
    bring(page, form_of_ten())
    page.get_by_role("button", name="Fill it in").click()
    for item in range(1, 11):
        group = page.get_by_role("group", name=f"Question {item}", exact=True)
        group.get_by_label("option 3").check(force=True)
    page.get_by_role("button", name="Done").click()
    leaf = page.locator("[data-earlier] .leaf")
    expect(leaf).to_contain_text("EPDS")
    expect(leaf.get_by_text("9, where 0 to 30 can come out.")).to_be_hidden()
    leaf.get_by_text("What it came to").click()
    expect(leaf.get_by_text("9, where 0 to 30 can come out.")).to_be_visible()


def test_a_form_that_counts_otherwise_is_refused_with_its_question(questionnaires):
    page, file = questionnaires, form_of_ten()
    file["item"][2]["answerOption"].reverse()
    bring(page, file)
    expect(page.get_by_role("alert").locator("visible=true")).to_contain_text(
        "The options of question 3 count otherwise"
    )
    bring(page, {"resourceType": "Patient"})
    expect(page.get_by_role("alert").locator("visible=true")).to_contain_text("something else")


@pytest.mark.parametrize("mode", ["quiet", "loss"])
def test_in_quiet_and_in_loss_what_was_kept_is_there_and_nothing_is_asked(
    bond, cast, live_server, mode
):
    page = bond()
    page.get_by_role("button", name="I would rather not say").click()
    page.get_by_role("button", name="rather near").click()
    add(page, "delight", "She slept on my arm.")
    page.goto(f"{live_server.url}/now/{cast.ada.pk}/")
    page.get_by_role("button", name="looks at me").click()
    if mode == "loss":
        change(cast.ada, lost=now())
    else:
        change(cast.kim, quiet=True)
    page.clock.set_fixed_time(BEGINS + timedelta(weeks=3))
    page.goto(f"{live_server.url}/bond/{cast.ada.pk}/")
    expect(page.locator("[data-open]")).to_be_visible()
    assert asks(page) == ["How it has felt"]
    assert leaves(page) == ["She slept on my arm."]
    add(page, "delight", "Her hat is on the shelf.")
    expect(page.locator("[data-leaves=story] .leaf")).to_have_count(2)
    assert leaves(page) == ["Her hat is on the shelf.", "She slept on my arm."]


@pytest.fixture
def full(bond):
    """Return a page on which everything stands that can."""
    page = bond()
    for week in range(6):
        weeks_later(page, week)
        if not week:
            page.get_by_role("button", name="I carried her").click()
        page.get_by_role("button", name="rather near" if week > 2 else "far away").click()
        expect(page.locator("[data-part=check_in]")).to_be_hidden()
    add(page, "letter", "Dear Ada, it rained.", Sealed_until="2044-05-01")
    add(page, "delight", "She laughed, and I laughed, and then the kettle whistled.")
    weeks_later(page, 7)
    page.locator(".leaf-more summary").first.click()
    page.locator("details.fold > summary").locator("visible=true").first.wait_for()
    for fold in page.locator("details.fold > summary:visible").all():
        fold.click()
    return page


@pytest.mark.parametrize("light", ["light", "dark"])
def test_axe_finds_nothing_where_everything_stands_and_is_open(full, light):
    full.emulate_media(color_scheme=light)
    assert axe(full) == []
    assert too_small_to_touch(full) == []


def test_in_type_of_twice_the_size_on_a_small_phone_nothing_is_cut_or_sticks_out(full):
    full.set_viewport_size({"width": 320, "height": 640})
    full.evaluate("document.documentElement.style.fontSize = '200%'")
    assert wider_than_the_screen(full) + cut_short(full) == []


@pytest.fixture
def keeps_nothing(browser, sign_in, cast, live_server):
    """Return a page in a browser that keeps nothing for a page, as in some private windows."""
    context = browser.new_context()
    context.add_init_script(
        "indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };"
    )
    page = sign_in(context.new_page(), "kim")
    page.goto(f"{live_server.url}/bond/{cast.ada.pk}/")
    yield page
    context.close()


def test_a_browser_that_keeps_nothing_is_told_so_kindly(keeps_nothing):
    shut = keeps_nothing.locator("[data-gate=shut]")
    expect(shut).to_contain_text("what you wrote there is as you left it")
    expect(keeps_nothing.locator("[data-gate]:visible")).to_have_count(1)


@pytest.fixture
def without_script(browser, sign_in, cast, live_server):
    context = browser.new_context(java_script_enabled=False)
    page = sign_in(context.new_page(), "kim")
    page.goto(f"{live_server.url}/bond/{cast.ada.pk}/")
    yield page
    context.close()


def test_without_javascript_the_page_says_kindly_why_it_stays_shut(without_script):
    says = without_script.locator("noscript").inner_text()
    assert says.startswith("This page opens on the phone itself.")
    assert without_script.locator(f"noscript a[href='{reverse('help')}']").is_visible()
    assert without_script.locator(".bond-open").is_hidden()


def test_what_is_being_written_is_there_after_the_phone_was_put_down_and_gone_once_kept(bond):
    page = bond()
    page.locator("[data-add=letter] > summary").click()
    page.get_by_label("Dear Ada,").fill("I meant to say")
    page.evaluate(
        """() => {
          Object.defineProperty(document, "hidden", { value: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    until(lambda: page.evaluate(RECORDS) == 1)
    page.reload()
    expect(page.locator("[data-open]")).to_be_visible()
    assert leaves(page) == []
    page.locator("[data-add=letter] > summary").click()
    expect(page.get_by_label("Dear Ada,")).to_have_value("I meant to say")
    page.get_by_label("Dear Ada,").fill("I meant to say: hello.")
    page.get_by_role("button", name="Keep the letter").click()
    expect(page.locator("[data-leaves=story] .said")).to_have_text("I meant to say: hello.")
    page.reload()
    page.locator("[data-add=letter] > summary").click()
    expect(page.get_by_label("Dear Ada,")).to_have_value("")
