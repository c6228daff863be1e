"""The tables. Only access, actions, queries and migrations come in here."""

from holdfast.web.models.caches import Month
from holdfast.web.models.family import Caregiver, Child, Family, Role
from holdfast.web.models.imports import Draft, Import, Upload, UploadedFile
from holdfast.web.models.journal import (
    Journal,
    JournalKey,
    JournalPhone,
    Sealed,
    Shared,
    SharedPhoto,
)
from holdfast.web.models.keys import ApiToken, SetupLink, WayBack
from holdfast.web.models.learned import Learner, Suggested
from holdfast.web.models.moments import Moment
from holdfast.web.models.people import User
from holdfast.web.models.photos import Photo
from holdfast.web.models.together import Asked, HandLink, Phone, Visit

__all__ = [
    "ApiToken",
    "Asked",
    "Caregiver",
    "Child",
    "Draft",
    "Family",
    "HandLink",
    "Import",
    "Journal",
    "JournalKey",
    "JournalPhone",
    "Learner",
    "Moment",
    "Month",
    "Phone",
    "Photo",
    "Role",
    "Sealed",
    "SetupLink",
    "Shared",
    "SharedPhoto",
    "Suggested",
    "Upload",
    "UploadedFile",
    "User",
    "Visit",
    "WayBack",
]
