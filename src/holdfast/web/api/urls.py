from django.urls import path

from holdfast.web.api.views import api, docs

urlpatterns = [
    path("docs", docs, name="api_docs"),
    path("", api.urls),
]
