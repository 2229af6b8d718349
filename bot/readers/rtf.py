"""RTF, as Word, WordPad, TextEdit and LibreOffice write it."""

import re
from typing import Any, NamedTuple

from bot.errors import Unreadable
from bot.readers.codepages import Bytes, Fonts
from bot.readers.controls import AGAIN, CHANGES, ENDS, MARKS, SIGNS, UNREAD, WITHIN, State
from bot.readers.copy import Format
from bot.readers.flows import Flows
from bot.readers.paragraphs import Kind, written
from bot.readers.tokens import Is, Token, tokens

_DEEPEST = 1000  # groups
_CUT_OFF = "I cannot read “{name}”: its end is missing. Save it anew, and send it again."
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_HEADINGS = 9  # levels of the outline; below them is text
_PAGES = {"mac": 10000, "pc": 437, "pca": 850}
_DOTS = {"\u00b7", "\uf0b7"}  # in a font of symbols, bullets


def read(data: bytes, facts: dict[str, str]) -> dict[str, Any]:
    """What the other process does with such a file; its one part is “rtf”, offsets are bytes."""
    start = data.index(b"{\\rtf")  # nothing but space before it, or it was not told from text
    reading, name = _Reading(), facts.get("name", "")
    for token in tokens(data, start):
        if reading.take(token):
            return written(reading.flows.paragraphs(), Format.RTF, name).said()
    raise Unreadable(_CUT_OFF.format(name=name))


class _Style(NamedTuple):
    name: str
    outline: int | None


class _Reading:
    """A file that is being read, token by token."""

    def __init__(self) -> None:
        self.flows = Flows()
        self._fonts, self._bytes = Fonts(), Bytes()
        self._styles: dict[int, _Style] = {}
        self._style_name = ""
        self._state = State()
        self._groups: list[State] = []
        self._is_starred = False  # the next word may be skipped by whoever does not know it
        self._skip = 0  # letters that stand for the one just read
        self._extends = False  # they belong to what was put last
        self._high: tuple[int, int] | None = None  # half a letter, and where it stands

    def take(self, token: Token) -> bool:
        """Read one more; tells whether it was the last."""
        if token.kind is not Is.BYTES:
            self._bytes.end()
        if token.kind is Is.OPEN:
            self._open()
        elif token.kind is Is.CLOSE:
            return self._close()
        elif self._state.within != "skip":
            rest = self._unskipped(token) if self._skip else token
            if rest is not None:
                self._read(rest)
        return False

    def _open(self) -> None:
        if len(self._groups) >= _DEEPEST:
            raise ValueError("nested too deep")
        self._groups.append(self._state)
        self._skip, self._is_starred = 0, False

    def _close(self) -> bool:
        self._skip, kind = 0, self._kind()
        self._state = self._groups.pop()
        self.flows.close(len(self._groups), kind)
        if not self._groups:
            self.flows.end(kind)
        return not self._groups

    def _unskipped(self, token: Token) -> Token | None:
        """What is left of a token that stands, or begins with what stands, for the last letter."""
        if token.kind is Is.WORD and token.name not in SIGNS:
            self._skip = 0
            return token
        length = len(token.data) or 1
        is_escape = token.to - token.at != length
        count = min(self._skip, length)
        self._skip -= count
        end = token.to if is_escape or count == length else token.at + count
        if self._extends:
            self.flows.extend(end)
        return None if count == length else token._replace(at=end, data=token.data[count:])

    def _read(self, token: Token) -> None:
        if token.kind is Is.BYTES:
            self._say(token)
        elif token.name == "*":
            self._is_starred = True
            return
        elif not self._destination(token):
            self._word(token)
        self._is_starred = False

    def _say(self, token: Token) -> None:
        state = self._state
        if state.within in {"fonts", "shape", "both"} or (
            state.within == "text" and not state.is_seen
        ):
            return
        codec = self._fonts.codec(state.font)
        for words, at, to in self._bytes.letters(token.data, codec, token.at, token.to):
            if state.within == "styles":
                self._name_style(words)
            elif state.within == "code" and state.field:
                state.field.add(words)
            else:
                self._put(words, at, to)

    def _put(self, words: str, at: int, to: int) -> None:
        if self._state.is_seen:
            is_bullet = words in _DOTS and (
                words > "\ue000" or self._fonts.is_symbol(self._state.font)
            )
            link = self._state.field.link if self._state.field else ""
            self.flows.put("•" if is_bullet else words, at, to, link)

    def _destination(self, token: Token) -> bool:
        """Go into another kind of group, if the word begins one."""
        name, state = token.name, self._state
        within = AGAIN.get(name)
        if name in MARKS and state.is_seen:
            self.flows.mark()
        if name in UNREAD:
            self._state = state._replace(within="skip")
        elif name in WITHIN and (state.within == "text" or state.within == WITHIN[name]):
            self._state = state._replace(within=WITHIN[name])
        elif within and within == state.within:
            self._state = state._replace(within="text")
            if within == "shape":
                self._begin(is_note=False)
        elif name == "footnote" and state.within == "text":
            if state.is_seen:
                self._begin(is_note=True)
            else:
                self._state = state._replace(within="skip")
        elif self._is_starred:
            self._state = state._replace(within="skip")
        else:
            return False
        return True

    def _begin(self, *, is_note: bool) -> None:
        """Begin a note or a box: its paragraphs are none of those around it."""
        self.flows.begin(len(self._groups), is_note=is_note)
        self._state = State(font=self._state.font, skips=self._state.skips)

    def _word(self, token: Token) -> None:
        name, number, state = token.name, token.number, self._state
        if name in CHANGES:
            self._state = CHANGES[name](state, number)
        elif name == "u":
            self._unicode(number or 0, token)
        elif name in SIGNS:
            if state.within == "code" and state.field:
                state.field.add(SIGNS[name])
            else:
                self._put(SIGNS[name], token.at, token.to)
        elif name in ENDS:
            if state.is_seen:
                self.flows.end(self._kind())
        else:
            self._table(name, number)

    def _table(self, name: str, number: int | None) -> None:
        """What the file says of its letters and fonts."""
        fonts = self._fonts
        if name in _PAGES:
            fonts.use(_PAGES[name])
        elif number is None:
            return
        elif name == "ansicpg":
            fonts.use(number)
        elif name == "deff":
            fonts.default = number
        elif name == "fcharset" and self._state.within == "fonts":
            fonts.name(self._state.font, charset=number)
        elif name == "cpg" and self._state.within == "fonts":
            fonts.name(self._state.font, page=number)

    def _unicode(self, number: int, token: Token) -> None:
        """One letter by its number; a rare one comes in two halves."""
        code, at = number & 0xFFFF, token.at
        self._skip = self._state.skips
        high, self._high = self._high, None
        self._extends = False
        if 0xD800 <= code < 0xDC00:
            self._high = code, at
            return
        if 0xDC00 <= code < 0xE000:
            code, at = _joined(high, code, at)
        self._extends = self._state.is_seen
        if self._state.within == "code" and self._state.field:
            self._state.field.add(chr(code))
        self._put(chr(code), at, token.to)

    def _name_style(self, words: str) -> None:
        """A style's name ends with a semicolon."""
        name, ended, _ = words.partition(";")
        self._style_name += name
        if ended:
            outline = self._state.outline
            self._styles[self._state.style] = _Style(self._style_name.strip().lower(), outline)
            self._style_name = ""

    def _kind(self) -> Kind:
        """What the open paragraph is."""
        state = self._state
        style = self._styles.get(state.style, _Style("", None))
        outline = style.outline if state.outline is None else state.outline
        if style.name == "title":
            return "title"
        named = _HEADING.match(style.name)
        level = int(named[1]) - 1 if named else outline
        if level is not None and 0 <= level < _HEADINGS:
            return "crosshead" if level else "head"
        return "entry" if state.is_listed or self.flows.is_marked else "text"


def _joined(high: tuple[int, int] | None, low: int, at: int) -> tuple[int, int]:
    """The letter that two halves make, and where it begins."""
    if high is None:
        return 0xFFFD, at
    return 0x10000 + ((high[0] - 0xD800) << 10) + low - 0xDC00, high[1]
