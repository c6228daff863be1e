from django.urls import path

from holdfast.web.places.week import views

urlpatterns = [
    path("week/<uuid:child_id>/", views.page, name="week"),
    path("week/<uuid:child_id>/<str:on>/", views.page, name="week_of"),
]
