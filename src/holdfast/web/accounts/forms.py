from collections.abc import Mapping

from django import forms
from django.contrib.auth.password_validation import validate_password

from holdfast.web.access import User
from holdfast.words.language import gettext as _


class NewPasswordForm(forms.Form):
    """A new password, held to what the server asks of passwords."""

    def __init__(self, data: Mapping[str, object] | None, *, user: User) -> None:
        super().__init__(data)
        self.user = user
        self.fields["password"] = forms.CharField(
            label=_("New password"),
            strip=False,
            help_text=_(
                "Eight characters or more. Four words that only you put together are good."
            ),
            widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        )

    def clean_password(self) -> str:
        """Refuse what is too easily guessed."""
        password = str(self.cleaned_data["password"])
        validate_password(password, self.user)
        return password
