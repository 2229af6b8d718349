"""What is asked of Slack, and when."""

from bot.sandbox import Sandbox


class Clock:
    """A clock that stands until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def calls(sandbox: Sandbox, method: str) -> int:
    return [called for called, _ in sandbox.api.calls].count(method)
