"""Who is there, and where: what Slack says of people and channels, not asked for too often."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from bot.model import Person
from bot.slack.calls import Calls
from bot.slack.kept import Kept

# Seconds: people are renamed, too; and who became a guest a minute ago may still click once.
_NAME_KEPT, _PERSON_KEPT, _CHANNEL_KEPT = 3600.0, 60.0, 10.0
_STRANGERS = frozenset({"user_not_found", "user_not_visible"})
_UNSEEN = frozenset({"channel_not_found", "missing_scope"})  # a direct message, or not invited


class Directory(Calls):
    """People and channels of the workspace."""

    @cached_property
    def _names(self) -> Kept[str]:
        return Kept(_NAME_KEPT, self._now)

    @cached_property
    def _people(self) -> Kept[Mapping[str, Any]]:
        return Kept(_PERSON_KEPT, self._now)

    @cached_property
    def _channel_names(self) -> Kept[str]:
        return Kept(_NAME_KEPT, self._now)

    @cached_property
    def _channels(self) -> Kept[Mapping[str, Any]]:
        return Kept(_CHANNEL_KEPT, self._now)

    async def person(self, user: str) -> Person:
        """Who a user id is, by the name the workspace shows."""
        name = self._names.get(user)
        if name is None:
            known = await self._person(user)
            profile = known.get("profile", {})
            names = (profile.get("display_name"), known.get("real_name"), known.get("name"), user)
            name = self._names.keep(user, next(filter(None, names)))
        return Person(id=user, name=name)

    async def is_colleague(self, user: str) -> bool:
        """Tell whether somebody is a person of our team: no guest, no app, nobody from outside."""
        known = await self._person(user)
        if not known:
            return False
        guest = known.get("is_restricted") or known.get("is_ultra_restricted")
        outside = known.get("is_stranger") or known.get("team_id", self.team) != self.team
        return not (guest or outside or known.get("is_bot"))

    async def zone(self, user: str) -> str:
        """A person's time zone, an IANA name, or "" where Slack does not say."""
        return str((await self._person(user)).get("tz") or "")

    async def channel_name(self, channel: str) -> str:
        """A channel's name without the #, or "" where we cannot see it."""
        name = self._channel_names.get(channel)
        if name is None:
            name = str((await self._channel(channel)).get("name", ""))
            if name:
                self._channel_names.keep(channel, name)
        return name

    async def is_shared(self, channel: str) -> bool:
        """Tell whether people of other organisations are in a channel."""
        known = await self._channel(channel)
        elsewhere = known.get("is_shared") and not known.get("is_org_shared")
        return bool(known.get("is_ext_shared") or elsewhere)

    async def _person(self, user: str) -> Mapping[str, Any]:
        """What Slack says of a user; {} where it does not show them, and the next time we ask."""
        known = self._people.get(user)
        if known is None:
            answer = await self._call("users.info", user=user, forgive=_STRANGERS)
            known = answer.get("user", {})
            if known:
                self._people.keep(user, known)
        return known

    async def _channel(self, channel: str) -> Mapping[str, Any]:
        """What Slack says of a channel; {} where we cannot see it, and the next time we ask."""
        known = self._channels.get(channel)
        if known is None:
            answer = await self._call("conversations.info", channel, forgive=_UNSEEN)
            known = answer.get("channel", {})
            if known:
                self._channels.keep(channel, known)
        return known

    async def is_member(self, channel: str, user: str) -> bool:
        """Tell whether a person is in a channel."""
        return user in await self.members(channel)

    async def members(self, channel: str) -> frozenset[str]:
        """Who is in a channel, by id; nobody where we cannot see."""
        found: set[str] = set()
        fields: dict[str, Any] = {"limit": 200}
        for _ in range(50):
            unseen = {"channel_not_found", "missing_scope", "not_in_channel"}
            answer = await self._call("conversations.members", channel, forgive=unseen, **fields)
            found |= set(answer.get("members", ()))
            cursor = answer.get("response_metadata", {}).get("next_cursor")
            if not cursor:
                break
            fields["cursor"] = cursor
        return frozenset(found)
