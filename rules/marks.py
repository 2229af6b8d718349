"""Marks: how a flag is known again in the next version of a draft."""

import re
from collections import Counter
from hashlib import blake2b

from rules.model import Hit
from rules.text.model import Text

_WORD = re.compile(r"\w+")
_LONG = 2000  # characters


class Marks:
    """Gives every flag of one review a mark of its own.

    A mark is made of the rule, the flagged words and the words of their sentence, all folded, and
    a counter among those that are alike. Where in the draft the sentence stands plays no part.
    """

    def __init__(self, text: Text) -> None:
        self._text = text
        self._seen: Counter[str] = Counter()
        self._sentences: dict[int, str] = {}

    def mark(self, rule: str, hit: Hit) -> str:
        """The mark of ``hit``; ask in reading order."""
        quote = self._words(hit.start, hit.end)
        if hit.scope == "document":
            plain = f"{rule}\n{hit.lemma or hit.note}"
        else:
            plain = f"{rule}\n{quote}\n{self._sentence(hit)}"
        self._seen[plain] += 1
        return blake2b(f"{plain}\n{self._seen[plain]}".encode(), digest_size=8).hexdigest()

    def _sentence(self, hit: Hit) -> str:
        """The words of the sentence around ``hit``; their digest, where they are many."""
        sentence = self._text.sentence_at(hit.start)
        if sentence is None:
            return ""
        if sentence.n not in self._sentences:
            words = self._words(*sentence.span)
            if len(words) > _LONG:
                words = blake2b(words.encode("utf-8", "replace"), digest_size=16).hexdigest()
            self._sentences[sentence.n] = words
        return self._sentences[sentence.n]

    def _words(self, start: int, end: int) -> str:
        return " ".join(_WORD.findall(self._text.folded[start:end]))
