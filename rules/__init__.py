"""The rules engine: reads a draft and says what an editor would ask."""

from rules.engine import review
from rules.files.form import RuleError
from rules.model import Flag, Hit, Level, Review, Rule, Source, Span, Voice
from rules.profile import UnknownProfile

__all__ = [
    "Flag",
    "Hit",
    "Level",
    "Review",
    "Rule",
    "RuleError",
    "Source",
    "Span",
    "UnknownProfile",
    "Voice",
    "review",
]
