"""The source map in Slack: who speaks and for which sentences, and where nobody does but us."""

from collections.abc import Iterator, Sequence

from bot.blocks.card import named
from bot.blocks.escape import tight
from bot.blocks.text import Block, plain, section
from bot.model import Checklist
from bot.wording import counted, faced, spelled
from rules.sourcemap.maps import SourceMap
from rules.sourcemap.speakers import Speaker
from rules.text.model import Sentence

_NAME, _SENTENCE, _END = 60, 110, 70
_SECTION, _SECTIONS = 2_800, 40  # of the window: characters in each, and how many
_NOT_READ = "This copy is not in English, so I have not read it."


def sources_modal(checklist: Checklist, drawn: SourceMap | None = None) -> Block:
    """The window with the whole map; without one it says that it is being drawn."""
    head = f"*{named(checklist.draft, checklist.title)}* · version {checklist.version}"
    if checklist.language != "en":
        lines = [head, _NOT_READ]
    elif drawn is None:
        lines = [head, "Looking who speaks…"]
    else:
        lines = [f"{head} · {counted(len(drawn.text.sentences), 'sentence')}", *_lines(drawn)]
    return {
        "type": "modal",
        "title": plain("Sources"),
        "close": plain("Close"),
        "blocks": [section(text) for text in _sections(lines)],
    }


def _sections(lines: Sequence[str]) -> list[str]:
    """The lines as few texts, each short enough for a section."""
    texts = [""]
    for n, line in enumerate(lines):
        # Only a list of numbers can be as long as that: names and words are cut already.
        fits = line if len(line) <= _SECTION else line[:_SECTION].rpartition(",")[0] + " …"
        if texts[-1] and len(texts[-1]) + len(fits) + 1 > _SECTION:
            if len(texts) == _SECTIONS:
                return [*texts, f"… and {len(lines) - n} more."]
            texts.append("")
        texts[-1] = f"{texts[-1]}\n{fits}".lstrip("\n")
    return texts


def _lines(drawn: SourceMap) -> Iterator[str]:
    if not drawn.speakers:
        yield "Nobody is named as a source."
    for speaker in drawn.speakers:
        yield _speaker(drawn, speaker)
    if drawn.nobody:
        numbers = spelled(sentence.n + 1 for sentence in drawn.nobody)
        yield f"• said by nobody: {_called(len(drawn.nobody))} {numbers}"
    if drawn.runs:
        yield "*Nobody speaks but us:*"
    for run in drawn.runs:
        yield _run(drawn, run)


def _speaker(drawn: SourceMap, speaker: Speaker) -> str:
    numbers = sorted(speaker.sentences)
    first = drawn.text.quote(drawn.text.sentences[numbers[0]].span)
    face = faced(speaker.face)
    where = f"{_called(len(numbers))} {spelled(n + 1 for n in numbers)}"
    return f"• *{tight(speaker.name, _NAME)}*{face}: {where}. “{tight(first, _SENTENCE)}”"


def _run(drawn: SourceMap, run: Sequence[Sentence]) -> str:
    """By its first sentence, and its last words if it has more."""
    numbers = spelled(sentence.n + 1 for sentence in run)
    first, last = (drawn.text.quote(one.span) for one in (run[0], run[-1]))
    if len(run) == 1:
        return f"• {numbers}. “{tight(first, _SENTENCE)}”"
    begin, end = tight(first, _END), tight(_tail(last), _END)
    return f"• {numbers}, {counted(len(run), 'sentence')}: from “{begin}” to “{end}”"


def _tail(words: str) -> str:
    return words if len(words) <= _END else "…" + words[2 - _END :].split(" ", 1)[-1]


def _called(number: int) -> str:
    return "sentence" if number == 1 else "sentences"
