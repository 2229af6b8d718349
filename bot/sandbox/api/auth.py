"""auth.test and apps.connections.open: who am I, and where do I connect."""

from bot.sandbox.api.call import Call, Method
from bot.sandbox.model import Json


def test(call: Call) -> Json:
    """auth.test."""
    ws = call.ws
    return {
        "url": ws.url,
        "team": ws.team,
        "user": ws.bot.name,
        "team_id": ws.team_id,
        "user_id": ws.bot.id,
        "bot_id": ws.bot.bot_id,
        "is_enterprise_install": False,
    }


def connections_open(call: Call) -> Json:
    """apps.connections.open: an address with a ticket for one connection."""
    link = call.hub.link
    address = call.ws.url.replace("http://", "ws://", 1)
    return {"url": f"{address}link/?ticket={link.ticket()}&app_id={link.app_id}"}


METHODS: dict[str, tuple[str, Method]] = {"auth.test": ("", test)}
APP_METHODS: dict[str, tuple[str, Method]] = {
    "apps.connections.open": ("connections:write", connections_open)
}
