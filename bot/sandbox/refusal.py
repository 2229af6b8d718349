"""How the sandbox says no: to the bot with Slack's error strings, to a person with one line."""

from bot.errors import CopychiefError


class Refused(Exception):
    """Slack's answer to a call it will not carry out: the error string and, for some, where."""

    def __init__(self, code: str, *messages: str, **more: str) -> None:
        super().__init__(code)
        self.code = code
        self.messages = messages
        self.more = more


class Trouble(CopychiefError):
    """What a person at the screen is told when something cannot be done or the app fails."""
