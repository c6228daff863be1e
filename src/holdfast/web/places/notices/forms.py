"""What a phone wants to be told of."""

from django import forms

from holdfast.web.actions import Wishes


class PhoneForm(forms.Form):
    """The phone's address, which its browser gives, and a person's wishes."""

    endpoint = forms.CharField(max_length=1000)
    when_asked = forms.BooleanField(required=False)
    when_new = forms.BooleanField(required=False)
    quiet_from = forms.TimeField(required=False)
    quiet_until = forms.TimeField(required=False)

    def wishes(self) -> Wishes:
        """Return the wishes."""
        given = self.cleaned_data
        return Wishes(**{name: given[name] for name in Wishes.__dataclass_fields__})
