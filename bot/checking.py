"""What `copychief check` does with the drafts it found: alone, or over all cores."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from bot.chosen import Choice, Chosen
from bot.drafts import Draft, Opened
from bot.errors import CopychiefError, Unreadable
from bot.handback.forms import Form, Total
from bot.handback.lines import answer, lines, unanswered
from bot.handback.marks import with_marks
from bot.readers.file import original
from bot.wording import listed
from rules import Level, Review

# To start another process costs as much as to read this much; less is sooner done alone.
MANY = 1_000_000  # bytes
_NAMED = 6  # of the drafts that no rule was on for


class Read(NamedTuple):
    """A draft handed back: as printed, and what it counts for; or the ``fault`` with it."""

    piece: str = ""
    words: int = 0
    levels: tuple[Level, ...] = ()
    fault: str = ""
    idle: str = ""  # the name of a draft that no rule is on for


@dataclass(frozen=True)
class Checking:
    """What to read with and how to hand back: all that another process has to know."""

    choice: Choice
    form: Form

    def begin(self) -> Callable[[Draft], Read]:
        """Load the rules, and read drafts with them."""
        return partial(read, self.choice.load(), self.form)


@dataclass
class Run:
    """One row of drafts handed back, with their sum and the faults on the way."""

    total: Total = field(default_factory=Total)
    faults: list[str] = field(default_factory=list)
    idle: list[str] = field(default_factory=list)

    def pieces(self, form: Form, reads: Iterable[Read]) -> Iterator[str]:
        """All that is printed, as it comes."""
        yield form.opening()
        for one in reads:
            if not one.fault:
                yield (form.between if self.total.drafts else "") + one.piece
            self.add(one)
        yield form.closing(self.total)

    def add(self, one: Read) -> None:
        """Count one draft, or its fault."""
        if one.fault:
            self.faults.append(one.fault)
            return
        self.idle += [one.idle] if one.idle else []
        self.total = self.total.plus(0 if one.idle else one.words, one.levels)

    @property
    def said(self) -> Iterator[str]:
        """A line for each draft that could not be read, and one for those no rule was on for."""
        yield from self.faults
        if self.idle:
            names = [f"“{name}”" for name in self.idle[:_NAMED]]
            more = len(self.idle) - len(names)
            idle = listed([*names, f"{more:,} more"] if more else names)
            yield (
                f"No rule of the styles is on for {idle}: nothing was looked for there. The"
                " [sections] of a .vale.ini say which rules are on for which files."
            )


def read(chosen: Chosen, form: Form, draft: Draft) -> Read:
    """One draft, whatever becomes of it."""

    def shown(opened: Opened, review: Review, idle: bool) -> str:
        return form.review(review, chosen.titles, idle=idle)

    return _read(chosen, draft, shown)


def marked(chosen: Chosen, draft: Draft, put: Callable[[bytes], None]) -> Read:
    """One draft, ``put`` somewhere as a Word file with comments in it."""
    from bot.handback.files import word
    from bot.handback.marked import marked_review

    def handed_back(opened: Opened, review: Review, idle: bool) -> str:
        name = Path(opened.source.path).name
        copy, file = opened.copy, marked_review(review, name)
        put(word(file, original(copy, opened.data), name, in_thread=False, copy=copy))
        return ""

    return _read(chosen, draft, handed_back)


def _read(chosen: Chosen, draft: Draft, hand_back: Callable[[Opened, Review, bool], str]) -> Read:
    try:
        opened = draft.read(as_it_lies=chosen.is_foreign)
        review = chosen.review(opened.copy.text, source=opened.source)
        idle = not chosen.reads(opened.source.path)
        piece = hand_back(opened, review, idle)
    except Unreadable as error:
        return Read(fault=str(error))
    except CopychiefError:  # it is not the draft's fault
        raise
    except (Exception, SystemExit) as error:  # one draft that breaks a rule stops no other
        return Read(fault=f"“{draft.path}” could not be read ({type(error).__name__}).")
    levels = tuple(flag.level for flag in review.flags)
    return Read(piece, review.words, levels, idle=draft.path if idle else "")


def reads(checking: Checking, chosen: Chosen, drafts: Sequence[Draft]) -> Iterator[Read]:
    """Every draft in its place; over all cores when there is enough to read."""
    sizes = [draft.size for draft in drafts]
    if sum(sizes) - max(sizes, default=0) < MANY:
        return map(partial(read, chosen, checking.form), drafts)
    from bot.hands import answers

    return answers(checking.begin, drafts, _died)


def _died(draft: Draft) -> Read:
    return Read(fault=f"“{draft.path}” could not be read: it ended the process that read it.")


def answered(choice: Choice, chosen: Chosen, stream: BinaryIO) -> Iterator[str]:
    """An answer to each line of ``stream``; over all cores once many were read."""
    rows = lines(stream)
    alone = 0
    while alone < MANY:
        try:
            line = next(rows)
        except StopIteration:
            return
        yield answer(line, _reading(chosen))
        alone += len(line or b"")
    from bot.hands import answers

    yield from answers(partial(_answerer, choice), rows, unanswered)


def _answerer(choice: Choice) -> Callable[[bytes | None], str]:
    return partial(answer, read=_reading(choice.load()))


def _reading(chosen: Chosen) -> Callable[[str, str | None], Review]:
    """Read a draft, and answer the marks in it."""
    return lambda text, profile: with_marks(chosen.review(text, profile), chosen.titles)
