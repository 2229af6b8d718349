"""Web pages: the article's own text, headline first, as Markdown.

Links stay links, so that a claim that is linked is seen to have its source.
"""

import re
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from bot.errors import EmptyDraft, TooLong, Unreadable
from bot.readers.cage import caged
from bot.readers.copy import LONGEST, Copy, Format, too_long
from bot.readers.links import LONGEST as LONGEST_ADDRESS
from bot.readers.links import address_of
from bot.readers.plain import refuse_others, unreadable
from bot.wording import sized

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode


_MOST = 5_000_000  # bytes: what is longer is no article
_NULS = 0.001  # of the bytes
_FEW = 80  # words: with a field for a password, a page to log in
_LARGE = "“{name}” is larger than {most}, more than one page takes. Paste its text."
_EMPTY = (
    "There is no text in “{name}”: a script may have to draw it, or it holds pictures alone."
    " Paste the text."
)
_OURS = 'meta[name="generator"][content="Copychief proof"]'
_PROOF = "“{name}” is a proof of mine, with notes in it. Send the draft itself, or its Word file."
_NAMERS = frozenset({"docs.google.com"})  # where a page's title is a file's name


class Web(NamedTuple):
    """What a page holds, and whether it only asks to log in."""

    copy: Copy
    is_login: bool


def read_html(
    data: bytes, name: str, *, charset: str = "", address: str = "", places: bool = True
) -> Web:
    """The article on a page; Unreadable says in one line why there is none.

    ``address`` is where links without a host of their own start from; without ``places`` the
    copy has no pieces. Waits for another process.
    """
    if len(data) > _MOST:
        raise TooLong(_LARGE.format(name=name[:80], most=sized(_MOST)))
    refuse_others(data, name)
    if data.count(0) > 8 + len(data) * _NULS and not _is_wide(data, charset):
        raise unreadable(name, "it is binary, not text")
    facts, without = {"charset": charset, "address": address}, () if places else ("pieces",)
    said, _ = caged("bot.readers.html.read", data, facts, name, without=without)
    web = Web(Copy.heard(said, Format.HTML), bool(said["is_login"]))
    if not web.is_login and not any(letter.isalnum() for letter in web.copy.text):
        raise EmptyDraft(_EMPTY.format(name=name[:80]))
    return web


def _is_wide(data: bytes, charset: str) -> bool:
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or charset.lower().startswith("utf-16")


def read(data: bytes, facts: dict[str, str]) -> dict[str, Any]:
    """What the other process does with a page."""
    from selectolax.lexbor import LexborHTMLParser

    from bot.readers.article import Article, kind_of
    from bot.readers.blocks import blocks, seen
    from bot.readers.charset import decoded
    from bot.readers.written import markdown

    tree = LexborHTMLParser(decoded(data, facts["charset"]))
    if tree.css_first(_OURS) is not None:
        raise Unreadable(_PROOF.format(name=facts["name"]))
    base = _base(tree, facts["address"])
    article = Article(tree)
    found = []
    if article.root is not None:
        found = blocks(
            article.root,
            lambda node: article.leaves_out(node) or _is_note_mark(node),
            kind_of,
            lambda node: address_of(node.attributes.get("href") or "", base),
        )
    headline = next((one.text for one in found if one.kind == "head"), "")
    title = headline or seen(_title(tree))
    is_named = urlsplit(facts["address"]).hostname in _NAMERS
    text = markdown(found, "" if headline or is_named else title)
    if len(text.text) > LONGEST:
        raise too_long(facts["name"])
    few = len(text.text.split()) < _FEW
    is_login = tree.css_first('input[type="password"]') is not None and few
    return Copy(text.text, Format.HTML, title, text.pieces).said() | {"is_login": is_login}


def _title(tree: "LexborHTMLParser") -> str:
    """The headline as the page's head has it, without the site's name."""
    named = tree.css_first('meta[property="og:title"]')
    given = named.attributes.get("content") if named is not None else None
    heads = [" ".join(node.text(deep=True).split()) for node in tree.css("h1")[:5]]
    title = tree.css_first("head > title")
    whole = " ".join((given or (title.text() if title is not None else "") or "").split())
    for head in heads:
        if head and (head in whole or not whole):
            return head
    return re.split(r" [|–—] | - (?=[^-]*$)", whole)[0].strip()


def _base(tree: "LexborHTMLParser", address: str) -> str:
    """Where the page's links start from."""
    named = tree.css_first("base[href]")
    href = (named.attributes.get("href") or "") if named is not None else ""
    try:
        return urljoin(address, href) if len(href) < LONGEST_ADDRESS else address
    except ValueError:
        return address


def _is_note_mark(node: "LexborNode") -> bool:
    """A footnote's number, which leads down the page."""
    if node.tag != "sup":
        return False
    link = node.css_first("a")
    return link is not None and (link.attributes.get("href") or "").startswith("#")
