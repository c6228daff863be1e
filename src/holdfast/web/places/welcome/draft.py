"""What has been typed so far, kept in the session until the family begins. No password is in it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest, QueryDict

from holdfast.web.actions import NewChild

KEY = "welcome"


class Draft:
    """The answers of the first pages, in the words in which they were typed."""

    def __init__(self, request: HttpRequest) -> None:
        self.session = request.session
        self.said: dict[str, Any] = request.session.get(KEY, {})

    @property
    def token(self) -> str:
        """The set-up link that opened this; empty if none did."""
        return str(self.said.get("token", ""))

    @property
    def children(self) -> list[dict[str, str]]:
        """The children written down so far."""
        return list(self.said.get("children", []))

    def __getitem__(self, page: str) -> dict[str, str]:
        """Return what was typed on a page."""
        return dict(self.said.get(page, {}))

    def keep(self, **said: object) -> None:
        """Keep answers."""
        self.said = {**self.said, **said}
        self.session[KEY] = self.said

    def end(self) -> None:
        """Forget all of it: the family has begun."""
        self.session.pop(KEY, None)


def typed(data: QueryDict | Mapping[str, str], *names: str) -> dict[str, str]:
    """Return what was typed into these fields, as it was typed."""
    return {name: str(data.get(name, "")) for name in names}


def new_child(said: Mapping[str, str]) -> NewChild:
    """Return a child as the family starts with it; only the days that go with its state."""
    expected, awaited = said["state"] == "expected", said["state"] == "awaited"
    return NewChild(
        name=said["name"].strip(),
        pronoun=said["pronoun"],
        born=None if expected else day(said["born"]),
        due=None if awaited else day(said["due"]),
        arrived=None if expected else day(said["arrived"]),
    )


def day(text: str) -> date | None:
    """Return a day that has been checked already."""
    return date.fromisoformat(text) if text else None
