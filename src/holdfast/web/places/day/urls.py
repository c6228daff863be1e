from django.urls import path, register_converter

from holdfast.web.places.day import views
from holdfast.web.places.day.dates import LocalDay

register_converter(LocalDay, "day")

urlpatterns = [
    path("day/<uuid:child_id>/", views.today, name="day"),
    path("day/<uuid:child_id>/<day:on>/", views.page, name="day_of"),
    path("day/<uuid:child_id>/<day:on>/add/", views.add, name="day_add"),
    path("day/<uuid:child_id>/<day:on>/add/<str:kind>/", views.new, name="day_note"),
    path("day/<uuid:child_id>/<day:on>/add/<str:kind>/<str:word>/", views.new, name="day_new"),
    path("day/<uuid:child_id>/same/", views.same, name="moment_same"),
    path("day/<uuid:child_id>/part/", views.part, name="moment_part"),
    path("day/<uuid:child_id>/moment/<uuid:moment_id>/", views.moment, name="moment"),
    path("day/<uuid:child_id>/moment/<uuid:moment_id>/undo/", views.undo, name="moment_undo"),
    path("day/<uuid:child_id>/moment/<uuid:moment_id>/choose/", views.choose, name="moment_choose"),
]
