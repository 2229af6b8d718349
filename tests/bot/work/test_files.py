"""Files as Slack tells of them: which are opened, and what is read in them."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot.errors import Unreadable
from bot.model import HandIn, Person, Place
from bot.work.files import Shelf
from tests.bot.readers.hostile import WORDS, word

PLACE, SANA = Place(team="T1", channel="C1", ts="1.0"), Person(id="U1", name="Sana")
HOSTED = {
    "id": "F1",
    "name": "ferry.txt",
    "mode": "hosted",
    "file_access": "visible",
    "size": len(WORDS),
    "url_private": "https://files.slack.com/a",
    "url_private_download": "https://files.slack.com/a/download",
}


class Slack:
    """Where the bytes are; remembers what it was asked."""

    def __init__(
        self, data: bytes = WORDS.encode(), info: Mapping[str, Any] | None = None
    ) -> None:
        self.data, self.info = data, info
        self.asked: list[tuple[str, int | None, bool]] = []

    async def fetch(
        self, url: str, *, size: int | None, name: str, is_page: bool = False
    ) -> bytes:
        self.asked.append((url, size, is_page))
        return self.data

    async def look(self, file: str) -> Mapping[str, Any] | None:
        return self.info

    async def hands(self, **facts: Any) -> HandIn:
        return await Shelf(self.fetch, self.look).handed("k", PLACE, SANA, {**HOSTED, **facts})


async def test_a_file_is_read_with_its_name_and_its_id() -> None:
    """Its length is asked for, too: other bytes are not the file."""
    slack = Slack()
    handed = await slack.hands()
    assert (handed.text, handed.name, handed.file) == (WORDS, "ferry.txt", "F1")
    assert handed.original is None
    assert slack.asked == [(HOSTED["url_private_download"], len(WORDS), False)]


async def test_a_word_file_is_kept_to_be_handed_back() -> None:
    """Told by what it is, and not by what it is called."""
    file = word()
    handed = await Slack(file).hands(name="ferry.pdf")
    assert (handed.text, handed.original) == (WORDS, file)


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({"is_external": True, "external_type": "gdrive"}, "is not kept in Slack"),
        ({"mode": "external"}, "of a Google document, post the link"),
        ({"mode": "hidden_by_limit"}, "Slack does not show me “ferry.txt”"),
        ({"file_access": "access_denied"}, "Slack does not show me “ferry.txt”"),
    ],
)
async def test_what_is_kept_elsewhere_is_not_opened(facts: dict[str, Any], line: str) -> None:
    """The token goes nowhere: nothing is even asked for."""
    slack = Slack()
    with pytest.raises(Unreadable, match=line):
        await slack.hands(**facts)
    assert slack.asked == []


async def test_a_file_of_a_shared_channel_is_looked_up() -> None:
    """There Slack says at first only that there is one."""
    slack = Slack(info={**HOSTED, "name": "talks.txt"})
    assert (await slack.hands(file_access="check_file_info", name=None)).name == "talks.txt"
    gone = Slack(info=None)
    with pytest.raises(Unreadable, match="Slack does not show me"):
        await gone.hands(file_access="check_file_info")


async def test_a_snippet_is_read_as_what_it_is() -> None:
    """Its name need not say so."""
    handed = await Slack(b"# Ferry\n\nLate again.").hands(
        mode="snippet", filetype="markdown", name="Untitled"
    )
    assert handed.name == "Untitled.md"


@pytest.mark.parametrize(
    "facts",
    [
        {"mode": "quip", "filetype": "quip", "title": "Ferry"},
        {"mode": "hosted", "filetype": "canvas", "title": "Ferry"},
    ],
)
async def test_a_canvas_comes_as_a_page(facts: dict[str, Any]) -> None:
    """Slack says another length of it, so none is asked for."""
    slack = Slack(f"<h1>Ferry late</h1><p>{WORDS}</p>".encode())
    handed = await slack.hands(**facts)
    assert handed.text == f"# Ferry late\n\n{WORDS}"
    assert slack.asked[0][1:] == (None, True)


@pytest.mark.parametrize(
    "page",
    [
        b"<title>Sign in | The Tarn</title><h1>Sign in to The Tarn</h1>",
        b"<a href='https://slack.com/signin?x'>Sign in</a>",
        b"<form><input type=password></form>Use your account",
    ],
)
async def test_a_page_to_log_in_is_no_canvas(page: bytes) -> None:
    """Slack gives one where it does not give the canvas."""
    with pytest.raises(Unreadable, match=r"does not show me|page to log in"):
        await Slack(page).hands(filetype="quip", title="Ferry")


async def test_an_old_post_is_a_page_in_json() -> None:
    """It is read as the page that it holds."""
    post = json.dumps({"preview": "", "full": f"<p>{WORDS}</p>"}).encode()
    assert (await Slack(post).hands(mode="space", filetype="space")).text == WORDS
