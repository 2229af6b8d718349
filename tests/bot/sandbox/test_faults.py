"""Slack at its worst: rate limits, broken connections, calls that hang."""

import asyncio

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox import Channel, Member, Sandbox


async def test_posts_are_limited_by_channel(
    sandbox: Sandbox, client: AsyncWebClient, desk: Channel
) -> None:
    """A short burst is fine, then 429 with Retry-After; another channel is not touched."""
    for n in range(5):
        await client.chat_postMessage(channel=desk.id, text=f"post {n}")
    with pytest.raises(SlackApiError) as refused:
        await client.chat_postMessage(channel=desk.id, text="too many")
    assert refused.value.response.status_code == 429
    assert refused.value.response["error"] == "ratelimited"
    assert int(refused.value.response.headers["Retry-After"]) >= 1
    await client.chat_postMessage(channel=sandbox.channel("desk-sport").id, text="fine")

    sandbox.clock.advance(1)
    await client.chat_postMessage(channel=desk.id, text="after a second")
    assert len(sandbox.messages(desk)) == 6


async def test_other_methods_are_limited_by_the_minute(
    sandbox: Sandbox, client: AsyncWebClient, desk: Channel
) -> None:
    """Fifty reads a minute, then one more every 1.2 seconds."""
    for _ in range(50):
        await client.conversations_info(channel=desk.id)
    with pytest.raises(SlackApiError, match="ratelimited"):
        await client.conversations_info(channel=desk.id)
    sandbox.clock.advance(1.3)
    await client.conversations_info(channel=desk.id)


async def test_a_forced_429_passes(
    sandbox: Sandbox, client: AsyncWebClient, desk: Channel
) -> None:
    """A client that honours Retry-After gets its one message through."""
    fault = sandbox.fail("chat.postMessage", times=1, how="429")
    client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=1))
    await client.chat_postMessage(channel=desk.id, text="hello")
    assert (fault.hits, len(sandbox.messages(desk))) == (1, 1)


async def test_an_answer_lost_after_the_post_was_stored(
    sandbox: Sandbox, client: AsyncWebClient, desk: Channel
) -> None:
    """The caller sees a broken connection, and the message is there all the same."""
    sandbox.fail("chat.postMessage", how="drop_after")
    with pytest.raises(aiohttp.ClientError):
        await client.chat_postMessage(channel=desk.id, text="hello")
    assert [m.text for m in sandbox.messages(desk)] == ["hello"]
    await client.chat_postMessage(channel=desk.id, text="again")
    assert len(sandbox.messages(desk)) == 2


async def test_a_call_lost_on_its_way(
    sandbox: Sandbox, client: AsyncWebClient, desk: Channel
) -> None:
    """The caller sees a broken connection, and nothing was posted."""
    sandbox.fail("chat.postMessage", how="drop")
    with pytest.raises(aiohttp.ClientError):
        await client.chat_postMessage(channel=desk.id, text="hello")
    assert sandbox.messages(desk) == []


async def test_an_error_can_be_ordered(
    sandbox: Sandbox, client: AsyncWebClient, desk: Channel
) -> None:
    """The next two calls fail with the error ordered, the third succeeds."""
    sandbox.fail("chat.postMessage", times=2, how="error:fatal_error")
    for _ in range(2):
        with pytest.raises(SlackApiError, match="fatal_error"):
            await client.chat_postMessage(channel=desk.id, text="hello")
    await client.chat_postMessage(channel=desk.id, text="hello")


@pytest.mark.parametrize(("how", "stored"), [("hold", 0), ("hold_after", 1)])
async def test_a_call_can_be_held(
    sandbox: Sandbox, client: AsyncWebClient, desk: Channel, how: str, stored: int
) -> None:
    """A held call waits, before or after it is carried out, until it is released."""
    fault = sandbox.fail("chat.postMessage", how=how)
    posting = asyncio.create_task(client.chat_postMessage(channel=desk.id, text="hello"))
    await fault.reached()
    await sandbox.until(lambda: len(sandbox.messages(desk)) == stored)
    assert not posting.done()
    fault.release()
    assert (await posting)["ok"]
    assert len(sandbox.messages(desk)) == 1


async def test_settled_says_what_is_missing(sandbox: Sandbox, sana: Member, desk: Channel) -> None:
    """A test that waits for an event nobody acknowledges is told which."""
    await sana.posts("A draft", desk)
    with pytest.raises(TimeoutError, match="not acknowledged: message"):
        await sandbox.settled(0.3)
    with pytest.raises(TimeoutError):
        await sandbox.until(lambda: False, seconds=0.1)
