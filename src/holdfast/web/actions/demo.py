"""The made-up family: five weeks of a log that nobody lived, moved so that they end just now."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable

from django.db import transaction
from django.utils import timezone

from holdfast.formats import open_format
from holdfast.web.access import Role, within
from holdfast.web.actions.keeping import write
from holdfast.web.actions.starting import NewChild, NewPerson, Started, found, open_account
from holdfast.web.models import Caregiver, Child, Family, User
from holdfast.web.sync import Arrival, Outcome, Step
from holdfast.words import Moment as Said

FILE = files("holdfast") / "demo" / "demo.holdfast.jsonl"
NAME = "made-up family"  # with a space: nobody can choose it as a user name
FRESH = timedelta(hours=12)


def demo_family(*, now: datetime | None = None, file: Traversable = FILE) -> Started:
    """Return the made-up family, made anew where the last one has gone stale."""
    now = now or timezone.now()
    with transaction.atomic():
        return fresh(now) or make(now, file)


def fresh(now: datetime) -> Started | None:
    """Return the made-up family that is there, if it was begun a short while ago."""
    family = Family.objects.select_for_update().filter(demo=True, started__gt=now - FRESH).first()
    user = User.objects.filter(username=NAME).first()
    if family is None or user is None:
        return None
    with within(family=family.pk):
        caregiver = Caregiver.objects.get(user=user)
        children = tuple(Child.objects.order_by("id"))
    return Started(family=family, user=user, caregiver=caregiver, children=children)


def make(now: datetime, file: Traversable) -> Started:
    """Write the made-up family, in place of the last one."""
    Family.objects.filter(demo=True).delete()
    with as_file(file) as path:
        log = open_format.load(path)
    shift = days_to(now, log.moments)
    user = User.objects.filter(username=NAME).first() or open_account(username=NAME, password=None)
    first, *others = log.caregivers
    person = NewPerson(username=NAME, password=None, **named(first))
    children = [child_of(child, shift) for child in log.children]
    zone = log.moments[-1].zone
    started = found(user=user, person=person, children=children, zone=zone, demo=True)
    people = {str(first["id"]): started.caregiver, **add_people(others, started.family)}
    kids = dict(zip((str(child["id"]) for child in log.children), started.children, strict=True))
    moments = [moved(said, shift=shift, people=people, kids=kids) for said in log.moments]
    keep_all([said for said in moments if said.at <= now], started, now)
    return started


def days_to(now: datetime, moments: tuple[Said, ...]) -> timedelta:
    """Return the whole days after which the log reaches past now, so that nights stay nights."""
    last = max(said.at for said in moments)
    return timedelta(days=-((last - now) // timedelta(days=1)))


def named(person: Mapping[str, object]) -> dict[str, str]:
    """Return what a caregiver of the file is called."""
    return {"name": str(person.get("name", "")), "called": str(person.get("called", ""))}


def child_of(child: Mapping[str, object], shift: timedelta) -> NewChild:
    """Return a child of the file, born as many days later as its log is moved."""
    days = {
        name: date.fromisoformat(str(child[name])) + shift
        for name in ("born", "due", "arrived")
        if child.get(name)
    }
    pronoun = str(child.get("pronoun", "they"))
    return NewChild(name=str(child.get("name", "")), pronoun=pronoun, **days)


def add_people(people: list[Mapping[str, object]], family: Family) -> dict[str, Caregiver]:
    """Write the other caregivers, who have no account."""
    with within(family=family.pk):
        return {
            str(person["id"]): Caregiver.objects.create(
                family=family, role=Role.PARENT, **named(person)
            )
            for person in people
        }


def moved(
    said: Said, *, shift: timedelta, people: Mapping[str, Caregiver], kids: Mapping[str, Child]
) -> Said:
    """Return a moment of the file as one of this family's, some days later."""
    return replace(
        said,
        child=str(kids[said.child].pk),
        by=str(people[said.by].pk) if said.by else None,
        to=str(people[said.to].pk) if said.to else None,
        at=said.at + shift,
        until=said.until and said.until + shift,
    )


def keep_all(moments: list[Said], started: Started, now: datetime) -> None:
    """Write the moments as if each had been tapped."""
    steps = [Step(arrival=Arrival.new(said), outcome=Outcome.NEW) for said in moments]
    with within(family=started.family.pk):
        write(steps, family=started.family, by=started.caregiver, now=now)
