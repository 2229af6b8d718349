"""users.*, bots.*: who is who."""

from bot.sandbox import shapes
from bot.sandbox.api.call import Call, Method
from bot.sandbox.model import Json
from bot.sandbox.refusal import Refused


def users_info(call: Call) -> Json:
    """users.info."""
    return {"user": shapes.user(call.ws, call.user())}


def users_list(call: Call) -> Json:
    """users.list: people and the bot."""
    page, cursor = call.page(list(call.ws.users.values()), 1000)
    return {
        "members": [shapes.user(call.ws, user) for user in page],
        "cache_ts": int(call.ws.clock.now()),
        "response_metadata": {"next_cursor": cursor},
    }


def bots_info(call: Call) -> Json:
    """bots.info."""
    if call.text("bot") != call.ws.bot.bot_id:
        raise Refused("bot_not_found")
    return {"bot": shapes.bot(call.ws)}


METHODS: dict[str, tuple[str, Method]] = {
    "users.info": ("users:read", users_info),
    "users.list": ("users:read", users_list),
    "bots.info": ("users:read", bots_info),
}
