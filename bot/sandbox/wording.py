"""What a person types, as Slack hands it on: escaped, mentions and links marked up."""

import re

from bot.sandbox.workspace import Workspace

_LINK = re.compile(r"(?P<url>https?://[^\s<>]+?)(?=[.,;:!?)\]’”\"']*(?:\s|$))")
_MENTION = re.compile(r"<@(?P<id>[UW][A-Z0-9]+)>|(?<![\w.])@(?P<name>[\w.-]+)")


def escaped(text: str) -> str:
    """The three characters that Slack escapes, escaped."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_sent(ws: Workspace, text: str) -> str:
    """``@Sana`` becomes ``<@U…>``, an address ``<https://…>``, and & < > are escaped."""
    parts: list[str] = []
    done = 0
    for found in _MENTION.finditer(text):
        user = _known(ws, found)
        if user:
            parts += [_linked(text[done : found.start()]), f"<@{user}>"]
            done = found.end()
    return "".join(parts) + _linked(text[done:])


def _known(ws: Workspace, found: re.Match[str]) -> str | None:
    if found["id"]:
        return found["id"] if found["id"] in ws.users else None
    wanted = found["name"].lower().rstrip(".-")
    for user in ws.users.values():
        if wanted in (user.handle, user.name.lower()) and len(wanted) == len(found["name"]):
            return user.id
    return None


def _linked(text: str) -> str:
    return _LINK.sub(lambda found: f"<{found['url']}>", escaped(text))
