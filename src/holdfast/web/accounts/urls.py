from allauth.account import views as account
from allauth.usersessions.views import list_usersessions
from django.urls import path

from holdfast.web.accounts import views

urlpatterns = [
    path("", views.front, name="front"),
    path("demo/", views.demo, name="demo"),
    path("account/login/", account.login, name="account_login"),
    path("account/logout/", account.logout, name="account_logout"),
    path("account/signup/", account.signup, name="account_signup"),
    path("account/password/", account.password_change, name="account_change_password"),
    path("account/again/", account.reauthenticate, name="account_reauthenticate"),
    path("account/sessions/", list_usersessions, name="usersessions_list"),
    path("account/way-back/<str:token>/", views.way_back, name="way_back"),
]
