from django.urls import path

from holdfast.web.places.family import drafts, imports, keys, modes, numbers, views

urlpatterns = [
    path("family/", views.page, name="family"),
    path("family/children/add/", views.add_child, name="family_add_child"),
    path("family/helping/", views.helping, name="family_helping"),
    path("family/quiet/", modes.quiet, name="family_quiet"),
    path("family/weekly/", modes.weekly, name="family_weekly"),
    path("family/loss/<uuid:child_id>/", modes.loss, name="family_loss"),
    path("family/numbers/", numbers.page, name="family_numbers"),
    path("family/export/", views.export, name="family_export"),
    path("family/import/", imports.upload, name="import"),
    path("family/import/<uuid:upload_id>/", imports.look, name="import_look"),
    path("family/import/<uuid:upload_id>/leave/", imports.leave, name="import_leave"),
    path("family/imports/<uuid:import_id>/undo/", imports.undo, name="import_undo"),
    path("family/drafts/<uuid:child_id>/", drafts.page, name="drafts"),
    path("family/keys/", keys.page, name="keys"),
    path("family/keys/<uuid:key_id>/end/", keys.end, name="key_end"),
]
