"""Inflects words once and remembers it: slam, slams, slamming, slammed."""

from collections.abc import Iterable
from functools import cache
from typing import Literal

from rules.cache import kept

Forms = Literal["noun", "verb", "any"]
Table = dict[str, dict[str, tuple[str, ...]]]
_PARTS = {"noun": ("NOUN",), "verb": ("VERB",), "any": ("VERB", "NOUN")}


def inflect(terms: Iterable[str], forms: Forms) -> Table:
    """For each term its forms by tag (VB, VBD, VBG, VBZ, NN, NNS …), the term's own included.

    Of several words, a verb changes in the first and a noun in the last. lemminflect brings
    numpy: what it says is kept in the cache folder, so that most runs never import it.
    """
    wanted = sorted(set(terms))
    return kept(
        "forms",
        f"{forms} {wanted}".encode(),
        lambda: {term: _forms(term, forms) for term in wanted},
        lambda said: _read(said, wanted),
    )


def _read(said: dict[str, dict[str, list[str]]], wanted: list[str]) -> Table:
    return {term: {tag: tuple(said[term][tag]) for tag in said[term]} for term in wanted}


def _forms(term: str, forms: Forms) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for known in (True, False):
        for part in () if found else _PARTS[forms]:
            head, word, tail = _split(term, part)
            for tag, spellings in _one_word(word, part, known).items():
                found[tag] = tuple(f"{head}{spelling}{tail}" for spelling in spellings)
    return found or {"": (term,)}


def _split(term: str, part: str) -> tuple[str, str, str]:
    """What stands before the word that changes, the word, and what stands after it."""
    if part == "VERB":
        word, space, tail = term.partition(" ")
        return "", word, space + tail
    head, space, word = term.rpartition(" ")
    return head + space, word, ""


@cache
def _one_word(word: str, part: str, known: bool) -> dict[str, tuple[str, ...]]:
    """From the dictionary, or by the rules for words that are in no dictionary."""
    import lemminflect

    ask = lemminflect.getAllInflections if known else lemminflect.getAllInflectionsOOV
    found: dict[str, tuple[str, ...]] = ask(word, upos=part)
    return found
