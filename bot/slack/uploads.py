"""Sends the bytes of a file to Slack; nobody sees it until it is shown somewhere."""

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SlackRefused
from bot.slack.client import Slack
from bot.slack.refusal import TROUBLE, SlackAway

_NOT_TAKEN = "Slack did not take the file (status {}): try again in a minute."


async def upload(slack: Slack, name: str, content: bytes) -> str:
    """Upload a file; its id, by which it is shown. Done again, it makes another file."""
    address, file = await slack.upload_address(name, len(content))
    await _put(slack.web, address, content)
    return file


async def _put(web: AsyncWebClient, address: str, content: bytes) -> None:
    if web.session is None:
        raise SlackAway("The connections to Slack are closed: try again in a minute.")
    try:
        async with web.session.post(address, data=content, proxy=web.proxy) as answer:
            status = answer.status
    except TROUBLE as error:
        raise SlackAway(
            f"Slack does not take files ({type(error).__name__}): try again in a minute."
        ) from None
    if status >= 500:
        raise SlackAway(_NOT_TAKEN.format(status))
    if status != 200:
        raise SlackRefused(_NOT_TAKEN.format(status))
