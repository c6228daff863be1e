"""The API's book is a page of ours, and says what the API does."""

import json

import pytest

from holdfast.web.api.book import type_of
from holdfast.web.api.views import api
from holdfast.words import Refused


@pytest.mark.django_db
def test_the_book_tells_of_every_call_and_shape(client):
    page = client.get("/api/docs").content.decode()
    spec = api.get_openapi_schema()
    for path, methods in spec["paths"].items():
        for method in methods:
            assert f"<code>{method.upper()} {path}</code>" in page
    for shape in spec["components"]["schemas"]:
        assert f'id="{shape}"' in page


def test_values_are_told_in_few_words():
    told = {
        "Child": {"$ref": "#/components/schemas/Child"},
        "uuid or null": {"anyOf": [{"type": "string", "format": "uuid"}, {"type": "null"}]},
        "a | b": {"enum": ["a", "b"]},
        "list of integer": {"type": "array", "items": {"type": "integer"}},
        "": {},
    }
    assert [type_of(spec) for spec in told.values()] == list(told)


def test_what_a_person_can_mend_is_answered_with_its_hint(rf):
    reply = api.on_exception(rf.get("/"), Refused("It is full.", hint="Make room."))
    assert reply.status_code == 422
    assert json.loads(reply.content) == {"message": "It is full.", "hint": "Make room."}
