"""The door of the house: in, back in after a lost password, and the made-up family."""

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from holdfast.web.access import child_in_front, children_of
from holdfast.web.accounts.forms import NewPasswordForm
from holdfast.web.accounts.offers import demo_is_offered
from holdfast.web.actions import demo_family, set_password_by
from holdfast.web.queries import user_of_way_back
from holdfast.words.errors import HoldfastError

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"


class NoFamily(HoldfastError):
    """An account without a family."""

    status = 404  # type: ignore[assignment]


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Go to where one left off: the first child who is here, or the sign-in page."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    child = child_in_front(child for child, _seat in children_of(request.user))
    if child is None:
        raise NoFamily("You are in no family here.", hint="Ask one of its parents to let you in.")
    return redirect("now", child.pk)


@require_http_methods(["GET", "POST"])
def demo(request: HttpRequest) -> HttpResponse:
    """Look at a made-up family, signed in as its caregiver. A button brings one in."""
    if not demo_is_offered():
        raise Http404
    if request.method == "GET":
        return render(request, "account/demo.html")
    started = demo_family()
    login(request, started.user, backend=MODEL_BACKEND)
    request.session["demo"] = True
    return redirect("now", started.children[0].pk)


@require_http_methods(["GET", "POST"])
def way_back(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a new password, with the link that `holdfast reset` printed."""
    user = user_of_way_back(token)
    if user is None:
        raise Http404
    form = NewPasswordForm(request.POST or None, user=user)
    if form.is_valid():
        set_password_by(token=token, password=form.cleaned_data["password"])
        return redirect("account_login")
    status = 422 if form.is_bound else 200
    page = {"form": form, "username": user.username}
    return render(request, "account/way_back.html", page, status=status)
