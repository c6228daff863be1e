from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from django import forms
from django.utils.datastructures import MultiValueDict

from holdfast.formats import FoundChild, Member, Question
from holdfast.web.access import Child
from holdfast.words.language import gettext as _

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MIB = 1024**2
File: TypeAlias = "UploadedFile[bytes]"
MOST_FILES = 20
LARGEST = 32 * MIB  # all files together


class ManyFiles(forms.ClearableFileInput):
    """A field that takes several files at once."""

    allow_multiple_selected = True

    def value_from_datadict(
        self, data: object, files: MultiValueDict[str, File], name: str
    ) -> "File | None":
        """Return the last file, which stands for all where one is asked for; `sent` has them."""
        del data
        return files.get(name)


class UploadForm(forms.Form):
    """Files of another app."""

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        files: MultiValueDict[str, File] | None = None,
    ) -> None:
        super().__init__(data, files)
        self.fields["files"] = forms.FileField(
            label=_("Files, or a zip of them"),
            help_text=_("Baby Buddy: one CSV for each kind, all at once. Huckleberry: one CSV."),
            widget=ManyFiles(attrs={"multiple": True}),
            error_messages={"required": _("Choose one file or more.")},
        )

    def members(self) -> list[Member]:
        """Return the files, read into memory: their size was held to a limit before."""
        return [Member(file.name or "", file.read()) for file in self.sent()]

    def sent(self) -> list[File]:
        """Return what was sent."""
        return list(self.files.getlist("files"))

    def clean(self) -> dict[str, object]:
        """Hold number and size to what a page can take; more goes by the command line."""
        sent = self.sent()
        if len(sent) > MOST_FILES:
            self.add_error("files", _("Up to 20 files at once, please: pack them as a zip."))
        if sum(file.size or 0 for file in sent) > LARGEST:
            self.add_error(
                "files",
                _("Together they are larger than 32 MB. The command takes them: holdfast import."),
            )
        return super().clean() or {}


class AnswersForm(forms.Form):
    """What the files do not say. Fields are named as the questions are."""

    def __init__(
        self,
        data: Mapping[str, object] | None,
        *,
        questions: Iterable[Question],
        found: Iterable[FoundChild],
        children: Iterable[Child],
        homes: Mapping[str, str],
        zone: str,
    ) -> None:
        super().__init__(data)
        for question in questions:
            self.fields[f"answer-{question.key}"] = answer_field(question, zone)
        choices = [(str(child.pk), child.name or _("the baby")) for child in children]
        for child in found:
            self.fields[f"child-{child.id}"] = forms.ChoiceField(
                label=_("Who is %(name)s?") % {"name": child.name}
                if child.name
                else _("Whose log is this?"),
                choices=[*choices, ("", _("leave out"))],
                required=False,
                initial=homes.get(child.source) or choices[0][0],
            )


def answer_field(question: Question, zone: str) -> forms.Field:
    """Return a question as a field: choices where there are some, else a text."""
    label = question.text
    if question.choices:
        empty = [] if question.needed else [("", _("not said"))]
        return forms.ChoiceField(
            label=label,
            choices=[*empty, *((choice, choice) for choice in question.choices)],
            initial=question.proposal,
            required=question.needed,
        )
    proposal = question.proposal or (zone if question.key == "zone" else "")
    return forms.CharField(label=label, initial=proposal, required=question.needed, max_length=100)


class KeyForm(forms.Form):
    """A new key for a program."""

    def __init__(self, data: Mapping[str, object] | None = None) -> None:
        super().__init__(data)
        self.fields["name"] = forms.CharField(
            max_length=60,
            label=_("What is it for?"),
            help_text=_("Your own words: a script, the house's computer."),
            error_messages={"required": _("A word or two, so that you know it again.")},
        )


MOST_NUMBERS = 6


class NumbersForm(forms.Form):
    """Whom the family calls: rows of a name and a number; an empty row is left out."""

    def __init__(
        self, data: Mapping[str, object] | None, *, kept: Sequence[Mapping[str, str]]
    ) -> None:
        super().__init__(data)
        for row in range(MOST_NUMBERS):
            said = kept[row] if row < len(kept) else {}
            self.fields[f"name-{row}"] = forms.CharField(
                label=_("Who"), required=False, max_length=60, initial=said.get("name", "")
            )
            self.fields[f"number-{row}"] = forms.CharField(
                label=_("Number"),
                required=False,
                max_length=30,
                initial=said.get("number", ""),
                widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
            )

    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return the fields, two and two."""
        return [(self[f"name-{row}"], self[f"number-{row}"]) for row in range(MOST_NUMBERS)]

    def clean(self) -> dict[str, object]:
        """Hold each row to a name, and a number that a phone can dial."""
        said = super().clean() or {}
        for row in range(MOST_NUMBERS):
            name, number = (str(said.get(f"{key}-{row}", "")) for key in ("name", "number"))
            if number and not any(sign.isdigit() for sign in number):
                self.add_error(f"number-{row}", _("There is no digit in it."))
            elif name and not number:
                self.add_error(f"number-{row}", _("The number is missing."))
            elif number and not name:
                self.add_error(f"name-{row}", _("Who is it? A word is enough."))
        return said

    def numbers(self) -> list[tuple[str, str]]:
        """Return the rows that say something."""
        said = self.cleaned_data
        rows = [(said[f"name-{row}"], said[f"number-{row}"]) for row in range(MOST_NUMBERS)]
        return [(name, number) for name, number in rows if number]


class ChildForm(forms.Form):
    """Another child: here, on the way, or awaited."""

    def __init__(self, data: Mapping[str, object] | None = None) -> None:
        super().__init__(data)
        self.fields["name"] = forms.CharField(
            max_length=100,
            required=False,
            label=_("Name"),
            help_text=_("None yet, or one only you use: both are fine."),
        )
        self.fields["pronoun"] = forms.ChoiceField(
            label=_("We say"),
            choices=[("she", _("she")), ("he", _("he")), ("they", _("they"))],
            initial="they",
        )
        self.fields["born"] = day_field(_("Day of birth"))
        self.fields["due"] = day_field(_("Due date"))
        self.fields["arrived"] = day_field(_("The day you came together"))


def day_field(label: str) -> forms.DateField:
    """Return a day as the phone's own calendar gives it."""
    return forms.DateField(
        required=False,
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
