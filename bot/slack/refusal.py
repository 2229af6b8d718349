"""What Slack's error codes mean to a person."""

import asyncio
from collections.abc import Mapping
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.errors import CopychiefError, SettingMissing, SlackRefused


class SlackAway(SlackRefused):
    """Slack did not answer, or asked us to wait; what we asked may have been done."""


class MessageGone(SlackRefused):
    """The message is not there any more."""


class MessageClosed(SlackRefused):
    """The message is there and cannot be changed any more."""


_LINES = {
    "not_in_channel": "I am not in that channel: type /invite @copychief there, then try again.",
    "channel_not_found": "I cannot see that channel: type /invite @copychief there, "
    "then try again.",
    "is_archived": "That channel is archived: unarchive it, or post the draft in another.",
    "restricted_action": "This workspace does not let apps post in that channel: "
    "ask an admin, or post the draft in another.",
    "restricted_action_read_only_channel": "That channel is read-only for apps: "
    "ask an admin, or post the draft in another.",
    "restricted_action_thread_only_channel": "That channel takes replies only: "
    "post the draft as a message there, not with /desk.",
    "restricted_action_thread_locked": "That thread is locked, so I cannot answer in it: "
    "unlock it, or post the draft again.",
    "restricted_action_non_threadable_channel": "That channel has no threads: "
    "post the draft in another.",
    "msg_blocks_too_long": "The checklist is longer than Slack takes: send the draft in parts.",
    "expired_trigger_id": "Slack waited too long for the window: click again.",
    "trigger_expired": "Slack waited too long for the window: click again.",
    "exchanged_trigger_id": "That click was already answered: click again.",
    "user_not_found": "Slack does not know that person any more.",
    "cannot_dm_bot": "I cannot write to another app.",
}
_GONE = frozenset({"message_not_found", "thread_not_found"})
_CLOSED = frozenset({"cant_update_message", "edit_window_closed"})
_TOKENS = frozenset(
    {
        "invalid_auth",
        "not_authed",
        "account_inactive",
        "token_revoked",
        "token_expired",
        "not_allowed_token_type",
    }
)
_PASSING = frozenset(
    {
        "ratelimited",
        "rate_limited",
        "internal_error",
        "fatal_error",
        "service_unavailable",
        "request_timeout",
        "accesslimited",
    }
)

# What a call can end in apart from its answer. A 5xx with a body of plain text breaks the
# client's own look at it: that is the AttributeError.
TROUBLE = (SlackClientError, aiohttp.ClientError, asyncio.TimeoutError, OSError, AttributeError)


def code_of(error: Exception) -> str:
    """Slack's word for what went wrong, or "" where there was no answer."""
    if isinstance(error, SlackApiError):
        return str(_data(error).get("error", ""))
    return ""


def refusal(method: str, error: Exception) -> CopychiefError:
    """The error to raise in place of the library's; its line names no text of anybody's."""
    code = code_of(error)
    status = getattr(getattr(error, "response", None), "status_code", None)
    if not code or code in _PASSING or status == 429:
        what = f"status {status}" if status else type(error).__name__
        return SlackAway(f"Slack does not answer ({method}, {what}): try again in a minute.")
    if code in _GONE:
        return MessageGone("That message is not there any more: post the draft again.")
    if code in _CLOSED:
        return MessageClosed("That message cannot be changed any more: post the draft again.")
    if code in _TOKENS:
        return SettingMissing(
            f"Slack does not accept the token ({method}, {code}): take it again from "
            "api.slack.com/apps, your app, and set SLACK_BOT_TOKEN and SLACK_APP_TOKEN"
        )
    if code == "missing_scope":
        needed = str(_data(error).get("needed", "")) or "one that the manifest names"
        return SlackRefused(
            f"The app lacks the scope {needed}: update it from `copychief manifest` "
            "and install it again."
        )
    return SlackRefused(
        _LINES.get(code, f"Slack refused ({method}: {code or 'no reason given'}).")
    )


def _data(error: Exception) -> Mapping[str, Any]:
    data = getattr(getattr(error, "response", None), "data", None)
    return data if isinstance(data, Mapping) else {}
