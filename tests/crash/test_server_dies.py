"""The server is killed in the middle, its disk is full, the line is bad: no tap is lost."""

import random
import resource
import shutil
import subprocess
import threading
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.crash.phones import Phone
from tests.crash.proxy import bad_line
from tests.crash.served import Served

WORDS = ("cry", "fuss", "coo", "gaze", "smile")
PLANS = ("through", "through", "drop", "late", "double", "lose the answer", "500", "401")
KILLS = 3
MOUNT, UMOUNT = (shutil.which(name) or name for name in ("mount", "umount"))


@pytest.fixture
def phone_at(server):
    """Return how to bring a phone up that asks at an address."""
    phones = []

    def bring_up(url):
        phone = Phone(url, server.cookies)
        phones.append(phone)
        phone.sit(server.home["seat"], server.home["family"])
        return phone

    yield bring_up
    for phone in phones:
        phone.__exit__()


def tap(phone, server, count):
    """Tap that often; returns the edits that the phone made."""
    said = {"child": server.home["child"], "kind": "signal", "zone": "Europe/Berlin"}
    chance = random.Random(count)
    made = []
    for _ in range(count):
        if made and chance.random() < 0.2:
            made.append(phone.change({"id": chance.choice(made)["id"], "text": "Half asleep."}))
        else:
            made.append(phone.note(said | {"word": chance.choice(WORDS)}))
    return [moment["edit"] for moment in made]


def assert_all_arrived(server, edits):
    """What was tapped is what is kept, each once and none besides."""
    assert sorted(row["edit"] for row in server.edits()) == sorted(edits)


def test_a_server_that_is_killed_in_the_middle_of_batches_has_all_of_it_in_the_end(
    server, phone_at
):
    server.start()
    phone, chance = phone_at(server.url), random.Random(1)
    edits = []
    for _ in range(KILLS):
        edits += tap(phone, server, 120)
        kept_before = {row["edit"] for row in server.edits()}
        delivering = phone.begin("deliver")
        time.sleep(chance.uniform(0, 0.25))
        server.kill()
        phone.result(delivering)
        waits = {moment["edit"] for moment in phone.waiting()}
        server.start()
        kept = {row["edit"] for row in server.edits()}
        # What the phone was told is kept is kept, and what it has let go of is there.
        assert kept_before <= kept
        assert set(edits) - waits <= kept
    phone.deliver_all()
    assert_all_arrived(server, edits)


@pytest.mark.parametrize("seed_of_chance", [1, 2])
def test_on_a_line_that_drops_delays_doubles_and_reorders_all_arrives_once(
    server, phone_at, seed_of_chance
):
    server.start()
    chance = random.Random(seed_of_chance)
    with bad_line(server.port, lambda: chance.choice(PLANS)) as line:
        phones = [phone_at(line), phone_at(line)]
        edits = [edit for phone in phones for edit in tap(phone, server, 70)]
        for phone in phones:
            phone.deliver_all()
    assert_all_arrived(server, edits)


def test_two_phones_that_send_the_same_at_once_through_a_late_line_make_no_double(server, phone_at):
    server.start()
    plans = iter(["through", "through", "through", "late", "double", "double"])
    with bad_line(server.port, lambda: next(plans, "through")) as line:
        phones = [phone_at(line), phone_at(line)]
        edits = [edit for phone in phones for edit in tap(phone, server, 30)]
        sending = [phone.begin("deliver") for phone in phones]
        for phone, number in zip(phones, sending, strict=True):
            phone.result(number)
            phone.deliver_all()
    assert_all_arrived(server, edits)


def test_a_server_that_may_write_no_more_takes_it_all_when_it_may_again(server, phone_at):
    database = next(server.folder.glob("*.sqlite3*"))
    room = database.stat().st_size + 64 * 1024

    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    server.start(preexec_fn=little_room)
    phone = phone_at(server.url)
    edits = tap(phone, server, 400)
    phone.deliver()
    waits = len(phone.waiting())
    assert 0 < waits <= 400
    assert phone.refused() == []
    server.kill()
    server.start()
    phone.deliver_all()
    assert_all_arrived(server, edits)


@pytest.fixture
def little_disk(tmp_path):
    """Return a disk of its own, of a few megabytes."""
    folder = tmp_path / "little"
    folder.mkdir()
    mounted = subprocess.run(
        [MOUNT, "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("This machine lets nobody mount a disk; a limit on files is tried besides.")
    yield folder
    subprocess.run([UMOUNT, "--lazy", str(folder)], check=True)


def test_a_disk_that_is_full_loses_nothing_and_takes_it_all_once_there_is_room(
    seed, little_disk, phone_at, server
):
    small = Served(seed[0], little_disk / "data", seed[1])
    ballast = little_disk / "ballast"
    small.start()
    try:
        free = shutil.disk_usage(little_disk).free
        ballast.write_bytes(b"\0" * (free - 96 * 1024))
        phone = phone_at(small.url)
        edits = tap(phone, small, 300)
        phone.deliver()
        assert phone.waiting() != []
        assert phone.refused() == []
        kept = {row["edit"] for row in small.edits()}
        assert kept.isdisjoint(moment["edit"] for moment in phone.waiting())
        ballast.unlink()
        phone.deliver_all()
        assert_all_arrived(small, edits)
    finally:
        small.kill()
    assert server.process is None


def test_two_hundred_taps_over_the_night_when_the_clocks_go_back_stay_in_their_order(
    server, phone_at
):
    server.start()
    phone = phone_at(server.url)
    first = datetime(2026, 10, 24, 23, 0, tzinfo=UTC)
    instants = [first + timedelta(minutes=n) for n in range(200)]
    shown = {f"{at.astimezone(ZoneInfo('Europe/Berlin')):%H:%M}" for at in instants}
    assert len(shown) == 140  # an hour of them was shown twice
    said = {"child": server.home["child"], "kind": "signal", "zone": "Europe/Berlin"}
    edits = [phone.note(said | {"word": "cry", "at": at.isoformat()})["edit"] for at in instants]
    phone.deliver_all()
    assert_all_arrived(server, edits)
    kept = [datetime.fromisoformat(row["at"]) for row in server.edits()]
    assert kept == instants


def test_while_it_is_killed_and_started_again_and_again_somebody_goes_on_tapping(server, phone_at):
    server.start()
    phone, edits, chance = phone_at(server.url), [], random.Random(5)
    stop = threading.Event()

    def die_and_rise():
        while not stop.wait(chance.uniform(0.1, 0.6)):
            server.kill()
            server.start()

    fate = threading.Thread(target=die_and_rise)
    fate.start()
    try:
        for _ in range(15):
            edits += tap(phone, server, 6)
            phone.deliver()
    finally:
        stop.set()
        fate.join()
    phone.deliver_all()
    assert_all_arrived(server, edits)
