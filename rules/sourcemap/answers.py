"""Who has a word in a draft: speaks, answers, or is said to have been asked."""

import re
from functools import cached_property

from rules.search.later import later
from rules.sourcemap.maps import SourceMap
from rules.sourcemap.phrases import Called, called
from rules.text.words import word_set

_FAR = 160  # characters before the word that tells of an answer

_ANSWER = later(
    r"\b(?:den(?:y|ied|ies|ying)|declin\w+|refus\w+ to (?:comment|answer|say|discuss|respond)"
    r"|no comment|reject\w*|dismiss\w*|disput\w+|refut\w+|rebut\w*|admit\w*|acknowledg\w+"
    r"|conced\w+|apologi[sz]\w+|insist\w*|defend\w*|respon[ds]\w*|repl(?:y|ied|ies)|answer\w*"
    r"|approached|contacted|(?:was|were|been) asked|not be reached|unreachable|comment"
    r"|statement|return\w* (?:calls?|a call|messages?|emails?)|maintain\w*)\b"
)
_ANYBODY = later(
    r"\b(?:he|she|they|it|who|which|both|neither|either|none|company|firm|spokes\w+|lawyers?"
    r"|solicitors?|attorneys?|representatives?|campaign|office|owners?|management|ministry|embassy"
    r"|council)\b"
)
_GENERIC = word_set("company firm business spokesman spokeswoman spokesperson lawyer lawyers")
_SAYING = frozenset(("speech", "request", "stance"))


class Answers:
    """Answers for one draft whether somebody has a word in it."""

    def __init__(self, drawn: SourceMap) -> None:
        self._drawn = drawn

    def has(self, one: Called) -> bool:
        """Tell whether they speak, are said to have been asked, or somebody speaks for them."""
        keys = {way[-1] for way in one.ways}
        for speaker in self._drawn.speakers:
            if any(keys & set(way) or way[-1] in _GENERIC for way in speaker.ways):
                return True
        key = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(keys)))})\b")
        if any(_ANYBODY.search(before) or key.search(before) for before in self._answers):
            return True
        return not keys.isdisjoint(self._saying)

    @cached_property
    def _answers(self) -> list[str]:
        """The words before each that tells of an answer, in its sentence."""
        text = self._drawn.text
        found: list[str] = []
        for match in _ANSWER.finditer(text.folded):
            sentence = text.sentence_at(match.start())
            if sentence is not None:
                start = max(sentence.span.start, match.start() - _FAR)
                found.append(text.folded[start : match.start()])
        return found

    @cached_property
    def _saying(self) -> set[str]:
        """The words by which those are called who say something, refuse to, or deny it.

        Of one who vouches all words: "Ida Roth, who runs Tarn Docks" speaks for the docks.
        """
        text = self._drawn.text
        told = [a for a in text.attributions if a.class_ in _SAYING and a.source]
        found = {
            way[-1]
            for name in dict.fromkeys(a.name for a in told)
            for one in called(name, lambda word: False)
            for way in one.ways
        }
        for source in dict.fromkeys(a.source for a in told if a.vouches):
            if source:
                found.update(re.findall(r"\w+", text.folded[slice(*source)]))
        return found
