"""All addresses. tests/access walks this map, so a new one needs its decision there."""

from django.urls import include, path

urlpatterns = [
    path("", include("holdfast.web.accounts.urls")),
    path("api/", include("holdfast.web.api.urls")),
    path("", include("holdfast.web.places.welcome.urls")),
    path("", include("holdfast.web.places.now.urls")),
    path("", include("holdfast.web.places.day.urls")),
    path("", include("holdfast.web.places.patterns.urls")),
    path("", include("holdfast.web.places.bond.urls")),
    path("", include("holdfast.web.places.grow.urls")),
    path("", include("holdfast.web.places.evidence.urls")),
    path("", include("holdfast.web.places.memories.urls")),
    path("", include("holdfast.web.places.family.urls")),
    path("", include("holdfast.web.places.hands.urls")),
    path("", include("holdfast.web.places.install.urls")),
    path("", include("holdfast.web.places.letter.urls")),
    path("", include("holdfast.web.places.look.urls")),
    path("", include("holdfast.web.places.notices.urls")),
    path("", include("holdfast.web.places.phone.urls")),
    path("", include("holdfast.web.places.help.urls")),
    path("", include("holdfast.web.places.week.urls")),
]
