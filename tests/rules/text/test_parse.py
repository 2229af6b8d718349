"""What holds for any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.search.scan import Scan, WordList
from rules.text import Text, parse
from rules.text.finding import CUES
from rules.text.fold import INVISIBLE, fold

PIECES = st.sampled_from(
    [
        "The mayor", " said ", "that ", "the dam was safe", ". ", ", ", "“", "”", '"', "''", "'",
        "according to ", "He ", "blamed ", "the firm ", "for it ", "instead of ", "\n", "\n\n",
        "ALSO READ: ", "LONDON (Reuters) – ", "(", ")", "who ", "is said to ", "was told by ", "?",
        "made it clear that ", "claims ", "and ", "but ", "Sen. ", "; ", "—", "\u200b", "İ", "😀",
    ]
)  # fmt: skip
COPY = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join))


@given(st.text())
def test_the_folded_view_has_the_same_length(source: str) -> None:
    """Every character of a draft has one place in the view that rules search."""
    assert len(fold(source)) == len(source)


def test_every_character_folds_to_one() -> None:
    """Not one letter of any script grows or shrinks when it is made small."""
    assert all(len(fold(chr(code))) == 1 for code in range(0x110000))


def test_folding_makes_marks_plain() -> None:
    """Curly marks, long dashes and odd spaces are found by their plain form."""
    assert fold("“I’m\u00a0İn”—Ｎｏ\u00adw") == f'"i\'m in"-no{INVISIBLE}w'


@settings(max_examples=150)
@given(COPY)
def test_offsets_lie_within_the_source(source: str) -> None:
    """Whatever is handed in, every span points into it and the right way round."""
    text = parse(source)
    spans = [
        *(p.span for p in text.paragraphs),
        *(s.span for s in text.sentences),
        *((t.start, t.end) for s in text.sentences for t in s.tokens),
        *(span for q in text.quotations for span in (q.span, q.inner)),
        *(span for a in text.attributions for span in (a.cue, *a.content, a.source or a.cue)),
        *((start, end) for start, end, _ in text.voices),
    ]
    assert all(0 <= start <= end <= len(source) for start, end in spans)


@settings(max_examples=150)
@given(COPY)
def test_sentences_hold_every_word_once(source: str) -> None:
    """No word is lost between two sentences or read twice."""
    text = parse(source)
    held = [i for s in text.sentences for i in range(*s.span) if source[i].isalnum()]
    assert held == [i for i, character in enumerate(source) if character.isalnum()]
    assert all(t.text == source[t.start : t.end] for s in text.sentences for t in s.tokens)


@settings(max_examples=150)
@given(COPY)
def test_voices_tile_the_words(source: str) -> None:
    """Every word is spoken by exactly one voice."""
    text = parse(source)
    words = [t for s in text.sentences for t in s.tokens if t.is_word]
    assert all(_voices_of(text, t.start) == 1 for t in words)
    ends = [end for _, end, _ in text.voices]
    assert all(start >= end for (start, _, _), end in zip(text.voices[1:], ends, strict=False))


def _voices_of(text: Text, place: int) -> int:
    return sum(start <= place < end for start, end, _ in text.voices)


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        ("“", 100_000),
        ('"a ', 50_000),
        ('“a "b ', 10_000),
        (" 'a", 20_000),
        ("(", 50_000),
        ("word ", 100_000),
        ("said ", 20_000),
        (", she said, that", 10_000),
        ("a", 1_000_000),
        ("He said so. ", 5_000),
        ("“Yes.” ", 10_000),
        ("Sen. ", 20_000),
        ("a'", 50_000),
        ("a\n", 50_000),
        ("....", 50_000),
        ("x. ", 50_000),
        ("😀", 50_000),
        ("e\u0301", 50_000),
    ],
)
def test_hostile_copy_is_read_to_its_end(piece: str, times: int) -> None:
    """A wall of marks or one endless line is read like any other copy."""
    source = piece * times
    text = parse(source)
    assert text.paragraphs[-1].span.end == len(source.rstrip())
    assert text.voices[-1][1] == len(source.rstrip())


def test_copy_of_nothing_but_newlines_has_no_paragraph() -> None:
    """White space alone is no copy, however much of it there is."""
    assert parse("\n" * 200_000).paragraphs == ()


@settings(max_examples=150)
@given(COPY)
def test_words_are_counted_as_they_are_cut(source: str) -> None:
    """The number of words is that of the tokens which are words."""
    text = parse(source)
    assert text.words == sum(t.is_word for s in text.sentences for t in s.tokens)


@settings(max_examples=150)
@given(COPY)
def test_a_scan_shared_with_rules_changes_nothing(source: str) -> None:
    """Cues found in one scan with what rules look for are the cues found alone."""
    shared = parse(source, Scan([CUES, WordList("dam mayor")]))
    assert shared.attributions == parse(source).attributions
