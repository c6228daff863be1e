from django.urls import path

from holdfast.web.places.help import views

urlpatterns = [
    path("help/", views.page, name="help"),
    path("help/sheet/", views.sheet, name="help_sheet"),
]
