from django.urls import path

from holdfast.web.places.welcome import views

urlpatterns = [
    path("welcome/", views.begin, name="welcome"),
    path("welcome/you/", views.you, name="welcome_you"),
    path("welcome/child/", views.child, name="welcome_child"),
    path("welcome/child/<int:which>/leave-out/", views.leave_out, name="welcome_leave_out"),
    path("welcome/account/", views.account, name="welcome_account"),
    path("welcome/<str:token>/", views.link, name="welcome_link"),
]
