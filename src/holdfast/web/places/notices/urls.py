from django.urls import path

from holdfast.web.places.notices import views

urlpatterns = [
    path("notices/", views.phone, name="notices"),
    path("notices/key/", views.key, name="notices_key"),
    path("notices/off/", views.off, name="notices_off"),
]
