"""The ideas behind the words. One thing, one name: in code, on pages, in the API and the docs."""

from types import MappingProxyType

IDEAS = MappingProxyType(
    {
        "family": "Who keeps one log together: its children, its caregivers and their moments. "
        "Nothing of it is ever seen by another family.",
        "child": "Born, expected or awaited. It has a birth date or a due date, an arrival date "
        "where the family came together later, and a corrected age where it was born early.",
        "caregiver": "One person in one family, with a role in their own words and a journal that "
        "is theirs alone.",
        "moment": "One thing that happened, at a time and in a place: the unit of the log. It is "
        "of one kind and, but for a note, has one word.",
        "signal": "What the baby did to reach somebody.",
        "response": "What somebody did about it. That one could not just then is a response too.",
        "need": "What a signal may have been about. Nobody has to know, and cannot tell is a good "
        "answer.",
        "exchange": "A signal with the responses that it got and how it ended. It is always found "
        "in the log anew and never stored.",
        "repair": "An exchange that went wrong at first and came good. It is worth as much as one "
        "that went well at once.",
        "bond": "The caregiver's side of the tie. It may begin in pregnancy, at the first hold or "
        "within the first year, and each caregiver has their own.",
        "attachment": "The baby's side of it: phases, and signs seen so far. It is never given a "
        "type.",
        "secure base": "Going off to explore while somebody is near, coming back, and going off "
        "again.",
        "evidence": "What a sentence of ours stands on: its source, how strong it is and when it "
        "was looked at.",
        "estimate": "A number with its band and its count. Without both there is none, and too few "
        "to say is a good answer.",
    }
)
"""Each idea with what we mean by it, in the order in which a newcomer meets them."""
