"""Tells a name from the word it looks like: Miriam Stokes, Colonel Crook, The Traitors."""

import re
from bisect import bisect_left
from operator import attrgetter

from rules.model import Hit
from rules.text.model import Kind, Sentence, Text
from rules.text.tokens import Token

_start = attrgetter("start")
_OPENS = frozenset("“\"‘'([:;–—…-•*.#>") | {"--", "..."}
_ARTICLES = frozenset(
    ["a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her", "our"]
)
_SPEAKS = re.compile(
    r"(?:say|said|says|told|tells|added|adds|asked|asks|wrote|writes|replied|explained|argued"
    r"|insisted|admitted|announced|warned|recalled|declined|denied|agreed|testified|joked)"
)
_MOST = {Kind.BODY: 0.8}
_MANY = 0.6


def is_name(text: Text, hit: Hit, *, is_verb: bool) -> bool:
    """Tell whether the words at ``hit`` are a name, or part of one.

    A capital inside a sentence makes a name of a verb. A noun may be capitalised for emphasis
    ("the Velan Regime"), so it is a name only without an article, or where the name goes on.
    """
    sentence = text.sentence_at(hit.start)
    if sentence is None or not text.source[hit.start].isupper():
        return False
    if _tells_nothing(text, sentence):
        return False
    tokens = sentence.tokens
    at = bisect_left(tokens, hit.start, key=_start)
    end = bisect_left(tokens, hit.end, key=_start)
    if at == 0 or tokens[at - 1].text in _OPENS:
        return sentence.kind is Kind.BODY and _opens_as_name(tokens, at, end, is_verb=is_verb)
    return is_verb or not _is_described(tokens, at, end)


def _tells_nothing(text: Text, sentence: Sentence) -> bool:
    """In a line of capitals, and in a headline in title case, capitals tell nothing."""
    known = text.contexts.get(("capitals", sentence.n))
    if known is None:
        known = text.contexts["capitals", sentence.n] = _is_all_capitals(sentence)
    return known


def _is_all_capitals(sentence: Sentence) -> bool:
    long = [token for token in sentence.tokens if len(token.text) > 3 and token.is_word]
    capitals = sum(token.text[0].isupper() for token in long)
    return len(long) > 2 and capitals > _MOST.get(sentence.kind, _MANY) * len(long)


def _opens_as_name(tokens: tuple[Token, ...], at: int, end: int, *, is_verb: bool) -> bool:
    """No sentence opens with "Slams"; one that opens with "Crook said" is about Mr Crook."""
    follows = tokens[end].folded if end < len(tokens) else ""
    if _SPEAKS.fullmatch(follows):
        return not tokens[end - 1].folded.endswith("s") or is_verb
    return is_verb and not tokens[at].folded.endswith(("ed", "ing"))


def _is_described(tokens: tuple[Token, ...], at: int, end: int) -> bool:
    """Tell "the Velan Regime" from "Colonel Crook" and "the Goon Show"."""
    if end < len(tokens) and tokens[end].text[:1].isupper():
        return False
    while at > 1 and tokens[at - 1].text[0].isupper():
        at -= 1
    article = tokens[at - 1]
    return article.folded in _ARTICLES and (at == 1 or article.text.islower())
