from django.urls import path

from holdfast.web.places.memories import views

urlpatterns = [
    path("memories/<uuid:child_id>/", views.album, name="memories"),
    path("memories/<uuid:child_id>/new/", views.new, name="memory_new"),
    path("memories/<uuid:child_id>/<uuid:moment_id>/", views.memory, name="memory"),
    path("memories/<uuid:child_id>/<uuid:moment_id>/undo/", views.undo, name="memory_undo"),
    path("memories/<uuid:child_id>/photo/<uuid:photo_id>/", views.photo, name="memory_photo"),
]
