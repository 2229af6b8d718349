"""Which part of a web page is the article, and what in it is not: menus, promos, banners."""

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_BARE = _words(
    "script style noscript template svg math iframe object embed audio video canvas button select"
    " textarea input nav aside dialog map del s strike head title"
)
_ROLES = _words(
    "navigation complementary banner contentinfo dialog alertdialog search menu menubar toolbar"
    " alert status"
)
_WORDS = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOISE = _words(
    "cookie cookies consent gdpr newsletter subscribe subscription signup related recommended"
    " recommendations recirc recirculation trending popular share sharing sharebar social comments"
    " comment disqus advert adverts ad ads advertisement sponsored promo promotion teaser"
    " breadcrumb breadcrumbs outbrain taboola sidebar pagination pager tags taglist toolbar"
    " skiplink nav navbar navigation menu footer masthead paywall pullquote pull player print"
    " hidden modal popup overlay"
)
_BYLINES = frozenset({"byline", "author", "authors", "dateline"})
_CAPTIONS = frozenset({"caption", "figcaption"})
_NEVER = frozenset({"html", "body", "main", "article", "p", "h1", "blockquote", "a"})
# What people said elsewhere is copy, and what is called "byline-and-share" is not only that.
_KEPT = frozenset({"embed", "tweet", "twitter", "and", "with", "has"})
_MOST = 0.4  # of the copy: an element that holds more is not beside it
_LINE = 25  # characters: what is shorter is a label
_OUT = 4  # elements around the copy
_HALF = 0.5
_NEARLY = 0.75


class Article:
    """The element that holds the copy of a page, and what to leave out of it."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        for link in tree.css('a[href^="#cmnt"]'):  # remarks in the margin of a shared document
            _unremarked(link)
        body = tree.body
        self.root = body
        self._has_headline = tree.css_first("h1") is not None
        self._copy: dict[int, int] = {}
        if body is not None:
            self._copy = _weighed(body, _is_bare)
            self._total = max(1, self._copy[body.mem_id])
            # What is left out now does not count in where most of the rest is.
            self._copy, beside = _weighed(body, self.leaves_out), self._copy
            self._total, whole = max(1, self._copy[body.mem_id]), self._total
            self.root = _with_headline(self._root(tree, body))
            self._copy, self._total = beside, whole

    def leaves_out(self, node: LexborNode) -> bool:
        """Tell whether an element is no part of the copy, with all that is in it."""
        return _is_bare(node) or (_is_noise(node) and not self._holds_all(node))

    def _holds_all(self, node: LexborNode) -> bool:
        """An element may be called what it likes, if the article is in it."""
        headed = not self._has_headline or node.css_first("h1") is not None
        return headed and self._share(node) >= _MOST

    def _share(self, node: LexborNode) -> float:
        return self._copy.get(node.mem_id, 0) / self._total

    def _root(self, tree: LexborHTMLParser, body: LexborNode) -> LexborNode:
        """What is called the article, if most of the copy is there; else where most of it is."""
        for selector in ("article", '[itemprop="articleBody"]', "main", '[role="main"]'):
            held = max(tree.css(selector), key=self._share, default=None)
            if held is not None and self._share(held) > _HALF:
                return held
        at, inner = body, self._heaviest(body)
        while inner is not None and self._share(inner) >= _NEARLY:
            if inner.tag in {"p", "blockquote"}:
                break
            at, inner = inner, self._heaviest(inner)
        return at

    def _heaviest(self, node: LexborNode) -> LexborNode | None:
        return max(children(node), key=self._share, default=None)


def kind_of(node: LexborNode) -> str | None:
    """What an element is by its name rather than its tag: a byline or a caption."""
    named = tokens(node)
    if node.tag == "p" and "title" in named:
        return "head"
    if not named.isdisjoint(_BYLINES):
        return "byline"
    return None if named.isdisjoint(_CAPTIONS) else "caption"


def tokens(node: LexborNode) -> frozenset[str]:
    """The words that an element's class and id are made of."""
    named = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    return frozenset(_WORDS.findall(_CAMEL.sub(" ", named[:400]).lower()))


def _is_bare(node: LexborNode) -> bool:
    """What is never copy, whatever it holds."""
    if node.tag in _BARE or node.tag in {"html", "body"}:
        return node.tag in _BARE
    known = node.attributes
    if "hidden" in known or known.get("aria-hidden") == "true" or known.get("role") in _ROLES:
        return True
    style = (known.get("style") or "").replace(" ", "")
    return "display:none" in style or "visibility:hidden" in style


def _is_noise(node: LexborNode) -> bool:
    if node.tag in _NEVER:
        return False
    parent = node.parent
    if node.tag == "form" or (node.tag == "footer" and parent and parent.tag != "blockquote"):
        return True
    if node.tag == "header" and parent is not None and parent.tag == "body":
        return node.css_first("h1") is None
    named = tokens(node)
    return not named.isdisjoint(_NOISE) and named.isdisjoint(_KEPT)


def _weighed(body: LexborNode, skips: Callable[[LexborNode], bool]) -> dict[int, int]:
    """How many characters of copy are below each element: whole lines, none of them links."""
    found: dict[int, int] = {}
    sums = [0]
    todo: list[LexborNode | int] = [body]
    while todo:
        at = todo.pop()
        if isinstance(at, int):
            found[at] = sums.pop()
            sums[-1] += found[at]
        elif at.is_text_node:
            length = len((at.text_content or "").strip())
            sums[-1] += length if length >= _LINE else 0
        elif at is body or (at.is_element_node and at.tag != "a" and not skips(at)):
            todo.append(at.mem_id)
            sums.append(0)
            todo += children(at)
    return found


def _with_headline(root: LexborNode) -> LexborNode:
    """The element, or one a little further out that has the headline and the byline, too."""
    at: LexborNode | None = root
    for _ in range(_OUT):
        if at is None or at.tag in {"body", "html"}:
            break
        if at.css_first("h1") is not None:
            return at
        at = at.parent
    return root


def _unremarked(link: LexborNode) -> None:
    """Cut a remark: the mark in the copy, or the whole of it at the end."""
    at: LexborNode | None = link
    if (link.attributes.get("href") or "").startswith("#cmnt_ref"):
        at = next((node for node in _above(link) if node.tag in {"div", "p"}), link)
    if at is not None and at.tag != "body":
        at.decompose()


def _above(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def children(node: LexborNode) -> Iterator[LexborNode]:
    """What is directly in an element, the last first."""
    child = node.last_child
    while child is not None:
        yield child
        child = child.prev
