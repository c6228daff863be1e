"""The sandbox: a link's settings, the years they give, what those show. No family's data comes in.

All of a setting is in its address, so that a link brings it back; each life's year is kept while
the other's dials are moved.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from random import randrange
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from holdfast.engine.simulate.sandbox import (
    Settings,
    live,
    query_from_settings,
    settings_from_query,
)
from holdfast.telling.dials import Dial, dials
from holdfast.telling.figures.ink import Figure
from holdfast.telling.sandbox import told
from holdfast.web.access import child_in_front, children_of
from holdfast.words.language import gettext as _

OTHER = "b"  # before the key of each setting of the other life
SEEDS = 10_000

year = lru_cache(maxsize=64)(live)


@login_required
@require_GET
def sandbox(request: HttpRequest) -> HttpResponse:
    asked = asked_for(request.GET.dict())
    lives = [year(settings, asked.seed) for settings in asked.lives]
    # Where the other places lead back to.
    here = child_in_front(child for child, _seat in children_of(request.user))
    words = told(*lives)
    trust, others = titled(words.figures, lives=len(lives))
    view = {
        "place": "grow",
        "child": {"id": here.pk} if here else None,
        "seed": asked.seed,
        "next_seed": randrange(1, SEEDS),  # noqa: S311 -- another made-up child, not a secret
        "lives": dials_of(asked.lives),
        "told": words,
        "trust": trust,
        "figures": others,
        "ways": ways(asked),
    }
    return render(request, "grow/sandbox.html", view)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link asks for: one life or two, and the seed of both."""

    lives: tuple[Settings, ...]
    seed: int


def asked_for(query: Mapping[str, str]) -> Asked:
    """Read a link. What cannot be read is as usual; there is no wrong one."""
    lives = [settings_from_query(query)]
    if query.get("two"):
        other = {key.removeprefix(OTHER): v for key, v in query.items() if key.startswith(OTHER)}
        lives.append(settings_from_query(other))
    seed = query.get("seed", "")
    return Asked(tuple(lives), int(seed) % SEEDS if seed.isascii() and seed.isdigit() else 1)


def link(one: Settings, other: Settings | None = None, *, seed: int = 1) -> str:
    """Return the address that brings these lives back."""
    query = query_from_settings(one)
    if other is not None:
        query |= {OTHER + key: value for key, value in query_from_settings(other).items()}
        query["two"] = "1"
    return "?" + urlencode(query | ({"seed": str(seed)} if seed != 1 else {}))


@dataclass(frozen=True, slots=True)
class Controls:
    """The dials of one life; `before` stands before their names in the address."""

    name: str
    look: str
    before: str
    dials: list[Dial]


def dials_of(lives: Iterable[Settings]) -> list[Controls]:
    """Return what can be moved, for one life or for two."""
    named = [(_("This life"), "first", ""), (_("The other"), "second", OTHER)]
    return [Controls(*name, dials(one)) for name, one in zip(named, lives, strict=False)]


@dataclass(frozen=True, slots=True)
class Titled:
    """A figure under its title."""

    id: str
    title: str
    figure: Figure


def titled(figures: list[Figure], *, lives: int) -> tuple[Titled, list[Titled]]:
    """Put a title over each figure. Trust comes first: it stays in sight while dials move."""
    titles = [
        *[_("A day at half a year"), _("The same day in the other life")][:lives],
        _("How sure it grows that somebody comes"),
        _("Exploring"),
        _("How soon an answered cry settles"),
        _("The bond of who is there most"),
    ]
    all_of_them = [
        Titled(f"figure-{place}", title, figure)
        for place, (title, figure) in enumerate(zip(titles, figures, strict=True))
    ]
    trust = all_of_them.pop(lives)
    return trust, all_of_them


@dataclass(frozen=True, slots=True)
class Way:
    """Somewhere to begin: two lives that show one thing."""

    says: str
    url: str


def ways(asked: Asked) -> list[Way]:
    """Return a few settings worth seeing, and the way from one life to two and back."""
    one = asked.lives[0]
    beside = (
        Way(_("Lay another life beside it"), link(one, one, seed=asked.seed))
        if len(asked.lives) == 1
        else Way(_("Only this life"), link(one, seed=asked.seed))
    )
    return [
        beside,
        Way(
            _("Half noticed: mended, and not"),
            link(Settings(noticed=0.5, mended=1.0), Settings(noticed=0.5, mended=0.0)),
        ),
        Way(
            _("Nearly always noticed, and good enough"),
            link(Settings(noticed=0.95), Settings(noticed=0.6)),
        ),
        Way(_("A hard start, and none"), link(Settings(hard_start=1.0), Settings())),
        Way(_("Soon, and late"), link(Settings(minutes=1), Settings(minutes=15))),
    ]
