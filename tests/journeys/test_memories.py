"""A memory is kept on a phone; a sentence of fact opens by thumb, by keyboard, without a script."""

import base64

import pytest
from django.urls import reverse

from holdfast.web.access import within
from holdfast.web.models import Photo
from tests.formats.pictures import PLACE, exif
from tests.journeys.looking import axe, wider_than_the_screen

DRAWN = """() => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 2400, height: 1600 });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#b5653a";
  pen.fillRect(0, 0, 2400, 1600);
  return canvas.toDataURL("image/jpeg").split(",")[1];
}"""


@pytest.fixture
def taken(page, live_server, tmp_path):
    """Return a photo as a camera writes it: large, and with its place."""
    page.goto(f"{live_server.url}{reverse('evidence')}")
    data = base64.b64decode(page.evaluate(DRAWN))
    file = tmp_path / "taken.jpg"
    file.write_bytes(data[:2] + exif(1) + data[2:] + PLACE)
    return file


def test_a_memory_is_kept_with_a_photo_that_the_phone_made_smaller(
    page, live_server, sign_in, cast, taken
):
    sign_in(page, "kim")
    page.goto(f"{live_server.url}{reverse('memories', args=[cast.ada.pk])}")
    page.get_by_role("link", name="Keep a memory").click()
    page.get_by_label("What it was").select_option("first_laugh")
    page.get_by_label("about that week").check()
    page.get_by_label("In your own words").fill("At the window.")
    page.get_by_label("A photo", exact=True).set_input_files(taken)
    page.locator("#chosen:not([hidden])").wait_for()
    assert axe(page) == []
    page.get_by_role("button", name="Keep it").click()
    shown = page.get_by_role("img", name="First laugh")
    shown.wait_for()
    assert shown.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1280
    assert axe(page) == []
    assert not wider_than_the_screen(page)
    with within(family=cast.family.pk):
        (photo,) = Photo.objects.all()
    assert PLACE not in bytes(photo.content)
    assert (photo.width, photo.height) == (1280, 853)


def test_a_memory_is_changed_taken_out_and_put_back(page, live_server, sign_in, cast):
    sign_in(page, "kim")
    page.goto(f"{live_server.url}{reverse('memory_new', args=[cast.ada.pk])}?word=rolls")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("link", name="Rolled over").click()
    page.get_by_text("Change it").click()
    page.get_by_label("In your own words").fill("All the way.")
    page.get_by_role("button", name="Keep the change").click()
    page.get_by_text("All the way.").first.wait_for()
    page.get_by_text("Change it").click()
    page.get_by_role("button", name="Take the memory out").click()
    page.get_by_role("button", name="Put it back").click()
    page.get_by_text("Change it").wait_for()


def test_a_sentence_of_fact_opens_by_keyboard_and_without_a_script(browser, live_server, sign_in):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, "kim")
    page.goto(f"{live_server.url}{reverse('sandbox')}")
    fact = page.locator("details.known").first
    fact.locator("summary").focus()
    assert not fact.get_by_text("What would change our mind").is_visible()
    page.keyboard.press("Enter")
    assert fact.get_by_text("What would change our mind").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/evidence/#*")
    name = page.url.rpartition("#")[2]
    assert page.locator(f"[id='{name}']").is_visible()
    context.close()


def test_on_paper_a_closed_sentence_shows_its_source(page, live_server, sign_in):
    sign_in(page, "kim")
    page.goto(f"{live_server.url}{reverse('sandbox')}")
    source = page.locator("details.known .printed").first
    assert not source.is_visible()
    page.emulate_media(media="print")
    assert source.is_visible()


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_of_all_that_we_say_is_sound_for_who_is_not_signed_in(
    page, live_server, light, width
):
    page.emulate_media(color_scheme=light)
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{live_server.url}{reverse('evidence')}")
    assert axe(page) == []
    assert not wider_than_the_screen(page)
