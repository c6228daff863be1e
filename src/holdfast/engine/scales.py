"""Questionnaires by their keys: how many items, which way each is printed, what to look out for.

No wording is here: it belongs to those who wrote it, and a family brings it along itself. Items
are known by what they ask, as `number` in the order named beside each scale, and answers by their
place as printed, 0 at the top. Where a mark is given it is science.md's: [R] read in the source,
[U] to be checked against it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import Any

SELF_HARM, HARM_TO_BABY = "self_harm", "harm_to_baby"
PLACES = 10  # after the point: of means, so that both ends of a wire say the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The key of one questionnaire.

    Args:
        name: as it is called.
        title: in full.
        source: where the key comes from.
        items: how many there are.
        weights: what each place counts, in printed order.
        turned: items whose options are printed the other way round.
        either_way: which way an item runs has to come with its wording: we have no key for it.
        may_not_apply: items that may not apply, and what they count then.
        parts: subscales by their items; a mean where `means`.
        means: whether parts are means, and there is no total.
        routes: items that call for help at once from one point on.
        talk_from: total from which a talk is suggested, for whom it was validated.
        talk_up_to: the same where little is what calls for it.
        talk_part: the part that it is about, where not the total.
        support: items after which a few words of support are shown, whatever was answered.
        orders: other printed orders by their year: the item that stands at each place.
        panel: the instrument's LOINC code.
        total_code: the LOINC code of its total.
        codes: LOINC codes of the items.
        mothers_only: whether what calls for a talk was validated for who gave birth alone.
    """

    name: str
    title: str
    source: str
    items: int
    weights: Sequence[float]
    turned: Sequence[int] = ()
    either_way: bool = False
    may_not_apply: Mapping[int, int] = field(default_factory=dict)
    parts: Mapping[str, Sequence[int]] = field(default_factory=dict)
    means: bool = False
    routes: Mapping[int, str] = field(default_factory=dict)
    talk_from: int | None = None
    talk_up_to: int | None = None
    talk_part: str | None = None
    support: Sequence[int] = ()
    orders: Mapping[str, Sequence[int]] = field(default_factory=dict)
    panel: str | None = None
    total_code: str | None = None
    codes: Sequence[str] = ()
    mothers_only: bool = False


FOUR = (0, 1, 2, 3)

SCALES: Mapping[str, Scale] = MappingProxyType(
    {
        "epds": Scale(
            name="EPDS",
            title="Edinburgh Postnatal Depression Scale",
            source="Cox, Holden & Sagovsky 1987 [R]; 11 or more: Levis et al. 2020, BMJ 371:m4022 "
            "[R]; three of anxiety: Matthey 2008 [U]",
            items=10,
            weights=FOUR,
            turned=(3, 5, 6, 7, 8, 9, 10),
            parts={"anxiety": (3, 4, 5)},
            routes={10: SELF_HARM},
            talk_from=11,
            mothers_only=True,
            panel="71354-5",
            total_code="99046-5",
        ),
        "phq-9": Scale(
            name="PHQ-9",
            title="Patient Health Questionnaire",
            source="10 or more: Arroll et al. 2010 [R]; Levis et al. 2019 [U]",
            items=9,
            weights=FOUR,
            routes={9: SELF_HARM},
            talk_from=10,
            panel="44249-1",
            total_code="44261-6",
            codes=(
                *("44250-9", "44255-8", "44259-0", "44254-1", "44251-7"),
                *("44258-2", "44252-5", "44253-3", "44260-8"),
            ),
        ),
        "phq-2": Scale(
            name="PHQ-2",
            title="Patient Health Questionnaire, two items",
            source="2 or more, then PHQ-9: Levis et al. 2020, JAMA 323:2290 [R]",
            items=2,
            weights=FOUR,
            talk_from=2,
            panel="55757-9",
            total_code="55758-7",
            codes=("44250-9", "44255-8"),
        ),
        "gad-7": Scale(
            name="GAD-7",
            title="Generalized Anxiety Disorder, seven items",
            source="10 or more: Spitzer et al. 2006 [R]; item codes from the second on [U]",
            items=7,
            weights=FOUR,
            talk_from=10,
            panel="69737-5",
            total_code="70274-6",
            codes=(
                *("69725-0", "68509-9", "69733-4", "69734-2"),
                *("69735-9", "69689-8", "69736-7"),
            ),
        ),
        "pbq": Scale(
            name="PBQ",
            title="Postpartum Bonding Questionnaire",
            source="Brockington et al. 2001, 2006 [R]; items in the order of 2006, in which the "
            "8th of 2001 is the 10th",
            items=25,
            weights=(5, 4, 3, 2, 1, 0),
            turned=(1, 4, 8, 9, 11, 16, 22, 25),
            parts={
                "factor_1": (1, 2, 6, 7, 8, 9, 10, 12, 13, 15, 16, 17),
                "factor_2": (3, 4, 5, 11, 14, 21, 23),
                "factor_3": (19, 20, 22, 25),
                "factor_4": (18, 24),
            },
            routes={18: HARM_TO_BABY, 24: HARM_TO_BABY},
            talk_from=12,
            talk_part="factor_1",
            mothers_only=True,
            orders={"2001": (*range(1, 8), 10, 8, 9, *range(11, 26)), "2006": (*range(1, 26),)},
        ),
        "mibs": Scale(
            name="MIBS",
            title="Mother-to-Infant Bonding Scale",
            source="Taylor et al. 2005; which items are turned [U]",
            items=8,
            weights=FOUR,
            turned=(2, 3, 5, 7, 8),
        ),
        "maas": Scale(
            name="MAAS",
            title="Maternal Antenatal Attachment Scale",
            source="Condon 1993, 2015 (CC BY 3.0 AU); key after CamCOPS [R]",
            items=19,
            weights=(1, 2, 3, 4, 5),
            turned=(1, 3, 5, 6, 7, 9, 10, 12, 15, 16, 18),
            parts={
                "quality": (3, 6, 9, 10, 11, 12, 13, 15, 16, 19),
                "time": (1, 2, 4, 5, 8, 14, 17, 18),
            },
            support=(12, 19),
        ),
        "mpas": Scale(
            name="MPAS",
            title="Maternal Postnatal Attachment Scale",
            source="Condon & Corkindale 1998; quality [R], the other parts and weights [U]",
            items=19,
            weights=(1, 5),
            either_way=True,
            parts={
                "quality": (3, 4, 5, 6, 7, 10, 14, 18, 19),
                "no_hostility": (1, 2, 15, 16, 17),
                "pleasure": (8, 9, 11, 12, 13),
            },
        ),
        "kpcs": Scale(
            name="KPCS",
            title="Karitane Parenting Confidence Scale",
            source="© 2008, free for clinical and research use unaltered; 39 or less [R]",
            items=15,
            weights=FOUR,
            may_not_apply={1: 2, 9: 2},
            talk_up_to=39,
        ),
        "prfq": Scale(
            name="PRFQ",
            title="Parental Reflective Functioning Questionnaire",
            source="PLoS ONE 2017;12:e0176218 [R]; which items are turned [U]",
            items=18,
            weights=(1, 2, 3, 4, 5, 6, 7),
            turned=(11, 18),
            parts={
                "pre_mentalizing": (1, 4, 7, 10, 13, 16),
                "certainty": (2, 5, 8, 11, 14, 17),
                "curiosity": (3, 6, 9, 12, 15, 18),
            },
            means=True,
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Came:
    """What answers come to.

    Args:
        total: None where an item is missing, or where the scale has none.
        parts: by name; None where an item of it is missing.
        routes: what calls for help at once, each once.
        talk: whether a talk is suggested.
        missing: items without an answer.
    """

    total: float | None
    parts: dict[str, float | None]
    routes: list[str]
    talk: bool
    missing: list[int]


def printed_weights(scale: Scale, item: int) -> list[float]:
    """Return what the options of an item count, from the top down as they are printed."""
    return list(scale.weights)[:: -1 if item in scale.turned else 1]


def counts(scale: Scale, printed: Mapping[int, int | None]) -> dict[int, float]:
    """Return what each answered item counts; `printed` are places, None where it does not apply."""
    return {
        item: scale.may_not_apply[item] if place is None else printed_weights(scale, item)[place]
        for item, place in printed.items()
    }


def came_to(scale: Scale, counted: Mapping[int, float]) -> Came:
    """Return what the items come to; `counted` is what each counts, by `counts` or by a file."""
    every = range(1, scale.items + 1)
    missing = [item for item in every if item not in counted]
    parts = {name: part(counted, items, mean=scale.means) for name, items in scale.parts.items()}
    total = None if scale.means else part(counted, every, mean=False)
    heard = (scale.routes[item] for item in sorted(scale.routes) if counted.get(item, 0) >= 1)
    about = total if scale.talk_part is None else parts[scale.talk_part]
    return Came(total, parts, list(dict.fromkeys(heard)), calls_for_talk(scale, about), missing)


def part(counted: Mapping[int, float], items: Sequence[int], *, mean: bool) -> float | None:
    """Return the sum or mean of some items; None where one of them is missing."""
    if any(item not in counted for item in items):
        return None
    total = sum(counted[item] for item in items)
    return round(total / len(items) if mean else total, PLACES)


def calls_for_talk(scale: Scale, about: float | None) -> bool:
    """Say whether what came out is such that a talk is suggested."""
    if about is None:
        return False
    low, high = scale.talk_from, scale.talk_up_to
    return (low is not None and about >= low) or (high is not None and about <= high)


def keys() -> dict[str, dict[str, Any]]:
    """Return all keys as the phone gets them."""
    return {key: asdict(scale) for key, scale in SCALES.items()}
