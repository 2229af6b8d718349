"""One draft in several kinds of file: it is read the same, and not beyond what any draft has."""

from collections.abc import Callable, Sequence

import pytest

from bot.errors import Unreadable
from bot.readers.copy import LONGEST, Copy
from bot.readers.file import read_file
from tests.bot.readers import odf, rtf, wordfiles

LEAD = "The last boat left an hour late on Monday, and nobody at the pier said why it had. " * 3
_WORD = {"title": "Titel", "head": "berschrift1", "crosshead": "berschrift2"}
_RTF = {"title": r"\s3", "head": r"\s1", "crosshead": r"\s2", "entry": r"\ls1"}
_STYLES = r"{\stylesheet{\s1 heading 1;}{\s2 heading 2;}{\s3 Title;}}"
_ODF = {"title": "Title", "head": "Heading_20_1", "crosshead": "Heading_20_2"}

Draft = Sequence[tuple[str, str]]


def in_word(draft: Draft) -> Copy:
    made = (
        wordfiles.p(
            wordfiles.r(words),
            style=_WORD.get(kind, ""),
            number="1" if kind == "entry" else "",
        )
        for kind, words in draft
    )
    return read_file(wordfiles.word("".join(made)), "ferry.docx")


def in_rtf(draft: Draft) -> Copy:
    made = (rf"\pard{_RTF.get(kind, '')} {words}\par" for kind, words in draft)
    return read_file(rtf.rtf("\n".join(made), _STYLES), "ferry.rtf")


def in_odt(draft: Draft) -> Copy:
    def one(kind: str, words: str) -> str:
        if kind == "entry":
            return f"<text:list><text:list-item>{one('', words)}</text:list-item></text:list>"
        return f'<text:p text:style-name="{_ODF.get(kind, "")}">{words}</text:p>'

    return read_file(odf.odt("".join(one(*each) for each in draft)), "ferry.odt")


@pytest.mark.parametrize("read", [in_word, in_rtf, in_odt])
@pytest.mark.parametrize(
    ("draft", "marks"),
    [
        ([("head", "Late"), ("text", LEAD), ("head", "Why")], ["# ", "", "## "]),
        ([("head", "News"), ("title", "Late"), ("title", "Too")], ["## ", "# ", "## "]),
        ([("text", LEAD), ("head", "Late"), ("entry", "Ice")], ["", "# ", "- "]),
        ([("crosshead", "Why"), ("head", "Late")], ["## ", "# "]),
        ([("crosshead", "Why"), ("text", LEAD)], ["## ", ""]),
        ([("text", "So")] * 5 + [("head", "Late")], [""] * 5 + ["# "]),
        ([("text", "So")] * 6 + [("head", "Late")], [""] * 6 + ["## "]),
        ([("text", "So")] * 6 + [("title", "Late")], [""] * 6 + ["## "]),
        ([("head", "Late"), ("head", "It was the ice.")], ["# ", ""]),
    ],
)
def test_the_same_draft_reads_the_same(
    read: Callable[[Draft], Copy], draft: Draft, marks: list[str]
) -> None:
    """The headline is the first title, else the first heading of the first level near the top."""
    copy = read(draft)
    said = [mark + words.strip() for mark, (_, words) in zip(marks, draft, strict=True)]
    assert copy.text == "\n\n".join(said)
    assert copy.title == next((line[2:] for line in said if line.startswith("# ")), "")


def on_a_page(draft: Draft) -> Copy:
    made = "".join(f"<p>{words}</p>" for _, words in draft)
    return read_file(f"<!doctype html><body>{made}".encode(), "ferry.html")


@pytest.mark.parametrize("read", [in_word, in_rtf, in_odt, on_a_page])
def test_more_than_any_draft_holds_is_refused(read: Callable[[Draft], Copy]) -> None:
    """Before the bot itself has to hold it, and in one line that says what to do."""
    draft = [("text", f"{n} " + "So it is. " * 1000) for n in range(LONGEST // 10_006)]
    assert LONGEST - 20_000 < len(read(draft).text) <= LONGEST
    with pytest.raises(Unreadable, match=r"“ferry\.\w+” holds more text than any draft\."):
        read([*draft, ("text", "And so on. " * 2000)])
