"""The words of one Markdown block, each found again in the file as it is met."""

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from rules.vale.mapped import Mapped
from rules.vale.markup import markup
from rules.vale.walk import End, Event, Start, Words

_ADDRESS = re.compile(
    r"(?:(?<=[\s*_~(])|\A)(?:https?|ftp)://[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?"
    r"(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'\">^{}\[\]`]*)?"
)
_TRAILING = "?!.,:*_~"
_TASK = re.compile(r"\[[ xX]\] ")
_SPACE = re.compile(r"\s*")


class Inline:
    """Goes through the children of an inline token and the words they were made of, together."""

    def __init__(self, words: Mapped) -> None:
        self._words = words
        self._at = 0

    def events(self, children: Sequence[Token]) -> Iterator[Event]:
        """Tags and texts; text that no tag divides is one."""
        task = _TASK.match(self._words.text)
        return self._events(children, task.end() if task else 0)

    def _events(self, children: Sequence[Token], box: int = 0) -> Iterator[Event]:
        """``box`` is how long the box of a task, ``[ ]``, at the beginning is."""
        gathered: list[Mapped] = []
        for token in children:
            words = self._plain(token)
            if words is not None:
                gathered.append(words)
                continue
            yield from _divided(Mapped.joined(gathered)[box:])
            gathered, box = [], 0
            yield from self._tag(token)
        yield from _divided(Mapped.joined(gathered)[box:])

    def _plain(self, token: Token) -> Mapped | None:
        if token.type == "text":
            return self._take(token.content)
        if token.type == "text_special":
            return Mapped.at(self._words.place(self._find(token.markup)), token.content)
        return self._take("\n") if token.type == "softbreak" else None

    def _tag(self, token: Token) -> Iterator[Event]:
        match token.type:
            case "code_inline":
                yield from self._code(token)
            case "html_inline":
                yield from markup(self._take(token.content))
            case "hardbreak":
                self._find("\n")
                yield Start("br", {})
            case "image":
                yield self._image(token)
            case "footnote_call":
                yield from self._call(token)
            case "link_open":
                self._find("<" if token.markup == "autolink" else "[")
                yield Start("a", {"href": self._unwritten(str(token.attrs.get("href", "")))})
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

    def _call(self, token: Token) -> Iterator[Event]:
        """The number of a footnote; it stands where the mark does."""
        place = self._words.place(self._find(token.markup))
        yield Start("sup", {})
        yield Start("a", {})
        yield Words(Mapped.at(place, token.content))
        yield End("a")
        yield End("sup")

    def _image(self, token: Token) -> Start:
        self._find("![")
        said = [e.words for e in self._events(token.children or ()) if isinstance(e, Words)]
        self._end_link("]")
        return Start("img", {"alt": Mapped.joined(said)})

    def _end_link(self, mark: str) -> None:
        """Step over what closes a link: ``](address "title")``, ``][name]`` or ``>``."""
        self._find(mark or ">")
        text = self._words.text
        follows = text[self._at : self._at + 1] if mark else ""
        if follows == "(":
            self._at = _behind_address(text, self._at)
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
            return self._unwritten(words)
        self._at = found + len(words)
        return self._words[found : self._at]

    def _unwritten(self, words: str) -> Mapped:
        """Words that are not in the file as such; they stand where we are."""
        return Mapped.at(self._words.place(self._at), words)


def _behind_address(text: str, at: int) -> int:
    """The place behind ``(address "title")``, which begins at ``at``."""
    end = len(text)
    here = _skip(text, at + 1)
    address = parseLinkDestination(text, here, end)
    if address.ok:
        here = _skip(text, address.pos)
    title = parseLinkTitle(text, here, end)
    if title.ok:
        here = _skip(text, title.pos)
    return here + 1 if text[here : here + 1] == ")" else at


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _divided(words: Mapped) -> Iterable[Event]:
    """The text, with bare addresses as the links that they become."""
    at = 0
    for match in _ADDRESS.finditer(words.text) if "://" in words.text else ():
        end = match.start() + len(_trimmed(match.group()))
        yield Words(words[at : match.start()])
        yield Start("a", {"href": words[match.start() : end]})
        yield Words(words[match.start() : end])
        yield End("a")
        at = end
    if at < len(words):
        yield Words(words[at:])


def _trimmed(address: str) -> str:
    """The address without what belongs to the sentence around it."""
    if address.endswith("."):
        address = address[:-1]
    elif address.endswith(")"):
        spare = address.count(")") - address.count("(")
        address = address[: len(address) - max(0, spare)]
    return address.rstrip(_TRAILING)
