"""Who is where: channels joined, left and archived, threads locked, user groups filled."""

from collections.abc import Iterable

from bot.sandbox import place_events
from bot.sandbox.hub import Hub
from bot.sandbox.model import Channel, Group
from bot.sandbox.shapes import ELSEWHERE


class Places:
    """Changes who is where, and tells the bot as far as it may hear."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.ws = hub.ws

    def join(self, channel: Channel, user: str, inviter: str | None = None) -> None:
        """Somebody, or the bot, comes into a channel."""
        if user in channel.members:
            return
        channel.members.append(user)
        self.ws.changed()
        event = place_events.joined(self.ws, channel, user, inviter)
        self._hears("member_joined_channel", channel, event)
        if channel.kind != "im":
            words = f"<@{user}> has joined the channel"
            self.hub.notice(channel, user, "channel_join", words, inviter)

    def leave(self, channel: Channel, user: str, actor: str | None = None) -> None:
        """Somebody, or the bot, is out of a channel; ``actor`` removed them."""
        if user not in channel.members:
            return
        channel.members.remove(user)
        self.ws.changed()
        if user == self.ws.bot.id:
            event = place_events.removed(self.ws, channel, actor or user)
            self.hub.tell(event["type"], event)
        else:
            event = place_events.left(self.ws, channel, user)
            self._hears("member_left_channel", channel, event)
        words = f"<@{user}> has left the channel"
        self.hub.notice(channel, user, "channel_leave", words)

    def archive(self, channel: Channel, user: str, *, archived: bool = True) -> None:
        """Archive a channel, or bring it back; whoever is in it stays."""
        if channel.archived == archived:
            return
        channel.archived = archived
        self.ws.changed()
        event = place_events.archived(self.ws, channel, user)
        self._hears(event["type"], channel, event)
        subtype = "channel_archive" if archived else "channel_unarchive"
        words = f"{'archived' if archived else 'un-archived'} the channel"
        self.hub.notice(channel, user, subtype, words)

    def share(self, channel: Channel, *, shared: bool = True) -> None:
        """Share a channel with another organisation, or end that."""
        if channel.shared == shared:
            return
        channel.shared = shared
        self.ws.changed()
        event = place_events.shared(self.ws, channel, ELSEWHERE)
        self._hears(event["type"], channel, event)

    def lock(self, channel: Channel, ts: str, *, locked: bool = True) -> None:
        """Lock a thread, or open it again; Slack tells apps nothing of it."""
        if locked:
            channel.locked.add(ts)
        else:
            channel.locked.discard(ts)
        self.ws.changed()

    def group(self, handle: str, members: Iterable[str] | None = None) -> Group:
        """The user group of that handle; ``members`` are those it has from now on."""
        known = any(group.handle == handle for group in self.ws.groups.values())
        group = self.ws.group(handle)
        if not known:
            self.hub.tell("subteam_created", place_events.group_created(self.ws, group))
        if members is not None:
            self._fill(group, list(members))
        return group

    def _fill(self, group: Group, members: list[str]) -> None:
        if members == group.members:
            return
        before, since = group.members, group.updated
        group.members, group.updated = members, int(self.ws.clock.now())
        self.ws.changed()
        changed = place_events.group_members(self.ws, group, before, since)
        self.hub.tell("subteam_members_changed", changed)
        self.hub.tell("subteam_updated", place_events.group_updated(self.ws, group))

    def _hears(self, subscription: str, channel: Channel, event: dict[str, object]) -> None:
        if self.ws.bot.id in channel.members:
            self.hub.tell(subscription, event, shared=channel.shared)
