"""All addresses. tests/access walks this map, so a new one needs its decision there."""

from django.urls import include, path

urlpatterns = [
    path("", include("holdfast.web.accounts.urls")),
]
