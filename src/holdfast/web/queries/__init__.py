"""Everything that pages and API read. Values and frames come out, never a queryset."""

from holdfast.web.queries.days import bounds, day_of, history_of, last_of_each_care, running_sleep
from holdfast.web.queries.families import (
    Person,
    caregivers_of,
    link_is_open,
    needs_first_family,
    user_of_way_back,
)
from holdfast.web.queries.logged import Logged
from holdfast.web.queries.logs import Changes, log_of, moments_since

__all__ = [
    "Changes",
    "Logged",
    "Person",
    "bounds",
    "caregivers_of",
    "day_of",
    "history_of",
    "last_of_each_care",
    "link_is_open",
    "log_of",
    "moments_since",
    "needs_first_family",
    "running_sleep",
    "user_of_way_back",
]
