"""What Now, Day and one tap cost, with 1,000 and with 100,000 moments; what the phone has to load.

Prints two tables. CPU time of the server's own process, so that others on this machine do not
count; the database is a file and waits for the disk, as a family's does.
"""

import gzip
import json
import os
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

SIZES = (1_000, 100_000)
APART = timedelta(minutes=48)  # thirty a day, which is 11,000 a year
EVENING = ("signal/cry", "response/hug", "settling/settled", "care/sleep", "care/nappy")
WARM, TIMES = 5, 40
BATCH = 5_000
ASSET = re.compile(rb'(?<!apple-touch-icon" )(?:href|src)="(/static/[^"#]+)')
FONT = re.compile(r"url\(([^)]+\.woff2)\)")


def main() -> None:
    """Set a server up in a folder that goes, measure, and print."""
    with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as folder:
        set_up(folder)
        families = {size: a_family(size) for size in SIZES}
        costs = Table("CPU ms, the middle of 40", *(f"{size:,}" for size in SIZES), "ratio")
        for what, work in WORKS.items():
            small, large = (cost(work, *family) for family in families.values())
            costs.add_row(what, f"{small:.1f}", f"{large:.1f}", f"{large / small:.2f}")
        Console().print(costs)
        Console().print(weights(*families[SIZES[0]]))


def set_up(folder: str) -> None:
    """Be a server with an empty database."""
    os.environ |= {"HOLDFAST_DATA": folder, "HOLDFAST_SERVING": "1"}
    from holdfast.cli.serve import collect_static, open_house  # noqa: PLC0415 -- after the folder

    open_house()
    collect_static()


def a_family(size: int) -> tuple[Any, Any]:
    """Write a family down whose log ends now. Returns a signed-in client and the child."""
    from django.test import Client  # noqa: PLC0415 -- needs the settings

    from holdfast.web.actions import keep_moments, make_setup_link, start_family  # noqa: PLC0415 -- as above
    from holdfast.web.actions.starting import NewChild, NewPerson  # noqa: PLC0415 -- as above

    started = start_family(
        token=make_setup_link(),
        person=NewPerson(username=f"kim{size}", password="paper-boat-1948", name="Kim", called=""),  # noqa: S106 -- goes with the folder
        children=[NewChild(name="Ada", born=date(2017, 1, 1))],
        zone="Europe/Berlin",
    )
    child = started.children[0]
    log = list(moments(str(child.pk), size))
    for start in range(0, size, BATCH):
        keep_moments(child=child, by=started.caregiver, moments=log[start : start + BATCH])
    client = Client(SERVER_NAME="localhost")
    client.force_login(started.user)
    return client, child


def moments(child: str, size: int) -> Iterator[Any]:
    """Make up evenings, one after another, up to a minute ago."""
    from holdfast.web.ids import new_id  # noqa: PLC0415 -- needs the settings
    from holdfast.words import Kind, Moment  # noqa: PLC0415 -- as above

    end = datetime.now(UTC) - timedelta(minutes=1)
    for number in range(size):
        kind, word = EVENING[number % len(EVENING)].split("/")
        at = end - (size - number) * APART
        until = at + timedelta(minutes=30) if word == "sleep" else None
        yield Moment(
            id=str(new_id()),
            child=child,
            kind=Kind(kind),
            word=word,
            at=at,
            until=until,
            zone="UTC",
        )


def now(client: Any, child: Any) -> Any:  # noqa: ANN401 -- Django's
    """Open Now."""
    return client.get(f"/now/{child.pk}/")


def day(client: Any, child: Any) -> Any:  # noqa: ANN401 -- Django's
    """Open yesterday, a full day of thirty."""
    return client.get(f"/day/{child.pk}/{date.today() - timedelta(days=1)}/")  # noqa: DTZ011 -- any day will do


def letter(client: Any, child: Any) -> Any:  # noqa: ANN401 -- Django's
    """Open what happened in the last day, for who was away."""
    return client.get(f"/letter/{child.pk}/away/?hours=24")


def grow(client: Any, child: Any) -> Any:  # noqa: ANN401 -- Django's
    """Open Grow again: what is told from the log is kept until somebody writes."""
    return client.get(f"/grow/{child.pk}/?at=smiles")


def signal(client: Any, child: Any) -> Any:  # noqa: ANN401 -- Django's
    """Open what a cry may be telling, as if somebody had written since."""
    from holdfast.web.places.grow import signal as place  # noqa: PLC0415 -- needs the settings

    place.told.cache_clear()
    return client.get(f"/grow/{child.pk}/signal/cry/")


def grown(client: Any, child: Any) -> Any:  # noqa: ANN401 -- Django's
    """Open Grow, as if somebody had written since."""
    from holdfast.web.places.grow import ages as place  # noqa: PLC0415 -- needs the settings

    place.told.cache_clear()
    return client.get(f"/grow/{child.pk}/")


def tap(client: Any, child: Any) -> Any:  # noqa: ANN401 -- Django's
    """Tap a signal on the page: the form comes in, the way back to the page goes out."""
    from holdfast.web.ids import new_id  # noqa: PLC0415 -- needs the settings

    sent = {"tap": f"signal/gaze/{new_id()}"}
    return client.post(f"/now/{child.pk}/tap/", sent, headers={"HX-Request": "true"})


def phone(client: Any, child: Any) -> Any:  # noqa: ANN401 -- Django's
    """Send a tap from the phone's outbox."""
    from holdfast.web.ids import new_id  # noqa: PLC0415 -- needs the settings

    one = {
        "id": str(new_id()),
        "child": str(child.pk),
        "kind": "signal",
        "word": "smile",
        "at": datetime.now(UTC).isoformat(),
        "zone": "UTC",
    }
    sent = json.dumps({"moments": [one]})
    return client.post("/api/moments", sent, "application/json")


def asked(client: Any, child: Any) -> Any:  # noqa: ANN401 -- Django's
    """Open Now while an exchange runs, as if nobody had asked yet what may help."""
    from holdfast.web.access import within  # noqa: PLC0415 -- needs the settings
    from holdfast.web.models import Suggested  # noqa: PLC0415 -- as above

    with within(family=child.family_id):
        Suggested.objects.all().delete()
    return now(client, child)


WORKS: dict[str, Callable[[Any, Any], Any]] = {
    "Now": now,
    "Day, thirty moments": day,
    "While you were away": letter,
    "Grow, somebody wrote": grown,
    "Grow, again": grow,
    "What a cry may be telling": signal,
    "one tap on the page": tap,
    "one tap through the API": phone,
    "Now, an exchange runs": now,
    "Now, asked what may help": asked,
}


def cost(work: Callable[[Any, Any], Any], client: Any, child: Any) -> float:  # noqa: ANN401 -- Django's
    """Return the CPU milliseconds that a request takes, once all is warm."""
    spent = []
    for number in range(WARM + TIMES):
        begun = time.process_time()
        reply = work(client, child)
        spent.append(1000 * (time.process_time() - begun))
        empty = number == 0 and reply.status_code == HTTPStatus.OK and not reply.content
        if reply.status_code not in {HTTPStatus.OK, HTTPStatus.FOUND} or empty:
            raise SystemExit(f"{work.__name__} answered {reply.status_code}: {reply.content[:400]}")
    return statistics.median(spent[WARM:])


def weights(client: Any, child: Any) -> Table:  # noqa: ANN401 -- Django's
    """Return what a phone loads on its first visit of Now, as it travels."""
    from django.conf import settings  # noqa: PLC0415 -- needs the settings

    page = now(client, child)
    names = [match.decode().removeprefix("/static/") for match in ASSET.findall(page.content)]
    root = Path(settings.STATIC_ROOT)
    fonts = [
        str((root / name).parent.relative_to(root) / font)
        for name in names
        if name.endswith(".css")
        for font in FONT.findall((root / name).read_text())
    ]
    files = [("the page", len(page.content), len(gzip.compress(page.content, 6)))]
    files += [on_disk(root, name) for name in dict.fromkeys([*names, *fonts])]
    table = Table("first visit of Now", "bytes", "as it travels")
    for name, size, sent in files:
        table.add_row(name, f"{size:,}", f"{sent:,}")
    size, sent = (sum(column) for column in list(zip(*files, strict=True))[1:])
    table.add_row(f"{len(files)} requests", f"{size:,}", f"{sent:,}")
    return table


def on_disk(root: Path, name: str) -> tuple[str, int, int]:
    """Return a file's name, its size, and its size where it is kept compressed as well."""
    plain, packed = root / name, root / f"{name}.gz"
    size = plain.stat().st_size
    return name, size, packed.stat().st_size if packed.exists() else size


if __name__ == "__main__":
    main()
