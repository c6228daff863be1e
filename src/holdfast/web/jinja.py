"""The templates' environment: our words in the spoken language, addresses, static files."""

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from holdfast.telling.dates import date_said
from holdfast.web.accounts.offers import demo_is_offered
from holdfast.web.ids import new_id
from holdfast.words.evidence import known
from holdfast.words.language import gettext, ngettext, pgettext


def environment(**options: object) -> Environment:
    """Build it. A name that a view forgot is an error and not an empty place."""
    env = Environment(**{**options, "undefined": StrictUndefined})  # type: ignore[arg-type]  # noqa: S701 -- Django passes autoescape
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_callables(gettext, ngettext, newstyle=True, pgettext=pgettext)  # type: ignore[attr-defined]
    env.globals |= {
        "static": static,
        "url": address,
        "new_id": new_id,
        "evidence": known,
        "date_said": date_said,
        "demo_is_offered": demo_is_offered,
    }
    env.trim_blocks = env.lstrip_blocks = True
    return env


def address(name: str, *args: object, **kwargs: object) -> str:
    """Return a route's address: `{{ url("now", child=child.id) }}`."""
    return reverse(name, args=args, kwargs=kwargs)
