from django.urls import path

from holdfast.web.places.grow import ages, views

urlpatterns = [
    path("grow/<uuid:child_id>/", ages.page, name="grow"),
    path("grow/sandbox/", views.sandbox, name="sandbox"),
]
