"""The text of a Slack message, turned back into what its writer typed."""

import re
from collections.abc import Mapping

_ANGLED = re.compile(r"<([^<>\n]+)>")
_PERSON = re.compile(r"<@(\w+)>")
_ANYBODY = re.compile(r"<@(\w+)(?:\|[^<>\n]*)?>")
_LABELLED = re.compile(r"<(https?://[^<>|\n]+)\|([^<>\n]+)>")
_KEPT = re.compile("\ue000(@\\w+)\ue001")  # a person, in signs that mean nothing to Slack


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
    text = _FENCE.sub(r"\1", text)
    for wrapping in _WRAPPING:
        text = wrapping.sub(lambda m: m[0] if m[1] is None else m[1], text)
    text = _ANGLED.sub(lambda m: _named(m[1], people or {}), text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def read_reply(text: str) -> str:
    """The writer's words with people as ``<@U…>``, and after a link's label its address."""
    text = _LABELLED.sub(lambda m: _addressed(m[1], m[2]), text)
    return _KEPT.sub(r"<\1>", read_mrkdwn(_ANYBODY.sub("\ue000@\\1\ue001", text)))


def people_in(text: str) -> frozenset[str]:
    """The ids of the people whom a message names without saying how they are called."""
    return frozenset(_PERSON.findall(text))


def _addressed(address: str, label: str) -> str:
    return f"<{address}>" if label in address else f"{label} <{address}>"


def mentions(text: str, user: str) -> bool:
    """Tell whether a message, as Slack has it, names this person or app by its id."""
    return f"<@{user}>" in text or f"<@{user}|" in text


def _named(inside: str, people: Mapping[str, str]) -> str:
    target, _, label = inside.partition("|")
    if target.startswith(("@", "#")):
        mark = target[0]
        return mark + (label or people.get(target[1:], target[1:])).removeprefix(mark)
    if target.startswith("!"):
        return label or "@" + target[1:].partition("^")[0]
    return label or target.removeprefix("mailto:").removeprefix("tel:")
