"""Shares in words: so many in ten, with the band and the count, or too few to say."""

from holdfast.engine.estimate import Estimate, TooFew
from holdfast.words.language import gettext as _
from holdfast.words.language import ngettext

TEN = 10


def in_ten(share: Estimate) -> str:
    """Say a share in tenths: "8 in 10", "fewer than 1 in 10", "nearly always"."""
    tenths = round(share.value * TEN)
    if tenths == 0:
        return _("fewer than 1 in 10")
    if tenths == TEN:
        return _("nearly always")
    return _("%(tenths)d in 10") % {"tenths": tenths}


def with_band(share: Estimate) -> str:
    """Say a share with its band and its count: "8 in 10 (6 to 9; seen 18 times)"."""
    times = ngettext("seen %(n)d time", "seen %(n)d times", share.n) % {"n": share.n}
    band = {"low": round(share.low * TEN), "high": round(share.high * TEN), "times": times}
    if band["low"] == band["high"]:  # so sure that tenths cannot show it
        return _("%(share)s (%(band)s)") % {"share": in_ten(share), "band": times}
    return _("%(share)s (%(band)s)") % {
        "share": in_ten(share),
        "band": _("%(low)d to %(high)d; %(times)s") % band,
    }


def minutes_with_band(value: Estimate) -> str:
    """Say minutes with their band: "3 minutes (2 to 4)"."""
    said = ngettext("%(n)d minute", "%(n)d minutes", round(value.value)) % {"n": round(value.value)}
    band = {"low": round(value.low), "high": round(value.high), "minutes": said}
    if band["low"] == band["high"]:
        return said
    return _("%(minutes)s (%(low)d to %(high)d)") % band


def too_few(few: TooFew) -> str:
    """Say kindly that there are too few to say."""
    text = ngettext(
        "Too few to say yet: %(n)d so far, and it takes about %(needed)d.",
        "Too few to say yet: %(n)d so far, and it takes about %(needed)d.",
        few.n,
    )
    return text % {"n": few.n, "needed": few.needed}
