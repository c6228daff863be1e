"""The laws of what we say, and the linter that holds every text against them.

`findings("Your bond score is 82.")` looks at a text, `check(path)` at a file.
"""

from holdfast.words.laws.checking import Allowed, Checked, Found, check, files_in
from holdfast.words.laws.finding import Finding, findings, language_of
from holdfast.words.laws.rules import Law, Rule, languages, rules

__all__ = [
    "Allowed",
    "Checked",
    "Finding",
    "Found",
    "Law",
    "Rule",
    "check",
    "files_in",
    "findings",
    "language_of",
    "languages",
    "rules",
]
