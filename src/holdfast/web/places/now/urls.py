from django.urls import path

from holdfast.web.places.now import views

urlpatterns = [
    path("now/<uuid:child_id>/", views.page, name="now"),
    path("now/<uuid:child_id>/tap/", views.tap, name="now_tap"),
    path("now/<uuid:child_id>/wakes/", views.wakes, name="now_wakes"),
    path("now/<uuid:child_id>/undo/", views.undo, name="now_undo"),
    path("now/<uuid:child_id>/hide/", views.hide, name="now_hide"),
]
