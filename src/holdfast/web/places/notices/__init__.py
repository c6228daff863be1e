"""Notices: whether this phone is told that there is something new. Off until somebody wants it."""
