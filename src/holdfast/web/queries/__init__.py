"""Everything that pages and API read. Values and frames come out, never a queryset."""

from holdfast.web.queries.away import Request, away_since, could_take_over, requests_of
from holdfast.web.queries.days import bounds, day_of, history_of, last_of_each_care, running_sleep
from holdfast.web.queries.exports import Everything, everything_of
from holdfast.web.queries.families import (
    Person,
    caregivers_of,
    link_is_open,
    needs_first_family,
    user_of_way_back,
)
from holdfast.web.queries.hands import HandMade, hands_of
from holdfast.web.queries.helping import (
    ALL,
    help_for,
    help_is_hidden,
    help_said,
)
from holdfast.web.queries.imports import (
    DraftWaiting,
    ImportDone,
    drafts_of,
    homes_of,
    imports_of,
    upload_of,
)
from holdfast.web.queries.journal import (
    JournalChanges,
    PhoneListed,
    SharedEntry,
    journal_seq,
    journal_since,
    phones_of,
    record_of,
    shared_by,
    shared_photo,
    shared_with,
    taken_along,
)
from holdfast.web.queries.logged import Logged
from holdfast.web.queries.logs import Changes, log_of, moments_since
from holdfast.web.queries.notices import wishes_of
from holdfast.web.queries.phone import lately, sheet_of
from holdfast.web.queries.photos import (
    Memory,
    memories_of,
    memory_of,
    photo_of,
    photos_taken_along,
)
from holdfast.web.queries.tokens import TokenMade, tokens_of

__all__ = [
    "ALL",
    "Changes",
    "DraftWaiting",
    "Everything",
    "HandMade",
    "ImportDone",
    "JournalChanges",
    "Logged",
    "Memory",
    "Person",
    "PhoneListed",
    "Request",
    "SharedEntry",
    "TokenMade",
    "away_since",
    "bounds",
    "caregivers_of",
    "could_take_over",
    "day_of",
    "drafts_of",
    "everything_of",
    "hands_of",
    "help_for",
    "help_is_hidden",
    "help_said",
    "history_of",
    "homes_of",
    "imports_of",
    "journal_seq",
    "journal_since",
    "last_of_each_care",
    "lately",
    "link_is_open",
    "log_of",
    "memories_of",
    "memory_of",
    "moments_since",
    "needs_first_family",
    "phones_of",
    "photo_of",
    "photos_taken_along",
    "record_of",
    "requests_of",
    "running_sleep",
    "shared_by",
    "shared_photo",
    "shared_with",
    "sheet_of",
    "taken_along",
    "tokens_of",
    "upload_of",
    "user_of_way_back",
    "wishes_of",
]
