"""What a phone wants to be told of."""

from holdfast.web.access import Caregiver, within
from holdfast.web.models import Phone


def wishes_of(seat: Caregiver, *, digest: str) -> dict[str, object] | None:
    """Return what this person wants on the phone whose address has a hash; None where nothing."""
    with within(family=seat.family_id):
        row = Phone.objects.filter(digest=digest, caregiver=seat).first()
    if row is None:
        return None
    times = {name: getattr(row, name) for name in ("quiet_from", "quiet_until")}
    return {
        "when_asked": row.when_asked,
        "when_new": row.when_new,
        **{name: f"{at:%H:%M}" if at else "" for name, at in times.items()},
    }
