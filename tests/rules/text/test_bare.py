"""The text without what cannot be seen, and the way back."""

import re
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from rules import review
from rules.text.bare import bare
from rules.text.fold import UNSEEN

DRAFTS = st.text(st.sampled_from([*"ab e. \n", *UNSEEN[:8], "\u0301", "\u0308", "é", "😀"]))


@given(DRAFTS, st.integers(0, 30), st.integers(0, 30))
@settings(max_examples=300)
def test_every_stretch_is_known_in_the_source(source: str, one: int, other: int) -> None:
    """What a stretch of the bare text stands for is the same words, with what cannot be seen."""
    seen = bare(source)
    start, end = sorted(min(n, len(seen.text)) for n in (one, other))
    first, last = seen.span(start, end)
    kept = re.sub(f"[{UNSEEN}]", "", source[first:last])
    assert normalize("NFC", kept) == normalize("NFC", seen.text[start:end])


@given(st.text())
@settings(max_examples=200)
def test_nothing_that_can_be_seen_is_lost(source: str) -> None:
    """Bare text is the source without what cannot be seen, and never longer."""
    seen = bare(source)
    assert not re.search(f"[{UNSEEN}]", seen.text)
    assert len(seen.text) <= len(source)


def test_hidden_marks_hide_no_word() -> None:
    """A soft hyphen does not save a loaded word, and the flag's quote is as handed in."""
    text = "\ufeffThe may\u200bor sl\u00adammed\u200d the re\u0301gime."
    [flag] = review(text, packs=["language"]).flags
    assert (flag.quote, flag.suggestions) == ("sl\u00adammed", ("criticised",))
    assert text[flag.start : flag.end] == flag.quote
    assert flag.column == text.index("sl\u00ad") + 1
