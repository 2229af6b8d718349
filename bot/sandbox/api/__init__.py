"""The Web API: every call is read, checked against token, scope and rate, and answered."""

from collections import deque
from typing import Any

from aiohttp import web

from bot.sandbox.api import auth, chat, conversations, files, reactions, usergroups, users, views
from bot.sandbox.api.call import Call, Method
from bot.sandbox.faults import Fault, Faults, too_many
from bot.sandbox.hub import Hub
from bot.sandbox.model import Json
from bot.sandbox.rate import Rates
from bot.sandbox.refusal import Refused

BOT_TOKEN = "xoxb-sandbox"
APP_TOKEN = "xapp-1-sandbox"
_METHODS: dict[str, tuple[str, Method]] = {
    **auth.METHODS, **chat.METHODS, **conversations.METHODS, **files.METHODS,
    **reactions.METHODS, **usergroups.METHODS, **users.METHODS, **views.METHODS,
}  # fmt: skip


class WebApi:
    """Answers /api/METHOD as Slack does: HTTP 200 with ok true or false, or 429."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.rates = Rates(hub.clock)
        self.faults = Faults()
        self.calls: deque[tuple[str, dict[str, Any]]] = deque(maxlen=2000)  # for tests to look at
        self.limited: deque[str] = deque(maxlen=2000)  # the methods that were told to wait
        self.busy = 0
        self.counted = 0

    async def serve(self, request: web.Request) -> web.Response:
        """Answer one call."""
        method = request.match_info["method"]
        self.busy += 1
        self.counted += 1
        try:
            args = await _arguments(request)
            self.calls.append((method, args))
            fault = self.faults.meet(method)
            return await self._answer(request, method, args, fault)
        except Refused as refused:
            return web.json_response(_refusal(refused))
        finally:
            self.busy -= 1

    async def _answer(
        self, request: web.Request, method: str, args: dict[str, Any], fault: Fault | None
    ) -> web.Response:
        wait = self.rates.wait(method, str(args.get("channel", "")))
        if wait:
            self.limited.append(method)
            return too_many(wait)

        def carry_out() -> web.Response:
            answer = self._carry_out(method, args, _token(request, args))
            scopes = ",".join(sorted(self.hub.app.scopes))
            return web.json_response({"ok": True} | answer, headers={"X-OAuth-Scopes": scopes})

        return await fault.around(request, carry_out) if fault else carry_out()

    def _carry_out(self, method: str, args: dict[str, Any], token: str) -> Json:
        call = Call(self.hub, args)
        if not token:
            raise Refused("not_authed")
        if token not in (BOT_TOKEN, APP_TOKEN):
            raise Refused("invalid_auth")
        known = {**_METHODS, **auth.APP_METHODS}.get(method)
        if known is None:
            raise Refused("unknown_method", req_method=method)
        if (token == APP_TOKEN) != (method in auth.APP_METHODS):
            raise Refused("not_allowed_token_type")
        scope, carry_out = known
        if scope and token == BOT_TOKEN and scope not in self.hub.app.scopes:
            provided = ",".join(sorted(self.hub.app.scopes))
            raise Refused("missing_scope", needed=scope, provided=provided)
        return carry_out(call)


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        try:
            sent = await request.json()
        except ValueError:
            raise Refused("invalid_json") from None
        if not isinstance(sent, dict):
            raise Refused("json_not_object")
        return {**request.query, **sent}
    return {**request.query, **await request.post()}


def _token(request: web.Request, args: dict[str, Any]) -> str:
    header = request.headers.get("Authorization", "")
    return header.removeprefix("Bearer ").strip() or str(args.get("token", ""))


def _refusal(refused: Refused) -> Json:
    answer: Json = {"ok": False, "error": refused.code, **refused.more}
    if refused.messages:
        answer["errors"] = [line.removeprefix("[ERROR] ") for line in refused.messages]
        answer["response_metadata"] = {"messages": list(refused.messages)}
    return answer
