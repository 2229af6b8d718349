"""Links: from an address to the words there, or to one line that says what to do."""

import asyncio
import io
import socket
from collections.abc import AsyncIterator
from ipaddress import ip_network

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import EmptyDraft, Unreadable
from bot.fetch import Page
from bot.link import Link, plain_copy, read_link, read_page
from bot.settings import ReadHosts

HERE = ReadHosts(frozenset(), (ip_network("127.0.0.0/8"),))
LINE = "The ferry was late for the ninth day, the harbour office said."
PAGE = f"<nav>Menu</nav><article><h1>Ferry late</h1><p>{LINE}</p></article>"
LOGIN = "<title>Sign in</title><form><input type=password></form><p>Use your account."
PLACES = {
    "/news/ferry": (PAGE, "text/html; charset=utf-8"),
    "/news/xhtml": (PAGE, "application/xhtml+xml"),
    "/raw/ferry.html": (PAGE, "text/plain"),
    "/raw/unsaid": (f"<!DOCTYPE html>{PAGE}", "application/octet-stream"),
    "/raw/ferry.md": (f"# Ferry late\n\n{LINE}\n", "text/plain; charset=utf-8"),
    "/raw/notes": (f"{LINE}\n", "text/markdown"),
    "/raw/ferry.txt": (f"{LINE}\n", "text/plain"),
    "/raw/": (f"{LINE}\n", "text/plain"),
    "/paper.pdf": ("%PDF-1.7", "application/pdf"),
    "/paper": ("%PDF-1.7", ""),
    "/list": ('["ferry"]', "application/json"),
    "/script": ("<div id=root></div>", "text/html"),
    "/empty.txt": ("...\n", "text/plain"),
    "/members/story": (LOGIN, "text/html"),
    "/signin": ("<p>Welcome back</p>", "text/html"),
}


class Site:
    """A web site on this machine, and its address."""

    def __init__(self) -> None:
        self.url = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        if request.path == "/moved":
            raise web.HTTPMovedPermanently("/news/ferry")
        if request.path == "/closed":
            raise web.HTTPFound("/signin?back=/closed")
        words, kind = PLACES[request.path]
        return web.Response(body=words.encode(), headers={"Content-Type": kind} if kind else {})

    async def read(self, path: str, hosts: ReadHosts = HERE) -> Link:
        return await read_link(self.url + path, hosts=hosts)

    async def refuses(self, path: str) -> str:
        with pytest.raises(Unreadable) as caught:
            await self.read(path)
        assert "\n" not in str(caught.value)
        return str(caught.value)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    there = Site()
    app = web.Application()
    app.router.add_get("/{path:.*}", there.answer)
    async with TestServer(app, host="127.0.0.1") as server:
        there.url = f"http://127.0.0.1:{server.port}"
        yield there


@pytest.mark.parametrize("path", ["/news/ferry", "/news/xhtml", "/raw/ferry.html", "/raw/unsaid"])
async def test_a_page(site: Site, path: str) -> None:
    """Of a web page the article is read, whatever its type is called; its headline names it."""
    link = await site.read(path)
    assert (link.copy.text, link.copy.format) == (f"# Ferry late\n\n{LINE}", "html")
    assert (link.name, link.address) == ("Ferry late", site.url + path)


async def test_the_final_address(site: Site) -> None:
    """A page that has moved is known by where it is now."""
    assert (await site.read("/moved")).address == f"{site.url}/news/ferry"


@pytest.mark.parametrize(
    ("path", "name", "kind"),
    [
        ("/raw/ferry.md", "ferry.md", "markdown"),
        ("/raw/notes", "notes", "markdown"),
        ("/raw/ferry.txt", "ferry.txt", "text"),
        ("/raw/", "raw", "text"),
    ],
)
async def test_raw_text(site: Site, path: str, name: str, kind: str) -> None:
    """Plain text and Markdown come as they are."""
    link = await site.read(path)
    assert link.copy.text == PLACES[path][0]
    assert (link.name, link.copy.format, link.data) == (name, kind, PLACES[path][0].encode())


@pytest.mark.parametrize("path", ["/members/story", "/closed"])
async def test_a_login(site: Site, path: str) -> None:
    """A page for members is told as one, whether it asks at once or sends us to where it asks."""
    line = await site.refuses(path)
    assert "logged in" in line
    assert "Paste the text, or share the file" in line


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/paper.pdf", "“paper.pdf”: it is damaged"),
        ("/paper", "“paper”: it is damaged"),
        ("/list", "application/json"),
        ("/script", "a script may have to draw it"),
        ("/empty.txt", "not a word"),
    ],
)
async def test_what_holds_no_text(site: Site, path: str, what: str) -> None:
    """One line says what there is instead, and what to do."""
    assert what in await site.refuses(path)


async def test_this_machine_is_closed(site: Site) -> None:
    """Without the setting nothing on this machine is read."""
    with pytest.raises(Unreadable, match="inside a private network"):
        await site.read("/news/ferry", ReadHosts())


async def test_no_words(site: Site) -> None:
    """That there is not a word is an empty draft, like any other."""
    with pytest.raises(EmptyDraft):
        await site.read("/empty.txt")


DOCUMENT = "https://docs.google.com/document/d/1a-B_c23456"
RAW = "https://raw.githubusercontent.com/desk/drafts"


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        (f"{DOCUMENT}/edit?usp=sharing", f"{DOCUMENT}/export?format=docx"),
        (f"{DOCUMENT}/edit#heading=h.x", f"{DOCUMENT}/export?format=docx"),
        (DOCUMENT, f"{DOCUMENT}/export?format=docx"),
        (
            f"{DOCUMENT}/edit?usp=sharing&resourcekey=0-aB_c",
            f"{DOCUMENT}/export?format=docx&resourcekey=0-aB_c",
        ),
        ("https://github.com/desk/drafts/blob/main/a/b.md", f"{RAW}/main/a/b.md"),
        ("https://github.com/desk/drafts/blob/v1.2/b.md?plain=1#L3", f"{RAW}/v1.2/b.md"),
    ],
)
def test_where_the_text_is(shown: str, read: str) -> None:
    """A shared document and a file on GitHub are read where their text is."""
    assert plain_copy(shown) == read


@pytest.mark.parametrize(
    "address",
    [
        "https://docs.google.com/spreadsheets/d/1a-B_c23456/edit", "https://github.com/desk",
        "https://evil.example/document/d/1a-B_c23456/edit", "https://github.com.evil.example/a/b",
        "https://tarn.example/blob/x", "http://[", "",
    ],
)  # fmt: skip
def test_other_addresses_stay(address: str) -> None:
    """Only those two are known to have their text elsewhere."""
    assert plain_copy(address) == address


@pytest.mark.parametrize(
    "got",
    [
        Page(LOGIN.encode(), "text/html", "", "https://accounts.google.com/v3/signin"),
        Page(PAGE.encode(), "text/html", "utf-8", f"{DOCUMENT}/export?format=docx"),
    ],
)
def test_a_google_document_that_is_not_shared(got: Page) -> None:
    """The line says how to share it: a page where a Word file should be is Google's own."""
    with pytest.raises(Unreadable, match=r"not shared with me.*“Anyone with the link”"):
        read_page(f"{DOCUMENT}/export?format=docx", got)


def test_a_google_document_that_was_published() -> None:
    """It is a page like any other."""
    there = "https://docs.google.com/document/d/e/2PACX-1v/pub"
    link = read_page(there, Page(PAGE.encode(), "text/html", "utf-8", there))
    assert link.copy.text == f"# Ferry late\n\n{LINE}"


async def test_a_google_spreadsheet() -> None:
    """It is told as what it is, before anybody is asked."""
    with pytest.raises(Unreadable, match="not its spreadsheets"):
        await read_link("https://docs.google.com/spreadsheets/d/1a-B_c23456/edit")


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (LINE.encode("cp1252"), "utf-8", LINE),
        ("Café – no.".encode("cp1252"), "utf-8", "Café – no."),
        ("Café – no.".encode(), "utf-8", "Café – no."),
        ("Café".encode("cp1252"), "iso-8859-1", "Café"),
    ],
)
def test_a_charset_that_is_not_true(data: bytes, charset: str, text: str) -> None:
    """Is not believed: no letter is lost."""
    got = Page(data, "text/plain", charset, "https://tarn.example/a.txt")
    assert read_page(got.address, got).copy.text == text


def test_a_picture_that_is_called_text() -> None:
    """It is known by its bytes, whatever the server says."""
    got = Page(b"\x89PNG\r\n\x1a\n\x00", "text/plain", "utf-8", "https://tarn.example/a.txt")
    with pytest.raises(Unreadable, match="a picture"):
        read_page(got.address, got)


def test_a_google_document_comes_as_a_word_file() -> None:
    """Under the name that it has there; the kind is told by what came."""
    made = Document()
    made.add_paragraph("Ferry late", style="Title")
    made.add_paragraph(LINE)
    held = io.BytesIO()
    made.save(held)
    there = f"{DOCUMENT}/export?format=docx"
    link = read_page(there, Page(held.getvalue(), "", "", there, "Ferry v2.docx"))
    assert (link.copy.text, link.copy.format) == (f"# Ferry late\n\n{LINE}", "docx")
    assert link.name == "Ferry late"


SCHEMES = st.sampled_from(["http://", "HTTPS://", "https:", "//", "file://", "ftp://", "\t", ""])
HOSTS = st.one_of(
    st.ip_addresses().map(lambda ip: f"[{ip}]" if ip.version == 6 else str(ip)),
    st.integers(0, 2**32).map(str),
    st.integers(0, 2**32).map(hex),
    st.sampled_from(
        ["localhost", "LOCALHOST.", "127.1", "me@10.0.0.1", "[::ffff:7f00:1]", "１２７.1"]
    ),
    st.text(max_size=12),
)


@given(SCHEMES, HOSTS, st.one_of(st.just(""), st.integers(0, 70000).map(lambda n: f":{n}")))
def test_any_address_at_all(scheme: str, host: str, port: str) -> None:
    """Whatever is given for a link, it ends in one line, and nothing here is connected to."""
    listener = socket.create_server(("127.0.0.1", 0))
    with listener:
        here = listener.getsockname()[1]
        for end in (port, f":{here}"):
            with pytest.raises(Unreadable) as caught:
                asyncio.run(read_link(f"{scheme}{host}{end}/a"))
            assert "\n" not in str(caught.value)
        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()
