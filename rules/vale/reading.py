"""Cuts a file into the sheets that Vale's rules read."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from rules.vale.comments import Comments
from rules.vale.config import Config, ForFile
from rules.vale.frontmatter import front_matter
from rules.vale.mapped import Mapped
from rules.vale.scopes import fits
from rules.vale.sheet import Block, Sheet
from rules.vale.walk import Walk

_MARKDOWN = frozenset({".md", ".mdown", ".markdown", ".markdn"})
_MATH = regex.compile(r"\$\$(?:(?!\$\$|\n\n)[\s\S])+\$\$")
_MOST = {"[": 4000, "`": 4000, "*": 20_000, "<": 8000, "_": 20_000, "!": 20_000}
_LARGEST = 1_000_000


class Sheets(NamedTuple):
    """A file three times: its blocks, all its prose as one, and the file itself."""

    blocks: Sheet
    summary: Sheet
    raw: Sheet


def sheets(source: str, path: str, config: Config, here: ForFile) -> Sheets:
    """The sheets of a file; their words know their places in ``source``."""
    suffix = "." + path.rpartition(".")[2] if "." in path.rpartition("/")[2] else ".txt"
    known = Mapped.whole(source).substituted("&rsquo;", "'").substituted("\r\n", "\n")
    words = known.substituted("\r", "\n")
    normed = "." + config.formats.get(suffix[1:], suffix[1:])
    if normed in _MARKDOWN and _is_tame(words.text):
        walk = Walk(config, here.styles, suffix)
        blocks = list(_markdown(words, walk, config, here, suffix))
        summary, off = walk.summary, walk.off.at_the_end()
    else:
        blocks = [Block(words, f"text{suffix}", is_prose=True)]
        summary, off = [words], Comments()
    prose = Mapped.joined(part for one in summary for part in (one, Mapped("\n\n", (0, 0))))
    return Sheets(
        Sheet(blocks),
        Sheet([Block(prose, f"summary{suffix}", off)]),
        Sheet([Block(words, f"raw{suffix}", off)]),
    )


def _markdown(
    words: Mapped, walk: Walk, config: Config, here: ForFile, suffix: str
) -> Iterator[Block]:
    from rules.vale.markdown import markdown  # a plain check never needs it

    front, body = front_matter(words)
    for key, value in front:
        scope = f"text.frontmatter.{key}{suffix}"
        if not fits(config.ignored, scope):
            yield Block(value, scope)
    for pattern in (_MATH, *here.block_ignores):
        body = body.replaced(pattern, "\n```\n", "\n```\n")
    for pattern in here.token_ignores:
        body = body.replaced(pattern, "`", "`")
    yield from walk.blocks(markdown(body))


def _is_tame(text: str) -> bool:
    """Tell whether Markdown can be read in good time; what is made to hang is read as text."""
    if len(text) > _LARGEST:
        return False
    return all(text.count(mark) <= most for mark, most in _MOST.items())
