"""The proof: a draft as one page of HTML, its flags in the margin, who speaks for what in it."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from bot.handback.forms import Total
from bot.handback.front import front
from bot.handback.galley import MOST_ROWS, Block, Galley, galley
from bot.handback.ink import cut
from bot.handback.marked import Comment, Marked, marked_review
from bot.handback.marks import unheard
from bot.handback.places import Places
from bot.handback.speaking import MOST_READ, Speaking, Who, speaking
from bot.handback.text import IDLE, STOPPED
from bot.model import Standing
from bot.wording import counted, levelled
from rules import Review

_HERE = Path(__file__).parent
_NOT_READ = "This copy is not in English; Copychief’s rules were not run."
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_BREAK = re.compile("[\x0b\x0c\r\x85\u2028\u2029]")  # a page ends lines its own way
_MOST_NOTES = 2000
_MOST_WHO = 200
_MOST_HEARD, _MOST_REMARKS, _LONGEST = 24, 8, 300  # of the first page; the last in characters
_FLAGS = "Only the first {most:,} of its {all:,} flags are on this page."
_CLOSE = "From paragraph {:,} on the copy is set close: there are too many."
_READ = "Who speaks is told of the first {:,} characters."


class Note(NamedTuple):
    """A comment as it stands in the margin; ``as_at`` is the number where why and fix are said,
    ``unmarked`` how many of its places are not marked in the copy.
    """

    comment: Comment
    as_at: int = 0
    unmarked: int = 0


class Row(NamedTuple):
    """A paragraph, and the notes beside it."""

    block: Block
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Article:
    """A draft as the page draws it; ``key`` is what its anchors begin with."""

    key: str
    marked: Marked
    remarks: tuple[str, ...]
    left_out: tuple[str, ...]
    standing: str
    who: tuple[Who, ...]  # at most so many
    others: int  # who speak, besides
    whole: tuple[Note, ...]
    rows: tuple[Row, ...]
    goes_on: bool = False  # what is drawn is its front

    @property
    def headed(self) -> bool:
        """The copy begins with its title: it need not be said above it."""
        return bool(self.rows) and self.rows[0].block.words == self.marked.title


def proof(marked: Marked, remarks: Iterable[str] = ()) -> str:
    """One page of HTML that needs nothing else; ``remarks`` are lines about the reading, on top.

    Of copy that was not read, because it is not in English, a line says so.
    """
    said = [*remarks, *([_NOT_READ] if _is_foreign(marked) else [])]
    return _alone(_article(marked, said, "d"))


def first_page(marked: Marked, remarks: Iterable[str] = ()) -> str:
    """The proof of the front of a draft, for a picture: short, whatever the draft.

    What it counts is counted in all of the draft; where that goes on, its last line says so.
    """
    spoken = speaking(marked.text)
    short = front(marked, (stretch.start for stretch in spoken.stretches))
    said = [cut(each, _LONGEST) for each in remarks][:_MOST_REMARKS]
    said += [_NOT_READ] if _is_foreign(marked) else []
    heard = spoken.until(len(short.text))
    who = heard.who[:_MOST_HEARD]
    drawn = _article(short, said, "d", heard)
    return _alone(
        replace(
            drawn,
            standing=_standing(marked.comments),
            who=who,
            others=len(spoken.who) - len(who),
            goes_on=len(short.text) < len(marked.text),
        )
    )


def _alone(article: Article) -> str:
    page = _page()
    drawn = page.article(article)
    return f"{page.opening(article.marked.title)}{drawn}{page.closing('')}"


@dataclass(frozen=True)
class Proofs:
    """Hands drafts back as one page with an article for each.

    ``packs``: rules of our own were asked for, and not Vale styles alone.
    """

    packs: bool = True
    between = "\n"

    def opening(self) -> str:
        return str(_page().opening(""))

    def review(self, review: Review, titles: Mapping[str, str], *, idle: bool) -> str:
        path = review.source.path or "-"
        marked = marked_review(review, path)
        marked = replace(marked, facts=f"{path} · {marked.facts}")
        stopped = [f"{rule} {STOPPED}" for rule in dict.fromkeys(review.timed_out)]
        marks = [f"Line {m.line}: {m.says}" for m in unheard(review, titles, Places(review))]
        last = IDLE if idle else _NOT_READ if self.packs and _is_foreign(marked) else ""
        remarks = [*stopped, *marks, *([last] if last else [])]
        key = f"d{sha256(path.encode('utf-8', 'replace')).hexdigest()[:10]}"
        return str(_page().article(_article(marked, remarks, key)))

    def closing(self, total: Total) -> str:
        if total.drafts < 2 or not total.words:
            return str(_page().closing(""))
        flags = levelled(total.levels) or "Nothing to query"
        words = counted(total.words, "word")
        return str(_page().closing(f"{counted(total.drafts, 'draft')}: {flags} in {words}."))


def _is_foreign(marked: Marked) -> bool:
    return marked.language != "en" and not marked.comments


def _article(
    marked: Marked, remarks: Sequence[str], key: str, spoken: Speaking | None = None
) -> Article:
    spoken = speaking(marked.text) if spoken is None else spoken
    drawn = galley(marked.text, marked.comments[:_MOST_NOTES], spoken.stretches)
    said: dict[tuple[str, str, str], int] = {}
    whole = _notes(drawn.whole, drawn.unmarked, said)
    rows = tuple(
        Row(block, _notes(block.comments, drawn.unmarked, said)) for block in drawn.blocks
    )
    return Article(
        key=key,
        marked=marked,
        remarks=tuple(remarks),
        left_out=tuple(_left_out(marked, drawn)),
        standing=_standing(marked.comments),
        who=spoken.who[:_MOST_WHO],
        others=len(spoken.who[_MOST_WHO:]),
        whole=whole,
        rows=rows,
    )


def _left_out(marked: Marked, drawn: Galley) -> Iterator[str]:
    """What of a draft of no ordinary size is not drawn; its words always are."""
    if len(marked.comments) > _MOST_NOTES:
        yield _FLAGS.format(most=_MOST_NOTES, all=len(marked.comments))
    if drawn.is_close:
        yield _CLOSE.format(MOST_ROWS + 1)
    if marked.language == "en" and len(marked.text) > MOST_READ:
        yield _READ.format(MOST_READ)


def _notes(
    comments: Iterable[Comment], unmarked: Mapping[int, int], said: dict[tuple[str, str, str], int]
) -> tuple[Note, ...]:
    """Why a rule asks and how to settle it is said once, at its first note."""
    notes: list[Note] = []
    for one in comments:
        reason = one.rule, one.why, one.fix
        notes.append(Note(one, said.get(reason, 0), unmarked.get(one.number, 0)))
        if not one.is_settled:
            said.setdefault(reason, one.number)
    return tuple(notes)


def _standing(comments: Iterable[Comment]) -> str:
    """How far it is settled: “6 open, 1 answered, 2 settled”."""
    known = Counter(comment.standing for comment in comments)
    return ", ".join(f"{known[each]:,} {each.value}" for each in Standing if known[each])


@cache
def _page() -> Any:
    """The page's parts, compiled once."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    style, script = (
        (_HERE / name).read_text(encoding="utf-8") for name in ("proof.css", "proof.js")
    )
    page = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_written,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page.globals.update(
        style=style,
        script=script,
        hashes={"style": _hash(style), "script": _hash(script)},
        version=version("copychief"),
        counted=counted,
    )
    return page.get_template("proof.html.j2").module


def _hash(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _written(value: object) -> object:
    """What a page can hold of a value, character for character; markup of ours is left alone."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return _CONTROL.sub("\ufffd", _BREAK.sub(" ", value))
