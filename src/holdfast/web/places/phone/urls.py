from django.urls import path

from holdfast.web.places.phone import views

urlpatterns = [
    path("phone/", views.page, name="phone"),
    path("offline/", views.offline, name="offline"),
    path("worker.js", views.worker, name="worker"),
]
