"""Strings from outside, made safe to stand in Slack's mrkdwn, and cut to size."""

import json
import re

PASSAGE = 200  # characters a passage takes at most, as they are read

# mrkdwn has no escape for its marks: these look the same and mean nothing to it.
_SAFE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"}
)
_EMOJI = re.compile(r":(?=[\w+'’-]+:)")
# Control characters, halves of characters, and what turns the direction of reading.
_HIDDEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff"
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_BLANK = re.compile(r"\s+")
_JOINT = "\u200b"  # lets bold begin or end inside a word
_LINK = re.compile(r"https?://[^\s<>|*`\"“”…]+[^\s<>|*`\"“”….,;:!?)\]’']")
_ENOUGH = 4  # times the limit: no more of a hostile text is looked at


def escaped(text: str) -> str:
    """``text`` on one line, as written, with nothing in it that Slack would act on."""
    return _EMOJI.sub("∶", _one_line(text).strip()).translate(_SAFE)


def cut(text: str, limit: int) -> str:
    """``text`` on one line in at most ``limit`` characters, cut between words with …"""
    seen = text[: _ENOUGH * limit]
    clean = _one_line(seen).strip()
    if len(clean) <= limit and len(seen) < len(text):
        return clean[: limit - 1].rstrip() + "…"
    return _head(clean, limit)


def short(text: str, limit: int) -> str:
    """``text`` cut and escaped."""
    return escaped(cut(text, limit))


def tight(text: str, limit: int) -> str:
    """``text`` cut and escaped, its web addresses to be clicked; ``limit`` is as it is sent."""
    kept = limit
    while (over := _sent(drawn := _linked(cut(text, kept))) - limit) > 0:
        kept -= max(1, over // 6)
    return drawn


def passage(text: str, start: int, end: int, around: tuple[int, int], limit: int = PASSAGE) -> str:
    """The words from ``start`` to ``end`` in bold, with what stands ``around`` them."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    words = cut(text[start:end], limit - 4)
    if not words:
        return short(text[slice(*around)], limit)
    left = _one_line(text[max(around[0], start - _ENOUGH * limit) : start]).lstrip()
    right = _one_line(text[end : min(around[1], end + _ENOUGH * limit)]).rstrip()
    room = limit - len(words)
    left = _tail(left, max(room // 2, room - len(right)))
    right = _head(right, room - len(left))
    return _joined(left) + _bold(words, left, right) + _joined(right)


def _bold(words: str, left: str, right: str) -> str:
    before = _JOINT if left[-1:].isalnum() else ""
    after = _JOINT if right[:1].isalnum() else ""
    return f"{before}*{escaped(words)}*{after}"


def _linked(clean: str) -> str:
    done, parts = 0, []
    for link in _LINK.finditer(clean):
        if clean[link.end() :] == "…":
            break  # the address was cut, and leads nowhere
        address = link[0].replace("&", "&amp;")
        parts += [_joined(clean[done : link.start()]), f"<{address}>"]
        done = link.end()
    return "".join(parts) + _joined(clean[done:])


def _joined(piece: str) -> str:
    """Escape, and keep the blanks that part ``piece`` from its neighbours."""
    before = " " if piece[:1].isspace() else ""
    after = " " if piece.strip() and piece[-1:].isspace() else ""
    return before + escaped(piece) + after


def _sent(drawn: str) -> int:
    return len(json.dumps(drawn, ensure_ascii=False)) - 2


def _one_line(text: str) -> str:
    return _BLANK.sub(" ", _HIDDEN.sub("", text))


def _head(clean: str, limit: int) -> str:
    if len(clean) <= limit:
        return clean
    if limit < 2:
        return "…"[:limit]
    kept = clean[: limit - 1]
    blank = kept.rfind(" ")
    return kept[: blank if blank > limit // 2 else len(kept)].rstrip() + "…"


def _tail(clean: str, limit: int) -> str:
    if len(clean) <= limit:
        return clean
    if limit < 2:
        return "…"[:limit]
    kept = clean[len(clean) - limit + 1 :]
    blank = kept.find(" ")
    return "…" + kept[blank + 1 if -1 < blank < limit // 2 else 0 :].lstrip()
