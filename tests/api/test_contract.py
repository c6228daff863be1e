"""Whatever is sent to the API, it answers as its own document says it does."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import negative_data_rejection

from holdfast.web.actions import make_token
from holdfast.web.wsgi import application

schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application)


@pytest.fixture
def key(cast):
    """Return a key, in a test whose connection no request closes: it holds the test's data."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield make_token(by=cast.kim, name="schemathesis")
    for signal in signals:
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_api_keeps_to_its_document(case, key):
    # One bad moment of a batch is refused by name in a good answer: see test_moments.py.
    # In one process nothing unpacks what was packed for the way, so nothing is to be packed.
    case.call_and_validate(
        headers={"Authorization": f"Bearer {key}", "Accept-Encoding": "identity"},
        excluded_checks=[negative_data_rejection],
    )
