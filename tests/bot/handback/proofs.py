"""Drafts with notes, and the proof of one as a reader would take it in."""

from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.handback.marked import Comment, Marked, Span
from bot.handback.proof import proof
from bot.model import Standing
from rules import Level

SIGNS = "sup, .sign, .host"  # what the page writes into the copy itself


def comment(
    number: int, *spans: Span, level: Level = Level.QUERY, decided: str = "", rule: str = "a.b"
) -> Comment:
    """What is said of one flag; settled, if something was decided."""
    standing = Standing.SETTLED if decided else Standing.OPEN
    return Comment(
        number, rule, level, f"Question {number}?", f"note {number}", "why so", "how so",
        (f"instead {number}",), spans, standing, decided,
    )  # fmt: skip


def marked(text: str, *comments: Comment, language: str = "en") -> Marked:
    """A draft with its comments."""
    return Marked("Title", "4 words", text, language, comments, f"{len(comments)} queries")


class Proof:
    """The page of one draft."""

    def __init__(self, draft: Marked, remarks: Iterable[str] = (), page: str = "") -> None:
        self.source = page or proof(draft, remarks)
        self.page = LexborHTMLParser(self.source)

    def all(self, selector: str) -> list[LexborNode]:
        """What a selector finds."""
        return self.page.css(selector)

    def one(self, selector: str) -> LexborNode:
        """The only thing that a selector finds."""
        [found] = self.all(selector)
        return found

    def text(self, selector: str) -> str:
        """The words of the only thing that a selector finds."""
        return " ".join(self.one(selector).text().split())

    def copy(self) -> str:
        """The draft's words as the page has them, a line for each paragraph."""
        return "\n".join(map(words, self.all(".copy")))

    def words(self, number: int) -> list[str]:
        """The pieces that are marked for a flag, in order."""
        return [words(mark) for mark in self.all(f'mark[data-n~="{number}"]')]

    def note(self, number: int) -> str:
        """All that the margin says of a flag."""
        return self.text(f'.note[data-n="{number}"]')


def words(node: LexborNode) -> str:
    """The draft's own words in a part of the page."""
    copied = LexborHTMLParser(node.html or "").body
    assert copied is not None
    for sign in copied.css(SIGNS):
        sign.decompose()
    return copied.text()


def solid(words: str) -> str:
    """Words without blanks: a page keeps one of several, and ends paragraphs its own way."""
    return "".join(words.split())
