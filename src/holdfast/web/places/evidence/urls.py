from django.urls import path

from holdfast.web.places.evidence import views

urlpatterns = [path("evidence/", views.page, name="evidence")]
