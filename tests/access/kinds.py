"""For whom a route opens, and what a right request to it looks like."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Opens(StrEnum):
    """For whom a route opens."""

    ALL = "everybody, signed in or not"
    SIGNED_IN = "everybody who has an account here"
    A_FAMILY = "everybody who is in some family now"
    READ = "all caregivers of the child's family"
    LOG = "those who may log"
    A_LOGGER = "those who may log, each in their own family"
    PARENT = "parents, each in their own family"
    CHILDS_PARENT = "parents of the child's family"
    OWNER = "the parent whose it is, here Kim"
    LINK = "whoever holds a link that is open; here nobody does"


@dataclass(frozen=True)
class Decision:
    """For whom, and what a right request looks like."""

    opens: Opens
    url: Callable = lambda _scene: {}
    sends: Callable = lambda _scene: {}
    json: bool = False
    query: Callable = lambda _scene: {}
