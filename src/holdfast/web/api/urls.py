from django.urls import path

from holdfast.web.api.views import api, docs, openapi

urlpatterns = [
    path("docs", docs, name="api_docs"),
    path("openapi.json", openapi, name="api_openapi"),
    path("", api.urls),
]
