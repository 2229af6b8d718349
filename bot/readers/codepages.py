"""The letters of old code pages, byte by byte, each with the stretch of the file it stands in."""

import codecs
from collections.abc import Iterator

WINDOWS = "cp1252"
_OF_CHARSETS = {
    0: WINDOWS,
    2: WINDOWS,
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_OF_PAGES = {10000: "mac_roman", 65001: "utf-8", 936: "gbk", 1361: "johab", 0: WINDOWS}
SYMBOL = 2


def of_page(number: int) -> str:
    """The codec of a code page; that of Windows, if we do not know it."""
    name = _OF_PAGES.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return WINDOWS
    return name


class Fonts:
    """The fonts of a text by their number, and in which codec the bytes of each are."""

    def __init__(self) -> None:
        self.default = 0
        self._page = WINDOWS  # of the text as a whole
        self._charsets: dict[int, int] = {}
        self._pages: dict[int, str] = {}

    def use(self, page: int) -> None:
        """Note the code page of the whole text."""
        self._page = of_page(page)

    def name(self, font: int, *, charset: int | None = None, page: int | None = None) -> None:
        """Note what the table of fonts says of one."""
        if charset is not None:
            self._charsets[font] = charset
        if page:
            self._pages[font] = of_page(page)

    def is_symbol(self, font: int) -> bool:
        """Tell whether a font's letters are signs."""
        return self._charsets.get(self._known(font)) == SYMBOL

    def codec(self, font: int) -> str:
        """The codec of a font's bytes.

        Charset 0 is Windows', unless every font claims it: then nobody thought of charsets.
        """
        font = self._known(font)
        charset = self._charsets.get(font, 1)
        if charset == 0 and not any(each > SYMBOL for each in self._charsets.values()):
            charset = 1
        return self._pages.get(font) or _OF_CHARSETS.get(charset, self._page)

    def _known(self, font: int) -> int:
        return self.default if font < 0 else font


class Bytes:
    """Turns bytes into letters; one letter may take two bytes, one after the other."""

    def __init__(self) -> None:
        self._codec = ""
        self._decoder = codecs.getincrementaldecoder(WINDOWS)("replace")
        self._from: int | None = None  # where a letter began that is not yet whole

    def letters(
        self, found: bytes, codec: str, at: int, to: int
    ) -> Iterator[tuple[str, int, int]]:
        """Each letter that ``found``, which stands from ``at`` to ``to``, makes whole.

        Raw bytes stand one by one; a single one may be an escape and longer in the file.
        """
        if codec != self._codec:
            self._codec, self._from = codec, None
            self._decoder = codecs.getincrementaldecoder(codec)("replace")
        if self._from is None and found.isascii():
            yield found.decode("ascii"), at, to
            return
        for n, byte in enumerate(found):
            start, end = (at, to) if len(found) == 1 else (at + n, at + n + 1)
            start = start if self._from is None else self._from
            words = self._decoder.decode(bytes((byte,)))
            self._from = None if words else start
            if words:
                yield words, start, end

    def end(self) -> None:
        """Forget a letter that never became whole."""
        if self._from is not None:
            self._from = None
            self._decoder.reset()
