"""What every template knows. It asks the database nothing."""

from django.http import HttpRequest

from holdfast.words.language import direction, language


def house(request: HttpRequest) -> dict[str, object]:
    """Return the language, which way it is written, and whether this is the made-up family."""
    return {
        "language": language(),
        "direction": direction(),
        "is_demo": request.session.get("demo", False),
    }
