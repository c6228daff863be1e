"""Family: who is here, and all of it to take along."""

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now as the_time
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from holdfast.formats.bundle import write_bundle
from holdfast.web import actions
from holdfast.web.access import GRANTS, May, Role, child_in_front, children_of, family_for
from holdfast.web.places.family import shown
from holdfast.web.places.family.forms import ChildForm
from holdfast.web.queries import caregivers_of, everything_of, photos_taken_along, taken_along


@login_required
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    family, seat = family_for(request.user, May.READ)
    children = [child for child, _seat in children_of(request.user) if child.family_id == family.pk]
    now = the_time()
    here = [one for one in caregivers_of(family) if one.until is None or one.until > now]
    printed = {
        "place": "family",
        "child": child_in_front(children),
        "children": children,
        "caregivers": here,
        "me": seat.pk,
        "hidden": shown.hidden_help(seat.no_help_for, children),
        "is_parent": May.IMPORT in GRANTS[Role(seat.role)],
        "may_log": May.LOG in GRANTS[Role(seat.role)],
    }
    return render(request, "family/page.html", printed)


@login_required
@require_POST
def helping(request: HttpRequest) -> HttpResponse:
    """Say again what may help, to whom had hidden it."""
    _family, seat = family_for(request.user, May.READ)
    actions.show_help(seat=seat, whom=request.POST.get("whom", ""))
    return redirect("family")


@login_required
@require_http_methods(["GET", "POST"])
def add_child(request: HttpRequest) -> HttpResponse:
    family, _seat = family_for(request.user, May.ADD_CHILD)
    form = ChildForm(request.POST) if request.method == "POST" else ChildForm()
    if form.is_bound and form.is_valid():
        child = actions.add_child(family=family, child=actions.NewChild(**form.cleaned_data))
        return redirect("now", child.pk)
    page = {"place": "family", "form": form}
    return render(request, "family/add_child.html", page, status=422 if form.errors else 200)


@login_required
@require_GET
def export(request: HttpRequest) -> FileResponse:
    """Give all that the family has, in open formats; of the journals only one's own, sealed."""
    family, seat = family_for(request.user, May.EXPORT)
    everything = everything_of(family)
    file = BytesIO()
    write_bundle(
        file,
        header=everything.header,
        moments=everything.moments,
        history=everything.history,
        journal=taken_along(seat),
        photos=photos_taken_along(family),
    )
    file.seek(0)
    name = f"holdfast-{the_time():%Y-%m-%d}.zip"
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
