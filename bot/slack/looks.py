"""What we look up in Slack about a channel, a file or somebody, without changing anything."""

from abc import ABC, abstractmethod
from typing import Any

from bot.slack.pages import pages

_STRANGERS = frozenset({"user_not_found", "user_not_visible"})
_UNSEEN = frozenset({"channel_not_found", "missing_scope"})


class Looks(ABC):
    """The part of Slack that only reads."""

    @abstractmethod
    async def _call(
        self,
        method: str,
        channel: str = "",
        *,
        forgive: frozenset[str] | set[str] = frozenset(),
        **fields: Any,
    ) -> dict[str, Any]:
        """One call; {} where Slack refused with one of the codes we ``forgive``."""

    async def said(self, channel: str, oldest: str, latest: str) -> list[dict[str, Any]]:
        """What was posted in a channel from one moment to another, replies left out."""
        fields: dict[str, Any] = {"oldest": oldest, "latest": latest, "inclusive": True}
        fields |= {"limit": 200, "include_all_metadata": True}
        found = pages(self._call, "conversations.history", channel, most=10, **fields)
        return [message async for page in found for message in page.get("messages", ())]

    async def file(self, file: str) -> dict[str, Any]:
        """A file by its id, with the address that its bytes are at."""
        return dict((await self._call("files.info", file=file)).get("file", {}))

    async def is_person(self, user: str) -> bool:
        """Tell a person, of whatever team, from an app."""
        known = (await self._call("users.info", user=user, forgive=_STRANGERS)).get("user")
        return bool(known and not known.get("is_bot"))

    async def is_inside(self, channel: str) -> bool:
        """Tell whether we are in a channel, or it is a direct message with us."""
        answer = await self._call("conversations.info", channel, forgive=_UNSEEN)
        known = answer.get("channel", {})
        return bool(known.get("is_member") or known.get("is_im"))
