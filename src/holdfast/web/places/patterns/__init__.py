"""Patterns: what was counted of the last months, words first, each with its count and its band."""
