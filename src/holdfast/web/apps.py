from django.apps import AppConfig


class Web(AppConfig):
    """The web as Django knows it."""

    name = "holdfast.web"
    label = "web"
