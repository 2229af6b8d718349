"""Tells a noun from the verb that looks like it, by the word before."""

import re

_DETERMINERS = (
    r"an?|the|this|these|those|my|your|his|her|its|our|their|whose|no|any|every|each|another|"
    r"some|more|most|such|many|several|few|one|two|three|four|five|six"
)
_PREPOSITIONS = r"of|in|at|by|with|from|for|on|after|before|during|under|against"
_BEFORE_NOUNS = re.compile(rf"{_DETERMINERS}|that|{_PREPOSITIONS}|\w+(?:'s|s')")
_BEFORE_ADJECTIVES = re.compile(rf"{_DETERMINERS}|\w+(?:'s|s')")
_BEFORE_VERBS = re.compile(
    r"to|will|would|can|could|may|might|must|shall|should|do|does|did|don't|doesn't|didn't|"
    r"not|and|or|i|we|you|they|who|people|men|women"
)


def is_before_noun(word: str) -> bool:
    """Tell whether ``word`` can only come before a noun: "her boast", "the mayor's boast"."""
    return _BEFORE_NOUNS.fullmatch(word) is not None


def is_before_verb(word: str) -> bool:
    """Tell whether a bare form after ``word`` is a verb: "to slam", "unions slam"."""
    is_plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return is_plural or _BEFORE_VERBS.fullmatch(word) is not None


def is_noun_after(word: str, verb: str) -> bool:
    """Tell "its funds", "of exploited workers" and "the forged papers" from verbs."""
    if verb.endswith("ing"):
        return _BEFORE_ADJECTIVES.fullmatch(word) is not None
    return word in ("", "&", "heavily") or (word != "that" and is_before_noun(word))
