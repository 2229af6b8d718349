"""The blocks of a page as Markdown: the headline first, and nothing that is no copy."""

import re
from collections.abc import Sequence

from bot.readers.blocks import Block
from bot.readers.traced import Traced

_HEAD_WORDS = 22
_ABOVE = 6  # lines above a headline: what stands lower is a heading of something else
_CAPTION = re.compile(
    r"\[?(?:file )?(?:photo|picture|image|caption|graphic|video|map|chart|illustration)s?"
    r"(?: (?:credit|by|caption|courtesy))?\s*(?:[:|/\]]|by [A-Z])",
    re.IGNORECASE,
)
_LINK = re.compile(r"\A\[([^\]]*)\]\(.*\)\Z")
_BYLINE = re.compile(r"(?:words )?by\b", re.IGNORECASE)
_CALLS = re.compile(
    r"(?:advertisement|share|share this(?: (?:article|story))?|print|save|listen|follow"
    r"|read more|skip to (?:main )?content|story continues below|back to top)[.:]?",
    re.IGNORECASE,
)
_REMARKS = re.compile(r"(?:\d+ )?comments?", re.IGNORECASE)
# What says of what kind the copy is, though it leads to more of it.
_LABEL = re.compile(
    r"opinions?|analysis|comment(?:ary)?|editorials?|columns?|letters?|reviews?|feature|interview"
    r"|obituar(?:y|ies)|sports?|football|courts?|sponsored|advertorial|live",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?"
    r"|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|[ap]\.?m\.?|at|on|gmt|utc|b?st|[a-z]{1,2}t|\d{1,4}(?:st|nd|rd|th)?"
    r"|\d{1,2}[:.]\d\d(?:[ap]m)?|\d{1,2}[ap]m|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}",
    re.IGNORECASE,
)


def markdown(blocks: Sequence[Block], title: str = "") -> Traced:
    """The copy in ``blocks``, an empty line between them; ``title`` heads it if nothing else does.

    A label or a kicker above the headline comes below it.
    """
    lines = [Traced(f"# {title}")] if title else []
    last, headed = "", bool(title)
    for one in blocks:
        if one.text == last or not _is_copy(one, headed=headed):
            continue
        last = one.text
        is_headline = one.kind == "head" and not headed
        lines.insert(
            0 if is_headline and len(lines) <= _ABOVE else len(lines), _written(one, headed)
        )
        headed = headed or is_headline
    between: list[Traced | str] = ["\n\n"] * (2 * len(lines) - 1)
    between[::2] = lines
    return Traced.joined(between)


def _is_copy(one: Block, *, headed: bool) -> bool:
    if one.timed > 0.8 or _CALLS.fullmatch(one.text):
        return False
    if one.kind in {"byline", "caption", "quote"} or (one.kind == "head" and not headed):
        return not _is_date(one.text)
    if one.kind == "text" and (_is_date(one.text) or (headed and _REMARKS.fullmatch(one.text))):
        return False
    is_teaser = one.leads_away and not one.text.rstrip().endswith(".")
    is_label = not headed and _LABEL.fullmatch(_plain(one.copy).text) is not None
    return not is_teaser or is_label or _BYLINE.match(one.text) is not None


def _is_date(line: str) -> bool:
    """Tell whether a line is nothing but a day or an hour: what the page says, not the copy."""
    words = re.split(r"[\s,|•·–—()]+", line) if len(line) < 60 else []
    words = [word.strip(".") for word in words if word.strip(".")]
    known = all(_WHEN.fullmatch(word) for word in words)
    return known and len(words) > 1 and any(letter.isdigit() for letter in line)


def _plain(line: Traced) -> Traced:
    """The words of a line that is one link."""
    return line.sub(_LINK, lambda link: [link.span(1)])


def _written(one: Block, headed: bool) -> Traced:
    copy = one.copy
    if one.kind == "head" and not headed:
        return Traced.joined(["# ", copy])
    if one.kind in {"head", "crosshead"}:
        # A long one, or one with a stop, is copy below the headline like any other.
        is_copy = one.text.endswith(".") or len(one.text.split()) > _HEAD_WORDS
        return copy if is_copy else Traced.joined(["## ", copy])
    if one.kind == "entry":
        return Traced.joined(["- ", copy])
    if one.kind == "caption" and not _CAPTION.match(one.text):
        return Traced.joined(["Caption: ", copy])
    if one.kind == "quote" and one.text[0] not in "“\"'‘«—–-":
        return Traced.joined(["“", copy, "”"])
    return _plain(copy) if one.leads_away and one.kind == "text" else copy
