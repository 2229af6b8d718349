"""Which address answers what; only this machine, and only our own page, may ask."""

from html import escape
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.sandbox.acts import Acts
from bot.sandbox.api import BOT_TOKEN, WebApi
from bot.sandbox.faults import Faults
from bot.sandbox.hub import Hub
from bot.sandbox.page_server import PageServer
from bot.sandbox.refusal import Refused
from bot.sandbox.view_acts import ViewActs

_OURS = frozenset({"127.0.0.1", "localhost"})
_LARGEST = 32 * 2**20  # bytes of a file dropped on the page


def routes(hub: Hub, api: WebApi, acts: Acts, view_acts: ViewActs) -> web.Application:
    """The web application of a sandbox."""
    app = web.Application(middlewares=[_only_ours], client_max_size=_LARGEST)
    page = PageServer(hub, acts, view_acts)
    rest = _Rest(hub, api.faults)
    app.router.add_route("*", "/api/{method}", api.serve)
    app.router.add_get("/link/", hub.link.serve)
    app.router.add_post("/sandbox/respond/{key}", rest.respond)
    app.router.add_get("/files-pri/{file}/{name:.*}", rest.download)
    app.router.add_post("/upload/{file}", rest.upload)
    app.router.add_get("/archives/{channel}/{message}", rest.permalink)
    page.add_to(app.router)
    return app


@web.middleware
async def _only_ours(request: web.Request, handler: Handler) -> web.StreamResponse:
    # A page on the web can make a browser send requests here: under another name for this
    # machine (Host), or from its own address (Origin).
    origin = request.headers.get("Origin")
    if urlsplit(f"//{request.host}").hostname not in _OURS:
        return web.Response(status=403, text="This is a sandbox for this machine only.")
    if origin and origin != f"http://{request.host}":
        return web.Response(status=403, text="Only the sandbox's own page may ask.")
    return await handler(request)


class _Rest:
    """The addresses Slack hands out in payloads: answers, files, permalinks."""

    def __init__(self, hub: Hub, faults: Faults) -> None:
        self.hub = hub
        self.faults = faults

    async def respond(self, request: web.Request) -> web.Response:
        """Take an answer to a response URL."""
        answer = await request.json()

        def carry_out() -> web.Response:
            self.hub.respond(request.match_info["key"], answer)
            return web.Response(text="ok")

        fault = self.faults.meet("response_url")
        try:
            return await fault.around(request, carry_out) if fault else carry_out()
        except Refused as refused:
            gone = refused.code in ("expired_url", "used_url")
            status = 404 if gone else 400
            return web.json_response({"ok": False, "error": refused.code}, status=status)

    async def download(self, request: web.Request) -> web.Response:
        """A file's bytes for the bot; for anybody else the login page, with status 200."""
        fault = self.faults.meet("files.download")
        if fault:
            return await fault.around(request, lambda: self._file(request))
        return self._file(request)

    def _file(self, request: web.Request) -> web.Response:
        file = self.hub.ws.files.get(request.match_info["file"].partition("-")[2])
        allowed = request.headers.get("Authorization") == f"Bearer {BOT_TOKEN}"
        seen = file and self.hub.ws.reads(file)
        if not (file and seen and allowed and "files:read" in self.hub.app.scopes):
            return web.Response(text=self._login(), content_type="text/html")
        return web.Response(body=file.content, content_type="application/octet-stream")

    async def upload(self, request: web.Request) -> web.Response:
        """Take the bytes of a file whose id was given out, once; in the body or in a form."""
        file = self.hub.ws.files.get(request.match_info["file"])
        if file is None or file.content:
            return web.Response(status=404, text="not found")
        file.content = await _bytes(request)
        return web.Response(text=f"OK - {len(file.content)}")

    def _login(self) -> str:
        team = escape(self.hub.ws.team)
        return f"<!DOCTYPE html><html><head><title>Sign in | {team}</title></head></html>"

    async def permalink(self, request: web.Request) -> web.Response:
        """From a permalink to the place on the page."""
        channel = self.hub.ws.channels.get(request.match_info["channel"])
        digits = request.match_info["message"].lstrip("p")
        thread = request.query.get("thread_ts") or f"{digits[:-6]}.{digits[-6:]}"
        name = channel.name if channel else ""
        raise web.HTTPFound(f"/#{name}/{thread}")


async def _bytes(request: web.Request) -> bytes:
    if not request.content_type.startswith("multipart/"):
        return await request.read()
    for part in (await request.post()).values():
        if isinstance(part, web.FileField):
            return part.file.read()
    return b""
