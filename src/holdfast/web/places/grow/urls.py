from django.urls import path

from holdfast.web.places.grow import ages, signal, views

urlpatterns = [
    path("grow/<uuid:child_id>/", ages.page, name="grow"),
    path("grow/<uuid:child_id>/signal/<slug:word>/", signal.page, name="grow_signal"),
    path("grow/sandbox/", views.sandbox, name="sandbox"),
]
