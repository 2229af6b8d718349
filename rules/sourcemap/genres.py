"""What kind of copy a draft is, as far as it matters for who has to speak in it."""

import re
from collections.abc import Set as AbstractSet

from rules.search.later import later
from rules.search.scan import WordList
from rules.text.model import Kind, Text

_GAMES = WordList(
    "goal goals half-time striker midfielder goalkeeper penalty wicket wickets innings batsman "
    "bowler scrum fly-half kick-off league match fixture championship cup quarter-final try "
    "semi-final quarterback touchdown inning pitcher coach season tournament jockey furlong podium"
)
_LIVES = WordList("obituary born survived widow aged funeral died")
_CASES = WordList(
    "pleaded sentenced convicted jury defendant indicted prosecutor prosecutors trial acquitted "
    "conviction jailed magistrates inquest coroner tribunal"
)
_SELVES = WordList("i i'm i've i'd we we're we've my our me us")
_LABELS = later(
    r"opinion|comment|analysis|review|column|editorial|letter|sketch|diary|essay|explain|obituar"
    r"|match|sport|culture|timeline|factbox"
)
_ASKS = later(
    r"\W*(?:what|how|why|who|where|when|timeline|factbox|(?:the )?background|the (?:basics|facts)"
    r"|at a glance|in (?:brief|numbers))\b|.*\b(?:explained|explainer|q&a|timeline)\b|.*\?\W*$",
    re.DOTALL,
)


def is_game(text: Text) -> bool:
    """A match report: the reporter saw it."""
    return _many(text, _GAMES, 4)


def is_case(text: Text) -> bool:
    """Copy from a court: the record speaks."""
    return _many(text, _CASES, 2)


def is_life(text: Text) -> bool:
    """An obituary: it tells a life that is on record."""
    return _many(text, _LIVES, 3)


def is_column(text: Text) -> bool:
    """A column, a review, a diary: by its label, or because it says "I" and "we" throughout."""
    labels = (text.folded[slice(*p.span)] for p in text.paragraphs if p.kind is Kind.LABEL)
    return any(map(_LABELS.search, labels)) or _many(text, _SELVES, 3)


def explained(text: Text) -> AbstractSet[int]:
    """The paragraphs under a heading that asks or explains: "What happens next?"."""
    found: set[int] = set()
    asks = False
    for paragraph in text.paragraphs:
        if paragraph.kind in (Kind.HEADLINE, Kind.CROSSHEAD):
            asks = _ASKS.match(text.folded, *paragraph.span) is not None
        elif asks:
            found.add(paragraph.n)
    return found


def _many(text: Text, words: WordList, most: int) -> bool:
    """Tell whether so many of the words stand outside quotation marks."""
    places = text.seen.of(words)
    return len(places) >= most and sum(not text.is_quoted(start) for _, start, _ in places) >= most
