"""What each page says in usual times only. One line a page; test_matrix.py walks the URL map.

A page that has no line here fails the test. `usual` are words that stand there while Holdfast
speaks, and stand nowhere in quiet and loss; `keeps` are memories, there whatever the mode.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Says:
    """A page of a family's: what falls silent in it, and what stays."""

    usual: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    age: bool = False
    """Whether it tells the child's age while Holdfast speaks."""


@dataclass(frozen=True)
class Nobody:
    """A page that is about no child and no family of anybody's, or none at all: always the same."""

    why: str


DOOR = Nobody("signing in and out, and one's own account")
BEGINNING = Nobody("there is no family yet")
KNOWLEDGE = Nobody("what is known in general")
FILES = Nobody("files and keys, which a family comes for by itself")
SEALED = Nobody("one's own sealed pages, which the phone alone can read")
NO_PAGE = Nobody("no page for people")

DECISIONS = {
    "front": NO_PAGE,
    "demo": BEGINNING,
    "away": Nobody("a shopping list"),
    "help": Nobody("static, the same for everybody"),
    "help_sheet": Nobody("static, the same for everybody"),
    "evidence": KNOWLEDGE,
    "account_login": DOOR,
    "account_signup": DOOR,
    "account_logout": DOOR,
    "account_change_password": DOOR,
    "account_reauthenticate": DOOR,
    "usersessions_list": DOOR,
    "way_back": DOOR,
    "welcome": BEGINNING,
    "welcome_link": BEGINNING,
    "welcome_you": BEGINNING,
    "welcome_child": BEGINNING,
    "welcome_account": BEGINNING,
    "now": Says(
        age=True,
        usual=("What may help first", "What did you do?", "What may she be telling me?"),
    ),
    "day": Says(
        age=True, usual=("While you were away",), keeps=("cried", "first laugh", "Grandma rang.")
    ),
    "day_of": Says(age=True, keeps=("cried", "first laugh", "Grandma rang.")),
    "day_add": Says(),
    "day_note": Says(),
    "day_new": Says(),
    "moment": Says(keeps=("Cried",)),
    "patterns": Says(age=True, usual=("Day and night", "What soothes"), keeps=()),
    "memories": Says(age=True, keeps=("First laugh",)),
    "memory": Says(age=True),
    "memory_new": Says(),
    "memory_photo": NO_PAGE,
    "week": Says(usual=("To try together",)),
    "week_of": Says(usual=("To try together",)),
    "manifest": NO_PAGE,
    "notices": NO_PAGE,
    "notices_key": NO_PAGE,
    "letter_away": Says(usual=("Can somebody take over?",)),
    "hands": FILES,
    "hand": NO_PAGE,
    "bond": Says(usual=("It may begin today",)),
    "bond_scales": Says(),
    "journal": SEALED,
    "journal_words": SEALED,
    "journal_export": SEALED,
    "journal_phones": SEALED,
    "grow": Says(usual=("Signs seen so far", "More to read")),
    "sandbox": Nobody("made-up children only"),
    "family": Says(keeps=("Ada",)),
    "family_add_child": FILES,
    "family_loss": Says(keeps=("Ada",)),
    "family_numbers": Nobody("whom the family calls"),
    "family_export": NO_PAGE,
    "import": FILES,
    "import_look": FILES,
    "drafts": FILES,
    "keys": FILES,
    "phone": Says(),
    "offline": Nobody("what opens without a connection"),
    "worker": NO_PAGE,
    "grow_signal": Says(usual=("What to try",)),
    "api_docs": NO_PAGE,
    "api_openapi": NO_PAGE,
}
