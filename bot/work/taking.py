"""Takes in what people posted, handed in or pointed at: read from Slack, and kept."""

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any

from bot.blocks.escape import escaped
from bot.errors import Paused, SharedOutside, Unreadable
from bot.model import Draft, HandIn, Place, State
from bot.newsroom import Newsroom
from bot.slack import MessageGone, Slack
from bot.work.desks import Desks
from bot.work.engine import Flow
from bot.work.gather import Gather
from bot.work.intake import (
    NO_DRAFT_HERE,
    PASTED,
    Hands,
    handed_in,
    handed_link,
    holds_copy,
    nothing_new,
    pasted,
    root_of,
    without_address,
)
from bot.work.link import address_in
from bot.work.parts import WITHIN, Post
from bot.work.reactions import Reactions
from bot.work.versions import EDITED, version_in

_MINE = (
    "That message is mine: ask me to read a draft that a person posted. The next version of this "
    "one goes into its thread, as a file or as text, with my name."
)
_GONE = "That file is not there any more: hand it in again."

Read = Callable[[Draft, str, str], Awaitable[None]]  # a draft, the key of the act, whom to tell


class Taking:
    """The flows that end with a draft handed in; each step is safe to do twice."""

    def __init__(
        self,
        newsroom: Newsroom,
        slack: Slack,
        desks: Desks,
        reactions: Reactions,
        *,
        hands: Hands,
        read: Read,
        pause: float,
    ) -> None:
        """``read`` has a draft read; ``pause``: seconds for the next piece of a paste."""
        self._newsroom = newsroom
        self._slack = slack
        self._desks = desks
        self._reactions = reactions
        self._hands = hands
        self._read = read
        self._eyes: dict[str, Place] = {}  # what bears them that is not in yet, by the act's key
        self.gather = Gather(newsroom, slack, pause=pause)

    def flows(self) -> dict[str, Flow]:
        """What the engine does for us, by name."""
        return {
            "take": Flow((self._take,), self._not_taken),
            "notice": Flow((self._notice,), self._not_taken),
            "file": Flow((self._file,), self._not_taken),
            "link": Flow((self._link,), self._not_taken),
            "changed": Flow((self._changed,), self._not_taken),
        }

    async def _take(self, key: str, team: str, channel: str, ts: str, by: str) -> None:
        """A message that somebody asks for: a draft, or in a draft's thread its next version."""
        desk = await self._desks.refuse(channel)
        newest = await self._newest(Place(team=team, channel=channel, ts=ts), key)
        if newest is None:
            return
        message = await self._newest_message(channel, newest, ts)
        ts = str(message["ts"])
        if message.get("user") == self._slack.me:
            return await self._again(key, Place(team=team, channel=channel, ts=ts), by)
        root, user = root_of(message), message.get("user")
        if root or not user or message.get("bot_id"):
            place = Place(team=team, channel=channel, ts=root or ts)
            return await self._take_one(message, key, place, by)
        place = Place(team=team, channel=channel, ts=ts)
        begins = partial(self._is_asked_for, ts, desk.reads_all)
        async with self.gather.turn(channel, str(user)):
            if not await self._took(key, place, by, begins, asked=True):
                await self._take_one(message, key, place, by)

    async def _take_one(self, message: Mapping[str, Any], key: str, place: Place, by: str) -> None:
        root = root_of(message)
        if root:
            typed = str(message.get("text") or "")
            message = _saying(message, version_in(typed, self._slack.me))
        handed = await self._handed((message,), key, place)
        if root and await self._newsroom.draft_at(place) is None:
            raise Unreadable(NO_DRAFT_HERE)
        handed = handed.model_copy(update={"message": str(message.get("ts") or "")})
        await self._keep(handed, by, asked=True)

    async def _newest(self, place: Place, key: str) -> str | None:
        """The ts of the message that holds the newest text of the draft at this place.

        It is the place itself, unless a later version was posted in the thread. Where that was
        pasted, who asks is told so; an edit of what it took the place of is let be: None.
        """
        draft = await self._newsroom.draft_with(place)
        came_from = await self._newsroom.came_from(draft.id) if draft else ""
        if draft and came_from == PASTED:
            if key.startswith(EDITED):
                return None
            raise Unreadable(pasted(draft.version))
        own = await self._newsroom.parts(draft.id) if draft else ()
        return place.ts if not came_from or came_from in own else came_from

    async def _newest_message(self, channel: str, newest: str, asked: str) -> dict[str, Any]:
        """The newest message, or the one that was asked for where that was deleted."""
        try:
            return await self._slack.message(channel, newest)
        except MessageGone:
            if newest == asked:
                raise
            return await self._slack.message(channel, asked)

    async def _again(self, key: str, place: Place, by: str) -> None:
        """The draft below a card of ours: its link is read again."""
        draft = await self._newsroom.draft_at(place)
        if draft is None or not draft.link:
            raise Unreadable(_MINE)
        handed = await handed_link(key, place, draft.writer, draft.link, self._hands)
        await self._keep(handed, by, asked=True)

    async def _notice(self, key: str, team: str, channel: str, ts: str, by: str) -> None:
        """A post that nobody asks for: a draft where everything is read, or a part of one."""
        try:
            desk = await self._desks.refuse(channel)
        except (Paused, SharedOutside):
            return
        place = Place(team=team, channel=channel, ts=ts)
        begins = partial(self._is_asked_for, "", desk.reads_all)
        async with self.gather.turn(channel, by):
            await self._took(key, place, by, begins, asked=False)

    async def _file(self, key: str, team: str, channel: str, what: str, by: str) -> None:
        """A file that was given to us in a window; behind a colon the draft it is a version of."""
        await self._desks.refuse(channel)
        file, _, draft_id = what.partition(":")
        found = await self._slack.file(file)
        if not found:
            raise Unreadable(_GONE)
        draft = await self._newsroom.draft(int(draft_id)) if draft_id else None
        place = Place(team=team, channel=channel, ts=draft.thread if draft else None)
        handed = await self._hands.shelf.handed(key, place, await self._slack.person(by), found)
        if draft:
            handed = handed.model_copy(update={"message": PASTED})
        await self._keep(handed, by, asked=True)

    async def _changed(self, key: str, team: str, channel: str, what: str, by: str) -> None:
        """A file in Slack that was edited, as the next version of a draft that was read from it.

        ``what`` is the file, and behind a colon the draft.
        """
        file, _, draft_id = what.partition(":")
        draft = await self._newsroom.draft(int(draft_id))
        found = await self._slack.file(file)
        if not found or not await self._desks.may_read(draft.channel):
            return
        place = Place(team=draft.team, channel=draft.channel, ts=draft.thread)
        handed = await self._hands.shelf.handed(key, place, draft.writer, found)
        message = await self._newsroom.came_from(draft.id)
        await self._keep(handed.model_copy(update={"message": message}), by, asked=False)

    async def _link(self, key: str, team: str, channel: str, address: str, by: str) -> None:
        """A link that was typed into a command or a window."""
        await self._desks.refuse(channel)
        place, writer = Place(team=team, channel=channel), await self._slack.person(by)
        handed = await handed_link(key, place, writer, address, self._hands)
        await self._keep(handed, by, asked=True)

    async def _not_taken(
        self, line: str, key: str, team: str, channel: str, what: str, by: str
    ) -> None:
        await self._slack.whisper(channel, by, escaped(line))
        # Only then: Slack lets us take off so few that the line would wait for it.
        at = self._eyes.pop(key, None)
        if at and await self._newsroom.draft_at(at) is None:
            await self._reactions.shut_eyes(at.channel, at.ts or "")

    def _is_asked_for(self, ts: str, reads: bool, post: Post) -> bool:
        """Tell whether a draft begins with a post: the one asked for, or copy where we read."""
        is_copy = reads and holds_copy(post.message) and not post.names(self._slack.me)
        return post.ts == ts or is_copy

    async def _took(
        self, key: str, place: Place, by: str, begins: Callable[[Post], bool], *, asked: bool
    ) -> bool:
        """Keep the draft that a post belongs to, as it stands in the channel; False if to none."""
        root, posts = await self.gather.run(place, begins)
        if not posts:
            return False
        at = place.model_copy(update={"ts": root})
        if await self._has_moved_on(at, posts):
            if not asked:
                return True
            if await self._newsroom.draft_with(place) is None:
                return False  # it follows a text that is not the draft's any more
        cut = posts[-1].may_be_cut and time.time() - float(posts[-1].ts) <= WITHIN
        slow = cut or _is_elsewhere(posts[0])
        if slow:
            # It takes a moment until it is in: whoever looks sees that it is being read.
            self._eyes[key] = at
            await self._reactions.open_eyes(at.channel, root)
        posts = await self.gather.rest(place, begins, posts) if cut else posts
        if posts:
            handed = await self._handed([post.message for post in posts], key, at)
            await self._keep(handed, by, asked=asked)
        else:  # deleted meanwhile
            await self._reactions.shut_eyes(at.channel, root)
        self._eyes.pop(key, None)
        return True

    async def _has_moved_on(self, at: Place, posts: Sequence[Post]) -> bool:
        """Tell whether a later version of the draft came by another way, such as a file."""
        draft = await self._newsroom.draft_at(at)
        came_from = await self._newsroom.came_from(draft.id) if draft else ""
        return bool(came_from) and came_from not in {post.ts for post in posts}

    async def _handed(
        self, messages: Sequence[Mapping[str, Any]], key: str, place: Place
    ) -> HandIn:
        said = [
            _saying(each, without_address(str(each.get("text") or ""), self._slack.me))
            for each in messages
        ]
        return await handed_in(said, key, place, self._hands)

    async def _keep(self, handed: HandIn, by: str, *, asked: bool) -> None:
        # A step that was killed is done again: what it changed is no news to whoever handed in.
        is_new = not await self._newsroom.was_done(handed.key)
        before = await self._newsroom.draft_at(handed.place)
        draft = await self._newsroom.hand_in(handed)
        same = before == draft and draft.state not in (State.IN, State.READING)
        if same and asked and is_new and not handed.key.startswith(EDITED):
            line = nothing_new(draft.version)
            await self._slack.whisper(draft.channel, by, line, thread=draft.thread)
        await self._read(draft, handed.key, by)


def _saying(message: Mapping[str, Any], text: str) -> Mapping[str, Any]:
    """A message with nothing but ``text`` in it; its rich text says more, if that is cut."""
    if text == str(message.get("text") or ""):
        return message
    return {**message, "text": text, "blocks": None}


def _is_elsewhere(post: Post) -> bool:
    """Tell whether the copy has to be fetched: a file, or the page of a link."""
    return post.alone or address_in(post.copy) is not None
