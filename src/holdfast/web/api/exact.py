"""JSON that keeps an instant to the microsecond: Django's own cuts it to milliseconds."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja.renderers import BaseRenderer
from ninja.responses import NinjaJSONEncoder


class Encoder(NinjaJSONEncoder):
    """Writes an instant as it is."""

    def default(self, o: Any) -> Any:  # noqa: ANN401 -- json's own
        """Return what stands for a value."""
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


class Exact(BaseRenderer):
    """Renders with it."""

    media_type = "application/json"

    def render(
        self,
        request: HttpRequest,  # noqa: ARG002 -- ninja's
        data: Mapping[str, Any],
        *,
        response_status: int,  # noqa: ARG002 -- ninja's
    ) -> str:
        """Return the body."""
        return json.dumps(data, cls=Encoder)
