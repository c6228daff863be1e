from django.urls import path

from holdfast.web.places.hands import views

urlpatterns = [
    path("hands/", views.page, name="hands"),
    path("hands/<uuid:hand_id>/end/", views.end, name="hand_end"),
    path("h/<str:token>/", views.hand, name="hand"),
]
