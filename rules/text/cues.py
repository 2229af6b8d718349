"""The cue words: verbs, nouns and adjectives that say somebody said, thought or wanted something.

They stand in cues.txt, by class and by frame: what may follow the cue.
"""

from pathlib import Path
from typing import NamedTuple

from rules.text.words import word_set


class Cue(NamedTuple):
    """A word form that may tell of speech: its lemma, class, frames and shape.

    ``shape``: B base, Z with -s, D past (and participle), N participle only, G with -ing;
    of a noun S and P. ``takes``: the words of which one must follow a noun.
    """

    lemma: str
    class_: str
    frames: str
    shape: str
    takes: tuple[str, ...] = ()


_IRREGULAR = {
    "say": "says said said saying",
    "tell": "tells told told telling",
    "swear": "swears swore sworn swearing",
    "speak": "speaks spoke spoken speaking",
    "write": "writes wrote written writing",
    "show": "shows showed shown showing",
    "find": "finds found found finding",
    "put": "puts put put putting",
    "read": "reads read read reading",
    "think": "thinks thought thought thinking",
    "feel": "feels felt felt feeling",
    "understand": "understands understood understood understanding",
    "know": "knows knew known knowing",
    "see": "sees saw seen seeing",
    "seek": "seeks sought sought seeking",
    "choose": "chooses chose chosen choosing",
    "go": "goes went gone going",
    "begin": "begins began begun beginning",
    "shoot": "shoots shot shot shooting",
    "hit": "hits hit hit hitting",
    "cast": "casts cast cast casting",
    "bet": "bets bet bet betting",
    "forget": "forgets forgot forgotten forgetting",
    "foresee": "foresees foresaw foreseen foreseeing",
    "uphold": "upholds upheld upheld upholding",
    "strive": "strives strove striven striving",
    "forbid": "forbids forbade forbidden forbidding",
    "hear": "hears heard heard hearing",
    "rethink": "rethinks rethought rethought rethinking",
    "dream": "dreams dreamt dreamt dreaming",
    "forecast": "forecasts forecast forecast forecasting",
}
_DOUBLED = word_set("aver beg plan opt admit refer rebut brag quip grin shrug chat regret snap")
_VOWELS = frozenset("aeiou")
# Lemmas that are cues only with their second word ("+" in the frames).
PARTICLES = {
    "point": "out",
    "go": "on",
    "shoot": "back",
    "fire": "back",
    "hit": "back",
    "put": "it",
}
# Finite stance verbs that report what was said.
REPORTING_STANCE = word_set(
    "accuse blame criticise criticize condemn denounce deny dismiss dispute refute rebuke "
    "reject praise hail applaud rebut decry deplore slam blast castigate lambast lambaste"
)
# What an adjective must have after it.
ADJECTIVE_TAKES = ("that", "about", "of", "to", "over")
# Said of a thing that nobody in particular says.
FACELESS = word_set("reportedly allegedly supposedly purportedly")


def forms(verb: str) -> tuple[str, str, str, str]:
    """The forms of a verb: with -s, past, participle, with -ing."""
    if verb in _IRREGULAR:
        third, past, participle, ing = _IRREGULAR[verb].split()
        return third, past, participle, ing
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "x", "sh", "ch")) else "s")
    if verb.endswith("e"):
        ing = verb + "ing" if verb.endswith("ee") else verb[:-1] + "ing"
        return third, verb + "d", verb + "d", ing
    return third, stem + "ed", stem + "ed", stem + "ing"


def _read() -> dict[str, list[tuple[str, list[str]]]]:
    """What stands in cues.txt: under each heading, the lines' heads and words."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            under = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            head, words = line.split(": ")
            under.append((head, words.split()))
    return found


def _verbs(lines: list[tuple[str, list[str]]]) -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    for head, words in lines:
        class_, frames = head.split()
        for verb in words:
            third, past, participle, ing = forms(verb)
            for form, shape in ((past, "D"), (participle, "N"), (ing, "G"), (third, "Z")):
                table.setdefault(form, Cue(verb, class_, frames, shape))
            table.setdefault(verb, Cue(verb, class_, frames, "B"))
    return table


def _nouns(lines: list[tuple[str, list[str]]]) -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    for head, words in lines:
        class_, *takes = head.split()
        for noun in words:
            for form, shape in ((noun, "S"), (forms(noun)[0], "P")):
                known = table.get(form)
                taken = (*known.takes, *takes) if known else tuple(takes)
                table[form] = Cue(noun, known.class_ if known else class_, "", shape, taken)
    return table


_DATA = _read()
VERB_FORMS = _verbs(_DATA["verbs"])
NOUN_FORMS = _nouns(_DATA["nouns"])
ADJECTIVES = {word: Cue(word, head, "", "S") for head, ws in _DATA["adjectives"] for word in ws}
