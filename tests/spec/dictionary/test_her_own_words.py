"""What does she mean by that?

Nobody can hear it in the sound. But here, in this family, one can count what it turned out to be
about: what you said it was, and else what settled it.
"""

from holdfast.engine import TooFew, exchanges
from holdfast.engine.dictionary import dictionary, occasions, tally_occasions
from tests.spec.drawing import assert_drawn, log


def occasions_of(drawing):
    drawn = log(drawing)
    return occasions(drawn, exchanges(drawn))


def test_what_you_said_counts_before_what_settled_it():
    """She rooted and a feed settled her; she fussed, and you said that it was rest. Then a kind
    word settled her, which fits any need and so tells of none.
    """
    assert_drawn(
        occasions_of("""
            06:00 care:feed / 08:40 root / 08:41 response:feed / 08:50 settled
            10:00 fuss / 10:02 hug / 10:05 settled need rest
            12:00 fuss / 12:02 kind_word / 12:05 settled
        """).select("opened", "signal", "need", "settled_by", "fed", "awake"),
        """
        opened | signal | need | settled_by | fed | awake
        08:40  | root   | -    | feed       | 3   | ?
        10:00  | fuss   | rest | -          | 12  | ?
        """,
    )


def test_too_few_to_say_is_a_good_answer():
    """Once is not a word of hers yet."""
    tally = tally_occasions(occasions_of("08:40 root / 08:41 response:feed / 08:50 settled"))
    assert dictionary(tally) == [("root", TooFew(1, 5))]


def every_hour(entries):
    return " / ".join(entry.format(hour) for hour, entry in enumerate(entries))


def test_rooting_was_about_milk_and_holding_settles_many_things():
    """Eight times a feed settled her rooting. Eight times holding settled her fussing: that
    speaks for closeness, or for comfort of a kind that nobody can name: holding settles both.
    """
    root = ["{0:02}:00 root / {0:02}:01 response:feed / {0:02}:06 settled"] * 8
    fuss = ["{0:02}:00 fuss / {0:02}:01 hug / {0:02}:06 settled"] * 8
    entries = dictionary(tally_occasions(occasions_of(every_hour(root + fuss))))
    found = {e.signal: (e.about, round(e.share.value, 2), e.share.n) for e in entries}
    assert found == {"root": ("nourishment", 0.78, 8), "fuss": ("comfort", 0.79, 8)}


def test_in_the_evening_the_same_signal_may_be_about_something_else():
    """By day her fussing was about milk, as you said; in the evening it was about rest."""
    said = "{{0:02}}:00 fuss / {{0:02}}:02 settled need {0}".format
    day = [said("nourishment")] * 17
    evening = [said("rest")] * 5
    entries = dictionary(tally_occasions(occasions_of(every_hour(day + evening))))
    found = [(e.by, e.when, e.about, e.share.n) for e in entries]
    assert found == [("always", "", "nourishment", 22), ("clock", "evening", "rest", 5)]


def test_closeness_is_told_from_comfort_once_somebody_said_which_it_was():
    """Holding settled her seven times. Once you said that she just wanted to be close."""
    held = ["{0:02}:00 fuss / {0:02}:01 hug / {0:02}:06 settled"] * 7
    said = ["{0:02}:00 fuss / {0:02}:01 hug / {0:02}:06 settled need closeness"]
    (entry,) = dictionary(tally_occasions(occasions_of(every_hour(held + said))))
    assert (entry.about, entry.share.n) == ("closeness", 8)


def test_comfort_in_general_and_closeness_in_the_evening_are_no_difference():
    """By day holding settled her; in the evening too, and then you said that it was closeness."""
    held = ["{0:02}:00 fuss / {0:02}:01 hug / {0:02}:06 settled"] * 17
    said = ["{0:02}:00 fuss / {0:02}:01 hug / {0:02}:06 settled need closeness"] * 5
    entries = dictionary(tally_occasions(occasions_of(every_hour(held + said))))
    assert [(entry.by, entry.about) for entry in entries] == [("always", "closeness")]
