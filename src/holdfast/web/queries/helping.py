"""What may help first at an exchange: as it was said the first time, else asked of the learner."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import polars as pl

from holdfast.engine.exchanges import EXCHANGES
from holdfast.engine.needs import GROUP_OF
from holdfast.engine.sheet import Asked, ask
from holdfast.web.access import within
from holdfast.web.models import Caregiver, Child, Suggested
from holdfast.web.models.rows import asked_of
from holdfast.web.queries.learned import known, learner_of

ALL = "all"


def help_is_hidden(seat: Caregiver, child: Child) -> bool:
    """Say whether this person wants no word on what may help this child."""
    return bool({ALL, str(child.pk)}.intersection(seat.no_help_for))


def help_said(child: Child, *, exchange: UUID, word: str) -> Asked | None:
    """Return what was said at this signal before; None where nobody was told yet."""
    with within(family=child.family_id):
        rows = Suggested.objects.filter(child=child, exchange=exchange, word=word)
        said = rows.values_list("said", flat=True).first()
    return None if said is None else asked_of(said)


def help_for(child: Child, exchange: Mapping[str, Any], *, now: datetime) -> Asked | None:
    """Ask what may help at an exchange that runs, of what was learned before it.

    Args:
        child: whose; must have come through `access`.
        exchange: one row as from `holdfast.engine.exchanges`.
        now: the server's clock.

    Returns:
        None at a kick: it is not about a need.
    """
    if exchange["signals"][0] not in GROUP_OF:
        return None
    state, log = learner_of(child, now=now)
    return ask(state, log, pl.DataFrame([exchange], schema=dict(EXCHANGES)), known(child))
