"""What Patterns costs, with 1,000 and with 100,000 moments: from nothing, after a write, again.

Prints a table. CPU time of the server's own process, so that others on this machine do not count;
the database is a file and waits for the disk, as a family's does.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

    from holdfast.web.actions.starting import Started
    from holdfast.web.models import Caregiver, Child, Family
    from holdfast.words import Moment

SIZES = (1_000, 100_000)
APART = timedelta(minutes=48)  # thirty a day, which is 11,000 a year
EVENING = (
    ("signal", "cry"),
    ("response", "hug"),
    ("settling", "settled"),
    ("care", "feed"),
    ("signal", "gaze"),
    ("response", "smile"),
    ("exploring", "off"),
    ("exploring", "return"),
)
BATCH, TIMES = 5_000, 15


def main() -> None:
    """Set a server up in a folder that goes, measure, and print."""
    with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as folder:
        set_up(folder)
        table = Table(
            "Moments",
            "Months",
            "From nothing",
            "After a write",
            "Again",
            "Another worker",
            "Bytes",
            title="Patterns, CPU ms (the middle of 15; from nothing once)",
        )
        for size in SIZES:
            table.add_row(f"{size:,}", *measured(size))
        Console().print(table)


def set_up(folder: str) -> None:
    """Be a server with an empty database."""
    os.environ["HOLDFAST_DATA"] = folder
    from holdfast.cli.serve import open_house  # noqa: PLC0415 -- after the folder

    open_house()


def measured(size: int) -> list[str]:
    """Measure one family."""
    from holdfast.web.places.patterns import views  # noqa: PLC0415 -- needs the settings

    client, child, started = a_family(size)
    get = look(client, child)
    get()  # imports
    forget(started.family)
    nothing = spent(get)
    written, again, other = [], [], []
    for _ in range(TIMES):
        write(child, started.caregiver)
        written.append(spent(get))
        again.append(spent(get))
        views.told.cache_clear()  # as in another process, which has told nothing yet
        other.append(spent(get))
    middles = [statistics.median(times) for times in (written, again, other)]
    months = size * APART / timedelta(days=30.4)
    body = len(get().content)
    return [f"{months:.0f}", f"{nothing:.0f}", *(f"{ms:.1f}" for ms in middles), f"{body:,}"]


def a_family(size: int) -> tuple["Client", "Child", "Started"]:
    """Write a family down whose log ends now. Returns a client, the child and the rest."""
    from django.test import Client  # noqa: PLC0415 -- needs the settings

    from holdfast.web.actions import (  # noqa: PLC0415 -- as above
        keep_moments,
        make_setup_link,
        start_family,
    )
    from holdfast.web.actions.starting import NewChild, NewPerson  # noqa: PLC0415 -- as above

    started = start_family(
        token=make_setup_link(),
        person=NewPerson(username=f"kim{size}", password="paper-boat-1948", name="Kim", called=""),  # noqa: S106 -- goes with the folder
        children=[NewChild(name="Ada", born=date(2017, 1, 1))],
        zone="Europe/Berlin",
    )
    child = started.children[0]
    end = datetime.now(UTC) - timedelta(minutes=1)
    log = [moment(child, number, end - number * APART) for number in range(size)]
    for start in range(0, size, BATCH):
        keep_moments(child=child, by=started.caregiver, moments=log[start : start + BATCH])
    client = Client(SERVER_NAME="localhost")
    client.force_login(started.user)
    return client, child, started


def moment(child: "Child", number: int, at: datetime) -> "Moment":
    """Make up one moment: eight at a time follow each other within minutes, as evenings go."""
    from holdfast.web.ids import new_id  # noqa: PLC0415 -- needs the settings
    from holdfast.words import Kind, Moment  # noqa: PLC0415 -- as above

    place = number % len(EVENING)  # counted back from the end of its group
    kind, word = EVENING[-1 - place]
    end = at + place * APART
    return Moment(
        id=str(new_id()),
        child=str(child.pk),
        kind=Kind(kind),
        word=word,
        at=end - place * timedelta(minutes=4),
        zone="Europe/Berlin",
    )


def write(child: "Child", by: "Caregiver") -> None:
    """Keep one tap of now."""
    from holdfast.web.actions import keep_moments  # noqa: PLC0415 -- needs the settings

    keep_moments(child=child, by=by, moments=[moment(child, 0, datetime.now(UTC))])


def forget(family: "Family") -> None:
    """Throw all away that is kept."""
    from holdfast.web.access import within  # noqa: PLC0415 -- needs the settings
    from holdfast.web.models import Month  # noqa: PLC0415 -- as above
    from holdfast.web.places.patterns import views  # noqa: PLC0415 -- as above

    views.told.cache_clear()
    with within(family=family.pk):
        Month.objects.all().delete()


def look(client: "Client", child: "Child") -> Callable[[], "HttpResponse"]:
    """Return what opens the page."""

    def get() -> "HttpResponse":
        response = client.get(f"/patterns/{child.pk}/")
        if response.status_code != 200:  # noqa: PLR2004 -- HTTP
            raise SystemExit(f"Patterns answered {response.status_code}.")
        return response

    return get


def spent(work: Callable[[], object]) -> float:
    """Return the milliseconds of CPU that some work takes."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    main()
