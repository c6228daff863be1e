"""The same record has the same name each time it is read."""

from uuid import UUID, uuid5

from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.formats.identity import HOLDFAST, child_id, hashed, moment_id, own_id


@settings(deadline=None)
@given(st.text(), st.text(), st.text())
def test_a_moments_id_is_the_uuid_5_of_its_record(child, source, source_id):
    twin = uuid5(HOLDFAST, f"{child}\n{source}\n{source_id}")
    assert moment_id(child, source, source_id) == str(twin)


def test_two_families_may_import_one_file():
    assert moment_id("ada", "babybuddy:1", "sleep/1") != moment_id("bo", "babybuddy:1", "sleep/1")


def test_a_child_is_known_by_its_source():
    assert child_id("babybuddy:1") == str(UUID(child_id("babybuddy:1")))
    assert child_id("babybuddy:1") != child_id("babybuddy:2")


def test_an_apps_own_id_names_the_record_and_an_endless_one_is_hashed():
    assert own_id("sleep", "17") == "sleep/17"
    assert len(own_id("sleep", "1" * 5000)) < 40


def test_a_hash_tells_cells_apart_and_not_their_joins():
    assert hashed("sleep", ["a", "b"]) == hashed("sleep", ["a", "b"])
    assert hashed("sleep", ["a", "b"]) != hashed("sleep", ["ab", ""])
