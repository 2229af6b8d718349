"""The text of a Slack message, turned back into what its writer typed."""

import re
from collections.abc import Mapping
from functools import partial

from bot.readers.copy import Copy, Format
from bot.readers.links import linked
from bot.readers.traced import Said, Traced

MESSAGE = "message"  # the part of a message that its pieces stand in

_ANGLED = re.compile(r"<([^<>\n]+)>")
_PERSON = re.compile(r"<@(\w+)>")
_ANYBODY = re.compile(r"<@(\w+)(?:\|[^<>\n]*)?>")
_NAMED = re.compile(r"<(?:#|!subteam\^)(\w+)\|([^<>\n]+)>")
_LABELLED = re.compile(r"<(https?://[^<>|\n]+)\|([^<>\n]+)>")
_KEPT = re.compile("\ue000(@\\w+)\ue001")  # a person, in signs that mean nothing to Slack
_ESCAPED = re.compile("&(?:lt|gt|amp);")
_SIGNS = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


def _wrapping(mark: str) -> re.Pattern[str]:
    """A pair of marks around words on one line; what stands in <…> is skipped whole."""
    m = re.escape(mark)
    inner = rf"(?:<[^<>\n]*>|[^{m}\n<])+?"
    return re.compile(rf"<[^<>\n]*>|(?<![^\W_]){m}(?=\S)({inner})(?<=\S){m}(?![^\W_])")


_FENCE = re.compile(r"```\n?(.*?)\n?```", re.DOTALL)
_WRAPPING = tuple(_wrapping(mark) for mark in "*~_`")


def read_mrkdwn(text: str, people: Mapping[str, str] | None = None) -> str:
    """The writer's words: links as their label, people and channels by name, no bold or italic.

    ``people`` gives names for the user ids that Slack sends without one.
    """
    return _typed(text, people or {}, links=False).text


def mrkdwn_copy(text: str, people: Mapping[str, str] | None = None) -> Copy:
    """A message as copy: links keep where they lead, as in Markdown, and each word its place."""
    typed = _typed(text, people or {}, links=True)
    return Copy(typed.text, Format.TEXT, "", typed.pieces)


def read_reply(text: str) -> str:
    """The writer's words with people as ``<@U…>``, and after a link's label its address."""
    text = _LABELLED.sub(lambda m: _addressed(m[1], m[2]), text)
    return _KEPT.sub(r"<\1>", read_mrkdwn(_ANYBODY.sub("\ue000@\\1\ue001", text)))


def people_in(text: str) -> frozenset[str]:
    """The ids of the people whom a message names without saying how they are called."""
    return frozenset(_PERSON.findall(text))


def names_in(text: str) -> dict[str, str]:
    """The names of channels and groups that a message gives with their ids."""
    return {m[1]: m[2].removeprefix("@") for m in _NAMED.finditer(text)}


def mentions(text: str, user: str) -> bool:
    """Tell whether a message, as Slack has it, names this person or app by its id."""
    return f"<@{user}>" in text or f"<@{user}|" in text


def _typed(text: str, people: Mapping[str, str], *, links: bool) -> Traced:
    typed = Traced.at(MESSAGE, text).sub(_FENCE, lambda m: [m.span(1)])
    for wrapping in _WRAPPING:
        typed = typed.sub(wrapping, lambda m: [m.span() if m[1] is None else m.span(1)])
    typed = typed.sub(_ANGLED, partial(_named, people=people, links=links))
    return typed.sub(_ESCAPED, lambda m: [_SIGNS[m[0]]])


def _addressed(address: str, label: str) -> str:
    return f"<{address}>" if label in address else f"{label} <{address}>"


def _named(match: re.Match[str], *, people: Mapping[str, str], links: bool) -> Said:
    """What a stretch in <…> is called."""
    target, bar, label = match[1].partition("|")
    shown = (match.start(1) + len(target) + len(bar), match.end(1))
    if target.startswith(("@", "#")):
        mark = target[0]
        return [mark + (label or people.get(target[1:], target[1:])).removeprefix(mark)]
    if target.startswith("!"):
        return [shown] if label else ["@" + target[1:].partition("^")[0]]
    if label:
        address = linked(target, label) if links else None
        return ["[", shown, f"]({address})"] if address else [shown]
    start = match.start(1) + len(target) - len(_bare(target))
    return [(start, match.start(1) + len(target))]


def _bare(target: str) -> str:
    return target.removeprefix("mailto:").removeprefix("tel:")
