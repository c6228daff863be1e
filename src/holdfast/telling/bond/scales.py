"""What is said around a questionnaire that somebody brought along: its words are not ours."""

from holdfast.words.language import gettext as _


def words() -> dict[str, dict[str, str]]:
    """Return the words by what they are for; places in braces are filled on the phone."""
    return {"refused": refused(), "came": came(), "parts": parts(), "says": says()}


def refused() -> dict[str, str]:
    """Return why a file was not taken in, and what to do."""
    return {
        "no_file": _("This is no file that can be read here: it has to be FHIR, as JSON."),
        "other_file": _(
            "This is something else. A Questionnaire or a QuestionnaireResponse can be read here, "
            "as FHIR has them, in JSON."
        ),
        "unknown": _(
            "This questionnaire is none of those whose key Holdfast has. Nothing was taken in, "
            "since it could only be counted wrongly."
        ),
        "other_length": _(
            "This form has {item} questions, and the published one has another number. It may be a "
            "shortened one. Nothing was taken in."
        ),
        "which_order": _("There are two prints of this one. Choose which it is, and it is read."),
        "no_weights": _(
            "The options of question {item} do not say what they count, so nothing was taken in. "
            "Ask for a file in which they do (ordinalValue)."
        ),
        "other_weights": _(
            "The options of question {item} count otherwise than the published key says. Nothing "
            "was taken in, since it would come out wrong."
        ),
        "twice": _("One question is there twice and another is missing. Nothing was taken in."),
        "no_answers": _(
            "None of these answers says what it counts. Bring the questionnaire itself first."
        ),
        "other_total": _(
            "The total in this file is another one than its answers come to. Nothing was taken in: "
            "ask where it comes from."
        ),
    }


def came() -> dict[str, str]:
    """Return what is said of answers: never before help where that comes first."""
    return {
        "total": _("{total}, where {low} to {high} can come out."),
        "mean": _("{name}: {mean}, where {low} to {high} can come out."),
        "missing": _("Not all was answered, so there is no total. That is fine."),
        "check": _(
            "This is a check and not a diagnosis. Many people whose answers come out like this are "
            "well, and some whose answers come out otherwise could do with help."
        ),
        "talk": _(
            "It may be good to talk it over with a midwife, a health visitor or a doctor in the "
            "next days, and to fill it in again in two to four weeks."
        ),
        "mothers_only": _(
            "From where on a talk is suggested was studied with mothers who gave birth. For others "
            "nobody knows, so nothing is said. If you would like to talk, do."
        ),
        "support": _(
            "Some of these questions touch on hard things. If one of them stirred something up, "
            "somebody will listen."
        ),
        "alone": _("One filling-in says little. How it goes over weeks says more."),
    }


def parts() -> dict[str, str]:
    """Return the published names of parts that are means."""
    return {
        "pre_mentalizing": _("Pre-mentalizing"),
        "certainty": _("Certainty"),
        "curiosity": _("Interest and curiosity"),
    }


def says() -> dict[str, str]:
    """Return what is said after something was done."""
    return {
        "form": _("Taken in. Its words are sealed on this phone, like all here."),
        "answers": _("Taken in, with the day on which they were given."),
        "kept": _("Kept on this phone, for you alone."),
        "taken_out": _("Taken out."),
        "none": _("Choose an answer first. Leaving some out is fine."),
    }
