"""A log as a page that opens anywhere: day by day, in words, without a script or a server."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from types import MappingProxyType

from holdfast.formats.open_format import Header, zone_of
from holdfast.words import WORDS, Kind, Moment
from holdfast.words.language import direction, language
from holdfast.words.language import gettext as _

NO_PHOTOS: Mapping[str, str] = MappingProxyType({})
STYLE = """
body{font:1.1rem/1.6 Georgia,serif;max-inline-size:42rem;margin:3rem auto;padding:0 1rem;
color:#3b332b;background:#fdf9f2}h1,h2{font-weight:normal}h2{margin-block:2.5rem .5rem;
border-block-end:1px solid #d9cdbd}ul{list-style:none;padding:0}li{margin-block:.4rem}
time{color:#7a6c5d;margin-inline-end:.8em}small{color:#6f6255}p{white-space:pre-line;margin:0}
img{display:block;max-inline-size:100%;border-radius:.8rem;margin-block:.6rem}
@media(prefers-color-scheme:dark){body{color:#e6dccd;background:#1c1815}time,small{color:#b3a593}
h2{border-color:#463c33}}"""


def page(
    header: Header, moments: Sequence[Moment], photos: Mapping[str, str] = NO_PHOTOS
) -> Iterator[str]:
    """Yield the page, part by part.

    Args:
        header: whose log it is.
        moments: in order of time.
        photos: where the photo of a moment lies beside the page, by the moment's id.
    """
    names = named(header)
    children = ", ".join(filter(None, (names[str(child["id"])] for child in header.children)))
    title = _("The log of {children}").format(children=children) if children else _("The log")
    yield (
        f'<!doctype html>\n<html lang="{language()}" dir="{direction()}">\n<head>\n'
        f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n"
    )
    if not moments:
        yield f"<p>{escape(_('Nothing is written down yet.'))}</p>\n"
    for day, of_day in groupby(moments, key=local_day):
        yield f"<h2>{day}</h2>\n<ul>\n"
        several = len(header.children) > 1
        yield from (
            item(moment, names, several=several, photo=photos.get(moment.id)) for moment in of_day
        )
        yield "</ul>\n"
    yield "</main>\n</body>\n</html>\n"


def named(header: Header) -> dict[str, str]:
    """Return everybody's name by id."""
    people = (*header.children, *header.caregivers)
    return {str(one["id"]): str(one.get("name") or "") for one in people}


def local_day(moment: Moment) -> str:
    """Return the local day on which it was."""
    return f"{moment.at.astimezone(zone_of(moment.zone)):%Y-%m-%d}"


def item(
    moment: Moment, names: Mapping[str, str], *, several: bool, photo: str | None = None
) -> str:
    """Return a moment as a line of the list."""
    zone = zone_of(moment.zone)
    clock = f"{moment.at.astimezone(zone):%H:%M}"
    if moment.until is not None:
        clock += f"\u2013{moment.until.astimezone(zone):%H:%M}"
    if moment.about:
        clock = _("about {time}").format(time=clock)
    who = [names.get(moment.child, "")] if several else []
    who += [names.get(moment.by or "", "")]
    said = [meaning(moment), *details(moment)]
    text = f"<p>{escape(moment.text)}</p>" if moment.text else ""
    small = f" <small>{escape(' · '.join(filter(None, who)))}</small>" if any(who) else ""
    shown = f'<img src="{escape(photo)}" alt="{escape(_("a photo"))}">' if photo else ""
    return f"<li><time>{escape(clock)}</time>{escape(', '.join(said))}{small}{text}{shown}</li>\n"


def meaning(moment: Moment) -> str:
    """Return what a word says, in the spoken language."""
    if moment.kind == Kind.NOTE:
        return _("note")
    return _(WORDS[moment.kind](moment.word).meaning)


def details(moment: Moment) -> Iterator[str]:
    """Yield what a moment says besides, as it was kept."""
    for key, value in sorted(moment.detail.items()):
        yield f"{key.replace('_', ' ')}: {str(value).lower() if isinstance(value, bool) else value}"
