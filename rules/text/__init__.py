"""Reads copy: paragraphs, sentences, quotations, who says what, and in whose voice."""

from rules.text.model import (
    Attribution,
    Kind,
    Paragraph,
    Quotation,
    Sentence,
    Text,
    Token,
)
from rules.text.stages import parse

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
