"""Slack's rate limits."""

from bot.sandbox.clock import Clock

_PER_MINUTE = {
    "chat.update": 50, "chat.delete": 50, "conversations.replies": 50,
    "conversations.history": 50, "conversations.info": 50, "conversations.open": 50,
    "reactions.add": 50, "reactions.remove": 20, "bots.info": 50, "conversations.members": 100,
    "users.info": 100, "files.info": 100, "chat.postEphemeral": 100, "views.open": 100,
    "usergroups.list": 20, "usergroups.users.list": 20, "users.list": 20,
    "conversations.list": 20, "users.conversations": 50, "files.getUploadURLExternal": 100,
    "files.completeUploadExternal": 100, "views.update": 100, "views.push": 100,
    "views.publish": 100,
}  # fmt: skip
POSTS = 60  # chat.postMessage: one a second and channel …
BURST = 5  # … and a few at once


class Rates:
    """One bucket per method, and per channel for posts; a call that finds it empty waits."""

    def __init__(self, clock: Clock) -> None:
        self.enabled = True
        self._clock = clock
        self._buckets: dict[tuple[str, str], tuple[float, float]] = {}  # tokens, when

    def wait(self, method: str, channel: str) -> int:
        """Take a token; 0, or the seconds until there is one (Retry-After)."""
        post = method == "chat.postMessage"
        per_minute = POSTS if post else _PER_MINUTE.get(method)
        if not self.enabled or per_minute is None:
            return 0
        most = BURST if post else per_minute
        key = (method, channel if post else "")
        now = self._clock.now()
        tokens, since = self._buckets.get(key, (float(most), now))
        tokens = min(most, tokens + (now - since) * per_minute / 60)
        if tokens < 1:
            self._buckets[key] = (tokens, now)
            return max(1, round((1 - tokens) * 60 / per_minute))
        self._buckets[key] = (tokens - 1, now)
        return 0
