"""Each answer is of one class, so that a word that is added asks which."""

from holdfast.engine.classes import CLASS_OF_CARE, CLASS_OF_RESPONSE, CLASSES, ResponseClass
from holdfast.words import Care, Response

NO_ANSWER = {Care.PUMP, Care.BATH, Care.MEDICINE, Care.TEMPERATURE, Care.GROWTH, Care.TUMMY_TIME}


def test_every_response_has_a_class_but_the_one_that_was_none():
    assert set(Response) - set(CLASS_OF_RESPONSE) == {Response.NOT_JUST_THEN}


def test_every_care_either_counts_as_an_answer_or_does_not():
    assert set(Care) - set(CLASS_OF_CARE) == NO_ANSWER


def test_every_class_can_happen():
    assert set(CLASSES.values()) == set(ResponseClass)


def test_a_word_that_is_both_response_and_care_is_of_one_class():
    both = {str(word) for word in CLASS_OF_RESPONSE} & {str(word) for word in CLASS_OF_CARE}
    assert both == {"feed"}
    assert CLASS_OF_RESPONSE[Response.FEED] == CLASS_OF_CARE[Care.FEED]
