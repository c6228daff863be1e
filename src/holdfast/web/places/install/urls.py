from django.urls import path

from holdfast.web.places.install import views

urlpatterns = [path("manifest.webmanifest", views.manifest, name="manifest")]
