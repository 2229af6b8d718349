"""A sandbox, and our Slack in it."""

from collections.abc import AsyncIterator

import pytest

from bot.sandbox import Sandbox
from bot.slack import Slack
from tests.bot.slack.asked import Clock


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A workspace of its own for each test."""
    sandbox = Sandbox()
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
def clock() -> Clock:
    """What the time is for our Slack."""
    return Clock()


@pytest.fixture
async def slack(sandbox: Sandbox, clock: Clock) -> AsyncIterator[Slack]:
    """The workspace as the bot reaches it."""
    slack = Slack(sandbox.bot_token, sandbox.api_url, direct=True, look_again=0.0, now=clock)
    await slack.start()
    yield slack
    await slack.close()
