"""Gathers what a draft consists of, from what Slack has now and what we know already."""

import asyncio
from collections.abc import Callable
from weakref import WeakValueDictionary

from bot.model import Place
from bot.newsroom import Newsroom
from bot.slack import Slack
from bot.work.parts import WITHIN, Post, posts_in, run_with

_AROUND = 600.0  # seconds in which the parts of one draft are looked for, before and after
_MOST_TURNS = 20  # times that a part as long as Slack's cut is waited upon


class Gather:
    """Finds the messages that are one draft together with a given one.

    Whoever gathers and hands in holds ``turn``, so that no older look at the channel is handed in
    after a newer one.
    """

    def __init__(self, newsroom: Newsroom, slack: Slack, *, pause: float) -> None:
        """``pause``: seconds that Slack needs for the next piece of what it has cut."""
        self._newsroom = newsroom
        self._slack = slack
        self._pause = pause
        self._turns: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    def turn(self, channel: str, writer: str) -> asyncio.Lock:
        """Held while something of this writer's is gathered and handed in."""
        return self._turns.setdefault((channel, writer), asyncio.Lock())

    async def goes_on(self, place: Place, writer: str) -> bool:
        """Tell whether a new post may go on with a draft of this writer's; soon told, and rough.

        While something of theirs is being gathered it may; what is handed in is in the database.
        """
        if (turn := self._turns.get((place.channel, writer))) and turn.locked():
            return True
        since = f"{float(place.ts or 0) - WITHIN:.6f}"
        return await self._newsroom.posted_since(place, writer, since)

    async def run(
        self, place: Place, begins: Callable[[Post], bool]
    ) -> tuple[str, tuple[Post, ...]]:
        """The first message of the draft, by ts, and all its posts; no posts where there is none.

        ``begins`` tells with which a draft begins where none is under way.
        """
        ts = place.ts or ""
        known = await self._newsroom.known(place.team, place.channel, [ts])
        root = known[ts].root if ts in known else ts
        posts = await self._around(place, root, begins)
        if posts and posts[0].ts != root:
            # It may go on with a draft whose first message is further back.
            first = await self._newsroom.known(place.team, place.channel, [posts[0].ts])
            root = first[posts[0].ts].root if first else posts[0].ts
            if root != posts[0].ts:
                posts = await self._around(place, root, begins)
        return root, posts if posts and posts[0].ts == root else ()

    async def rest(
        self, place: Place, begins: Callable[[Post], bool], posts: tuple[Post, ...]
    ) -> tuple[Post, ...]:
        """The same posts with the rest of what Slack is cutting just now."""
        for _ in range(_MOST_TURNS):
            await asyncio.sleep(self._pause)
            _, more = await self.run(place, begins)
            if more == posts or not more or not more[-1].may_be_cut:
                return more
            posts = more
        return posts

    async def _around(
        self, place: Place, root: str, begins: Callable[[Post], bool]
    ) -> tuple[Post, ...]:
        here = (place.team, place.channel)
        draft = await self._newsroom.draft_with(place.model_copy(update={"ts": root}))
        parts = await self._newsroom.parts(draft.id) if draft else ()
        oldest = root if draft else f"{float(root) - _AROUND:.6f}"
        latest = f"{float(max((*parts, place.ts or '', root))) + _AROUND:.6f}"
        posts = posts_in(await self._slack.said(place.channel, oldest, latest))
        known = await self._newsroom.known(*here, [post.ts for post in posts])
        ts = place.ts or ""
        return run_with(posts, ts, begins=begins, known=known, me=self._slack.me)
