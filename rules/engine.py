"""Runs the rules over a draft: one scan, find, keep silent, group, order."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple, Protocol

from rules.collector import undisturbed
from rules.comments import Comment, Silence, blanked, comments
from rules.flags import Handed, flags
from rules.load import packs as shipped
from rules.model import (
    Because,
    Hit,
    Level,
    Raised,
    Review,
    Rule,
    Source,
    Span,
    Spoken,
    Suppressed,
    Voice,
)
from rules.profile import DEFAULT, Profile, labelled, profile
from rules.ruleset import Ruleset, together
from rules.suppress import heard
from rules.text import Text, parse
from rules.text.bare import Bare, bare
from rules.weighing import weighed
from rules.words.exceptions import Exceptions


class Reading(NamedTuple):
    """What rules found in a draft and raised, what they left alone, and which were stopped."""

    raised: Sequence[Raised]
    suppressed: Sequence[Suppressed]
    timed_out: Sequence[str] = ()


class Styles(Protocol):
    """Rules of another house's making that read files in their own way: rules.vale.Styles."""

    def read_file(self, source: str, path: str) -> Reading:
        """What they find; offsets are code points into ``source``."""


@undisturbed
def review(
    text: str,
    profile: str | None = None,
    *,
    source: Source | None = None,
    packs: Iterable[str] | None = None,
    house: Iterable[Rule] = (),
    accepted: Sequence[str] = (),
    styles: Styles | None = None,
    settled: Collection[str] = (),
) -> Review:
    """Read ``text`` with every rule of ``packs`` (all, if None), the ``house`` and ``styles``.

    Without a ``profile``, a label in the copy (OPINION) chooses one; it never lowers a hold.
    A rule of the house takes the place of ours of the same id.
    ``accepted`` are patterns of words that the newsroom lets stand, ``settled`` the marks of
    flags that are not to be raised again.
    """
    origin = source or _own(text)
    marks = comments(text)
    rules = _chosen(packs, house)
    seen = bare(blanked(text, marks))
    read = parse(seen.text, rules.scan)
    name, levels = _pressing(read, profile)
    found = Reading((), ())
    if read.language == "en":
        found = _run(
            rules.rules, read, levels, Silence(read, _marks_in(marks, seen)), Exceptions(accepted)
        )
    theirs = styles.read_file(text, origin.path) if styles else Reading((), ())
    raised = sorted((*found.raised, *_in_bare(theirs.raised, seen)), key=_in_order)
    open_, gone = flags(read, raised, settled, Handed(text, seen))
    silent = (*(_placed(one, seen) for one in (*found.suppressed, *gone)), *theirs.suppressed)
    return Review(
        source=origin,
        text=text,
        title=read.title,
        language=read.language,
        profile=name,
        words=read.words,
        sentences=seen.spans(s.span for s in read.sentences),
        voices=_voices(read, seen),
        attributions=_spoken(read, seen),
        flags=tuple(open_),
        suppressed=tuple(sorted(silent, key=_silent)),
        timed_out=(*found.timed_out, *theirs.timed_out),
    )


def _in_bare(raised: Sequence[Raised], seen: Bare) -> Sequence[Raised]:
    """Hits that were found in the text as handed in, where they stand in what we read."""
    if seen.is_all:
        return raised
    return [
        one._replace(hit=replace(one.hit, start=start, end=end))
        for one in raised
        for start, end in [seen.within(one.hit.start, one.hit.end)]
    ]


def _marks_in(marks: tuple[Comment, ...], seen: Bare) -> tuple[Comment, ...]:
    """The marks in the copy where they stand in what we read."""
    if seen.is_all:
        return marks
    return tuple(replace(mark, span=seen.within(*mark.span)) for mark in marks)


def _placed(one: Suppressed, seen: Bare) -> Suppressed:
    if seen.is_all:
        return one
    start, end = seen.span(one.start, one.end)
    return one.model_copy(update={"start": start, "end": end})


def _chosen(packs: Iterable[str] | None, house: Iterable[Rule]) -> Ruleset:
    wanted = None if packs is None else set(packs)
    own = {rule.id: rule for rule in house}
    rules = {r.id: r for r in shipped().values() if wanted is None or r.pack in wanted}
    return together(tuple((rules | own).values()))


class Levels(NamedTuple):
    """The profile, and whether only a label in the copy asks for it."""

    profile: Profile
    by_label: bool

    def of(self, rule: Rule) -> Level | None:
        """How hard ``rule`` presses; the writer's own label cannot lower a hold."""
        if self.by_label and rule.level is Level.HOLD:
            return profile(DEFAULT).level(rule)
        return self.profile.level(rule)

    def at(self, rule: Rule, hit: Hit) -> Level | None:
        """How hard one of its hits does: as it says, but no harder than a profile lets it."""
        level = self.of(rule)
        if hit.level is None or (level is rule.level and level is not None):
            return hit.level or level
        if self.by_label and hit.level is Level.HOLD:
            return hit.level
        return level and max(level, hit.level, key=lambda one: one.rank)


def _pressing(text: Text, name: str | None) -> tuple[str, Levels]:
    label = labelled(text) if name is None else None
    chosen = name or label or DEFAULT
    return chosen, Levels(profile(chosen), by_label=label is not None)


def _run(
    rules: Iterable[Rule], text: Text, levels: Levels, silence: Silence, house: Exceptions
) -> Reading:
    raised: list[Raised] = []
    suppressed: list[Suppressed] = []
    for rule in rules:
        if not (hits := heard(rule, text)):
            continue
        for hit, because in hits:
            level = levels.at(rule, hit)
            gone = because or _spared(rule, level, hit, text, silence, house)
            if gone is None and level is not None:
                raised.append(Raised(rule, level, hit))
            else:
                suppressed.append(
                    Suppressed(
                        rule=rule.id, start=hit.start, end=hit.end, because=gone or "profile"
                    )
                )
    return Reading(weighed(text, raised), suppressed, tuple(text.patience.stopped))


def _spared(
    rule: Rule, level: Level | None, hit: Hit, text: Text, silence: Silence, house: Exceptions
) -> Because | None:
    """Why a hit is not raised for the writer's mark or the house's word; a hold always is."""
    if level is Level.HOLD:
        return None
    if silence.covers(rule, hit.start):
        return "comment"
    heeds = (rule.words is not None or hit.term) and hit.scope == "passage"
    return "house" if heeds and house.hold(text, Span(hit.start, hit.end)) else None


def _in_order(one: Raised) -> tuple[int, int, str]:
    return one.hit.start, one.hit.end, one.rule.id


def _silent(one: Suppressed) -> tuple[int, int, str]:
    return one.start, one.end, one.rule


def _voices(text: Text, seen: Bare) -> tuple[tuple[int, int, Voice], ...]:
    if seen.is_all:
        return text.voices
    return tuple((*seen.span(start, end), voice) for start, end, voice in text.voices)


def _spoken(text: Text, seen: Bare) -> tuple[Spoken, ...]:
    if seen.is_all:
        return tuple(
            Spoken(
                source=a.source,
                cue=a.cue,
                content=a.content,
                kind=a.kind,
                class_=a.class_,
                vouches=a.vouches,
            )
            for a in text.attributions
        )
    return tuple(
        Spoken(
            source=seen.span(*a.source) if a.source else None,
            cue=seen.span(*a.cue),
            content=seen.spans(a.content),
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
