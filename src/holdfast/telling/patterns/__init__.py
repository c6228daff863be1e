"""Patterns in words first: what was counted, with its band, and what it does not mean."""

from holdfast.telling.patterns.page import Patterns, patterns_told
from holdfast.telling.patterns.section import Of, Section

__all__ = ["Of", "Patterns", "Section", "patterns_told"]
