"""The made-up family: five weeks that end just now, and no way from there to a real one."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from holdfast.web.access import within
from holdfast.web.actions import demo_family
from holdfast.web.models import Family
from holdfast.web.queries import log_of

pytestmark = pytest.mark.usefixtures("cast")

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
LINES = [
    {
        "holdfast": 1,
        "children": [{"id": "mia", "name": "Mia", "born": "2026-01-01", "pronoun": "she"}],
        "caregivers": [{"id": "jo", "name": "Jo", "called": "Dad"}, {"id": "al", "name": "Al"}],
    },
    *(
        {
            "id": f"00000000-0000-7000-8000-00000000000{n}",
            "child": "mia",
            "by": by,
            "kind": "signal",
            "word": "cry",
            "at": at,
            "zone": "Europe/Berlin",
        }
        for n, by, at in [
            (1, "jo", "2026-02-01T03:00:00+01:00"),
            (2, "al", "2026-02-02T08:00:00+01:00"),
            (3, None, "2026-02-02T23:00:00+01:00"),
        ]
    ),
]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "demo.holdfast.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES), "utf-8")
    return path


def test_the_log_is_moved_by_whole_days_and_ends_before_now(file):
    started = demo_family(now=NOW, file=file)
    log = log_of(started.children[0])
    assert [f"{at:%m-%d %H:%M}" for at in log["at"]] == ["03-13 02:00", "03-14 07:00"]
    assert str(started.children[0].born) == "2026-02-10"
    assert started.family.demo


def test_each_moment_is_logged_by_whom_the_file_names(file):
    started = demo_family(now=NOW + timedelta(days=1), file=file)
    by = log_of(started.children[0])["by"].to_list()
    assert by[0] == str(started.caregiver.pk)
    assert len({*by}) == 2


def test_who_comes_soon_after_meets_the_same_family(file):
    first = demo_family(now=datetime.now(UTC), file=file)
    again = demo_family(now=datetime.now(UTC), file=file)
    assert again == first


def test_a_stale_one_is_made_anew_and_the_old_one_is_gone(file):
    first = demo_family(now=NOW, file=file)
    later = demo_family(now=datetime.now(UTC) + timedelta(days=2), file=file)
    assert later.family != first.family
    assert Family.objects.filter(demo=True).count() == 1
    with within(family=first.family.pk):
        assert log_of(first.children[0]).is_empty()


def test_nobody_can_sign_in_as_the_made_up_caregiver(file):
    assert not demo_family(now=NOW, file=file).user.has_usable_password()
