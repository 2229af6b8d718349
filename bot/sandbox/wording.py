"""What a person types, as Slack hands it on: escaped, mentions and links marked up."""

import re

from bot.sandbox.workspace import Workspace

_LINK = re.compile(r"(?P<url>https?://[^\s<>]+?)(?=[.,;:!?)\]’”\"']*(?:\s|$))")
_MENTION = re.compile(r"<@(?P<id>[UW][A-Z0-9]+)>|(?<![\w.])@(?P<name>[\w.-]*\w)")


def escaped(text: str) -> str:
    """The three characters that Slack escapes, escaped."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_sent(ws: Workspace, text: str) -> str:
    """Mark up what is typed: ``@Sana`` as ``<@U…>``, ``@legal`` as ``<!subteam^S…|@legal>``.

    An address becomes ``<https://…>``, and & < > are escaped.
    """
    parts: list[str] = []
    done = 0
    for found in _MENTION.finditer(text):
        mention = _user(ws, found) or _group(ws, found)
        if mention:
            parts += [_linked(text[done : found.start()]), mention]
            done = found.end()
    return "".join(parts) + _linked(text[done:])


def _user(ws: Workspace, found: re.Match[str]) -> str | None:
    if found["id"]:
        return f"<@{found['id']}>" if found["id"] in ws.users else None
    user = ws.named(found["name"])
    return f"<@{user.id}>" if user else None


def _group(ws: Workspace, found: re.Match[str]) -> str | None:
    wanted = (found["name"] or "").lower()
    group = next((g for g in ws.groups.values() if g.handle == wanted), None)
    return f"<!subteam^{group.id}|@{group.handle}>" if group else None


def _linked(text: str) -> str:
    return _LINK.sub(lambda found: f"<{found['url']}>", escaped(text))
