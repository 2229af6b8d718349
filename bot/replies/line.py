"""Read one line of a reply: one decision, one that is asked about, or talk."""

import re
from collections.abc import Collection
from dataclasses import replace

from bot.replies.alls import ALL, All, all_of, word_after_all
from bot.replies.asking import asked
from bot.replies.decision import Nearly, Understood, Verb
from bot.replies.every import PACKS
from bot.replies.numbers import BARE, BEFORE_WORDS, COUNTS, LEADING, spans
from bot.replies.slip import meant_verb, one_slip
from bot.replies.tail import tail
from bot.replies.verbs import VERBS

_ASK = re.compile(r"ask[:,]?\s", re.IGNORECASE)
_BULLET = re.compile(r"[-*•·–]\s+")
# Words that make a sentence of verb and number: "source 2 says …" names no flag.
_IS = (
    "is|are|was|were|has|have|had|will|would|can|could|did|does|do|and|or|but"
    "|isn.t|aren.t|wasn.t|cannot|can.t"
)
_SAYS = (
    "says?|said|saying|tells?|told|thinks?|claims?|claimed|confirm(?:s|ed)?|den(?:y|ies|ied)"
    "|wants?|wanted"
)
_STANDS = (
    "agree[sd]?|in|inside|within|at|near|close|who|whose|whom|which|declin(?:ed?|es)"
    "|refus(?:ed?|es)|sp(?:oke|eaks?)|talk(?:s|ed)|ask(?:s|ed)|call(?:s|ed) back|rang|rings"
)
_TALK = {
    verb: re.compile(rf"(?:{words})\b", re.IGNORECASE)
    for verb, words in (
        (Verb.STET, _IS),
        (Verb.WRONG, f"{_IS}|{_SAYS}"),
        (Verb.SOURCE, f"{_IS}|{_SAYS}|{_STANDS}"),
    )
}
# What a source may begin with, besides a capital, a figure, a mark or an address.
_SOURCE = re.compile(
    r"(?:https?:|www\.|\S*\w[.@]\w+\.?[a-z]{2,}\b|\S*[A-Z]"
    r"|(?:from|per|via|according\s+to|see|the|an?|our|my|his|her|their|your|its|this|that"
    r"|two|three|four|five|six|several|both|al|el|de|di|da|du|la|le|van|von|bin|ibn)\b)"
)
_SOMEBODY = re.compile(r"(?:i|we|you|he|she|it|they)\b", re.IGNORECASE)
# "wrong 2 ways" counts ways; "wrong 2 his title" and "wrong 2 as spelt" count nothing.
_COUNTED = re.compile(r"(?!(?:this|his|its|always|was|has|does|perhaps)\b)[a-z]+[^\W\dsui]s\b")
_MONTH = re.compile(r"\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_SHOWN = 40
_ENOUGH = 6  # letters of a pack's name in which a slip can be told from another word


def read_line(line: str, names: Collection[str]) -> Understood | Nearly | None:
    """Read a line; ``names`` are those that `all` goes with, besides packs and levels."""
    line = _BULLET.sub("", line, count=1) if _BULLET.match(line) else line
    if _ASK.match(line):
        return asked(line, names)
    head = BARE.match(line)
    if head is None:
        everything = all_of(line, names)
        return _all(line, everything, names) if everything else None
    verb = VERBS.get(head["verb"].lower())
    if verb is None:
        return _misspelt(line, head)
    return _with_words(verb, line) if verb.with_words else _without(verb, line, head)


def half(line: str) -> Nearly | None:
    """What could be meant by a line that begins like a decision and is none."""
    head = BEFORE_WORDS.match(line) or ALL.match(line)
    if head is None or head["verb"].lower() not in VERBS:
        return None
    said, rest = _said(head), line[head.end() :].strip(" :;,")
    return Nearly(f"{said} {_cut(rest)}", (f"{said}: {_cut(rest)}",))


def _without(verb: Verb, line: str, head: re.Match[str]) -> Understood | None:
    after = tail(line[head.end() :])
    if not (after.bare or (after.parted and verb is Verb.FIXED)):
        return None  # "cut 9 million jobs", "fixed 2 typos", "why 4 people died"
    words = "" if after.bare else after.words
    return Understood(verb, spans(head["numbers"]), words, _said(head))


def _with_words(verb: Verb, line: str) -> Understood | Nearly | None:
    head = BEFORE_WORDS.match(line)
    if head is None:
        return None
    rest = line[head.end() :]
    parted, words, _ = tail(rest)
    if COUNTS.match(rest) or (not parted and _TALK[verb].match(words)):
        return _perhaps(verb, line, rest)
    if not parted and LEADING.match(words):
        return ambiguous(_said(head), words)
    if not parted and words and _may_be_talk(verb, words):
        return half(line)
    words = words if words.strip(".!?") else ""
    return Understood(verb, spans(head["numbers"]), words, _said(head))


def _may_be_talk(verb: Verb, words: str) -> bool:
    """Tell whether these make a sentence with what stands before them, as far as one can see."""
    if verb is Verb.SOURCE:
        named = not words[0].islower() or _SOURCE.match(words)
        return not named or _SOMEBODY.match(words) is not None
    return verb is Verb.WRONG and _COUNTED.match(words) is not None


def _perhaps(verb: Verb, line: str, rest: str) -> Nearly | None:
    read = half(line)
    if read and verb is Verb.SOURCE and _MONTH.match(rest):
        return replace(read, but="that is a date")
    return read if verb is Verb.STET else None  # nobody says stet but to an editor


def _all(line: str, meant: All, names: Collection[str]) -> Understood | Nearly | None:
    verb = VERBS.get(meant.verb)
    if verb is None or verb is Verb.WHY:
        return None
    said = " ".join(line[: meant.end].split())
    after = tail(line[meant.end :])
    if verb.with_words:
        return _all_with_words(verb, said, meant, after.parted, after.words)
    if not after.bare:
        return _all_misspelt(verb, line)
    if verb is Verb.FIXED and meant.verb != verb:  # "fix all copy" may be said to the writer
        return Nearly(said, (verb + said[len(meant.verb) :],)) if meant.plain else None
    return Understood(verb, (), "", said, meant.every)


def _all_with_words(
    verb: Verb, said: str, meant: All, parted: bool, words: str
) -> Understood | Nearly | None:
    words = words if words.strip(".!?") else ""
    sure = verb is Verb.STET or meant.plain
    if parted or (not words and sure) or (verb is Verb.STET and meant.plain):
        return Understood(verb, (), words, said, meant.every)
    if not sure or not words:
        return None  # "wrong all along", "source all quotes"
    name = meant.every.name
    forms: tuple[str, ...] = (f"{said}: {_cut(words)}",)
    if name and not meant.plain:
        forms += (f"{said[: -len(name)].rstrip()}: {name} {_cut(words)}",)
    return Nearly(f"{said} {_cut(words)}", forms)


def _all_misspelt(verb: Verb, line: str) -> Nearly | None:
    word = word_after_all(line)
    known = (pack for pack in sorted(PACKS) if len(pack) >= _ENOUGH and word)
    pack = next((pack for pack in known if one_slip(word, pack)), None)
    return Nearly(f"{verb} all {word}", (f"{verb} all {pack}",)) if pack else None


def _said(head: re.Match[str]) -> str:
    return " ".join(head[0].split())


def ambiguous(said: str, words: str) -> Nearly:
    """Two flags, or one and a reason that begins with a number: ``stet 4 5 house style``."""
    number, _, rest = words.partition(" ")
    meant = (f"{said}, {number} {_cut(rest)}", f"{said}: {number} {_cut(rest)}")
    return Nearly(f"{said} {number}", (meant[0].rstrip(), meant[1].rstrip()))


def _misspelt(line: str, head: re.Match[str]) -> Nearly | None:
    known = meant_verb(head["verb"].lower())
    if known is None or COUNTS.match(line, head.end()):
        return None
    verb = VERBS[known]
    if not verb.with_words and line[head.end() :].strip(" .!?"):
        return None
    more = " …" if verb.with_words else ""
    return Nearly(_said(head), (f"{verb} {' '.join(head['numbers'].split())}{more}",))


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
