"""The words of one Markdown block, each found again in the file as it is met."""

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token

from rules.vale.mapped import Mapped
from rules.vale.markup import markup
from rules.vale.walk import End, Event, Start, Words

_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s<]+")
_TRAILING = "?!.,:*_~'\")"
_TASK = re.compile(r"\[[ xX]\] ")


class Inline:
    """Goes through the children of an inline token and the words they were made of, together."""

    def __init__(self, words: Mapped) -> None:
        self._words = words
        self._at = 0

    def events(self, children: Sequence[Token]) -> Iterator[Event]:
        """Tags and texts; text that no tag divides is one."""
        gathered: list[Mapped] = []
        if task := _TASK.match(self._words.text):
            self._at = task.end()
            gathered.append(Mapped("", []))
        for token in children:
            words = self._plain(token)
            if words is not None:
                gathered.append(words)
                continue
            yield from _divided(Mapped.joined(gathered))
            gathered = []
            yield from self._tag(token)
        yield from _divided(Mapped.joined(gathered))

    def _plain(self, token: Token) -> Mapped | None:
        if token.type == "text":
            return self._take(token.content)
        if token.type == "text_special":
            place = self._words.place(self._find(token.markup))
            return Mapped(token.content, [place] * len(token.content))
        return self._take("\n") if token.type == "softbreak" else None

    def _tag(self, token: Token) -> Iterator[Event]:
        match token.type:
            case "code_inline":
                yield from self._code(token)
            case "html_inline":
                yield from markup(self._take(token.content))
            case "hardbreak":
                self._find("\n")
                yield Start("br", {}, closed=True)
            case "image":
                yield self._image(token)
            case "link_open":
                self._find("<" if token.markup == "autolink" else "[")
                yield Start("a", {"href": _unplaced(str(token.attrs.get("href", "")))})
            case "link_close":
                self._end_link("" if token.markup == "autolink" else "]")
                yield End("a")
            case _ if token.nesting:
                self._find(token.markup)
                tag = "del" if token.tag == "s" else token.tag
                yield Start(tag, {}) if token.nesting > 0 else End(tag)

    def _code(self, token: Token) -> Iterator[Event]:
        self._find(token.markup)
        yield Start("code", {})
        yield Words(self._take(token.content))
        yield End("code")
        self._find(token.markup)

    def _image(self, token: Token) -> Start:
        self._find("![")
        alt = "".join(child.content for child in token.children or ())
        words = self._take(token.content) if token.content else _unplaced("")
        self._end_link("]")
        return Start("img", {"alt": words if words.text == alt else _unplaced(alt)}, closed=True)

    def _end_link(self, mark: str) -> None:
        """Step over what closes a link: ``](address "title")``, ``][name]`` or ``>``."""
        self._find(mark or ">")
        text = self._words.text
        follows = text[self._at : self._at + 1] if mark else ""
        if follows == "(":
            depth = 0
            for at in range(self._at, len(text)):
                depth += (text[at] == "(") - (text[at] == ")")
                if not depth:
                    self._at = at + 1
                    return
        elif follows == "[":
            self._find("]")

    def _find(self, written: str) -> int:
        """Step behind the next ``written``; where it is not found, stay."""
        found = self._words.text.find(written, self._at)
        if found < 0:
            return self._at
        self._at = found + len(written)
        return found

    def _take(self, words: str) -> Mapped:
        """The next ``words`` where they stand; at the present place, if they do not."""
        found = self._words.text.find(words, self._at)
        if found < 0:
            return Mapped(words, [self._words.place(self._at)] * len(words))
        self._at = found + len(words)
        return self._words[found : self._at]


def _divided(words: Mapped) -> Iterable[Event]:
    """The text, with bare addresses as the links that they become."""
    at = 0
    for match in _ADDRESS.finditer(words.text):
        end = match.start() + len(match.group().rstrip(_TRAILING))
        yield Words(words[at : match.start()])
        yield Start("a", {"href": words[match.start() : end]})
        yield Words(words[match.start() : end])
        yield End("a")
        at = end
    if at < len(words):
        yield Words(words[at:])


def _unplaced(words: str) -> Mapped:
    return Mapped(words, [0] * len(words))
