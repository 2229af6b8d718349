"""What holds for every review, whatever the draft."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rules import review
from rules.flags import grouped
from rules.load import packs
from rules.model import Raised
from rules.suppress import raised
from rules.text import parse

SENTENCES = (
    "The regime closed the port on Friday.",
    "The mayor slammed the plan.",
    "The mayor slammed the plan and the regime.",
    "The pact has clearly failed.",
    "It is believed that the painting left by sea.",
    "Some say the vote was bought.",
    "Rents have risen 31 per cent since May.",
    "The treasurer pocketed the flood money.",
    "“The regime slammed us,” Ana Roke said.",
    "The the gate was shut, and the tax regime starts in May.",
    "Rain fell on the square all night.",
)
DRAFTS = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join), max_size=5
).map("\n\n".join)


@given(DRAFTS)
@settings(max_examples=60)
def test_marks_are_unique_and_quotes_are_true(text: str) -> None:
    """Every flag has a mark of its own, and its quote is the text at its place."""
    read = review(text)
    assert len({flag.mark for flag in read.flags}) == len(read.flags)
    for flag in read.flags:
        assert flag.quote == text[flag.start : flag.end] != ""
        assert text.split("\n")[flag.line - 1][flag.column - 1 :].startswith(flag.quote)


@given(DRAFTS)
@settings(max_examples=40)
def test_marks_survive_a_new_paragraph(text: str) -> None:
    """A paragraph put before the others changes no mark and no order of passages.

    What is asked of a whole story may be asked of a longer one only.
    """
    before = review(text)
    assume(before.language == "en")  # few small words pass for another language
    after = review(f"The band played on the quay until the lamps were lit.\n\n{text}")
    marks = [[f.mark for f in read.flags if f.scope == "passage"] for read in (before, after)]
    assert marks[0] == marks[1]


@given(DRAFTS)
@settings(max_examples=40)
def test_grouping_loses_nothing(text: str) -> None:
    """Every hit that is raised stands in exactly one group, as its first place or another."""
    read = parse(text)
    assume(read.language == "en")
    hits = [Raised(r, r.level, hit) for r in packs().values() for hit in raised(r, read)]
    wanted = sorted((one.hit.start, one.hit.end) for one in hits)
    grouped_hits = [one.hit for group in grouped(hits) for one in group]
    assert sorted((hit.start, hit.end) for hit in grouped_hits) == wanted
    places = [span for f in review(text).flags for span in ((f.start, f.end), *f.also)]
    assert sorted(places) == wanted


@given(
    st.text(alphabet=st.sampled_from("ab .,“”\"'’-\n\r\tİ\u200b\u00ad😀regimslTh0%"), max_size=200)
)
@settings(max_examples=80)
def test_any_text_is_read(text: str) -> None:
    """Any text is read, and what is said of it lies inside it."""
    read = review(text)
    assert all(0 <= flag.start < flag.end <= len(text) for flag in read.flags)


@given(DRAFTS)
@settings(max_examples=20)
def test_the_same_text_is_read_the_same(text: str) -> None:
    """A review is a function of its text."""
    assert review(text) == review(text)
