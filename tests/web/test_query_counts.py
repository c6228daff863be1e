"""Each page asks the database a fixed number of questions, for one item and for three."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from holdfast.formats.reading import Reading
from holdfast.web.actions import apply_reading, keep_moments, make_token
from tests.web.logs import moment

YESTERDAY = (datetime.now(UTC) - timedelta(days=1)).date()


def child(cast):
    return [cast.ada.pk]


PAGES = {
    "now": (child, 14),
    "day": (child, 7),
    "bond": (child, 5),
    "bond_scales": (child, 4),
    "phone": (lambda _cast: [], 5),
    "family": (lambda _cast: [], 6),
    "import": (lambda _cast: [], 4),
    "keys": (lambda _cast: [], 4),
    "drafts": (child, 5),
}


@pytest.mark.parametrize("items", [1, 3])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_as_much_for_three_as_for_one(
    as_, cast, django_assert_num_queries, page, items
):
    args, questions = PAGES[page]
    for number in range(items):
        said = moment(f"0{number}:00", "cry", child=cast.ada, by=cast.kim, day=str(YESTERDAY))
        keep_moments(child=cast.ada, by=cast.kim, moments=[said])
        apply_reading(child=cast.ada, by=cast.kim, reading=Reading(format="babybuddy"))
        make_token(by=cast.kim, name=f"script {number}")
    client = as_("kim")
    with django_assert_num_queries(questions):
        assert client.get(reverse(page, args=args(cast))).status_code == 200
