from django.urls import path

from holdfast.web.places.bond import journal, views

urlpatterns = [
    path("bond/<uuid:child_id>/", views.page, name="bond"),
    path("bond/<uuid:child_id>/questionnaires/", views.scales, name="bond_scales"),
    path("bond/<uuid:child_id>/journal/", journal.page, name="journal"),
    path("bond/<uuid:child_id>/journal/words/", journal.words, name="journal_words"),
    path("bond/<uuid:child_id>/journal/phones/", journal.phones, name="journal_phones"),
    path("bond/journal/<uuid:seat_id>/", journal.export, name="journal_export"),
]
