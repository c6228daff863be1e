from django.urls import path

from holdfast.web.places.patterns import views

urlpatterns = [path("patterns/<uuid:child_id>/", views.page, name="patterns")]
