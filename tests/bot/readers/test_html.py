"""Web pages: the article and nothing else, whatever the page is like."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import EmptyDraft, TooLong, Unreadable
from bot.handback.marked import Marked
from bot.handback.proof import proof
from bot.readers.html import read, read_html
from rules import review

PAGES = Path(__file__).parent / "pages"
ADDRESS = "https://tarn.example/news/a"
LINE = "The ferry was late for the ninth day, the harbour office said."


def text_of(page: str | bytes, *, charset: str = "", address: str = ADDRESS) -> str:
    """The text of a page, without another process."""
    data = page.encode() if isinstance(page, str) else page
    facts = {"charset": charset, "address": address, "name": "page.html"}
    return str(read(data, facts)["text"])


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_html(data, "page.html")
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.html")), ids=lambda page: page.stem)
def test_pages(page: Path) -> None:
    """Each sample page is read as the text beside it: the copy whole, nothing from around it."""
    web = read_html(page.read_bytes(), page.name, address=ADDRESS)
    assert web.copy.text + "\n" == page.with_suffix(".md").read_text(encoding="utf-8")
    assert f"# {web.copy.title}\n" in web.copy.text
    assert not web.is_login


def test_a_linked_claim_is_sourced() -> None:
    """A figure that links to its paper is not asked about, and the same without a link is."""
    claim = "<h1>Fees</h1><p>Harbour fees have risen {} since May, and the boats stay away.</p>"
    linked, bare = claim.format('<a href="/fees.pdf">31 per cent</a>'), claim.format("31 per cent")
    assert "sourcing.statistic" not in {flag.rule for flag in review(text_of(linked)).flags}
    assert "sourcing.statistic" in {flag.rule for flag in review(text_of(bare)).flags}


def test_furniture_is_known_as_such() -> None:
    """Headline, crossheads, byline and captions are not read as the newsroom's claims."""
    found = review(text_of((PAGES / "harbour.html").read_bytes()))
    assert found.title == "Harbour fees to double in May"
    assert found.profile == "opinion"
    furniture = [
        found.text[start:end]
        for start, end, voice in found.voices
        if found.text and voice == "furniture"
    ]
    assert any("The harbour at dawn" in words for words in furniture)
    assert any("Inês Carvalho" in words for words in furniture)


def test_block_quotes_are_quotations() -> None:
    """What stands in a block quote is not in the newsroom's voice; marks of its own stay."""
    page = f"<p>{LINE}</p><blockquote><p>{{}}</p></blockquote>"
    assert "\n\n“We slammed it.”" in text_of(page.format("We slammed it."))
    assert "\n\n‘We slammed it.’" in text_of(page.format("‘We slammed it.’"))


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ('<a href="/b">the notice</a>', "[the notice](https://tarn.example/b)"),
        ('<a href="//x.example/b c">it</a>', "[it](https://x.example/b%20c)"),
        ('a<a href="/b"> <b>bold</b> </a>b', "a [bold](https://tarn.example/b) b"),
        ('<a href="#note">a note</a>', "a note"),
        ('<a href="">a note</a>', "a note"),
        ('<a name="x">a note</a>', "a note"),
        ('<a href="mailto:a@b.example">a note</a>', "a note"),
        ('<a href="javascript:alert(1)">a note</a>', "a note"),
        ('<a href="http://[">a note</a>', "a note"),
        ('<a href="/b">a [sic] note</a>', "a [sic] note"),
        (f'<a href="/{"b" * 900}">a note</a>', "a note"),
        (f'<a href="/b">{"b" * 170}</a>', "b" * 170),
        ('<a href="/b">i</a>n part', "in part"),
        ('not<a href="/b">es</a>', "notes"),
        ('<a href="/b"></a>nothing', "nothing"),
        ('<a href="/&quot;&gt;&lt;x">a note</a>', "a note"),
    ],
)  # fmt: skip
def test_links(written: str, read_as: str) -> None:
    """A link that leads somewhere keeps its address, in a form that nothing can break out of."""
    assert text_of(f"<p>{LINE} Read {written} in full.</p>") == f"{LINE} Read {read_as} in full."


def test_a_base_for_links() -> None:
    """Links start from where the page says they do; in a file without an address, from nowhere."""
    page = f'<base href="https://b.example/x/"><p>{LINE} See <a href="y">the notice</a> there.</p>'
    assert "(https://b.example/x/y)" in text_of(page)
    assert "See the notice there" in text_of(page.replace("<base", "<i "), address="")


@pytest.mark.parametrize(
    "around",
    [
        "<nav>{}</nav>", "<aside>{}</aside>", "<footer>{}</footer>", "<script>{}</script>",
        "<style>{}</style>", "<noscript>{}</noscript>", "<template>{}</template>",
        "<div hidden>{}</div>", '<div style="display: none">{}</div>', "<del>{}</del>",
        '<div aria-hidden="true">{}</div>', '<div role="dialog">{}</div>', "<button>{}</button>",
        '<div class="cookieConsent">{}</div>', '<section id="comments">{}</section>',
        '<div class="c-related-stories">{}</div>', '<div class="newsletter_signup">{}</div>',
        '<ul class="share-links"><li>{}</li></ul>', "<form><p>{}</p></form>", "<!-- {} -->",
        "<h3>Related</h3><ul><li><a href=/1>{}</a></li></ul>", '<p><a href="/1">{}</a></p>',
        "<a href=/1><h3>{}</h3><p>{}</p></a>", '<h3><a href="/1">{}</a></h3>',
        '<div class="ad-slot">{}</div>', "<iframe>{}</iframe>", "<title>{}</title>",
    ],
)  # fmt: skip
def test_what_is_no_copy(around: str) -> None:
    """Menus, banners, promos, remarks, what is hidden: none of it is in the text."""
    page = (
        f"<article><h1>Ferry</h1><p>{LINE}</p>{around.replace('{}', 'BESIDE IT')}<p>{LINE} So.</p>"
    )
    assert text_of(page) == f"# Ferry\n\n{LINE}\n\n{LINE} So."


@pytest.mark.parametrize(
    "around",
    [
        "<form>{}</form>", '<div class="single-with-comments">{}</div>', "<body class=ad>{}",
        '<div class="paywall"><div class="sidebar-left">{}</div></div>', "<main>{}</main>",
        "<table><tr><td>{}</table>", "<section>{}</section>", '<div role="main">{}</div>',
    ],
)  # fmt: skip
def test_names_do_not_hide_the_article(around: str) -> None:
    """The element that holds the copy is the article, whatever it is called."""
    found = text_of(around.format(f"<h1>Ferry late</h1><p>{LINE}</p><p>It sank.</p>"))
    assert found == f"# Ferry late\n\n{LINE}\n\nIt sank."


def test_a_byline_among_buttons() -> None:
    """Who wrote it is read, though it shares a box with what is left out."""
    box = (
        "<div class=byline-and-share><p>By <a href=/a>Tom Reed</a></p><div class=share>Post</div>"
    )
    page = f"<article><h1>Ferry</h1>{box}</div><p>{LINE}</p></article>"
    assert text_of(page) == f"# Ferry\n\nBy Tom Reed\n\n{LINE}"


def test_many_comments_are_no_article() -> None:
    """Readers may write more than the newsroom."""
    comments = "<p>Great read, I will come back for more of this!</p>" * 40
    page = f"<div><h1>Ferry</h1><p>{LINE}</p></div><div id=comments>{comments}</div>"
    assert text_of(page) == f"# Ferry\n\n{LINE}"


def test_the_headline_comes_first() -> None:
    """What stands above it comes below; a label keeps its say, though it leads to more such."""
    above = "<a href=/opinion>Opinion</a><p>FERRIES</p><p><a href=/all>All the ferries</a></p>"
    found = text_of(f"<article>{above}<h1>Ferry late</h1><p>{LINE}</p></article>")
    assert found == f"# Ferry late\n\nOpinion\n\nFERRIES\n\n{LINE}"
    assert review(found).profile == "opinion"


@pytest.mark.parametrize(
    "when",
    ["Oct. 25, 2021, at 6:00 AM", "3 June 2024", "Mon 3 Jun 2024 | 14.05 BST", "2024-06-03 14:05"],
)
def test_when_a_page_was_put_up(when: str) -> None:
    """A day on a line of its own is the page's; as a crosshead or in a sentence it is copy."""
    page = f"<p>{when}</p><p>{LINE}</p><h3>{when}</h3><p>It was {when}.</p>"
    assert text_of(page) == f"{LINE}\n\n## {when}\n\nIt was {when}."


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("<title>Ferry late | Tarn Post</title>", "Ferry late"),
        ("<title>Ferry late – Tarn Post</title>", "Ferry late"),
        ("<title>Ferry late - on day nine - Tarn Post</title>", "Ferry late - on day nine"),
        ('<meta property="og:title" content="Ferry late"><title>Tarn Post</title>', "Ferry late"),
    ],
)
def test_a_headline_in_the_head_alone(head: str, headline: str) -> None:
    """A page whose article has no heading is headed by its title, without the site's name."""
    assert text_of(f"<head>{head}</head><p>{LINE}</p>") == f"# {headline}\n\n{LINE}"


def test_a_shared_documents_name_is_no_headline() -> None:
    """A Google document's title is what its file is called."""
    address = "https://docs.google.com/document/d/1/export?format=html"
    page = f"<title>Copy of draft FINAL v3</title><p>{LINE}</p>"
    assert text_of(page, address=address) == LINE


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("<p>caf\xe9 “x”</p>".encode("cp1252"), ""),
        ("<p>caf\xe9 “x”</p>".encode("cp1252"), "iso-8859-1"),
        ("<p>caf\xe9 “x”</p>".encode(), ""),
        ("<p>caf\xe9 “x”</p>".encode(), "zip"),
        ("<p>caf\xe9 “x”</p>".encode("utf-16"), "iso-8859-1"),
        ("<meta charset='windows-1252'><p>caf\xe9 “x”</p>".encode("cp1252"), ""),
        ("<meta charset=utf-16><p>caf\xe9 “x”</p>".encode(), ""),
    ],
)
def test_charsets(data: bytes, charset: str) -> None:
    """A page is decoded as its mark, its server or itself says; else as UTF-8 or Windows."""
    assert text_of(data, charset=charset) == "café “x”"


def test_login() -> None:
    """A page that is little more than a field for a password is one to log in."""
    page = b"<h1>Sign in</h1><form><input type=password></form><p>Use your account.</p>"
    assert read_html(page, "page.html").is_login


@pytest.mark.parametrize("page", [b"", b"<p></p>", b"<div id=root></div><script>x()</script>"])
def test_no_words(page: bytes) -> None:
    """A page that a script has to draw holds no text, and the line says what to do."""
    with pytest.raises(EmptyDraft, match="a script may have to draw it"):
        read_html(page, "page.html")


def test_too_large() -> None:
    """More than five million bytes are no article."""
    with pytest.raises(TooLong, match="larger than 5 MB"):
        read_html(b"<p>" + b"a" * 5_000_000, "page.html")


def test_a_proof_of_ours() -> None:
    """Its notes are not copy; the line says what to send."""
    marked = Marked("Ferry", "9 words", LINE, "en", ())
    assert "is a proof of mine" in refused(proof(marked).encode())


@pytest.mark.parametrize(
    ("data", "what"), [(b"GIF89a ...", "a picture"), (b"<p>" + bytes(500), "binary")]
)
def test_not_a_page(data: bytes, what: str) -> None:
    """What is called a page and is none is told as what it is."""
    assert what in refused(data)


@pytest.mark.parametrize(
    "page",
    [
        b"<b>" * 60_000 + b"word", b"<div>" * 3000 + b"<p>a word of it</p>" * 3000,
        b"<table>" * 9000 + b"<p>word", b"<p>" + b"<font>" * 3000 + b"</p><p>word" * 3000,
        b"<ul><li>" * 9000 + b"word", b"<p " + b"a=b " * 200_000 + b">word", b"word<!--" * 90_000,
        b"<p>a\x00word\x07</p>", b"word<a href=/x>" * 20_000, b"<![CDATA[<p>word", b"<svg><p>word",
    ],
    ids=lambda page: str(page[:12]),
)  # fmt: skip
def test_made_to_break_a_reader(page: bytes) -> None:
    """Nesting without end and the like is read, or refused in one line."""
    try:
        assert "word" in read_html(page, "page.html").copy.text
    except EmptyDraft:
        assert page.startswith(b"word<a")  # nothing but links


def test_links_do_not_swell() -> None:
    """A short link on a page with a long base is no way to fill the memory."""
    base = b"<base href=https://b.example/" + b"x" * 700 + b"/>"
    page = base + b"<p>" + b"<a href=y>word</a> and some more words besides, " * 9000
    with pytest.raises(Unreadable, match=r"“page\.html” holds more text than any draft"):
        read_html(page, "page.html", address=ADDRESS)


TAGS = (
    "<p> </p> <div> <ul> <li> </li> </ul> <a href=/x> </a> <h1> </h1> <h2> <blockquote> <table>"
    " <tr> <td> <br> <pre> <q> </q> <time> <nav> </nav> <!-- --> <script> &amp; &#0; word word."
    " <body> <article> </article> <template> <sup><a href=#n>"
)
PIECES = st.sampled_from(TAGS.split(" ")) | st.text(max_size=5)


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=60))
def test_any_page(pieces: list[str]) -> None:
    """Whatever a page is made of, it is read: no tag and no control character comes through."""
    found = text_of(" ".join(pieces).encode("utf-8", "replace"))
    assert "<p>" not in found
    assert not any(ord(letter) < 32 and letter != "\n" for letter in found)
