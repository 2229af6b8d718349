"""The Web API says no as Slack does: by token, place, owner, state."""

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox import Channel, Member, Sandbox, Trouble

Ask = Callable[[AsyncWebClient, str, str], Awaitable[Any]]  # client, channel id, a person's ts
REFUSED: dict[str, tuple[str, Ask]] = {
    "post where there is no channel": (
        "channel_not_found", lambda c, ch, ts: c.chat_postMessage(channel="C0NOWHERE", text="x"),
    ),
    "reply where there is no thread": (
        "thread_not_found",
        lambda c, ch, ts: c.chat_postMessage(channel=ch, text="x", thread_ts="1.000001"),
    ),
    "change a person's message": (
        "cant_update_message", lambda c, ch, ts: c.chat_update(channel=ch, ts=ts, text="x"),
    ),
    "change nothing": (
        "message_not_found", lambda c, ch, ts: c.chat_update(channel=ch, ts="1.000001", text="x"),
    ),
    "delete a person's message": (
        "cant_delete_message", lambda c, ch, ts: c.chat_delete(channel=ch, ts=ts),
    ),
    "react to nothing": (
        "message_not_found",
        lambda c, ch, ts: c.reactions_add(channel=ch, timestamp="1.000001", name="eyes"),
    ),
    "react with no emoji": (
        "invalid_name", lambda c, ch, ts: c.reactions_add(channel=ch, timestamp=ts, name=":a b:"),
    ),
    "take off what is not there": (
        "no_reaction", lambda c, ch, ts: c.reactions_remove(channel=ch, timestamp=ts, name="eyes"),
    ),
    "read a thread that is not there": (
        "thread_not_found", lambda c, ch, ts: c.conversations_replies(channel=ch, ts="1.000001"),
    ),
    "read on from nowhere": (
        "invalid_cursor", lambda c, ch, ts: c.conversations_history(channel=ch, cursor="%%"),
    ),
    "whisper to nobody": (
        "user_not_found", lambda c, ch, ts: c.chat_postEphemeral(channel=ch, user="U0", text="x"),
    ),
    "ask for nobody": ("user_not_found", lambda c, ch, ts: c.users_info(user="U0")),
    "ask for no bot": ("bot_not_found", lambda c, ch, ts: c.bots_info(bot="B0")),
    "ask for no file": ("file_not_found", lambda c, ch, ts: c.files_info(file="F0")),
    "change no view": (
        "not_found",
        lambda c, ch, ts: c.views_update(
            view_id="V0",
            view={"type": "modal", "title": {"type": "plain_text", "text": "x"}, "blocks": []},
        ),
    ),
    "call what does not exist": ("unknown_method", lambda c, ch, ts: c.api_call("chat.shout")),
    "connect with the bot's token": (
        "not_allowed_token_type", lambda c, ch, ts: c.api_call("apps.connections.open"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("code", "ask"), REFUSED.values(), ids=REFUSED)
async def test_slack_says_no(
    client: AsyncWebClient, sana: Member, desk: Channel, code: str, ask: Ask
) -> None:
    """A call Slack would not carry out gets Slack's error string."""
    ts = await sana.posts("A draft", desk)
    with pytest.raises(SlackApiError) as refused:
        await ask(client, desk.id, ts)
    assert refused.value.response["error"] == code


async def test_the_token_is_looked_at_first(sandbox: Sandbox) -> None:
    """No token, a wrong one and the app's token are three different refusals."""

    async def error(token: str | None = None) -> str:
        client = AsyncWebClient(token=token, base_url=sandbox.api_url)
        with pytest.raises(SlackApiError) as refused:
            await client.auth_test()
        code: str = refused.value.response["error"]
        return code

    assert await error() == "not_authed"
    assert await error("xoxb-made-up") == "invalid_auth"
    assert await error(sandbox.app_token) == "not_allowed_token_type"


async def test_a_missing_scope_is_named(sana: Member) -> None:
    """A call the manifest grants no scope for says which one is needed."""
    poor = Sandbox({"oauth_config": {"scopes": {"bot": ["chat:write"]}}})
    await poor.start()
    try:
        client = AsyncWebClient(token=poor.bot_token, base_url=poor.api_url)
        with pytest.raises(SlackApiError) as refused:
            await client.users_info(user=poor.person("Sana").id)
    finally:
        await poor.stop()
    answer = refused.value.response
    assert (answer["error"], answer["needed"], answer["provided"]) == (
        "missing_scope", "users:read", "chat:write",
    )  # fmt: skip


async def test_the_bot_is_where_it_was_invited(
    sandbox: Sandbox, client: AsyncWebClient, sana: Member
) -> None:
    """A public channel it is not in, a private one it cannot see: two refusals."""
    public = sandbox.channel("desk-sport", invited=False)
    private = sandbox.channel("desk-secret", invited=False, private=True)
    for channel, code in ((public, "not_in_channel"), (private, "channel_not_found")):
        with pytest.raises(SlackApiError, match=code):
            await client.chat_postMessage(channel=channel.id, text="hello")
        with pytest.raises(SlackApiError, match=code):
            await client.conversations_history(channel=channel.id)
    known = await client.conversations_info(channel=public.id)
    assert known["channel"]["is_member"] is False


async def test_archived_and_locked(
    sandbox: Sandbox, client: AsyncWebClient, sana: Member, desk: Channel
) -> None:
    """Nobody writes in an archived channel or replies in a locked thread."""
    ts = await sana.posts("A draft", desk)
    await sana.locks(ts, desk)
    with pytest.raises(SlackApiError, match="restricted_action_thread_locked"):
        await client.chat_postMessage(channel=desk.id, text="card", thread_ts=ts)
    await sana.archives(desk)
    with pytest.raises(SlackApiError, match="is_archived"):
        await client.chat_postMessage(channel=desk.id, text="card")
    with pytest.raises(SlackApiError, match="is_archived"):
        await client.reactions_add(channel=desk.id, timestamp=ts, name="eyes")


async def test_a_reaction_is_put_on_once(
    client: AsyncWebClient, sana: Member, desk: Channel
) -> None:
    """The same reaction by the same user a second time is refused."""
    ts = await sana.posts("A draft", desk)
    await client.reactions_add(channel=desk.id, timestamp=ts, name="eyes")
    with pytest.raises(SlackApiError, match="already_reacted"):
        await client.reactions_add(channel=desk.id, timestamp=ts, name="eyes")


async def test_the_refusal_of_blocks_reaches_the_caller_with_the_place(
    client: AsyncWebClient, desk: Channel
) -> None:
    """Over the wire a refusal of blocks carries Slack's messages."""
    with pytest.raises(SlackApiError) as refused:
        await client.chat_postMessage(channel=desk.id, text="x", blocks=[{"type": "divider"}] * 51)
    assert refused.value.response["response_metadata"]["messages"] == [
        "[ERROR] no more than 50 items allowed [json-pointer:/blocks]"
    ]


async def test_forms_and_json_are_read_alike(sandbox: Sandbox, desk: Channel) -> None:
    """A form with JSON in a string and a JSON body say the same; broken JSON is refused."""
    post = sandbox.api_url + "chat.postMessage"
    token = {"Authorization": f"Bearer {sandbox.bot_token}"}
    form = {"channel": desk.id, "blocks": '[{"type": "divider"}]', "token": sandbox.bot_token}
    async with aiohttp.ClientSession() as web:
        by_form = await (await web.post(post, data=form)).json()
        body = {"channel": desk.id, "blocks": [{"type": "divider"}]}
        by_json = await (await web.post(post, json=body, headers=token)).json()
        broken = await web.post(
            post, data="{", headers={**token, "Content-Type": "application/json"}
        )
        assert (await broken.json())["error"] == "invalid_json"
    assert by_form["message"]["blocks"][0]["type"] == "divider"
    assert by_json["message"].keys() == by_form["message"].keys()


async def test_an_app_without_a_home_has_none() -> None:
    """What the manifest does not switch on, the app cannot publish and people cannot write to."""
    sandbox = Sandbox({"features": {"bot_user": {"display_name": "bare"}}})
    await sandbox.start()
    sana = sandbox.person("Sana")
    client = AsyncWebClient(token=sandbox.bot_token, base_url=sandbox.api_url)
    with pytest.raises(SlackApiError, match="not_enabled"):
        await client.views_publish(user_id=sana.id, view={"type": "home", "blocks": []})
    with pytest.raises(Trouble, match="turned off"):
        await sana.posts("A draft", sana.direct)
    await sandbox.stop()
