"""The source map in a shell: who speaks and for which sentences, and where nobody does but us."""

from collections.abc import Iterator, Sequence

from bot.handback.ink import Ink, clean, cut
from bot.wording import counted, faced, runs
from rules.sourcemap.maps import SourceMap
from rules.text.model import Sentence

_NAME, _SENTENCE, _END = 80, 100, 60


def sources(drawn: SourceMap, ink: Ink) -> Iterator[str]:
    """The map in two parts, each with its heading."""
    yield "\n".join([ink.draw("Sources", bold=True), *_speakers(drawn, ink)])
    if drawn.runs:
        alone = [f"  {_run(drawn, run, ink)}" for run in drawn.runs]
        yield "\n".join([ink.draw("Nobody speaks but us", bold=True), *alone])


def _speakers(drawn: SourceMap, ink: Ink) -> Iterator[str]:
    sentences = drawn.text.sentences
    for speaker in drawn.speakers:
        name = cut(clean(speaker.name), _NAME) + faced(speaker.face)
        yield from _carried(drawn, name, [sentences[n] for n in sorted(speaker.sentences)], ink)
    if drawn.nobody:
        yield from _carried(drawn, "said by nobody", drawn.nobody, ink)
    if not drawn.speakers:
        yield "  Nobody is named as a source."


def _carried(
    drawn: SourceMap, name: str, sentences: Sequence[Sentence], ink: Ink
) -> Iterator[str]:
    yield f"  {ink.draw(name, bold=True)}: {counted(len(sentences), 'sentence')}"
    yield from (f"    {_numbered(drawn, sentence)}" for sentence in sentences)


def _run(drawn: SourceMap, run: Sequence[Sentence], ink: Ink) -> str:
    """Three and more in a row by the first and the last of them."""
    if len(run) < 3:
        return "\n  ".join(_numbered(drawn, sentence) for sentence in run)
    first, last = (clean(drawn.text.quote(one.span)) for one in (run[0], run[-1]))
    [numbers] = runs(sentence.n + 1 for sentence in run)
    few = ink.faint(f"({len(run)} sentences)")
    return f"{numbers} {few}: from “{cut(first, _END)}” to “{_tail(last)}”"


def _tail(words: str) -> str:
    return words if len(words) <= _END else "…" + words[1 - _END :]


def _numbered(drawn: SourceMap, sentence: Sentence) -> str:
    return f"{sentence.n + 1}. {cut(clean(drawn.text.quote(sentence.span)), _SENTENCE)}"
