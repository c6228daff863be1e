"""The ledger on one page: the same for everybody, signed in or not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from holdfast.words.evidence import EVIDENCE, TOPICS, all_known
from holdfast.words.language import gettext as _


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """Show every entry, topic by topic."""
    topics = [
        {
            "key": topic.key,
            "title": _(topic.title),
            "entries": all_known(*(entry.key for entry in topic.entries)),
        }
        for topic in TOPICS
    ]
    view = {"topics": topics, "count": len(EVIDENCE)}
    answer = render(request, "evidence/page.html", view)
    answer["X-Offline"] = "keep"
    return answer
