"""An import adds what is new, once; tells what changed; and can be taken back as a whole."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError
from django.http import Http404

from holdfast.formats.identity import moment_id
from holdfast.formats.reading import Draft, Reading
from holdfast.web.actions import (
    accept_drafts,
    apply_reading,
    preview_reading,
    put_back,
    refuse_drafts,
    remove,
    revise,
    undo_import,
)
from holdfast.web.queries import day_of, drafts_of, homes_of, imports_of
from holdfast.web.sync import Arrival
from tests.web.logs import moments

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
DAY = date(2026, 3, 13)
SOURCE = "babybuddy:1"


def record(moment, number, *, source_id="feeding/{}"):
    """Return a moment as an import names it: by its record."""
    name = source_id.format(number)
    own = moment_id(moment.child, SOURCE, name)
    return replace(moment, id=own, source=SOURCE, source_id=name)


def reading(cast, text, *, drafts="", **more):
    """Return a reading of the records of a text, numbered from 1."""
    said = [record(m, n, **more) for n, m in enumerate(moments(text, cast.ada), start=1)]
    hidden = (
        [
            Draft(str(n), record(m, n, source_id="feeding/{}#" + m.word), "the notes say so")
            for n, m in enumerate(moments(drafts, cast.ada), start=1)
            if drafts
        ]
        if drafts
        else []
    )
    return Reading(
        format="babybuddy",
        files=("feeding.csv",),
        records=len(said),
        moments=tuple(said),
        stands_in=tuple(map(str, range(1, len(said) + 1))),
        drafts=tuple(hidden),
    )


def bring(cast, said):
    return apply_reading(child=cast.ada, by=cast.kim, reading=said, now=NOW)


def told(result):
    return {str(met): n for met, n in result.preview.counts().items() if n}


def drawn(cast, **more):
    return " / ".join(
        f"{row.moment.at:%H:%M} {row.moment.word}{' crossed' * row.crossed}"
        for row in day_of(cast.ada, on=DAY, zone="Europe/Berlin", **more)
    )


FEEDS = "03:00 care:feed / 06:00 nappy"


def test_the_same_file_twice_adds_nothing(cast):
    assert told(bring(cast, reading(cast, FEEDS))) == {"new": 2}
    assert told(bring(cast, reading(cast, FEEDS))) == {"unchanged": 2}
    assert drawn(cast) == "03:00 feed / 06:00 nappy"


def test_a_preview_says_the_same_and_does_nothing(cast):
    said = reading(cast, FEEDS)
    assert (
        preview_reading(child=cast.ada, reading=said, now=NOW).counts()
        == bring(cast, said).preview.counts()
    )
    assert len(imports_of(cast.family)) == 1


def test_what_changed_in_the_other_app_is_a_new_revision(cast):
    bring(cast, reading(cast, FEEDS))
    assert told(bring(cast, reading(cast, "03:10 care:feed / 06:00 nappy"))) == {
        "unchanged": 1,
        "changed": 1,
    }
    assert drawn(cast) == "03:10 feed / 06:00 nappy"


def edit_here(cast, **changes):
    first, *_ = day_of(cast.ada, on=DAY, zone="Europe/Berlin")
    revise(
        child=cast.ada,
        by=cast.noor,
        moment=replace(first.moment, **changes),
        replaces=[first.edit],
        now=NOW,
    )


def test_what_was_edited_here_stays_when_the_file_is_the_same(cast):
    bring(cast, reading(cast, FEEDS))
    edit_here(cast, text="with a song")
    assert told(bring(cast, reading(cast, FEEDS))) == {"unchanged": 2}


def test_what_changed_here_and_there_is_shown_twice_until_somebody_chooses(cast):
    bring(cast, reading(cast, FEEDS))
    edit_here(cast, text="with a song")
    assert told(bring(cast, reading(cast, "03:10 care:feed / 06:00 nappy"))) == {
        "unchanged": 1,
        "both": 1,
    }
    assert drawn(cast) == "03:00 feed crossed / 03:10 feed crossed / 06:00 nappy"


def test_what_was_removed_here_does_not_come_back(cast):
    said = reading(cast, FEEDS)
    bring(cast, said)
    remove(child=cast.ada, by=cast.kim, moment=Arrival.new(said.moments[0]).edit, now=NOW)
    later = bring(cast, reading(cast, "03:10 care:feed / 06:00 nappy"))
    assert told(later) == {"unchanged": 1, "removed": 1}
    assert drawn(cast) == "06:00 nappy"


def test_a_record_without_an_id_whose_words_were_edited_there_is_known_again(cast):
    """Its name is a hash of all its cells, so an edited note is another name."""
    bring(cast, reading(cast, "03:00 care:feed", source_id="feeding/~a{}"))
    said = reading(cast, "03:00 care:feed", source_id="feeding/~b{}")
    said = replace(said, moments=(replace(said.moments[0], text="more"),))
    assert told(bring(cast, said)) == {"changed": 1}
    assert drawn(cast) == "03:00 feed"


def test_a_record_that_lies_ahead_says_why_and_the_others_come_in(cast):
    said = reading(cast, FEEDS)
    ahead = replace(said.moments[0], at=datetime(2027, 1, 1, tzinfo=UTC))
    result = bring(cast, replace(said, moments=(ahead, said.moments[1])))
    assert told(result) == {"new": 1, "refused": 1}
    assert [m.why for m in result.preview.meetings if m.why] == [
        "2027-01-01 00:00 cannot be when it was. Set the day and the time once more."
    ]


def test_an_import_is_taken_back_as_a_whole(cast):
    done = bring(cast, reading(cast, FEEDS, drafts="03:00 hug"))
    edit_here(cast, text="with a song")
    assert undo_import(by=cast.kim, imported=done.id, now=NOW) == 2
    assert drawn(cast) == ""
    assert drafts_of(cast.ada) == []
    with pytest.raises(Http404):
        undo_import(by=cast.kim, imported=done.id, now=NOW)


def test_what_was_taken_back_can_come_in_again_and_can_be_put_back_by_hand(cast):
    said = reading(cast, FEEDS)
    undo_import(by=cast.kim, imported=bring(cast, said).id, now=NOW)
    assert told(bring(cast, said)) == {"new": 2}
    assert drawn(cast) == "03:00 feed / 06:00 nappy"
    undo_import(by=cast.kim, imported=bring(cast, reading(cast, "03:00 care:feed")).id, now=NOW)
    put_back(child=cast.ada, by=cast.kim, moment=Arrival.new(said.moments[1]).edit, now=NOW)
    assert drawn(cast) == "03:00 feed / 06:00 nappy"


def test_taking_a_later_import_back_leaves_what_was_before(cast):
    bring(cast, reading(cast, FEEDS))
    later = bring(cast, reading(cast, "03:10 care:feed / 06:00 nappy / 08:00 nappy"))
    assert undo_import(by=cast.kim, imported=later.id, now=NOW) == 2
    assert drawn(cast) == "03:00 feed / 06:00 nappy"


def test_what_somebody_changed_since_is_not_taken_back_to_before(cast):
    bring(cast, reading(cast, FEEDS))
    later = bring(cast, reading(cast, "03:10 care:feed / 06:00 nappy"))
    edit_here(cast, text="it was ten past")
    assert undo_import(by=cast.kim, imported=later.id, now=NOW) == 0
    assert drawn(cast) == "03:10 feed / 06:00 nappy"


def test_another_family_cannot_take_an_import_back(cast):
    done = bring(cast, reading(cast, FEEDS))
    with pytest.raises(Http404):
        undo_import(by=cast.chi, imported=done.id, now=NOW)
    assert drawn(cast) == "03:00 feed / 06:00 nappy"


def test_when_anything_breaks_nothing_of_the_file_is_there(cast):
    said = reading(cast, FEEDS)
    broken = replace(said, format=None)  # what no reading has: the row of the import cannot be
    with pytest.raises(IntegrityError):
        bring(cast, broken)


def test_a_draft_counts_when_somebody_accepts_it(cast):
    done = bring(cast, reading(cast, FEEDS, drafts="03:00 hug / 06:00 rock"))
    assert done.drafts == 2
    hug, rock = drafts_of(cast.ada)
    assert (hug.moment.word, hug.why) == ("hug", "the notes say so")
    assert accept_drafts(child=cast.ada, by=cast.kim, drafts=[hug.id], now=NOW) == 1
    assert refuse_drafts(child=cast.ada, by=cast.kim, drafts=[rock.id]) == 1
    assert drawn(cast) == "03:00 feed / 03:00 hug / 06:00 nappy"
    assert drafts_of(cast.ada) == []


def test_a_draft_asks_only_once(cast):
    said = reading(cast, FEEDS, drafts="03:00 hug / 06:00 rock")
    bring(cast, said)
    refuse_drafts(child=cast.ada, by=cast.kim, drafts=[one.id for one in drafts_of(cast.ada)])
    assert bring(cast, said).drafts == 0
    assert drafts_of(cast.ada) == []


def test_a_draft_that_was_decided_is_not_decided_again(cast):
    bring(cast, reading(cast, FEEDS, drafts="03:00 hug"))
    names = [one.id for one in drafts_of(cast.ada)]
    refuse_drafts(child=cast.ada, by=cast.kim, drafts=names)
    assert accept_drafts(child=cast.ada, by=cast.kim, drafts=names, now=NOW) == 0
    assert drawn(cast) == "03:00 feed / 06:00 nappy"


def test_taking_an_import_back_takes_its_accepted_drafts_along(cast):
    done = bring(cast, reading(cast, FEEDS, drafts="03:00 hug"))
    accept_drafts(child=cast.ada, by=cast.kim, drafts=[drafts_of(cast.ada)[0].id], now=NOW)
    undo_import(by=cast.kim, imported=done.id, now=NOW)
    assert drawn(cast) == ""


def test_the_list_tells_what_an_import_did(cast):
    bring(cast, reading(cast, FEEDS, drafts="03:00 hug"))
    (done,) = imports_of(cast.family)
    assert (done.child_name, done.by_name, done.format, done.files, done.open_drafts) == (
        "Ada",
        "Kim",
        "babybuddy",
        ("feeding.csv",),
        1,
    )
    assert done.counts["new"] == 2


def test_a_family_says_only_once_whose_log_a_source_is(cast):
    bring(cast, reading(cast, FEEDS))
    assert homes_of(cast.family, {SOURCE, "babybuddy:2"}) == {SOURCE: cast.ada.pk}
    assert homes_of(cast.okafors, {SOURCE}) == {}
