"""Which old encoding a text is in that is not UTF-8: the one in which it reads like words."""

import re
import unicodedata
from collections import Counter

# The earlier one is right if two fit nearly alike: most drafts come from Windows.
_SINGLE = (
    "cp1252",
    "mac_roman",
    "iso8859_15",
    "cp1250",
    "iso8859_2",
    "cp1251",
    "koi8_r",
    "cp1253",
    "iso8859_7",
)
_ENOUGH, _BETTER = 0.2, 0.1  # of what the letters could score
_ONE_SCRIPT = 0.9  # of the letters: that, and signs
_KANA = re.compile("[\u3040-\u30ff]")
_KANA_ENOUGH, _KANA_SHARE = 4, 0.2
_LOOKED_AT = 20_000  # bytes, from the first that is not ASCII
_CONTROLS = frozenset(range(0x20)) - set(b"\t\n\x0b\f\r\x1a")
_OPENING, _CLOSING = "“‘„‚«‹¿¡", "”’»›"
_MACS = "ÒÔ"  # what a Mac's opening quotation marks are elsewhere
_BESIDE = "—–·•\u00a0"  # as good beside a word as apart from it
_BEFORE = "£€$§©№"
_AFTER = "…°™®²³½¼¾ºª"
_SIGNS = "ƒªº"  # no letters of a word, whatever Unicode says
_SPACE = frozenset(" \t\r\n\x0b\f\u00a0")
_HIGH = re.compile(rb"[\x80-\xff]")


def wide(data: bytes) -> str | None:
    """The codec of a text in UTF-16 that does not say so: half its bytes are of one script."""
    if len(data) % 2 or len(data) < 4:
        return None
    codec = "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
    high = Counter(data[1::2] if codec == "utf-16-le" else data[::2])
    if high.total() * _ONE_SCRIPT > sum(count for _, count in high.most_common(2)):
        return None
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    is_text = all(letter.isprintable() or letter in _SPACE for letter in text)
    return codec if is_text else None


def guessed(data: bytes) -> str | None:
    """The codec of bytes that are no UTF-8; None if they read like words in none of them."""
    first = _HIGH.search(data)
    start = max(0, first.start() - 1) if first else 0
    sample = data[start : start + _LOOKED_AT]
    if _CONTROLS & set(data) or _is_broken(sample):
        return None
    if _is_japanese(sample) and _decodes(data, "cp932"):
        return "cp932"
    best, most = None, _ENOUGH - _BETTER
    for codec in _SINGLE:
        score = _score(sample.decode(codec, "replace"))
        if score > most + _BETTER and _decodes(data, codec):
            best, most = codec, score
    return best


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _is_broken(data: bytes) -> bool:
    """Tell whether it is UTF-8 after all, of which some is missing: no words are in that."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    whole = sum(not letter.isascii() for letter in text) - lost
    return whole > 0 and whole >= lost


def _is_japanese(data: bytes) -> bool:
    text = data.decode("cp932", "replace")
    kana = len(_KANA.findall(text))
    others = sum(not letter.isascii() for letter in text)
    return "\ufffd" not in text[:-1] and kana >= max(_KANA_ENOUGH, others * _KANA_SHARE)


def _score(text: str) -> float:
    """How well the letters that are not ASCII stand beside each other, at most 1."""
    scores = [
        _fit(text[at], text[at - 1] if at else " ", text[at + 1 : at + 2] or " ")
        for at, letter in enumerate(text)
        if not letter.isascii()
    ]
    return sum(scores) / len(scores) if scores else 0.0


def _fit(letter: str, before: str, after: str) -> float:
    """How well one letter stands between two others: 1 at best, below 0 if it cannot."""
    if letter.isalpha() and letter not in _SIGNS:
        return _letter(letter, before, after)
    starts, ends = not before.isalnum(), not after.isalnum()
    if letter in _OPENING + _CLOSING:
        return _quote(letter, before, after)
    if letter in _BESIDE:
        return 0.9
    if letter in _BEFORE:
        return 0.9 if after.isdigit() or after in _SPACE else -0.5
    if letter in _AFTER:
        return 0.9 if before not in _SPACE and (ends or after in "CF") else -0.5
    return 0.0 if starts and ends and unicodedata.category(letter) != "Cc" else -1.0


def _quote(letter: str, before: str, after: str) -> float:
    if letter in "«»" and before in _SPACE and after in _SPACE:
        return 0.3  # in French
    if letter in _OPENING:
        return 1.0 if not before.isalnum() and after not in _SPACE else -1.0
    within = letter == "’" and before.isalpha() and after.isalpha()
    return 1.0 if within or (not after.isalnum() and before not in _SPACE) else -1.0


def _letter(letter: str, before: str, after: str) -> float:
    """A letter of a word: of the same script as those beside it, and in no odd case."""
    beside = [each for each in (before, after) if each.isalpha()]
    if letter.isupper() and before.islower():
        return -2.0
    if not _is_latin(letter):
        if any(_is_latin(each) for each in beside):
            return -1.0
        return 1.0 if beside else 0.8
    if letter in _MACS and after.isupper() and not before.isalpha():
        return 0.1
    odd = sum(not each.isascii() for each in beside)
    return 1.0 - 0.6 * odd if beside else 0.3


def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN")
