"""What a visitor without an account is offered."""

from django.conf import settings

from holdfast.web.queries import needs_first_family


def demo_is_offered() -> bool:
    """Offer the made-up family where asked to, and while nobody lives on this server yet."""
    return bool(settings.OFFER_DEMO) or needs_first_family()
