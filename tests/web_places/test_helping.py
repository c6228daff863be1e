"""What may help first, as Now shows it: said once, kept as it was said, easy to hide."""

from datetime import timedelta

import pytest
from django.utils import timezone

from holdfast.web.access import within
from holdfast.web.actions import keep_moments, keep_suggested, remove
from holdfast.web.ids import new_id
from holdfast.web.models import Learner, Suggested
from holdfast.web.queries import help_said
from holdfast.words import Moment
from tests.web_places.reading import elements, read, value_of


def log(cast, *taps, child=None, by=None, detail=None, answers=None):
    """Keep taps like (20, "signal/cry"): so many minutes ago."""
    child, by = child or cast.ada, by or cast.kim
    now = timezone.now()
    moments = [
        Moment(
            id=str(new_id()),
            child=str(child.pk),
            by=str(by.pk),
            kind=what.partition("/")[0],
            word=what.partition("/")[2],
            at=now - timedelta(minutes=ago),
            zone="Europe/Berlin",
            detail=detail or {},
            answers=answers,
        )
        for ago, what in taps
    ]
    keep_moments(child=child, by=by, moments=moments)
    return [moment.id for moment in moments]


@pytest.fixture
def lived(cast):
    """A fortnight of Ada's log: every three hours a feed, and a cry that is held or fed."""
    for number in range(100, 1, -1):
        at = number * 190
        answer = "feed" if number % 3 else "hug"
        log(cast, (at, "signal/cry"), (at - 4, f"response/{answer}"), (at - 9, "settling/settled"))
    return cast


def minute(client, child):
    return client.get(f"/now/{child.pk}/")


def told(page):
    """Return what may help as the page says it: what, how likely, why."""
    found = elements(page, tag="details", **{"class": "helping"})
    if not found:
        return None
    lines = elements(page, **{"class": "may"})
    return [[" ".join(words(part)) for part in line.children if words(part)] for line in lines]


def words(part):
    return (part if isinstance(part, str) else " ".join(map(str, part.children))).split()


def rows(child):
    with within(family=child.family_id):
        return list(Suggested.objects.filter(child=child).order_by("id"))


def is_open(page):
    (fold,) = elements(page, tag="details", **{"class": "helping"})
    return "open" in dict(fold.attributes)


def test_at_a_signal_it_says_what_may_help_how_likely_and_why(as_, lived):
    log(lived, (1, "signal/cry"))
    page = minute(as_("kim"), lived.ada)
    first, *others = told(page)
    assert first[:2] == ["Feeding", "likely"]
    assert "since the last feed; her usual gap is" in first[2]
    assert 1 <= len(others) <= 2
    assert ["Holding, walking about", "possible"] in [other[:2] for other in others]
    closing = read(page, tag="p", **{"class": "quiet"})
    assert "We cannot tell more. 99 exchanges that settled were written down so far." in closing


def test_of_a_child_whose_log_is_empty_it_says_what_is_usual_or_that_nobody_can_tell(as_, cast):
    log(cast, (1, "signal/gaze"))
    page = minute(as_("kim"), cast.ada)
    assert told(page) is not None
    said = read(page, tag="details", **{"class": "helping"})[0]
    assert "0 exchanges that settled were written down so far." in said


def test_a_kick_and_a_quiet_minute_ask_nothing(as_, lived):
    assert told(minute(as_("kim"), lived.ada)) is None
    log(lived, (1, "signal/kick"))
    assert told(minute(as_("kim"), lived.ada)) is None
    assert rows(lived.ada) == []


def test_it_folds_once_something_was_tried_and_goes_once_it_was_settled(as_, lived):
    client = as_("kim")
    log(lived, (4, "signal/cry"))
    assert is_open(minute(client, lived.ada))
    log(lived, (2, "response/hug"))
    assert not is_open(minute(client, lived.ada))
    log(lived, (1, "settling/settled"))
    assert told(minute(client, lived.ada)) is None


def test_what_was_said_is_kept_once_with_its_chances_before_the_outcome(as_, lived):
    (cry,) = log(lived, (1, "signal/cry"))
    before = timezone.now()
    pages = [minute(as_(who), lived.ada) for who in ("kim", "noor", "aunt", "kim")]
    (row,) = rows(lived.ada)
    assert (str(row.exchange), row.word) == (cry, "cry")
    assert before <= row.at <= timezone.now()
    assert row.said["by"] == "model"
    assert row.said["scored"] == row.said["n"] == 99
    chances = [option["chance"] for option in row.said["options"]]
    assert chances == sorted(chances, reverse=True)
    assert 0.45 <= chances[0] < 1
    assert all(told(page) == told(pages[0]) for page in pages)


def test_where_two_phones_ask_at_once_the_first_that_was_kept_counts(as_, lived):
    log(lived, (1, "signal/cry"))
    minute(as_("kim"), lived.ada)
    (row,) = rows(lived.ada)
    asked = help_said(lived.ada, exchange=row.exchange, word="cry")
    other = asked._replace(since_feed=1.0)
    keep_suggested(
        child=lived.ada, exchange=row.exchange, word="cry", asked=other, now=timezone.now()
    )
    assert help_said(lived.ada, exchange=row.exchange, word="cry") == asked
    assert len(rows(lived.ada)) == 1


def test_it_stays_as_it_was_said_whatever_is_learned_meanwhile(as_, lived):
    client = as_("kim")
    log(lived, (3, "signal/cry"))
    first = told(minute(client, lived.ada))
    log(lived, (100, "care/feed"))
    assert told(minute(client, lived.ada)) == first
    assert len(rows(lived.ada)) == 1


def test_with_all_that_was_learned_thrown_away_it_says_the_same(as_, lived):
    client = as_("kim")
    log(lived, (1, "signal/cry"))
    first = told(minute(client, lived.ada))
    with within(family=lived.family.pk):
        assert Learner.objects.exists()
        Learner.objects.all().delete()
        Suggested.objects.all().delete()
    assert told(minute(client, lived.ada)) == first


def test_a_signal_corrected_to_another_word_is_another_question(as_, lived):
    client = as_("kim")
    cry, _gaze = log(lived, (2, "signal/cry"), (1, "signal/gaze"))
    about_the_cry = told(minute(client, lived.ada))
    remove(child=lived.ada, by=lived.kim, moment=cry)
    assert told(minute(client, lived.ada)) != about_the_cry
    assert [row.word for row in rows(lived.ada)] == ["cry", "gaze"]


@pytest.mark.parametrize(
    ("whom", "says"), [("child", "Hidden for Ada"), ("all", "Hidden for every child")]
)
def test_one_tap_hides_it_for_this_person_and_family_brings_it_back(as_, lived, whom, says):
    log(lived, (1, "signal/cry"))
    client, url = as_("kim"), f"/now/{lived.ada.pk}/hide/"
    buttons = elements(minute(client, lived.ada), tag="button", name="whom")
    assert [value_of(button, "value") for button in buttons] == ["child", "all"]
    answer = client.post(url, {"whom": whom}, follow=True)
    assert answer.redirect_chain == [(f"/now/{lived.ada.pk}/", 302)]
    assert told(answer) is None
    assert told(minute(as_("noor"), lived.ada)) is not None
    client = as_("kim")
    family = client.get("/family/")
    assert says in " ".join(read(family, tag="p"))
    (back,) = elements(family, tag="button", name="whom")
    client.post("/family/helping/", {"whom": value_of(back, "value")})
    assert told(minute(client, lived.ada)) is not None
    assert elements(client.get("/family/"), tag="button", name="whom") == []


def test_hidden_for_one_child_it_is_said_for_the_other(as_, lived):
    from holdfast.web.actions import NewChild, add_child  # noqa: PLC0415 -- after the database is open

    ida = add_child(family=lived.family, child=NewChild(name="Ida"))
    log(lived, (1, "signal/cry"))
    log(lived, (1, "signal/cry"), child=ida)
    client = as_("kim")
    client.post(f"/now/{lived.ada.pk}/hide/", {"whom": "child"}, headers={"hx-request": "true"})
    assert told(minute(client, lived.ada)) is None
    assert told(minute(client, ida)) is not None


def test_where_it_is_hidden_nothing_is_asked_or_kept(as_, lived):
    client = as_("kim")
    client.post(f"/now/{lived.ada.pk}/hide/", {"whom": "all"})
    log(lived, (1, "signal/cry"))
    minute(client, lived.ada)
    assert rows(lived.ada) == []


def test_hiding_asks_for_whom(as_, lived):
    assert as_("kim").post(f"/now/{lived.ada.pk}/hide/", {"whom": "noor"}).status_code == 404


def test_another_family_s_log_says_nothing_here(as_, lived):
    log(lived, (1, "signal/cry"), child=lived.ben, by=lived.chi)
    said = read(minute(as_("chi"), lived.ben), tag="details", **{"class": "helping"})
    assert "0 exchanges that settled were written down so far." in said[0]
    assert [row.family_id for row in rows(lived.ben)] == [lived.okafors.pk]
    with within(family=lived.okafors.pk):
        assert not Learner.objects.exists()


@pytest.mark.parametrize(("first", "queries"), [(True, 15), (False, 8)])
def test_it_reads_one_state_and_the_last_days_and_after_that_one_row(
    as_, lived, first, queries, django_assert_num_queries
):
    client = as_("kim")
    log(lived, (30, "signal/cry"), (29, "settling/settled"))
    minute(client, lived.ada)
    log(lived, (2, "signal/cry"))
    if not first:
        minute(client, lived.ada)
    with django_assert_num_queries(queries):
        minute(client, lived.ada)
