"""Holdfast: a companion for the bond between a baby and the people who care for it."""

__version__ = "0.1.0"
