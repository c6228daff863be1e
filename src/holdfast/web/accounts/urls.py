from allauth.account import views as account
from allauth.usersessions.views import list_usersessions
from django.urls import path
from django.views.decorators.http import require_http_methods

from holdfast.web.accounts import views

page = require_http_methods(["GET", "POST"])

urlpatterns = [
    path("", views.front, name="front"),
    path("demo/", views.demo, name="demo"),
    path("account/login/", page(account.login), name="account_login"),
    path("account/logout/", page(account.logout), name="account_logout"),
    path("account/signup/", page(account.signup), name="account_signup"),
    path("account/password/", page(account.password_change), name="account_change_password"),
    path("account/again/", page(account.reauthenticate), name="account_reauthenticate"),
    path("account/sessions/", page(list_usersessions), name="usersessions_list"),
    path("account/way-back/<str:token>/", views.way_back, name="way_back"),
]
