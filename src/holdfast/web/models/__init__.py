"""The tables. Only access, actions, queries and migrations come in here."""

from holdfast.web.models.caches import Month
from holdfast.web.models.family import Caregiver, Child, Family, Role
from holdfast.web.models.imports import Draft, Import, Upload, UploadedFile
from holdfast.web.models.keys import ApiToken, SetupLink, WayBack
from holdfast.web.models.learned import Learner, Suggested
from holdfast.web.models.moments import Moment
from holdfast.web.models.people import User

__all__ = [
    "ApiToken",
    "Caregiver",
    "Child",
    "Draft",
    "Family",
    "Import",
    "Learner",
    "Moment",
    "Month",
    "Role",
    "SetupLink",
    "Suggested",
    "Upload",
    "UploadedFile",
    "User",
    "WayBack",
]
