"""Rules as people read them in a shell: a list by pack, a page for one, an example gone wrong."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from bot.wording import counted, listed
from rules import Rule, Span
from rules.files.examples import Example
from rules.files.trial import Failure

_LISTS = ("tokens", "raw", "swap", "either")
_ONES = ("token", "first", "second")
_FEW = 12


def listing(rules: Iterable[Rule]) -> Iterator[str]:
    """Each pack with its rules, their levels and how much is in them; the last line counts."""
    known = sorted(rules, key=attrgetter("pack"))
    width = max((len(rule.id) for rule in known), default=0)
    packs = 0
    for pack, inside in groupby(known, key=attrgetter("pack")):
        of_pack = list(inside)
        packs += 1
        yield f"{pack} ({len(of_pack)})"
        for rule in of_pack:
            title = rule.title if rule.title != rule.id else ""
            yield f"  {rule.id:{width}}  {rule.level.value:5}  {title} ({_size(rule)})"
    examples = sum(len(rule.examples) for rule in known)
    yield (
        f"{counted(len(known), 'rule')} in {counted(packs, 'pack')},"
        f" {counted(examples, 'example')}, {counted(sum(map(_terms, known)), 'term')}."
    )


def page(rule: Rule) -> str:
    """What a rule asks, why, how to settle it, and its examples."""
    title = f"{rule.title}  " if rule.title != rule.id else ""
    facts = {"Why": rule.why, "Fix": rule.fix, "Source": rule.source, "More": rule.link}
    if rule.words is not None and not rule.why:
        facts = {"Says": rule.words.message} | facts
    blocks = [f"{title}({rule.id}, {rule.level.value})"]
    blocks += [f"{name}: {said}" for name, said in facts.items() if said]
    if rule.examples:
        examples = "\n".join(f"  {one_line(example)}" for example in rule.examples)
        blocks.append(
            f"What [[…]] marks is flagged; a line without marks stays silent:\n{examples}"
        )
    elif terms := _named(rule):
        more = [f"{len(terms) - _FEW:,} more"] if len(terms) > _FEW else []
        blocks.append(f"Looks for: {listed([*terms[:_FEW], *more])}")
    return "\n\n".join(blocks)


def difference(failure: Failure) -> Iterator[str]:
    """An example as it was written and as it is marked, and which words make the difference."""
    yield f"  - {one_line(failure.wanted)}"
    yield f"  + {one_line(failure.got)}"
    wanted, got = Example.read(failure.wanted), Example.read(failure.got)
    text = wanted.text
    yield from (f"    should be flagged: {_quoted(text, s)}" for s in _without(wanted, got))
    yield from (f"    should stay silent: {_quoted(text, s)}" for s in _without(got, wanted))


def one_line(example: str) -> str:
    """An example on one line; a slash stands between its paragraphs."""
    return " / ".join(part.replace("\n", " ") for part in example.strip().split("\n\n"))


def _without(some: Example, others: Example) -> list[Span]:
    return [span for span in some.spans if span not in others.spans]


def _quoted(text: str, span: Span) -> str:
    return f"“{one_line(text[span.start : span.end])}”"


def _size(rule: Rule) -> str:
    size = [counted(len(rule.examples), "example")]
    return ", ".join(size + ([counted(_terms(rule), "term")] if rule.words else []))


def _terms(rule: Rule) -> int:
    return len(_named(rule))


def _named(rule: Rule) -> list[str]:
    """The words and patterns that a YAML rule looks for, as they are written."""
    many = [getattr(rule.words, key, None) or () for key in _LISTS]
    one = [getattr(rule.words, key, None) for key in _ONES]
    return [str(term) for terms in many for term in terms] + [str(term) for term in one if term]
