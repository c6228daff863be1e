"""Whatever is sent to the API, it answers as its own document says it does."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import negative_data_rejection

from holdfast.web.actions import make_token
from holdfast.web.wsgi import application

schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application)


@pytest.fixture
def key(cast):
    return make_token(by=cast.kim, name="schemathesis")


@schema.parametrize()
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_api_keeps_to_its_document(case, key):
    # One bad moment of a batch is refused by name in a good answer: see test_moments.py.
    case.call_and_validate(
        headers={"Authorization": f"Bearer {key}"}, excluded_checks=[negative_data_rejection]
    )
