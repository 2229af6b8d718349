"""Runs the rules over a draft: find, keep silent where silence is due, group, order."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

from rules.load import packs as shipped
from rules.marks import Marks
from rules.model import Flag, Hit, Level, Review, Rule, Source, Spoken, Suppressed
from rules.profile import DEFAULT, Profile, labelled, profile
from rules.suppress import heard
from rules.text import Text, parse


class Raised(NamedTuple):
    """A hit with its rule, and how hard it presses here."""

    rule: Rule
    level: Level
    hit: Hit


def review(
    text: str,
    profile: str | None = None,
    *,
    source: Source | None = None,
    packs: Iterable[str] | None = None,
) -> Review:
    """Read ``text`` with every rule of ``packs`` (all, if None).

    Without a ``profile``, a label in the copy (OPINION) chooses one; it never lowers a hold.
    """
    read = parse(text)
    name, levels = _pressing(read, profile)
    wanted = None if packs is None else set(packs)
    rules = [r for r in shipped().values() if wanted is None or r.pack in wanted]
    raised, suppressed = _run(rules, read, levels) if read.language == "en" else ([], [])
    return Review(
        source=source or _own(text),
        text=text,
        title=read.title,
        language=read.language,
        profile=name,
        words=read.words,
        sentences=tuple(tuple(s.span) for s in read.sentences),
        voices=read.voices,
        attributions=_spoken(read),
        flags=_flags(read, raised),
        suppressed=tuple(suppressed),
    )


def raised_in(text: Text, profile: str | None = None) -> list[Raised]:
    """Every hit that the rules raise, in reading order, before repeats are grouped."""
    return _run(shipped().values(), text, _pressing(text, profile)[1])[0]


class Levels(NamedTuple):
    """The profile, and whether only a label in the copy asks for it."""

    profile: Profile
    by_label: bool

    def of(self, rule: Rule) -> Level | None:
        """How hard ``rule`` presses; the writer's own label cannot lower a hold."""
        if self.by_label and rule.level is Level.HOLD:
            return rule.level
        return self.profile.level(rule)


def _pressing(text: Text, name: str | None) -> tuple[str, Levels]:
    label = labelled(text) if name is None else None
    chosen = name or label or DEFAULT
    return chosen, Levels(profile(chosen), by_label=label is not None)


def _run(
    rules: Iterable[Rule], text: Text, levels: Levels
) -> tuple[list[Raised], list[Suppressed]]:
    raised: list[Raised] = []
    suppressed: list[Suppressed] = []
    for rule in rules:
        level = levels.of(rule)
        for hit, because in heard(rule, text):
            if because is None and level is not None:
                raised.append(Raised(rule, level, hit))
            else:
                gone = because or "profile"
                suppressed.append(
                    Suppressed(rule=rule.id, start=hit.start, end=hit.end, because=gone)
                )
    raised.sort(key=lambda r: (r.hit.start, r.hit.end, r.rule.id))
    suppressed.sort(key=lambda s: (s.start, s.end, s.rule))
    return raised, suppressed


def grouped(raised: Sequence[Raised]) -> list[list[Raised]]:
    """Repeats of one rule, lemma and note together, in order of the first of each."""
    groups: dict[tuple[str, ...], list[Raised]] = {}
    for n, one in enumerate(raised):
        alone = (str(n),) if not one.hit.lemma or one.hit.scope == "document" else ()
        groups.setdefault((one.rule.id, one.hit.lemma, one.hit.note, *alone), []).append(one)
    return list(groups.values())


def _flags(text: Text, raised: Sequence[Raised]) -> tuple[Flag, ...]:
    marks = Marks(text)
    lines = [0, *(n + 1 for n, letter in enumerate(text.source) if letter == "\n")]
    return tuple(_flag(text, group, marks, lines) for group in grouped(raised))


def _flag(text: Text, group: Sequence[Raised], marks: Marks, lines: list[int]) -> Flag:
    rule, level, hit = group[0]
    line = bisect_right(lines, hit.start)
    return Flag(
        mark=marks.mark(rule.id, hit),
        rule=rule.id,
        level=level,
        scope=hit.scope,
        start=hit.start,
        end=hit.end,
        line=line,
        column=hit.start - lines[line - 1] + 1,
        quote=text.source[hit.start : hit.end],
        also=tuple((other.hit.start, other.hit.end) for other in group[1:]),
        title=rule.title,
        note=hit.note,
        why=rule.why,
        fix=rule.fix,
        suggestions=hit.suggestions,
    )


def _spoken(text: Text) -> tuple[Spoken, ...]:
    return tuple(
        Spoken(
            source=tuple(a.source) if a.source else None,
            cue=tuple(a.cue),
            content=tuple(tuple(span) for span in a.content),
            kind=a.kind,
            class_=a.class_,
            vouches=a.vouches,
        )
        for a in text.attributions
    )


def _own(text: str) -> Source:
    """Text that came from nowhere: typed, pasted or piped."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(path="", type="text", sha256=digest)
