"""The sandbox with a bot of a few lines in it, and a browser that shows its page."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox import Sandbox
from tests.bot.page.scripted import MANIFEST, at_home, scripted

_CHROMIUM = Path("/usr/bin/chromium")
_THERE = _CHROMIUM.exists()
_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Window:
    """One browser window on the sandbox, in the words of who sits before it."""

    page: Page
    sandbox: Sandbox
    pane: str = "channel"

    @property
    def thread(self) -> "Window":
        """The same window, with the eyes on the thread."""
        return replace(self, pane="thread")

    @property
    def field(self) -> Locator:
        """Where the person writes."""
        return self.page.locator(f"#{self.pane} textarea")

    @property
    def modal(self) -> Locator:
        """The modal on top."""
        return self.page.locator("dialog.view:not(.under)")

    async def writes(self, text: str) -> None:
        """Write and send."""
        await self.field.fill(text)
        await self.field.press("Enter")

    def message(self, words: str) -> Locator:
        """The messages of the pane that have these words."""
        return self.page.locator(f"#{self.pane} .message").filter(has_text=words)

    async def opens(self, words: str) -> "Window":
        """Open the thread of a message."""
        await self.message(words).locator(".thread-link").click()
        return self.thread

    async def menu(self, button: Locator, choice: str) -> None:
        """Open a menu and choose."""
        await button.click()
        await self.page.get_by_role("menu").get_by_text(choice, exact=True).click()

    async def becomes(self, name: str) -> None:
        """Go on as somebody else."""
        await self.menu(self.page.locator(".you button"), name)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium, once for all tests of the page."""
    if not _THERE:
        pytest.skip(f"{_CHROMIUM} is not there: apt install chromium")
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=_CHROMIUM, args=_ARGS)
        yield chromium
        await chromium.close()


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox() -> AsyncIterator[Sandbox]:
    """A workspace with Sana and Imran in #desk-foreign and #standards, and the scripted bot."""
    sandbox = Sandbox(MANIFEST)
    await sandbox.start()
    for name in ("Sana", "Imran Qureshi"):
        sandbox.person(name)
    for channel in ("desk-foreign", "standards"):
        sandbox.channel(channel)
    client = AsyncWebClient(token=sandbox.bot_token, base_url=sandbox.api_url)
    app = AsyncApp(client=client)
    scripted(app)
    at_home(app, sandbox)
    socket = AsyncSocketModeHandler(app, sandbox.app_token)
    await socket.connect_async()  # type: ignore[no-untyped-call]
    await sandbox.connected()
    yield sandbox
    await socket.close_async()  # type: ignore[no-untyped-call]
    await sandbox.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def sana(browser: Browser, sandbox: Sandbox) -> AsyncIterator[Window]:
    """Sana's window; nothing may go wrong in it unseen, and it asks nobody but the sandbox."""
    page = await browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(10_000)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: _watch(request.url, sandbox, wrong))
    await page.goto(sandbox.url)
    await page.get_by_label("Message #desk-foreign").wait_for()
    yield Window(page, sandbox)
    await page.close()
    assert wrong == []


def _watch(url: str, sandbox: Sandbox, wrong: list[str]) -> None:
    if not url.startswith((sandbox.url, "data:")):
        wrong.append(f"asked {url}")
