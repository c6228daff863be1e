"""Logs in and out: our own open format, and the files of other apps."""
