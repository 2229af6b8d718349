"""The one pass finds what a plain search for each rule would find, whatever the draft."""

from collections.abc import Iterator

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.model import Span
from rules.search.plan import plan
from rules.search.scan import Scan, Seen, view
from rules.search.search import Search
from rules.search.shape import Unknown, shape
from rules.text import parse
from rules.text.fold import fold

WORDS = (
    "we",
    "were",
    "we're",
    "color",
    "colour",
    "no",
    "nothing",
    "non",
    "on",
    "e.g.",
    "ly",
    "so",
)
ATOMS = st.sampled_from(
    [*WORDS, "colou?r", "(?:no|on)", "(?:no|non)thing", r"\w+ly", "s?o", "[nt]o", "o{1,2}", "w.",
     r"\bno", "(?<!no )we", "so(?= no)", "(?!non)no", r"\d+", "É", "ß?", "No", "[^ ]+n", r"e\.g\.",
     "(?:n|no){1,2}", "(?:n|no){1,2}?"]
)  # fmt: skip
TERMS = st.lists(ATOMS, min_size=1, max_size=3).map("".join) | st.lists(
    ATOMS, min_size=2, max_size=3
).map(" ".join)
LETTERS = st.sampled_from(
    ["we", "were", "we're", "we’re", "color", "Colour", "no", "No", "nothing", "on", "e.g.",
     "only", "so", "É", "é", "ß", "7", "\u0130", "ſ", "ł", "я", "😀", "—",
     "-", "’", "“", ".", ",", "\t"]
)  # fmt: skip
DRAFTS = st.lists(
    st.tuples(LETTERS, st.sampled_from(["", " ", " ", " ", "\n\n"])), max_size=30
).map(lambda pairs: "".join(word + space for word, space in pairs))


def plainly(terms: list[str], text: str, span: Span, *, edges: bool) -> Iterator[tuple[int, int]]:
    r"""What ``\b(?:term|term)\b`` finds from left to right, empty matches left out."""
    joined = "|".join(terms)
    pattern = regex.compile(rf"\b(?:{joined})\b" if edges else f"(?:{joined})", regex.MULTILINE)
    block, at = text[span.start : span.end], 0
    while at <= len(block) and (match := pattern.search(block, at)):
        start, end = match.span()
        if end > start:
            yield start + span.start, end + span.start
        at = max(end, start + 1)


@given(st.lists(TERMS, min_size=1, max_size=5), DRAFTS, st.booleans(), st.booleans())
@settings(max_examples=300)
def test_finds_what_a_plain_search_finds(
    terms: list[str], draft: str, edges: bool, ignorecase: bool
) -> None:
    """Spelled out, gated or tried everywhere: the terms find the same from left to right."""
    text = parse(draft)
    search = Search(plan(terms, edges=edges, ignorecase=ignorecase, folded=True, by_line=True))
    found = [(m.start, m.end) for m in search.matches(text, ("text",))]
    seen = text.folded if ignorecase else text.source
    lowered = [term.replace("É", "é").replace("No", "no") for term in terms]
    wanted = [
        place
        for span in text.blocks(("text",))
        for place in plainly(lowered if ignorecase else terms, seen, span, edges=edges)
    ]
    assert found == wanted


@given(TERMS, DRAFTS)
@settings(max_examples=300)
def test_a_shape_tells_the_truth(term: str, draft: str) -> None:
    """A match is one of the strings, holds one of what it needs, and is as long as it must be."""
    try:
        known = shape(term)
    except Unknown:
        return
    for match in regex.finditer(term, draft):
        assert known.strings is None or match.group() in known.strings
        assert len(match.group()) >= known.least
        assert known.needed is None or any(need in match.group() for need in known.needed)


@given(st.lists(DRAFTS, min_size=1, max_size=3), st.lists(st.lists(TERMS, min_size=1), max_size=4))
@settings(max_examples=60)
def test_scanned_together_or_alone(drafts: list[str], rules: list[list[str]]) -> None:
    """One scan for all rules tells each rule what a scan for it alone would tell."""
    searches = [
        Search(plan(terms, edges=True, ignorecase=True, folded=True, by_line=True))
        for terms in rules
    ]
    together = Scan(searches)
    for draft in drafts:
        seen = Seen(fold(draft), together)
        for search in searches:
            assert seen.of(search) == Seen(fold(draft)).of(search)


@given(st.text())
@settings(max_examples=200)
def test_the_scanned_view_is_as_long_as_the_text(text: str) -> None:
    """One byte for each code point, whatever it is: a place needs no map."""
    assert len(view(fold(text))) == len(text)
