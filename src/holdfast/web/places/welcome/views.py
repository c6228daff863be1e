"""Welcome: begin, who you are, the child, how you sign in. Going back loses nothing."""

from datetime import date
from zoneinfo import ZoneInfo

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now as the_time
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from holdfast.web.actions import NewPerson, Started, start_family
from holdfast.web.actions.starting import NameTaken
from holdfast.web.places.welcome.draft import Draft, new_child, typed
from holdfast.web.places.welcome.forms import AccountForm, ChildForm, YouForm
from holdfast.web.queries import link_is_open
from holdfast.web.zones import zone_of
from holdfast.words.language import gettext as _

CHILD = ("state", "name", "pronoun", "born", "due", "arrived")


@require_GET
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Take the link out of the address at once, so that no history or shoulder keeps it."""
    if not link_is_open(token):
        return render(request, "welcome/ended.html", status=404)
    Draft(request).keep(token=token)
    return redirect("welcome")


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    if not link_is_open(Draft(request).token):
        return render(request, "welcome/ended.html", status=404)
    if request.method == "POST":
        return redirect("welcome_you")
    return render(request, "welcome/begin.html")


@require_http_methods(["GET", "POST"])
def you(request: HttpRequest) -> HttpResponse:
    draft = Draft(request)
    if request.method == "POST":
        form = YouForm(request.POST)
        draft.keep(you=typed(request.POST, "name", "called"))
        if form.is_valid():
            return redirect("welcome_child")
        return render(request, "welcome/you.html", {"form": form, "step": 1}, status=422)
    form = YouForm(initial=draft["you"])
    return render(request, "welcome/you.html", {"form": form, "step": 1})


@require_http_methods(["GET", "POST"])
def child(request: HttpRequest) -> HttpResponse:
    draft = Draft(request)
    if request.method != "POST":
        form = ChildForm(initial=draft["child"], today=today(request))
        return render(request, "welcome/child.html", child_page(draft, form))
    form = ChildForm(request.POST, today=today(request))
    said = typed(request.POST, *CHILD)
    if not form.is_valid():
        draft.keep(child=said)
        return render(request, "welcome/child.html", child_page(draft, form), status=422)
    if request.POST.get("then") == "child":
        draft.keep(children=[*draft.children, said], child={})
        return redirect("welcome_child")
    draft.keep(child=said)
    return redirect("welcome_account")


@require_POST
def leave_out(request: HttpRequest, which: int) -> HttpResponse:
    """Take one of several children out again."""
    draft = Draft(request)
    draft.keep(children=[one for at, one in enumerate(draft.children) if at != which])
    return redirect("welcome_child")


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    draft = Draft(request)
    if not draft["you"]:
        return redirect("welcome_you")
    if not children_of(draft):
        return redirect("welcome_child")
    form = AccountForm(request.POST) if request.method == "POST" else AccountForm(initial={})
    if request.method == "POST" and form.is_valid() and (started := start(request, draft, form)):
        draft.end()
        login(request, started.user, backend="django.contrib.auth.backends.ModelBackend")
        return redirect("now", started.children[0].pk)
    status = 422 if form.errors else 200
    return render(request, "welcome/account.html", {"form": form, "step": 3}, status=status)


def start(request: HttpRequest, draft: Draft, form: AccountForm) -> Started | None:
    """Start the family; where the user name is taken, say so beside it."""
    person = NewPerson(
        username=form.cleaned_data["username"],
        password=form.cleaned_data["password"],
        name=draft["you"]["name"].strip(),
        called=draft["you"]["called"].strip(),
    )
    children = [new_child(said) for said in children_of(draft)]
    try:
        return start_family(
            token=draft.token, person=person, children=children, zone=zone_of(request, "UTC")
        )
    except NameTaken as taken:
        form.add_error("username", str(taken))
        return None


def children_of(draft: Draft) -> list[dict[str, str]]:
    """Return all children that were written down: those kept, and the one on the page."""
    return [*draft.children, *([draft["child"]] if draft["child"].get("state") else [])]


def child_page(draft: Draft, form: ChildForm) -> dict[str, object]:
    """Return what the child's page prints."""
    names = [one["name"] or _("The baby") for one in draft.children]
    return {"form": form, "children": names, "step": 2}


def today(request: HttpRequest) -> date:
    """Return the day it is where the phone is."""
    return the_time().astimezone(ZoneInfo(zone_of(request, "UTC"))).date()
