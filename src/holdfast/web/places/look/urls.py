from django.urls import path

from holdfast.web.places.look import views

urlpatterns = [
    path("light/", views.light, name="light"),
    path("list/", views.away, name="away"),
]
