"""All words that the phone fills in on Bond's page, as one table that the page carries."""

from typing import Any

from holdfast.telling.bond.prompts import leads, prompts
from holdfast.telling.bond.story import (
    BEGINNINGS,
    HEAVY,
    HOW_FELT,
    NEARNESS,
    OBSTACLES,
    WHEN_FELT,
    Choice,
    offered,
)
from holdfast.telling.spans import number
from holdfast.words.language import gettext as _

SMALL = 13  # numbers that are said as words


def words(*, pronoun: str, name: str) -> dict[str, Any]:
    """Return the words by what they are for; places in braces are filled on the phone."""

    def told(choices: tuple[Choice, ...]) -> dict[str, str]:
        return {one.key: one.told or one.label for one in offered(choices, **whose)}

    whose = {"pronoun": pronoun, "name": name}
    return {
        "beginning": told(BEGINNINGS),
        "landmark": {one.key: one.label for one in offered(BEGINNINGS, **whose)},
        "felt": told(HOW_FELT),
        "when": told(WHEN_FELT),
        "stood_in_the_way": told(OBSTACLES),
        "heavy": list(HEAVY),
        "near": told(NEARNESS),
        "prompts": [
            {
                "key": one.key,
                "asks": one.asks,
                "after": list(one.after),
                "answered": list(one.answered),
                "ended": one.ended,
            }
            for one in prompts(pronoun)
        ],
        **leads(pronoun),
        "numbers": [number(n) for n in range(SMALL)],
        "line": line(),
        "leaf": leaf(name),
        "says": says(),
    }


def line() -> dict[str, str]:
    """Return what is said of the line, by which way it went and how wide the band is."""
    return {
        "nearer": _("From {count} of your notes: it has grown nearer since {when}."),
        "farther": _("From {count} of your notes: it feels farther than it did in {when}."),
        "unclear": _(
            "From {count} of your notes: since {when} there is no clear way up or down. It may be "
            "steady, or it may be too early to tell."
        ),
        "wide": _("The band is what nobody can know from so few notes. It is wide."),
        "band": _("The band is what nobody can know. Each note says little by itself."),
        "one": _(
            "One note is here. A line appears once there are four, over three weeks or more. Until "
            "then nothing is read from them."
        ),
        "few": _(
            "{Count} notes are here. A line appears once there are four, over three weeks or more. "
            "Until then nothing is read from them."
        ),
        "shows": _("How near it has felt, from {from} to {to}, with a band for what is not known."),
        "near": _("very near"),
        "far": _("far away"),
        "others": _("mothers who had felt it by then"),
    }


def leaf(name: str) -> dict[str, str]:
    """Return headings and remarks of what stands in the story."""
    return {
        "letter": _("A letter to %(name)s") % {"name": name},
        "sealed": _("Sealed until {day}."),
        "written": _("Written on {day}."),
        "in_the_way": _("{what} stood in the way."),
        "let_go": _("{what} stood in the way, until {day}."),
        "shown": _("Shown to {who}."),
        "all": _("everybody here"),
        "from": _("From {who}"),
        "crossed": _("On another phone you wrote meanwhile: {text}"),
        "photo": _("A photo that you kept"),
    }


def says() -> dict[str, str]:
    """Return what is said after something was done, or could not be."""
    return {
        "kept": _("Kept on this phone, for you alone."),
        "changed": _("Changed."),
        "taken_out": _("Taken out."),
        "checked_in": _("Kept on this phone, for you alone. Nothing is read from one answer."),
        "put_aside": _("Put aside for this week."),
        "not_asked": _("You will not be asked this again, unless you want to."),
        "shared": _("They can read it now."),
        "unshared": _("Nobody else can read it any more."),
        "empty": _("Write or choose something first, as little as you like."),
        "too_large": _("That is more than one page of the journal takes. Make two of it."),
        "no_photo": _("This file could not be read as a photo. Your words are still here."),
        "no_room": _(
            "This phone has no room to keep it. Your words are still here: make some room and try "
            "again."
        ),
        "not_now": _("That needs a connection, and there is none just now. Try it again later."),
    }
