"""What the import pages print: a reading in plain words, before and after."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from holdfast.formats import Reading
from holdfast.formats.cards import cards
from holdfast.telling.labels import kind_label, tile, told
from holdfast.telling.spans import clock
from holdfast.web.access import Child
from holdfast.web.drawn import name_of
from holdfast.web.queries import ALL, DraftWaiting, ImportDone
from holdfast.web.reimport import Met, Preview
from holdfast.words import Kind, Moment
from holdfast.words.language import gettext as _
from holdfast.words.language import ngettext

SHOWN = 50


def reading(read: Reading) -> dict[str, Any]:
    """Return what was found in the files."""
    counts = Counter((moment.kind, moment.word) for moment in read.moments)
    return {
        "called": called(read.format),
        "files": ", ".join(read.files),
        "counts": [(label(kind, word), n) for (kind, word), n in counts.most_common()],
        "skipped": read.skipped,
        "duplicates": read.duplicates,
        "problems": read.problems[:SHOWN],
        "more_problems": max(0, len(read.problems) - SHOWN),
        "warnings": read.warnings[:SHOWN],
        "more_warnings": max(0, len(read.warnings) - SHOWN),
        "drafts": len(read.drafts),
    }


def called(name: str) -> str:
    """Return a format as one says it."""
    known = cards()
    return known[name].called if name in known else "Holdfast"


def label(kind: str, word: str) -> str:
    """Return what moments of a word are called."""
    return tile(kind, word) if word and kind != Kind.NOTE else kind_label(kind)


def met(preview: Preview) -> list[str]:
    """Say how many moments are new, known, changed, and what became of the rest."""
    return met_told({str(met): n for met, n in preview.counts().items()})


def met_told(counts: Mapping[str, int]) -> list[str]:
    """Say it from counts by name."""
    return [told_of(met, n) % {"n": n} for met in Met if (n := counts.get(str(met), 0))]


def told_of(met: Met, n: int) -> str:
    """Return what is said of so many."""
    match met:
        case Met.NEW:
            return ngettext("%(n)s new moment", "%(n)s new moments", n)
        case Met.UNCHANGED:
            return ngettext("%(n)s here already", "%(n)s here already", n)
        case Met.CHANGED:
            return ngettext("%(n)s changed there since", "%(n)s changed there since", n)
        case Met.BOTH:
            return ngettext(
                "%(n)s changed here and there: both are shown, and you choose",
                "%(n)s changed here and there: both are shown, and you choose",
                n,
            )
        case Met.REMOVED:
            return ngettext(
                "%(n)s taken out here, and left out", "%(n)s taken out here, and left out", n
            )
        case Met.REFUSED:
            return ngettext("%(n)s that cannot be kept", "%(n)s that cannot be kept", n)


def done(one: ImportDone) -> dict[str, Any]:
    """Return an import as its list shows it."""
    return {
        "id": one.id,
        "child": one.child,
        "told": _("%(what)s for %(child)s")
        % {"what": called(one.format), "child": one.child_name or _("the baby")},
        "files": ", ".join(one.files),
        "when": f"{one.at:%Y-%m-%d}",
        "by": one.by_name,
        "counts": ", ".join(met_told(one.counts)),
        "undone": one.undone is not None,
        "drafts": one.open_drafts,
    }


def drafts(waiting: Iterable[DraftWaiting], pronoun: str) -> list[dict[str, Any]]:
    """Return drafts in groups of those that are alike, the largest group first."""
    groups: dict[tuple[str, str], list[DraftWaiting]] = {}
    for draft in waiting:
        groups.setdefault((draft.moment.kind, draft.moment.word), []).append(draft)
    ordered = sorted(groups.items(), key=lambda group: -len(group[1]))
    return [
        {
            "key": f"{kind}/{word}",
            "label": told(kind, word, pronoun),
            "drafts": [draft_shown(one) for one in alike[:SHOWN]],
            "all": len(alike),
        }
        for (kind, word), alike in ordered
    ]


def draft_shown(draft: DraftWaiting) -> dict[str, Any]:
    """Return one draft."""
    return {"id": draft.id, "when": when(draft.moment), "why": draft.why}


def when(moment: Moment) -> str:
    """Return day and clock by the clocks where it was lived."""
    return f"{day(moment)}, {clock(moment.at, moment.zone)}"


def day(moment: Moment) -> str:
    """Return the local day."""
    return f"{moment.at.astimezone(ZoneInfo(moment.zone)):%Y-%m-%d}"


def hidden_help(hidden: Iterable[str], children: Iterable[Child]) -> list[tuple[str, str]]:
    """Return for whom somebody hides what may help: what to send to bring it back, and a name."""
    names = {str(child.pk): name_of(child) for child in children}
    told = {ALL: _("Hidden for every child")} | {
        one: _("Hidden for %(name)s") % {"name": name} for one, name in names.items()
    }
    return [(one, told[one]) for one in hidden if one in told]
