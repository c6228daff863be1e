from django.urls import path

from holdfast.web.places.grow import views

urlpatterns = [path("grow/sandbox/", views.sandbox, name="sandbox")]
