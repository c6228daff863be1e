"""Everything that changes what is kept. Each action is one transaction, typed, by keyword."""

from holdfast.web.actions.demo import demo_family
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
from holdfast.web.actions.tokens import make_token, revoke_token, use_token
from holdfast.web.actions.ways_back import make_way_back, set_password_by

__all__ = [
    "NewChild",
    "NewPerson",
    "Started",
    "add_child",
    "choose",
    "demo_family",
    "keep",
    "keep_moments",
    "make_setup_link",
    "make_token",
    "make_way_back",
    "put_back",
    "remove",
    "revise",
    "revoke_token",
    "set_password_by",
    "start_family",
    "use_token",
]
