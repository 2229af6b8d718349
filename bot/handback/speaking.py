"""Who speaks for each sentence of a draft, as a proof draws it: with a sign and a colour each."""

from collections.abc import Iterator
from typing import NamedTuple

from bot.wording import faced
from rules.comments import blanked, comments
from rules.sourcemap.maps import SourceMap, sources_of
from rules.text.bare import bare

MOST_READ = 80_000  # characters: what comes after them is not looked through
_MOST_AT_ONCE = 8  # who are said to speak for one sentence
_COLOURS = 6
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Who(NamedTuple):
    """One who speaks: ``sign`` stands before the words, ``look`` is what they are drawn with."""

    sign: str
    name: str
    look: str
    sentences: int


class Stretch(NamedTuple):
    """Words, in code points of the draft, that the same people speak for."""

    start: int
    end: int
    who: tuple[Who, ...]


class Speaking(NamedTuple):
    """All who speak, in order of the first word, and their stretches in order and apart."""

    who: tuple[Who, ...] = ()
    stretches: tuple[Stretch, ...] = ()

    def until(self, end: int) -> "Speaking":
        """Those who speak before ``end``."""
        here = tuple(stretch for stretch in self.stretches if stretch.start < end)
        heard = {who for stretch in here for who in stretch.who}
        return Speaking(tuple(who for who in self.who if who in heard), here)


def speaking(text: str) -> Speaking:
    """The source map of ``text``, of a very long one that of its beginning.

    Nobody is looked for in copy that is not English.
    """
    text = text[: _end(text)]
    drawn = sources_of(text)
    if drawn.text.language != "en":
        return Speaking()
    by_sentence: dict[int, tuple[Who, ...]] = {}
    known = list(_known(drawn, by_sentence))
    seen = bare(blanked(text, comments(text)))
    stretches: list[Stretch] = []
    last = -1
    for sentence in drawn.text.sentences:
        who = by_sentence.get(sentence.n, ())
        start, end = seen.span(*sentence.span)
        if who and stretches and sentence.paragraph == last and stretches[-1].who == who:
            stretches[-1] = stretches[-1]._replace(end=end)
        elif who:
            stretches.append(Stretch(start, end, who))
        last = sentence.paragraph if who else -1
    return Speaking(tuple(known), tuple(stretches))


def _end(text: str) -> int:
    """How far it is read: to the end of a line, where there is one."""
    if len(text) <= MOST_READ:
        return len(text)
    line = text.rfind("\n", 0, MOST_READ)
    return line if line > 0 else MOST_READ


def _known(drawn: SourceMap, by_sentence: dict[int, tuple[Who, ...]]) -> Iterator[Who]:
    """Everybody, and nobody, each written down at the sentences they carry."""
    for n, speaker in enumerate(drawn.speakers):
        look = f"c{n % _COLOURS + 1} r{n // _COLOURS % 3}"
        name = speaker.name + faced(speaker.face)
        yield _written(by_sentence, Who(_sign(n), name, look, 0), speaker.sentences)
    nobody = [sentence.n for sentence in drawn.nobody]
    if nobody:
        yield _written(by_sentence, Who("?", "said by nobody", "nobody", 0), nobody)
    ours = [s.n for run in drawn.runs for s in run if s.n not in by_sentence]
    if ours:
        yield _written(by_sentence, Who("us", "nobody speaks but us", "us", 0), ours)


def _written(
    by_sentence: dict[int, tuple[Who, ...]], who: Who, sentences: "list[int] | dict[int, None]"
) -> Who:
    who = who._replace(sentences=len(sentences))
    for n in sentences:
        by_sentence[n] = (*by_sentence.get(n, ()), who)[:_MOST_AT_ONCE]
    return who


def _sign(n: int) -> str:
    """A to Z, then AA to ZZ and so on."""
    sign = ""
    while n >= 0:
        sign = _LETTERS[n % 26] + sign
        n = n // 26 - 1
    return sign
