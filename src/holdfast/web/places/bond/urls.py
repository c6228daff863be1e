from django.urls import path

from holdfast.web.places.bond import views

urlpatterns = [
    path("bond/<uuid:child_id>/", views.page, name="bond"),
    path("bond/<uuid:child_id>/questionnaires/", views.scales, name="bond_scales"),
]
