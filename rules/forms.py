"""Inflects words once and remembers it: slam, slams, slamming, slammed."""

import contextlib
import json
import os
import tempfile
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from platformdirs import user_cache_path

Forms = Literal["noun", "verb", "any"]
Table = dict[str, dict[str, tuple[str, ...]]]
VERSION = 1
_PARTS = {"noun": ("NOUN",), "verb": ("VERB",), "any": ("VERB", "NOUN")}


def inflect(terms: Iterable[str], forms: Forms) -> Table:
    """For each term its forms by tag (VB, VBD, VBG, VBZ, NN, NNS …), the term's own included.

    Of several words, a verb changes in the first and a noun in the last. lemminflect brings
    numpy: what it says is kept in the cache folder, so that most runs never import it.
    """
    wanted = sorted(set(terms))
    key = blake2b(f"{VERSION} {forms} {wanted}".encode(), digest_size=10).hexdigest()
    path = user_cache_path("copychief") / "forms" / f"{key}.json"
    kept = _kept(path)
    if kept is None or set(kept) != set(wanted):
        kept = {term: _forms(term, forms) for term in wanted}
        _keep(path, kept)
    return kept


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


def _kept(path: Path) -> Table | None:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return {
            term: {tag: tuple(map(str, spellings)) for tag, spellings in tags.items()}
            for term, tags in read.items()
        }
    except (OSError, ValueError, AttributeError, TypeError):
        return None  # no cache yet, or not one of ours: it is written anew


def _keep(path: Path, table: Table) -> None:
    with contextlib.suppress(OSError):  # a home that cannot be written to costs time, no more
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(table, file)
        os.replace(name, path)
