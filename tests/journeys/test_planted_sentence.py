"""A sentence is planted in a journal, through a real browser and a real server; then it is looked
for wherever somebody else could: in what left the phone, in the database and what lies beside it,
in a backup, in the logs, in the partner's export, in what the partner's phone was told.
"""

import base64
import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.serving import free_port, run, served, surroundings, wait_for

SENTENCE = "The porridge burnt and I could not feel it yet"
OPEN = "She laughed at the kettle"  # a note of the family's log: in the clear, as all of the log
IDENTITY = re.compile(rb"AGE-SECRET-KEY-1[A-Z0-9]{50}")
PHRASE = "three quiet herons"
FAMILY = """
import sys, django
sys.argv[1:] = []
from django.core.management import call_command
django.setup()
call_command("migrate", verbosity=0)
from holdfast.web.access import Role, within
from holdfast.web.actions import NewChild, NewPerson, make_setup_link, start_family
from holdfast.web.actions.starting import open_account
from holdfast.web.models import Caregiver
started = start_family(
    token=make_setup_link(),
    person=NewPerson(username="kim", password="three quiet herons", name="Kim"),
    children=[NewChild(name="Ada")],
)
noor = open_account(username="noor", password="three quiet herons")
with within(family=started.family.pk):
    Caregiver.objects.create(family=started.family, user=noor, name="Noor", role=Role.PARENT)
print(started.children[0].pk)
"""


class Ear:
    """All that goes out of a browser, and all that comes in."""

    def __init__(self, page):
        self.out, self.into = [], []
        page.on("request", lambda request: self.out.append(request.post_data_buffer or b""))
        page.on("response", self.came)

    def came(self, answer):
        try:
            self.into.append(answer.body())
        except Exception:  # noqa: BLE001 -- a redirect has no body, and a page may be gone already
            self.into.append(b"")


def spellings(text):
    """Return a text as bytes in each way in which it could lie somewhere: as it is, as base64."""
    plain = text.encode()
    yield plain
    yield plain.decode().encode("utf-16-le")
    yield plain.hex().encode()
    for shift in range(3):
        padded = base64.b64encode(bytes(shift) + plain)
        yield padded[4 if shift else 0 : -4]


def holds(content, text):
    return any(spelling in content for spelling in spellings(text))


def on_disk(folder):
    """Return every file of the server's folder, each with its bytes."""
    return {str(path): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def where(files, text):
    return sorted(Path(name).name for name, content in files.items() if holds(content, text))


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def founded(tmp_path):
    """Found a family of two mothers in a folder of its own; return the folder and the child."""
    folder = tmp_path / "data"
    folder.mkdir()
    env = surroundings(folder) | {"DJANGO_SETTINGS_MODULE": "holdfast.web.settings"}
    made = [sys.executable, "-c", FAMILY]
    child = subprocess.run(made, env=env, capture_output=True, text=True, check=True).stdout
    return folder, child.strip()


@pytest.fixture
def house(founded, tmp_path):
    """Serve it; yield its address, folder, log and the child."""
    (folder, child), port = founded, free_port()
    log = tmp_path / "log"
    with log.open("w") as file, served(folder, port, log=file):
        yield there(port), folder, log, child


def there(port):
    """Wait until a server answers; return its address."""
    wait_for(f"http://127.0.0.1:{port}/account/login/")
    return f"http://127.0.0.1:{port}"


@pytest.fixture
def phone(browser, browser_context_args):
    """Return how a phone is made, each with its own memory and an ear at it."""
    contexts = []

    def new():
        context = browser.new_context(**browser_context_args, accept_downloads=True)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        return page, Ear(page)

    yield new
    for context in contexts:
        context.close()


def sign_in(page, url, name):
    page.goto(f"{url}/account/login/")
    page.locator("[name=login]").fill(name)
    page.locator("[name=password]").fill(PHRASE)
    page.locator("main form button").first.click()
    page.wait_for_url("**/now/**")


def begin(page, url, child):
    """Begin a journal; return its six words."""
    page.goto(f"{url}/bond/{child}/journal/")
    page.locator("[data-do=draw]").click()
    expect(page.locator("[data-words] li")).to_have_count(6)
    words = page.locator("[data-words] li").all_inner_texts()
    page.locator("[data-do=ask]").click()
    for field in page.locator("[data-asked]:not([hidden])").all():
        field.locator("input").fill(words[int(field.get_attribute("data-asked"))])
    page.locator("[data-step=asked] .go").click()
    page.wait_for_url(f"**/bond/{child}/")
    return words


def write(page, text):
    """Write down what made one glad, and wait until the server has it."""
    drawer = page.locator('[data-add="delight"]')
    drawer.locator("summary").click()
    drawer.locator("textarea").first.fill(text)
    with page.expect_response("**/records") as sent:
        drawer.locator("form button.go").click()
    assert sent.value.json()["kept"]


def note(page, url, child, text):
    """Write a note into the family's log, which is for everybody in it."""
    page.goto(f"{url}/day/{child}/")
    page.evaluate(
        """async ([child, text]) => {
          const id = crypto.randomUUID();
          const csrf = /csrftoken=([^;]+)/.exec(document.cookie)[1];
          const at = new Date().toISOString();
          const moment = { id, child, kind: "note", at, zone: "UTC", text };
          await fetch("/api/moments", {
            method: "POST",
            headers: { "Content-Type": "application/json", "X-CSRFToken": csrf },
            body: JSON.stringify({ moments: [moment] }),
          });
        }""",
        [child, text],
    )


def export_of(page, url, path="/family/export/"):
    answer = page.request.get(f"{url}{path}")
    assert answer.status == 200
    return answer.body()


def test_a_sentence_in_a_journal_is_found_nowhere_else(house, phone, tmp_path):
    url, folder, log, child = house
    kim, kims = phone()
    sign_in(kim, url, "kim")
    words = begin(kim, url, child)
    write(kim, SENTENCE)
    expect(kim.get_by_text(SENTENCE)).to_be_visible()
    note(kim, url, child, OPEN)

    noor, noors = phone()
    sign_in(noor, url, "noor")
    for path in ("now", "day", "patterns", "bond"):
        noor.goto(f"{url}/{path}/{child}/")
    noor.goto(f"{url}/bond/{child}/journal/")
    expect(noor.locator("[data-do=draw]")).to_be_visible()  # a journal of her own, if she likes
    seat = kim.evaluate("document.body.dataset.seat")
    assert noor.request.get(f"{url}/api/journal/{seat}").status == 404
    assert noor.request.get(f"{url}/bond/journal/{seat}/").status == 404

    backup = tmp_path / "copy.sqlite3"
    run(folder, "backup", backup)
    files = on_disk(folder) | {"backup": backup.read_bytes(), "log": log.read_bytes()}
    export = unpacked(export_of(noor, url))
    mine = unpacked(export_of(kim, url))
    everywhere = {
        **files,
        **{f"noor's {name}": content for name, content in export.items()},
        **{f"kim's {name}": content for name, content in mine.items()},
        "what left Kim's phone": b"\n".join(kims.out),
        "what came to Kim's phone": b"\n".join(kims.into),
        "what came to Noor's phone": b"\n".join(noors.into),
    }
    # The search would find it: what is in the clear, it finds.
    assert "backup" in where(files, OPEN)
    assert where(export, OPEN)
    assert where(everywhere, SENTENCE) == []
    assert [name for name, content in everywhere.items() if IDENTITY.search(content)] == []
    assert where(everywhere, " ".join(words)) == []
    assert not any(name.startswith("journal/") for name in export)
    assert [name for name in mine if re.fullmatch(r"journal/.{36}\.age", name)]

    # And whoever has the export and the words can read it, without phone and server.
    zipped = tmp_path / "kim.zip"
    zipped.write_bytes(export_of(kim, url, f"/bond/journal/{seat}/"))
    out = tmp_path / "open"
    told = run(
        tmp_path / "nowhere", "journal", "open", zipped, "-o", out, "--words", " ".join(words)
    )
    assert told.startswith("1 entry and 0 photos: they are in")
    assert SENTENCE in (out / "journal.md").read_text()


def test_what_is_shared_lies_in_the_clear_until_it_is_taken_back(house, phone):
    url, folder, _log, child = house
    kim, _ear = phone()
    sign_in(kim, url, "kim")
    begin(kim, url, child)
    write(kim, SENTENCE)
    ask = """async ([path, body]) => {
      const csrf = /csrftoken=([^;]+)/.exec(document.cookie)[1];
      const { seat } = document.body.dataset;
      const answer = await fetch(`/api/journal/${seat}${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": csrf },
        body: JSON.stringify(body),
      });
      return answer.status;
    }"""
    entry = "0199a000-0000-7000-8000-000000000001"
    shared = {"entry": entry, "child": child, "to": "all", "said": {"text": SENTENCE}}
    assert kim.evaluate(ask, ["/shared", shared]) == 200
    assert where(on_disk(folder), SENTENCE)
    noor, _ear = phone()
    sign_in(noor, url, "noor")
    assert holds(unpacked(export_of(noor, url))["journal/shared.json"], SENTENCE)
    assert kim.evaluate(ask, ["/shared/end", {"entry": entry}]) == 200
    assert where(on_disk(folder), SENTENCE) == []
    assert where(unpacked(export_of(noor, url)), SENTENCE) == []


def test_a_server_put_back_from_a_copy_gets_from_the_phone_what_it_lost(founded, phone, tmp_path):
    """A backup, one more entry, a broken disk, the backup put back: the entry is there again."""
    (folder, child), port = founded, free_port()
    copy, later = tmp_path / "copy.sqlite3", "Written after the copy was made"
    kim, _ear = phone()
    with served(folder, port):
        url = there(port)
        sign_in(kim, url, "kim")
        words = begin(kim, url, child)
        write(kim, SENTENCE)
        run(folder, "backup", copy)
        write(kim, later)
    for path in folder.glob("holdfast.sqlite3*"):
        path.unlink()
    copy.rename(folder / "holdfast.sqlite3")
    with served(folder, port):
        with kim.expect_response("**/records") as sent:
            kim.goto(f"{there(port)}/bond/{child}/")
        assert len(sent.value.json()["kept"]) > 0
        other, _ear = phone()
        sign_in(other, url, "kim")
        other.goto(f"{url}/bond/{child}/journal/")
        other.get_by_role("textbox").fill(" ".join(words))
        other.locator("[data-unlock] .go").click()
        other.wait_for_url(f"**/bond/{child}/")
        for text in (SENTENCE, later):
            expect(other.get_by_text(text)).to_be_visible()
