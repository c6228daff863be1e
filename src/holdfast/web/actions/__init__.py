"""Everything that changes what is kept. Each action is one transaction, typed, by keyword."""

from holdfast.web.actions.keeping import (
    choose,
    keep,
    keep_moments,
    put_back,
    remove,
    revise,
)
from holdfast.web.actions.starting import (
    NewChild,
    NewPerson,
    Started,
    add_child,
    make_setup_link,
    start_family,
)

__all__ = [
    "NewChild",
    "NewPerson",
    "Started",
    "add_child",
    "choose",
    "keep",
    "keep_moments",
    "make_setup_link",
    "put_back",
    "remove",
    "revise",
    "start_family",
]
