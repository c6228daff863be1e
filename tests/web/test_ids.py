"""Names sort as they were made, and are names of version 7."""

from holdfast.web.ids import new_id


def test_a_name_is_of_the_version_and_variant_that_it_says():
    assert (new_id().version, new_id().variant) == (7, "specified in RFC 4122")


def test_what_was_made_later_sorts_later():
    made = [new_id() for _ in range(200)]
    assert sorted(made) == made
