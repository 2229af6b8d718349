"""Who is who, and who is where: asked of Slack, kept for a while, dropped when it tells us."""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from typing import Any
from weakref import WeakValueDictionary

from bot.desk import Group
from bot.model import Person
from bot.slack.kept import Kept
from bot.slack.pages import Call, pages

_NAMES, _COLLEAGUES, _PLACES = 3600.0, 600.0, 300.0  # seconds; people are renamed, too
_SHARED = 10.0  # seconds: short, for flags must not be posted before others
_MANY = 40  # people to be asked about one by one; of more it is quicker to ask for all
_EVERYBODY = ""  # in place of a channel or a group
_STRANGERS = frozenset({"user_not_found", "user_not_visible"})
_UNKNOWN = frozenset({"channel_not_found", "missing_scope"})
_UNSEEN = _UNKNOWN | {"not_in_channel"}
_NO_DIRECT = frozenset({"user_not_found", "user_disabled", "cannot_dm_bot", "user_not_visible"})
_NO_GROUP = frozenset({"no_such_subteam", "subteam_not_found", "missing_scope"})


class People:
    """The people of the workspace, its channels and its user groups.

    ``call`` calls a method of the Web API as ``Slack`` does.
    """

    def __init__(self, call: Call, now: Callable[[], float]) -> None:
        self.team = ""
        self._call = call
        self._names: Kept[str] = Kept(now, _NAMES)
        self._zones: Kept[str] = Kept(now, _NAMES)
        self._colleagues: Kept[bool] = Kept(now, _COLLEAGUES)
        self._members: Kept[frozenset[str]] = Kept(now, _PLACES)
        self._groups: Kept[frozenset[str]] = Kept(now, _PLACES)
        self._channels: Kept[str] = Kept(now, _NAMES)
        self._direct: Kept[str] = Kept(now, _NAMES)
        self._shared: Kept[bool] = Kept(now, _SHARED)
        self._told = 0  # how often we were told that somebody came or went
        self._asking: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def person(self, user: str) -> Person:
        """Who a user id is, by the name the workspace shows."""
        name = self._names.get(user)
        if name is None:
            await self._ask_about(user)
            name = self._names.get(user) or self._names.keep(user, user)
        return Person(id=user, name=name)

    async def is_colleague(self, user: str) -> bool:
        """Tell whether somebody is a person of our team: no guest, no app, nobody from outside."""
        known = self._colleagues.get(user)
        if known is None:
            await self._ask_about(user)
            known = self._colleagues.get(user)
        return bool(known)

    async def zone(self, user: str) -> str:
        """A person's time zone, an IANA name, or "" where Slack does not say."""
        if self._zones.get(user) is None:
            await self._ask_about(user)
        return self._zones.get(user) or ""

    async def colleagues(self, users: Collection[str]) -> dict[str, str]:
        """Those of the users who are people of our team, by id, with their names."""
        if self._unknown(users):
            # What is kept of them ends for all at once: whoever waits here need not ask again.
            async with self._asking.setdefault(_EVERYBODY, asyncio.Lock()):
                if len(self._unknown(users)) > _MANY:
                    await self._ask_about_all()
                await asyncio.gather(*map(self.is_colleague, self._unknown(users)))
        ours = [user for user in sorted(users) if self._colleagues.get(user)]
        return {user: (await self.person(user)).name for user in ours}

    def _unknown(self, users: Collection[str]) -> list[str]:
        return [user for user in users if self._colleagues.get(user) is None]

    async def members(
        self, channel: str, person: str = "", *, forgive: frozenset[str] = frozenset()
    ) -> frozenset[str]:
        """Everybody in a channel, by id; asked anew if ``person`` is not among those known."""
        before = self._members.get(channel)
        if before is not None and (not person or person in before):
            return before
        async with self._asking.setdefault(channel, asyncio.Lock()):
            known = self._members.get(channel)
            # What another asked for while we waited is as new as what we could ask for.
            if known is None or (person and person not in known and known is before):
                told = self._told
                found = self._all("conversations.members", channel, forgive=forgive)
                known = frozenset([str(user) async for user in found])
                if known and told == self._told:
                    self._members.keep(channel, known)
            return known

    async def is_member(self, channel: str, user: str, *, anew: bool = False) -> bool:
        """Tell whether somebody is in a channel, by what is known; False where we cannot see.

        ``anew``: Slack is asked again where they are not known to be.
        """
        if channel.startswith("D"):  # between one person and us
            direct = self._direct.get(user)
            if direct is None:
                opened = await self._call("conversations.open", users=user, forgive=_NO_DIRECT)
                direct = str(opened.get("channel", {}).get("id", ""))
                self._direct.keep(user, direct)
            return channel == direct
        return user in await self.members(channel, user if anew else "", forgive=_UNSEEN)

    async def channel_name(self, channel: str) -> str:
        """A channel's name without the #, or "" where we cannot see it."""
        name = self._channels.get(channel)
        if name is None:
            answer = await self._call("conversations.info", channel, forgive=_UNKNOWN)
            name = str(answer.get("channel", {}).get("name", ""))
            if name:
                self._channels.keep(channel, name)
        return name

    async def is_shared(self, channel: str) -> bool:
        """Tell whether people of other organisations are in a channel, or were a moment ago."""
        shared = self._shared.get(channel)
        return await self._ask_if_shared(channel) if shared is None else shared

    async def _ask_if_shared(self, channel: str) -> bool:
        # Where it is forgiven we cannot post either, or it is a direct message.
        answer = await self._call("conversations.info", channel, forgive=_UNKNOWN)
        known = answer.get("channel", {})
        elsewhere = known.get("is_shared") and not known.get("is_org_shared")
        return self._shared.keep(channel, bool(known.get("is_ext_shared") or elsewhere))

    async def group(self, group: str) -> frozenset[str]:
        """Everybody in a user group, by id; nobody if the group is gone."""
        async with self._asking.setdefault(group, asyncio.Lock()):
            known = self._groups.get(group)
            if known is None:
                told = self._told
                answer = await self._call(
                    "usergroups.users.list", forgive=_NO_GROUP, usergroup=group
                )
                known = frozenset(str(user) for user in answer.get("users", ()))
                if told == self._told:
                    self._groups.keep(group, known)
            return known

    async def groups(self) -> tuple[Group, ...]:
        """The user groups of the workspace, by their handles; none where we may not see them."""
        answer = await self._call("usergroups.list", forgive={"missing_scope"})
        found = [
            Group(id=str(each["id"]), handle=str(each.get("handle") or each["id"]))
            for each in answer.get("usergroups", ())
            if not each.get("date_delete")
        ]
        return tuple(sorted(found, key=lambda group: group.handle.casefold()))

    def forget_channel(self, channel: str) -> None:
        """Somebody came into a channel or left it."""
        self._told += 1
        self._members.drop(channel)

    def forget_group(self, group: str) -> None:
        """A user group is not what it was."""
        self._told += 1
        self._groups.drop(group)

    async def _ask_about(self, user: str) -> None:
        answer = await self._call("users.info", user=user, forgive=_STRANGERS)
        if known := answer.get("user"):
            self._learn(user, known)
        else:
            self._colleagues.keep(user, False)

    async def _ask_about_all(self) -> None:
        async for known in self._all("users.list"):
            self._learn(str(known["id"]), known)

    async def _all(
        self, method: str, channel: str = "", forgive: frozenset[str] = frozenset()
    ) -> AsyncIterator[Any]:
        async for page in pages(self._call, method, channel, forgive=forgive, limit=1000):
            for member in page.get("members", ()):
                yield member

    def _learn(self, user: str, known: Mapping[str, Any]) -> None:
        profile = known.get("profile", {})
        names = (profile.get("display_name"), known.get("real_name"), known.get("name"), user)
        self._names.keep(user, next(filter(None, names)))
        self._zones.keep(user, str(known.get("tz") or ""))
        guest = known.get("is_restricted") or known.get("is_ultra_restricted")
        outside = known.get("is_stranger") or known.get("team_id", self.team) != self.team
        app = known.get("is_bot") or user == "USLACKBOT"
        self._colleagues.keep(user, not (guest or outside or app or known.get("deleted")))
