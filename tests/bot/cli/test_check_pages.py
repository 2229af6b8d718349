"""`copychief check` with pages: files of HTML, and addresses."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Shell

PAGE = (
    "<html><nav><p>The regime menu</p></nav><article><h1>Bus plan</h1>"
    "<p>The mayor slammed the plan of the council in the town hall.</p></article></html>"
)
TEXT = "# Bus plan\n\nThe mayor slammed the plan of the council in the town hall."


class _Site(BaseHTTPRequestHandler):
    """A site with one page and one text."""

    def do_GET(self) -> None:  # as the library calls it
        known = {"/bus": (PAGE, "text/html"), "/bus.md": (TEXT, "text/plain")}
        body, kind = known.get(self.path, ("", ""))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A site on this machine, which the setting allows, past any proxy."""
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COPYCHIEF_READ_HOSTS", "127.0.0.0/8")
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        serving = threading.Thread(target=server.serve_forever, daemon=True)
        serving.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        serving.join()


@pytest.mark.parametrize("path", ["/bus", "/bus.md"])
def test_an_address_is_read(copychief: Shell, site: str, path: str) -> None:
    """The article is checked, and named by its address; what is around it is not."""
    said = copychief("check", site + path, "--fail-on", "query")
    assert said.lines[0] == site + path
    assert "[[slammed]]" in said.out
    assert "regime" not in said.out
    assert said.code == 1


def test_json_says_where_it_is_from(copychief: Shell, site: str) -> None:
    """The text in the report is the one that offsets count in, the hash that of the bytes."""
    [found] = json.loads(copychief("check", f"{site}/bus", "--format", "json").out)["reviews"]
    assert (found["text"], found["title"]) == (TEXT, "Bus plan")
    assert (found["source"]["path"], found["source"]["type"]) == (f"{site}/bus", "html")


def test_one_that_cannot_be_fetched_stops_no_other(copychief: Shell, site: str) -> None:
    """It has its line, the others are read, and an address is no glob."""
    said = copychief("check", f"{site}/gone?a=[b]*", f"{site}/bus")
    assert "There is no page at" in said.err
    assert said.lines[0] == f"{site}/bus"
    assert said.code == 2


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/a", "http://2130706433/", "http://localhost:80/", "http://[::1]/"],
)
def test_private_addresses_are_refused(
    copychief: Shell, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is typed into a shell may come from a script: the same holds as in Slack."""
    monkeypatch.delenv("COPYCHIEF_READ_HOSTS", raising=False)
    refusal = copychief("check", address).refusal
    assert "private network" in refusal or "no site called" in refusal


def test_a_wrong_setting_is_told(copychief: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line says what to write there."""
    monkeypatch.setenv("COPYCHIEF_READ_HOSTS", "https://cms")
    assert "COPYCHIEF_READ_HOSTS has" in copychief("check", "https://tarn.example/a").refusal


@pytest.mark.parametrize("name", ["bus.html", "BUS.HTM"])
def test_a_page_that_is_a_file(copychief: Shell, tmp_path: Path, name: str) -> None:
    """Its article is checked, by its own name or in a folder."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / name).write_text(PAGE, encoding="utf-8")
    alone = copychief("check", f"pages/{name}")
    assert "[[slammed]]" in alone.out
    assert "regime" not in alone.out
    assert copychief("check", "pages").lines[:-1] == alone.lines[:-1]


def test_a_page_that_is_none(copychief: Shell, tmp_path: Path) -> None:
    """A page without words gets one line, and nothing else is printed."""
    (tmp_path / "app.html").write_text("<div id=root></div>", encoding="utf-8")
    assert "There is no text in “app.html”" in copychief("check", "app.html").refusal


def test_vale_reads_a_page_as_it_lies(copychief: Shell, tmp_path: Path) -> None:
    """With Vale's rules alone, offsets count in the file, tags and all."""
    (tmp_path / "styles" / "House").mkdir(parents=True)
    (tmp_path / "styles" / "House" / "Verb.yml").write_text(
        "extends: existence\nmessage: no\nlevel: error\ntokens: [slammed]\n", encoding="utf-8"
    )
    (tmp_path / "bus.html").write_text(PAGE, encoding="utf-8")
    said = copychief("check", "bus.html", "--style", "styles", "--format", "json")
    [found] = json.loads(said.out)["reviews"]
    assert found["text"] == PAGE
    assert [flag["start"] for flag in found["flags"]] == [PAGE.index("slammed")]
