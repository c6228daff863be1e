"""One entry in the clear for those whom its writer names; taken back, it is gone."""

import pytest
from django.http import Http404

from holdfast.web import actions, queries
from holdfast.web.access import within
from holdfast.web.actions.sharing import NobodyToShareWith, NoText, SharedTooMuch
from holdfast.web.ids import new_id
from holdfast.web.models import Shared, SharedPhoto

SAID = {"text": "She looked, and I felt it."}


def entry(cast, **more):
    what = {"entry": new_id(), "child": cast.ada.pk, "said": SAID, "photos": {}}
    return actions.ToShare(**{**what, **more})


def readers(cast, found):
    """Return who of the family sees an entry."""
    seats = {"kim": cast.kim, "noor": cast.noor, "lou": cast.lou, "aunt": cast.aunt}
    with_it = {
        name
        for name, seat in seats.items()
        if found.entry in [one.entry for one in queries.shared_with(seat)]
    }
    assert queries.shared_with(cast.chi) == []
    return with_it


@pytest.mark.parametrize(
    ("to", "who"),
    [(["noor"], {"noor"}), (["noor", "lou"], {"noor", "lou"}), (None, {"noor", "lou", "aunt"})],
)
def test_it_is_there_for_those_who_are_named_and_for_nobody_else(cast, to, who):
    what = entry(cast)
    seats = to and [getattr(cast, name).pk for name in to]
    named = actions.share_entry(seat=cast.kim, what=what, to=seats)
    assert set(named) == {getattr(cast, name).pk for name in who}
    assert readers(cast, what) == who
    (by_kim,) = queries.shared_by(cast.kim)
    assert (by_kim.said, by_kim.by_name, set(by_kim.to)) == (SAID, "Mum", set(named))


def test_who_has_left_or_is_of_another_family_cannot_be_named(cast):
    with pytest.raises(NobodyToShareWith):
        actions.share_entry(seat=cast.kim, what=entry(cast), to=[cast.chi.pk, cast.kim.pk])
    with pytest.raises(Http404):
        actions.share_entry(seat=cast.kim, what=entry(cast, child=cast.ben.pk), to=None)
    with within(family=cast.family.pk):
        assert Shared.objects.count() == 0


def test_shared_again_it_takes_the_place_of_the_first(cast):
    what = entry(cast)
    actions.share_entry(seat=cast.kim, what=what, to=None)
    later = entry(cast, entry=what.entry, said={"text": "slowly"})
    actions.share_entry(seat=cast.kim, what=later, to=[cast.lou.pk])
    assert readers(cast, what) == {"lou"}
    assert queries.shared_with(cast.lou)[0].said == {"text": "slowly"}


def test_taken_back_it_is_gone_from_every_page_and_from_their_next_export(cast):
    photo = new_id()
    what = entry(cast, photos={photo: b"jpeg"})
    actions.share_entry(seat=cast.kim, what=what, to=[cast.noor.pk])
    (hers,) = queries.shared_with(cast.noor)
    assert hers.photos == [photo]
    assert queries.shared_photo(cast.noor, hers.id, photo) == b"jpeg"
    assert queries.taken_along(cast.noor).shared["with_me"][0]["said"] == SAID
    actions.take_back(seat=cast.kim, entry=what.entry)
    actions.take_back(seat=cast.kim, entry=what.entry)
    assert readers(cast, what) == set()
    assert not queries.taken_along(cast.noor)
    with within(family=cast.family.pk):
        assert Shared.objects.count() == SharedPhoto.objects.count() == 0
    with pytest.raises(Http404):
        queries.shared_photo(cast.noor, hers.id, photo)


def test_a_photo_is_shown_to_those_who_are_named_and_to_its_writer(cast):
    photo = new_id()
    what = entry(cast, photos={photo: b"jpeg"})
    actions.share_entry(seat=cast.kim, what=what, to=[cast.noor.pk])
    (shared,) = queries.shared_by(cast.kim)
    assert queries.shared_photo(cast.kim, shared.id, photo) == b"jpeg"
    for seat in (cast.lou, cast.aunt, cast.chi):
        with pytest.raises(Http404):
            queries.shared_photo(seat, shared.id, photo)


def test_nobody_takes_back_what_another_shared(cast):
    what = entry(cast)
    actions.share_entry(seat=cast.kim, what=what, to=None)
    actions.take_back(seat=cast.noor, entry=what.entry)
    assert readers(cast, what) == {"noor", "lou", "aunt"}


def test_there_is_an_end_to_what_one_person_shares(cast, monkeypatch):
    monkeypatch.setattr("holdfast.web.actions.sharing.MOST", 1)
    actions.share_entry(seat=cast.kim, what=entry(cast), to=None)
    with pytest.raises(SharedTooMuch):
        actions.share_entry(seat=cast.kim, what=entry(cast), to=None)


@pytest.mark.parametrize("broken", ["a\x00b", "half a face \ud83d"])
def test_what_no_database_can_hold_is_refused_by_name(cast, broken):
    with pytest.raises(NoText):
        actions.share_entry(seat=cast.kim, what=entry(cast, said={"text": broken}), to=None)


def test_nobody_shares_a_book_as_one_entry(cast):
    long = entry(cast, said={"text": "a" * 100_001})
    with pytest.raises(SharedTooMuch):
        actions.share_entry(seat=cast.kim, what=long, to=None)
