"""Whatever is sent to a journal by who may, it answers as the API's document says it does."""

import pytest
import schemathesis
from django.conf import settings as house
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import negative_data_rejection

from holdfast.web.wsgi import application

schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application)
journal = schema.include(path_regex="^/api/journal")
TOKEN = "a" * 32


@pytest.fixture
def headers(client, cast):
    """Return what Kim's browser sends, in a test whose connection no request closes."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    client.force_login(cast.user("kim"))
    session = client.cookies[house.SESSION_COOKIE_NAME].value
    cookies = f"{house.SESSION_COOKIE_NAME}={session}; {house.CSRF_COOKIE_NAME}={TOKEN}"
    yield {"Cookie": cookies, "X-CSRFToken": TOKEN, "Accept-Encoding": "identity"}
    for signal in signals:
        signal.connect(close_old_connections)


@journal.parametrize()
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_journal_keeps_to_the_apis_document(case, headers, cast):
    case.path_parameters["seat"] = str(cast.kim.pk)
    case.call_and_validate(headers=headers, excluded_checks=[negative_data_rejection])
