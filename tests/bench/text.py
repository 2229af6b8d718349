"""News that nobody wrote: leads, quotations, figures, loaded words, loose claims."""

import re
from collections.abc import Iterator
from itertools import islice
from random import Random

from tests.bench.grammar import Grammar

DRAFT = 600
_MIX = {
    "quotation": 12,
    "plain": 30,
    "told": 14,
    "sourced": 2,
    "scare": 4,
    "loaded": 13,
    "claim": 11,
}
_WORD = re.compile(r"\S+")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def drafts(count: int, *, seed: int, words: int = DRAFT) -> list[str]:
    """``count`` drafts of ``words`` words each, the same ones for the same seed."""
    return [draft(words, seed=seed * 1_000 + n) for n in range(count)]


def draft(words: int, *, seed: int) -> str:
    """A draft of exactly ``words`` words (runs of what is no space), the last sentence cut."""
    random = Random(seed)
    grammar = Grammar(random)
    text = "".join(_cut(_blocks(grammar, random), words))
    return text.translate(_STRAIGHT) if random.random() < 0.1 else text


def _cut(blocks: Iterator[str], words: int) -> Iterator[str]:
    left = words
    for block in blocks:
        ends = [word.end() for word in islice(_WORD.finditer(block), left)]
        left -= len(ends)
        yield block if left else block[: ends[-1]]
        if not left:
            return


def _blocks(grammar: Grammar, random: Random) -> Iterator[str]:
    """Story after story without end: a book is many stories."""
    while True:
        grammar.begin()
        yield f"{grammar.say('headline')}\n{grammar.say('byline')}\n\n"
        yield f"{grammar.say('dateline')} {grammar.say('lead')}\n\n"
        for paragraph in islice(_paragraphs(grammar, random), random.randint(14, 40)):
            yield f"{paragraph}\n\n"


def _paragraphs(grammar: Grammar, random: Random) -> Iterator[str]:
    while True:
        if random.random() < 0.03:
            yield grammar.say("crosshead")
        if random.random() < 0.02:
            yield grammar.say("aside")
        kinds = random.choices(list(_MIX), weights=list(_MIX.values()), k=random.choice((1, 2, 2)))
        yield " ".join(grammar.say(kind) for kind in kinds)
