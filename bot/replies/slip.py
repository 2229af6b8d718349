"""A verb with one letter wrong."""

from bot.replies.verbs import VERBS

_SHORT = frozenset({"fix", "cut", "ask"})  # too many words are a slip away from these
# Words a slip away from a verb that people write before a number.
_ORDINARY = frozenset(
    {"set", "sets", "step", "stem", "stat", "suet", "stew", "sources", "fixes", "fixer", "mixed"}
    | {"wrongs", "who", "way", "whys", "whey", "wry"}
)


def meant_verb(word: str) -> str | None:
    """The verb, as it is typed, that a word is one slip away from."""
    if word in _ORDINARY:
        return None
    return next((verb for verb in VERBS if verb not in _SHORT and one_slip(word, verb)), None)


def one_slip(typed: str, known: str) -> bool:
    """One letter too many, too few, another, or two in the wrong order; the first one is right."""
    if typed[0] != known[0] or abs(len(typed) - len(known)) > 1 or min(len(typed), 3) < 3:
        return False
    pairs = enumerate(zip(typed, known, strict=False))
    same = next((n for n, (a, b) in pairs if a != b), min(len(typed), len(known)))
    mine, theirs = typed[same:], known[same:]
    swapped = mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:]
    return mine[1:] == theirs or mine == theirs[1:] or mine[1:] == theirs[1:] or swapped
