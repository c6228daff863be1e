"""What Bond asks and offers: enough questions for a month, words for every family and pronoun."""

import json
import re

import pytest

from holdfast.telling.bond import scales, story
from holdfast.telling.bond.page import words
from holdfast.telling.bond.prompts import ANSWERS, MENDED, PROMPTS, SIGNS, leads, prompts
from holdfast.telling.bond.story import RELATED, offered
from holdfast.telling.pronouns import PRONOUNS
from holdfast.words.evidence import known
from holdfast.words.vocabulary import Exploring, Response, Settling, Signal

MONTH = 31
TABLES = {
    name: getattr(story, name)
    for name in ("RELATIONS", "BEGINNINGS", "HOW_FELT", "WHEN_FELT", "OBSTACLES", "NEARNESS")
}


def places_in(text):
    """Return what is still to be filled: by us with percent signs, by the phone in braces."""
    return re.findall(r"%\(\w+\)s|\{\w+\}", text)


def test_there_is_a_question_for_every_day_of_a_month_whatever_was_written_down():
    anything = [one for one in PROMPTS if not (one.after or one.answered or one.ended)]
    assert len(anything) >= MONTH
    assert len(PROMPTS) >= 40
    assert len({one.key for one in PROMPTS}) == len({one.asks for one in PROMPTS}) == len(PROMPTS)


def test_a_question_asks_about_words_that_there_are():
    signs = {*Signal, *Exploring}
    for one in PROMPTS:
        assert set(one.after) <= signs, one.key
        assert set(one.answered) <= set(Response), one.key
        assert one.ended in {"", Settling.SETTLED, Settling.WENT_ON, MENDED}


def test_every_signal_and_every_answer_can_stand_before_a_question():
    assert set(SIGNS) == {*Signal, *Exploring}
    assert set(ANSWERS) == set(Response) - {Response.NOT_JUST_THEN}


@pytest.mark.parametrize("pronoun", PRONOUNS)
def test_questions_and_what_stands_before_them_are_whole_for_every_pronoun(pronoun):
    for one in prompts(pronoun):
        assert "?" in one.asks
        assert places_in(one.asks) == []
    told = leads(pronoun)
    assert set(told) == {"lead", "part", "sign", "answer"}
    found = {place for text in told["lead"].values() for place in places_in(text)}
    assert found == {"{part}", "{signs}", "{answers}"}
    rest = [*told["part"].values(), *told["sign"].values(), *told["answer"].values()]
    assert [place for text in rest for place in places_in(text)] == []


def test_a_question_and_its_lead_as_they_are_read():
    told = leads("she")
    lead = told["lead"]["settled"].format(
        part=told["part"]["morning"], signs=told["sign"]["gaze"], answers=told["answer"]["hug"]
    )
    assert lead == "This morning she looked at you, you held her, and she settled."
    asks = {one.key: one.asks for one in prompts("he")}
    assert asks["after"] == "What may he have been after just then?"


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("pronoun", PRONOUNS)
def test_choices_are_whole_for_every_pronoun_and_fit_known_relations(name, pronoun):
    choices = offered(TABLES[name], pronoun=pronoun, name="Ada")
    assert len({one.key for one in choices}) == len(choices)
    for one in choices:
        assert one.label
        assert set(places_in(one.label + one.told)) <= {"{when}"}
        assert set(one.fits) <= set(RELATED)


@pytest.mark.parametrize("relation", RELATED)
def test_whoever_somebody_is_there_is_a_beginning_and_a_time_for_it(relation):
    for table in (story.BEGINNINGS, story.WHEN_FELT):
        fitting = [one.key for one in table if not one.fits or relation in one.fits]
        assert len(fitting) >= 2


def test_not_yet_is_an_answer_like_any_other():
    keys = [one.key for one in story.HOW_FELT]
    assert {"not_yet", "cannot_tell"} <= set(keys)
    told = {one.key: one.told for one in offered(story.HOW_FELT, pronoun="she", name="Ada")}
    assert told["not_yet"] == "Not yet, you said. That is an answer like any other."
    assert told["slowly"].format(when=", in the first weeks") == (
        "You felt it slowly, in the first weeks."
    )


def test_for_each_of_them_it_is_said_what_is_known_and_what_is_not():
    assert set(story.EVIDENCE) == {"", *RELATED}
    for keys in story.EVIDENCE.values():
        assert all(known(key).sentence for key in keys)
    unstudied = [who for who, keys in story.EVIDENCE.items() if "oth-1" in keys]
    assert set(unstudied) == {"", *RELATED} - {story.CARRIED}


def test_what_weighs_is_among_what_can_stand_in_the_way():
    assert set(story.HEAVY) <= {one.key for one in story.OBSTACLES}


def test_the_phone_gets_all_its_words_as_plain_values():
    sent = json.loads(json.dumps(words(pronoun="they", name="Ada")))
    assert sent["numbers"][:3] == ["no", "one", "two"]
    assert sent["leaf"]["letter"] == "A letter to Ada"
    assert set(sent["beginning"]) == set(sent["landmark"])
    assert sent["near"]["5"] == "very near"
    assert [one["key"] for one in sent["prompts"]] == [one.key for one in PROMPTS]


def test_every_reason_to_refuse_a_questionnaire_says_what_it_is():
    said = scales.words()
    assert all(text.endswith(".") for text in said["refused"].values())
    assert "{item}" in said["refused"]["other_weights"]
    assert "not a diagnosis" in said["came"]["check"]
