"""Help when it is heavy: one table, a route for each thing that may be the matter.

Each route begins with what to do in the next minute. Nothing here depends on what anybody wrote or
logged: no route opens by itself, and none is chosen for a person.
"""

from dataclasses import dataclass
from enum import StrEnum

from holdfast.words.evidence import Evidence, known
from holdfast.words.language import gettext as _
from holdfast.words.language import later


class For(StrEnum):
    """What a number is for."""

    EMERGENCY = "emergency"
    TALK = "talk"
    PARENTS = "parents"
    DOCTOR = "doctor"
    HOME = "home"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One thing that may be the matter, and the way out of it."""

    key: str
    title: str
    first: tuple[str, ...]
    """What to do in the next minute."""
    signs: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    """Keys of the evidence."""
    see: tuple[str, ...] = ()
    """Keys of routes that may be the right one instead."""
    call: tuple[For, ...]
    words_first: bool = False
    """Whether what is known helps before a call does; then a sheet to take along helps, too."""


ROUTES = (
    Route(
        key="living",
        title=later("Thoughts of not wanting to live"),
        first=(
            later("Do not stay alone with this. Call somebody now, and say it in these words:"),
            later("“I do not want to live, and I need somebody with me.”"),
            later(
                "If you might act on it, call the emergency number, or let somebody take you "
                "to a hospital."
            ),
        ),
        then=(
            later(
                "If you are alone with the baby, lay the baby down on the back in a safe cot while "
                "you call."
            ),
            later(
                "Let somebody else keep the medicines, or whatever else you have thought of using."
            ),
            later(
                "You need not explain it well, and it need not be the right person at once. "
                "Whoever answers can find the next one."
            ),
        ),
        call=(For.EMERGENCY, For.TALK, For.PARENTS),
    ),
    Route(
        key="mind",
        title=later("Seeing or hearing things, strange beliefs, no sleep and much energy"),
        first=(
            later("This is an emergency, and there is help for it. Call today, not tomorrow."),
            later("Do not be alone with the baby: let another grown-up take over now."),
        ),
        signs=(
            later("seeing or hearing what others do not"),
            later("being sure of something strange, about the baby or about yourself"),
            later("hardly any sleep for nights, and still full of energy"),
            later("being confused, not quite knowing where or who one is"),
        ),
        then=(
            later("It may come and go. A clear hour does not mean that it is over."),
            later(
                "If it is about somebody else: often they cannot see it themselves. Stay with "
                "them, do not argue, and make the call for them."
            ),
        ),
        call=(For.EMERGENCY, For.DOCTOR, For.TALK),
    ),
    Route(
        key="harm",
        title=later("Wanting to hurt the baby, or having shaken or hit"),
        first=(
            later("Lay the baby down on the back in a safe cot. Leave the room. Close the door."),
            later("Call somebody now, and say: “I am afraid that I will hurt my baby.”"),
            later(
                "If the baby was shaken or hit, even once, and even if all looks well: call the "
                "emergency number and say so. What is hurt inside is not seen from outside."
            ),
        ),
        then=(
            later("Another grown-up looks after the baby until you have been seen, today."),
            later("To call is to protect your baby. Whoever answers has heard this before."),
        ),
        call=(For.EMERGENCY, For.TALK, For.PARENTS),
    ),
    Route(
        key="thoughts",
        title=later("Frightening thoughts that you do not want"),
        first=(
            later("A thought is not a wish, and not a plan. You need not do anything this minute."),
            later(
                "Let it be there, as one lets a lorry pass. Put your feet on the floor, and go on "
                "with what you were doing."
            ),
        ),
        facts=("thought-1", "thought-2"),
        then=(
            later(
                "If they come often, or keep you from resting or from caring, tell a midwife, a "
                "health visitor or a doctor. Say “unwanted thoughts”: they know them, and how to "
                "help."
            ),
            later("If it is a wish, an urge or a plan, open this one now:"),
        ),
        see=("harm",),
        call=(For.PARENTS, For.TALK, For.DOCTOR),
        words_first=True,
    ),
    Route(
        key="crying",
        title=later("The crying is too much"),
        first=(
            later("Lay the baby down safely on the back. Leave the room for a few minutes."),
            later("Close the door, drink something, call somebody. Never shake."),
        ),
        facts=("cry-3", "cry-2"),
        then=(
            later("Look in after a few minutes. Do it again as often as it takes."),
            later(
                "Ask somebody to take over for an hour: “I cannot any more” is reason enough, and "
                "you need not wait until it is worse."
            ),
            later("If the cry is weak, very high or quite unlike other days, look at these signs:"),
        ),
        see=("ill",),
        call=(For.TALK, For.PARENTS, For.DOCTOR),
    ),
    Route(
        key="ill",
        title=later("The baby looks very ill"),
        first=(
            later("One of these is enough: call the emergency number now."),
            later("If the baby is not breathing, say that first. They will tell you what to do."),
        ),
        signs=(
            later("does not wake, or does not stay awake"),
            later("does not react to you at all"),
            later("skin blue, grey or mottled"),
            later("grunts with each breath, the chest draws in, or more than 60 breaths a minute"),
            later("pauses in breathing"),
            later("a fit"),
            later("the soft spot on the head bulges"),
            later("a rash that does not fade when a glass is pressed on it"),
            later("a weak, very high or endless cry"),
            later("green vomit"),
        ),
        facts=("ill-1", "ill-2"),
        then=(later("You know this baby. If you are afraid, that is reason enough to call."),),
        call=(For.EMERGENCY, For.DOCTOR),
    ),
    Route(
        key="fever",
        title=later("Fever, and what should be seen today"),
        first=(
            later("Under three months, 38 °C or more: a doctor now, by day or night."),
            later("From three to six months, 39 °C or more: a doctor now, by day or night."),
        ),
        signs=(
            later("far fewer wet nappies than usual: a doctor today"),
            later("far fewer or far smaller feeds than usual: a doctor today"),
            later("floppy, limp in your arms: a doctor today"),
            later("fever for five days: a doctor today"),
        ),
        facts=("fever-1", "ill-3"),
        then=(
            later("For a baby born early, count from the due date: that is the careful way."),
            later("If the baby looks very ill besides, call for an ambulance:"),
        ),
        see=("ill",),
        call=(For.DOCTOR, For.EMERGENCY),
    ),
    Route(
        key="home",
        title=later("Not safe at home"),
        first=(
            later("If you are in danger now, call the emergency number, or go where people are."),
            later(
                "If somebody may come in, leave this page first: “Leave quickly” puts a shopping "
                "list in its place."
            ),
        ),
        then=(
            later(
                "To be afraid of somebody is reason enough to call. Nothing has to have happened "
                "yet, and you decide what happens next."
            ),
            later(
                "What you open here is told to nobody, and stands in no page that your family "
                "shares. It opens in place, so the browser keeps nothing of it but “Help”."
            ),
            later(
                "A call stays in the list of calls on your phone: take it out there, or call "
                "from the phone of a friend, a neighbour or a pharmacy."
            ),
            later(
                "Family shows where you are signed in, and ends what is not yours. Change the "
                "password only when it is safe that somebody notices."
            ),
        ),
        call=(For.EMERGENCY, For.HOME, For.TALK),
    ),
    Route(
        key="low",
        title=later("Low, empty or full of worry, for days on end"),
        first=(
            later("Nothing has to be decided now. Choose one person, and tell them one sentence:"),
            later("“I am not well, and I would like you to know.”"),
        ),
        facts=("obs-1", "obs-2"),
        then=(
            later(
                "Talk to a midwife, a health visitor or a doctor this week. It need not be bad "
                "enough for that, and you need not be sure what it is."
            ),
            later("If it is no better in two to four weeks, go again. Asking twice is allowed."),
            later("If it turns into not wanting to live, do not wait for any of this:"),
        ),
        see=("living",),
        call=(For.PARENTS, For.TALK, For.DOCTOR),
        words_first=True,
    ),
    Route(
        key="bond",
        title=later("The feeling for the baby does not come, and it hurts"),
        first=(
            later("“Not yet” is an answer. Nothing is asked of you in this minute."),
            later("Care counts without the feeling, too: you hold, you feed, you come."),
        ),
        facts=("bond-2", "bond-3", "obs-2"),
        then=(
            later(
                "If it has weighed on you for two or three months, or you feel low as well, tell a "
                "midwife, a health visitor or a doctor. They hear it often."
            ),
        ),
        call=(For.PARENTS, For.TALK),
        words_first=True,
    ),
    Route(
        key="grief",
        title=later("A baby has died, or will not come"),
        first=(
            later("Nothing has to be done in this minute. Let somebody be with you."),
            later("There is no right way to feel, and no time by which it has to be over."),
        ),
        then=(
            later(
                "Holdfast can fall silent around a child: you find that under Family, where help "
                "is. What you kept stays, nothing is asked, and it can be undone."
            ),
            later("If you do not want to live yourself, open this one now:"),
        ),
        see=("living",),
        call=(For.TALK, For.PARENTS),
    ),
)
"""In the order in which somebody who is afraid may look for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A route in the spoken language."""

    key: str
    title: str
    first: list[str]
    signs: list[str]
    then: list[str]
    facts: list[Evidence]
    see: list[tuple[str, str]]
    """Key and title of routes that may be the right one instead."""
    call: tuple[For, ...]
    words_first: bool


def routes_told() -> list[Told]:
    """Return all routes in the spoken language."""
    titles = {route.key: _(route.title) for route in ROUTES}
    return [
        Told(
            key=route.key,
            title=titles[route.key],
            first=[_(text) for text in route.first],
            signs=[_(text) for text in route.signs],
            then=[_(text) for text in route.then],
            facts=[known(key) for key in route.facts],
            see=[(key, titles[key]) for key in route.see],
            call=route.call,
            words_first=route.words_first,
        )
        for route in ROUTES
    ]
