"""What the page of a day gives the phone, so that it can put what waits there in its place."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse

from holdfast.web.spoken import words_for_phone

if TYPE_CHECKING:
    from holdfast.web.models import Child


def phone(child: "Child", start: datetime, end: datetime, *, seq: int) -> dict[str, Any]:
    """Return the day's edges and the words.

    Args:
        child: whose day.
        start: where it begins, in the family's zone.
        end: where it ends.
        seq: the number of the family's writes that the page knows: a phone that has heard of
            fewer leaves the page as it is.
    """
    return {
        "address": reverse("moment", args=[child.pk, UUID(int=0)]),
        "words": words_for_phone(child.pronoun),
        "day": {
            "child": str(child.pk),
            "from": start.isoformat(),
            "to": end.isoformat(),
            "seq": seq,
        },
    }


BLANK = {
    "kind": "",
    "lasting": False,
    "at": "",
    "clock": "",
    "steps": [],
    "text": " ",
    "told": " ",
    "parted": None,
}
JUST = {"id": "", "url": "", "removed": False, "told": "", "act": "remove", "way": ""}
