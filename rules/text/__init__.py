"""Reads copy: paragraphs, sentences, quotations, who says what, and in whose voice."""

from rules.text.model import (
    Attribution,
    Kind,
    Paragraph,
    Quotation,
    Sentence,
    Text,
)
from rules.text.stages import parse
from rules.text.tokens import Token

__all__ = [
    "Attribution",
    "Kind",
    "Paragraph",
    "Quotation",
    "Sentence",
    "Text",
    "Token",
    "parse",
]
