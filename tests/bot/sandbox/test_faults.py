"""Slack at its worst: rate limits, broken connections, calls that hang."""

import asyncio

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox import Channel, Member, Sandbox
from bot.sandbox.faults import Faults


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

    assert list(sandbox.api.limited) == ["chat.postMessage"]
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


async def test_a_held_call_lands_although_its_caller_is_gone(
    sandbox: Sandbox, desk: Channel
) -> None:
    """A post still on its way when the sender died is there in the end."""
    fault = sandbox.fail("chat.postMessage", how="hold")
    async with aiohttp.ClientSession() as web:
        facts = {"token": sandbox.bot_token, "channel": desk.id, "text": "late"}
        url = f"{sandbox.api_url}chat.postMessage"
        posting = asyncio.create_task(web.post(url, data=facts))
        await fault.reached()
        posting.cancel()
    assert sandbox.messages(desk) == []
    fault.release()
    await sandbox.until(lambda: [m.text for m in sandbox.messages(desk)] == ["late"])


@pytest.mark.parametrize(("how", "stored"), [("503", 0), ("500", 0), ("502_after", 1)])
async def test_slack_answers_with_a_page_of_words(
    sandbox: Sandbox, client: AsyncWebClient, desk: Channel, how: str, stored: int
) -> None:
    """A 5xx has no JSON in it; what was carried out before it stays."""
    sandbox.fail("chat.postMessage", how=how)
    with pytest.raises(SlackApiError) as refused:
        await client.chat_postMessage(channel=desk.id, text="hello")
    assert refused.value.response.status_code == int(how[:3])
    assert len(sandbox.messages(desk)) == stored


@pytest.mark.parametrize(("how", "stored"), [("hang", 0), ("hang_after", 1)])
async def test_no_answer_ever_comes(
    sandbox: Sandbox, client: AsyncWebClient, desk: Channel, how: str, stored: int
) -> None:
    """The caller waits as long as it likes; what was carried out stays."""
    fault = sandbox.fail("chat.postMessage", how=how)
    posting = asyncio.create_task(client.chat_postMessage(channel=desk.id, text="hello"))
    await fault.reached()
    await sandbox.until(lambda: len(sandbox.messages(desk)) == stored)
    assert not posting.done()
    fault.end()
    with pytest.raises(aiohttp.ClientError):
        await posting


async def test_everything_is_limited_for_a_while(
    sandbox: Sandbox, client: AsyncWebClient, desk: Channel
) -> None:
    """Every method answers 429, with the wait that was ordered, until the fault ends."""
    fault = sandbox.fail("*", times=1000, how="429:7")
    for call in (client.auth_test, client.users_list):
        with pytest.raises(SlackApiError) as refused:
            await call()
        assert refused.value.response.headers["Retry-After"] == "7"
    fault.end()
    await client.auth_test()


async def test_a_download_can_fail(sandbox: Sandbox, sana: Member, desk: Channel) -> None:
    """The bytes of a file are as fragile as any call."""
    ts = await sana.shares("a.txt", b"words", desk)
    [file] = sandbox.message(ts, desk).files
    sandbox.fail("files.download", how="503")
    address = f"{sandbox.url}/files-pri/{sandbox.ws.team_id}-{file.id}/a.txt"
    async with aiohttp.ClientSession() as web:
        assert (await web.get(address)).status == 503


def test_a_fault_that_is_none() -> None:
    """A word that names no fault is refused when it is ordered, not passed over."""
    with pytest.raises(ValueError, match="cannot fail like this"):
        Faults().order("chat.postMessage", 1, "sulk")


async def test_settled_says_what_is_missing(sandbox: Sandbox, sana: Member, desk: Channel) -> None:
    """A test that waits for an event nobody acknowledges is told which."""
    await sana.posts("A draft", desk)
    with pytest.raises(TimeoutError, match="not acknowledged: message"):
        await sandbox.settled(0.3)
    with pytest.raises(TimeoutError):
        await sandbox.until(lambda: False, seconds=0.1)
