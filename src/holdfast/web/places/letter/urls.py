from django.urls import path

from holdfast.web.places.letter import views

urlpatterns = [
    path("letter/<uuid:child_id>/away/", views.away, name="letter_away"),
    path("letter/<uuid:child_id>/ask/", views.ask, name="letter_ask"),
    path("letter/<uuid:child_id>/take-over/", views.take, name="letter_take"),
]
