"""Cuts a file into the sheets that Vale's rules read."""

from collections.abc import Container, Iterator

from rules.vale.comments import Comments
from rules.vale.config import Config
from rules.vale.for_file import ForFile
from rules.vale.frontmatter import front_matter
from rules.vale.mapped import Mapped
from rules.vale.markup import markup
from rules.vale.scopes import fits
from rules.vale.sheet import Block, Sheet
from rules.vale.walk import Walk

_MARKDOWN = frozenset({".md", ".mdown", ".markdown", ".markdn", ".mdx", ".qmd", ".myst"})
_HTML = frozenset({".html", ".htm", ".shtml", ".xhtml"})
# A file that has more of them is read as plain text, which takes less time.
_LARGEST = 1_000_000  # characters
_BUSIEST = 50_000  # line ends and marks
_MARKS = "\n<[*_`&|"


def sheets(
    source: str, path: str, config: Config, here: ForFile, asked: Container[str] = ()
) -> list[Sheet]:
    """A file up to three times: its blocks, all its prose as one, and the file itself.

    Their words know their places in ``source``. ``asked`` are the scopes of inline elements
    (link, code …) that some rule reads.
    """
    suffix = "." + path.rpartition(".")[2] if "." in path.rpartition("/")[2] else ".txt"
    words = Mapped.whole(source)[source.startswith("\ufeff") :].substituted("&rsquo;", "'")
    words = words.substituted("\r\n", "\n").substituted("\r", "\n")
    normed = "." + config.formats.get(suffix[1:], suffix[1:])
    if normed not in _MARKDOWN | _HTML or _takes_long(words.text):
        blocks = [Block(words, f"text{suffix}", is_prose=True)]
        return [Sheet(blocks), _raw(words, suffix, Comments())]
    walk = Walk(config, here, suffix, asked)
    if normed in _MARKDOWN:
        blocks = list(_markdown(words, walk, config, here, suffix))
    else:
        blocks = list(walk.blocks(markup(words)))
    off = walk.off.at_the_end()
    prose = Mapped.joined(part for one in walk.summary for part in (one, Mapped("\n\n", (0, 0))))
    summary = Sheet([Block(prose, f"summary{suffix}", off)])
    return [Sheet(blocks), summary, _raw(words, suffix, off)]


def _takes_long(text: str) -> bool:
    return len(text) > _LARGEST or sum(text.count(mark) for mark in _MARKS) > _BUSIEST


def _raw(words: Mapped, suffix: str, off: Comments) -> Sheet:
    return Sheet([Block(words, f"raw{suffix}", off)])


def _markdown(
    words: Mapped, walk: Walk, config: Config, here: ForFile, suffix: str
) -> Iterator[Block]:
    from rules.vale.markdown import markdown  # a plain check never needs it

    front, body = front_matter(words)
    for key, value in front:
        scope = f"text.frontmatter.{key}{suffix}"
        if not fits(config.ignored, scope):
            yield Block(value, scope)
    for pattern in here.block_ignores:
        body = body.enclosed(pattern, "\n```\n")
    for pattern in here.token_ignores:
        body = body.enclosed(pattern, "`")
    for mark, ours in zip(here.remarks, ("<!--", "-->"), strict=False):
        body = body.substituted(mark, ours)
    yield from walk.blocks(markdown(body))
