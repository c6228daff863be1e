"""What a family is asked at the beginning: three short pages, and only what is needed."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar

from django import forms
from django.contrib.auth.password_validation import validate_password

from holdfast.words.language import gettext as _

EXPECTED, BORN, AWAITED = "expected", "born", "awaited"
FARTHEST = timedelta(days=400)  # ahead of which a due date or an arrival is a typing error


class Day(forms.DateField):
    """A day as the phone's own calendar gives it."""

    def __init__(self, *, label: str, help_text: str = "") -> None:
        super().__init__(
            required=False,
            label=label,
            help_text=help_text,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            input_formats=["%Y-%m-%d"],
            error_messages={"invalid": _("Write the day as year-month-day, like 2026-03-01.")},
        )


class YouForm(forms.Form):
    """Who is here. A role is what the child may once call you, and not a box to tick."""

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        initial: dict[str, str] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.fields["name"] = forms.CharField(
            max_length=100,
            label=_("What are you called?"),
            help_text=_("As the others in your family will read it."),
            error_messages={"required": _("Write any name: it only says whose note it was.")},
            widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        )
        self.fields["called"] = forms.CharField(
            max_length=100,
            required=False,
            label=_("What are you to the child?"),
            help_text=_("In your own words: Mum, Papa, Grandma Lou, foster mother, childminder."),
        )


class ChildForm(forms.Form):
    """The child: here, on the way, or awaited in a family that comes together otherwise."""

    USUAL: ClassVar = {"state": BORN, "pronoun": "they"}
    NEEDS: ClassVar = {BORN: "born", EXPECTED: "due"}

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        initial: dict[str, str] | None = None,
        today: date,
    ) -> None:
        super().__init__(
            data, initial={**self.USUAL, **{k: v for k, v in (initial or {}).items() if v}}
        )
        self.today = today
        self.fields["state"] = forms.ChoiceField(
            label=_("The child is"),
            choices=[
                (BORN, _("born")),
                (EXPECTED, _("expected")),
                (AWAITED, _("awaited: we adopt or foster")),
            ],
            widget=forms.RadioSelect,
        )
        self.fields["name"] = forms.CharField(
            max_length=100,
            required=False,
            label=_("Name"),
            help_text=_("None yet, or one only you use: both are fine. It can change."),
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )
        self.fields["pronoun"] = forms.ChoiceField(
            label=_("We say"),
            choices=[("she", _("she")), ("he", _("he")), ("they", _("they"))],
            widget=forms.RadioSelect,
        )
        self.fields["born"] = Day(label=_("Day of birth"))
        self.fields["due"] = Day(
            label=_("Due date"),
            help_text=_(
                "Where you were given one. Of a child born early, ages are counted from this day."
            ),
        )
        self.fields["arrived"] = Day(
            label=_("The day you came together"),
            help_text=_(
                "Where that was later than birth, or is still to come. It need not be known."
            ),
        )

    def clean(self) -> dict[str, object]:
        """Ask for the one day without which nothing can be said, and no more."""
        given = super().clean() or {}
        needed = self.NEEDS.get(str(given.get("state")))
        if needed and not given.get(needed) and needed not in self.errors:
            what = {
                "born": _("When was the child born? If nobody knows, take the likeliest day."),
                "due": _("When is the child due? About is enough; it can change."),
            }
            self.add_error(needed, what[needed])
        self.check_days(given)
        return given

    def check_days(self, given: Mapping[str, object]) -> None:
        """Hold the days to what can have been."""
        born, due, arrived = (given.get(name) for name in ("born", "due", "arrived"))
        if isinstance(born, date) and born > self.today:
            self.add_error("born", _("This day is still to come. Is the child expected?"))
        for name, day in (("due", due), ("arrived", arrived)):
            if isinstance(day, date) and day > self.today + FARTHEST:
                self.add_error(name, _("This day is more than a year away. Set it once more."))
        if isinstance(born, date) and isinstance(arrived, date) and arrived < born:
            self.add_error(
                "arrived", _("This is before the day of birth. Set one of them once more.")
            )


class AccountForm(forms.Form):
    """What opens the door on the next phone."""

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        initial: dict[str, str] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.fields["username"] = forms.CharField(
            max_length=150,
            label=_("User name"),
            help_text=_("For signing in on this and other phones. No e-mail address is needed."),
            error_messages={"required": _("Choose a name to sign in with.")},
            widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        )
        self.fields["password"] = forms.CharField(
            label=_("Password"),
            strip=False,
            help_text=_(
                "Eight characters or more. Four words that only you put together are good."
            ),
            error_messages={"required": _("Choose a password.")},
            # What was typed stays on an error elsewhere; the page is never kept by the browser.
            widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=True),
        )

    def clean_password(self) -> str:
        """Hold it to what the server asks of passwords."""
        password = str(self.cleaned_data["password"])
        validate_password(password)
        return password
