"""HTML, whole or in pieces, tag by tag; each piece of text where it stands in the file."""

import re
from collections.abc import Iterator
from html import unescape

from rules.text.words import word_set
from rules.vale.mapped import Mapped
from rules.vale.walk import End, Event, Remark, Start, Words

_BEGINS = re.compile(r"<(?:!--|[a-zA-Z/!?])")
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    r"(?P<rest>(?:[^>\"'=]|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[\"'=])*+)>"
)
_KEY = re.compile(r"([^\s=/\"'>]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"']++)))?")
_LETTER = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_CODE = word_set("script style textarea title iframe noembed noframes noscript xmp")


def markup(words: Mapped) -> Iterator[Event]:
    """The events of a piece of HTML; a tag that is not closed is text, with all behind it."""
    said = 0  # where the text begins that no tag divides
    at = _next(words.text, 0)
    while at >= 0:
        event, end = _event(words, at)
        if event is not None:
            yield from _said(words[said:at])
            yield event
            said = end
        at = _next(words.text, max(end, at + 1))
        if isinstance(event, Start) and event.tag in _CODE and not event.closed:
            closing = re.compile(f"</{event.tag}", re.IGNORECASE).search(words.text, end)
            at = closing.start() if closing else -1
    yield from _said(words[said:])


def _next(text: str, at: int) -> int:
    found = _BEGINS.search(text, at)
    return found.start() if found else -1


def _event(words: Mapped, at: int) -> tuple[Event | None, int]:
    """What begins at ``at``, and where it ends; the end of the text, where nothing closes it."""
    text = words.text
    if text.startswith("<!--", at):
        end = text.find("-->", at + 2)
        return Remark(text[at + 4 : end if end >= 0 else len(text)]), _behind(text, end, 3)
    if text[at + 1] in "!?":
        return Remark(""), _behind(text, text.find(">", at), 1)
    tag = _TAG.match(text, at)
    if tag is None:
        is_stray = text.startswith("</", at) and not text[at + 2 : at + 3].isalpha()
        return None, at + 2 if is_stray else len(text)
    name = tag["name"].lower()
    if tag["end"]:
        return End(name), tag.end()
    attributes = _attributes(words[tag.start("rest") : tag.end("rest")])
    return Start(name, attributes, tag["rest"].endswith("/")), tag.end()


def _behind(text: str, end: int, length: int) -> int:
    return end + length if end >= 0 else len(text)


def _attributes(written: Mapped) -> dict[str, Mapped]:
    found: dict[str, Mapped] = {}
    for key in _KEY.finditer(written.text):
        n = key.lastindex or 1
        value = written[key.start(n) : key.end(n)] if n > 1 else written[:0]
        found.setdefault(key[1].lower(), _lettered(value))
    return found


def _said(words: Mapped) -> Iterator[Event]:
    if words.text:
        yield Words(_lettered(words))


def _lettered(words: Mapped) -> Mapped:
    """With the letters that ``&eacute;`` and the like stand for."""
    parts: list[Mapped] = []
    at = 0
    for match in _LETTER.finditer(words.text):
        letter = Mapped.at(words.place(match.start()), unescape(match[0]))
        parts += [words[at : match.start()], letter]
        at = match.end()
    return Mapped.joined([*parts, words[at:]]) if parts else words
