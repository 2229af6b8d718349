"""The page's side: the state as JSON, news as server-sent events, and what a person does."""

import asyncio
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.sandbox.acts import Acts
from bot.sandbox.hub import Hub
from bot.sandbox.page_acts import PageActs
from bot.sandbox.refusal import Trouble
from bot.sandbox.seen import seen_state
from bot.sandbox.view_acts import ViewActs

_PAGE = Path(__file__).resolve().parent / "page"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript",
          ".svg": "image/svg+xml", ".png": "image/png"}  # fmt: skip


class PageServer:
    """Serves the page and what it asks for."""

    def __init__(self, hub: Hub, acts: Acts, views: ViewActs) -> None:
        self.hub = hub
        self._acts = PageActs(acts, views)

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Put the page's addresses where they belong."""
        router.add_get("/", self.index)
        router.add_get("/page/{name:.+}", self.part)
        router.add_get("/sandbox/state", self.state)
        router.add_get("/sandbox/events", self.events)
        router.add_post("/sandbox/act", self.act)
        router.add_get("/sandbox/files/{id}", self.file)

    async def index(self, request: web.Request) -> web.Response:
        """The page."""
        return _file("index.html")

    async def part(self, request: web.Request) -> web.Response:
        """A style sheet, script or picture of the page."""
        return _file(request.match_info["name"])

    async def state(self, request: web.Request) -> web.Response:
        """Everything there is to see."""
        return web.json_response(seen_state(self.hub), headers={"Cache-Control": "no-store"})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """One line after every change, for as long as the page listens."""
        stream = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await stream.prepare(request)
        changed = asyncio.Event()
        watch = changed.set
        self.hub.ws.watchers.append(watch)
        try:
            while request.transport and not request.transport.is_closing():
                changed.clear()
                await stream.write(f'data: {{"seq": {self.hub.ws.seq}}}\n\n'.encode())
                await _news(changed)
        except ConnectionError:
            pass
        finally:
            self.hub.ws.watchers.remove(watch)
        return stream

    async def act(self, request: web.Request) -> web.Response:
        """Something a person does on the page."""
        try:
            facts = await request.json()
            done = await self._acts.do(facts)
            return web.json_response({"ok": True} | done)
        except Trouble as trouble:
            return web.json_response({"ok": False, "line": str(trouble)})
        except (ValueError, KeyError, TypeError, AttributeError):
            line = "The sandbox does not understand that."
            return web.json_response({"ok": False, "line": line})

    async def file(self, request: web.Request) -> web.Response:
        """An uploaded file for the person at the page: saved, never shown as a page of ours."""
        file = self.hub.ws.files.get(request.match_info["id"])
        if file is None:
            raise web.HTTPNotFound
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name)}",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(
            body=file.content, content_type="application/octet-stream", headers=headers
        )


async def _news(changed: asyncio.Event) -> None:
    # Woken now and then although nothing happened, to notice that the page has gone.
    with suppress(TimeoutError):
        await asyncio.wait_for(changed.wait(), 15)


def _file(name: str) -> web.Response:
    path = (_PAGE / name).resolve()
    if not path.is_relative_to(_PAGE) or not path.is_file():
        raise web.HTTPNotFound
    headers = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    kind = _TYPES.get(path.suffix, "application/octet-stream")
    charset = "utf-8" if kind.startswith(("text/", "image/svg")) else None
    return web.Response(
        body=path.read_bytes(), content_type=kind, charset=charset, headers=headers
    )
