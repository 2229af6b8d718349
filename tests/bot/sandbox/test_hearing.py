"""What people do in the workspace reaches the bot in Slack's words."""

from typing import Any

import aiohttp

from bot.sandbox import Channel, Member, Sandbox


async def test_a_post_reaches_the_bot_escaped_and_with_links_marked(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """A draft with & and < and an address arrives as Slack would send it."""
    ts = await sana.posts("Rents & wages < prices, see https://ons.example/a?b=1&c=2.", desk)
    await sandbox.settled()

    [event] = bot.events("message")
    said = "Rents &amp; wages &lt; prices, see <https://ons.example/a?b=1&amp;c=2>."
    assert (event["text"], event["user"], event["ts"]) == (said, sana.id, ts)


async def test_a_mention_arrives_twice(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """Naming the bot sends the message and an app_mention with the same ts."""
    await sana.posts("@copychief have a look", desk)
    await sandbox.settled()

    [message], [mention] = bot.events("message"), bot.events("app_mention")
    assert message["ts"] == mention["ts"]
    assert mention["text"] == f"<@{sandbox.bot.id}> have a look"


async def test_a_person_is_mentioned_by_name(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """@Name of somebody in the workspace becomes their id; an e-mail address stays."""
    tom = sandbox.person("Tom Field")
    await sana.posts("ask @tom.field or desk@tom.field and @nobody", desk)
    await sandbox.settled()
    [event] = bot.events("message")
    assert event["text"] == f"ask {tom.mention} or desk@tom.field and @nobody"


async def test_a_reply_knows_its_thread(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """A reply carries its thread; a reply to a reply is in the same thread."""
    imran = sandbox.person("Imran")
    root = await sana.posts("A draft", desk)
    first = await imran.replies("stet 4 quotation", root, desk)
    await sana.replies("fixed 2", first, desk)
    await sandbox.settled()

    _, reply, second = bot.events("message")
    assert (reply["thread_ts"], reply["parent_user_id"]) == (root, sana.id)
    assert second["thread_ts"] == root
    assert [m.text for m in sandbox.thread(root, desk)] == [
        "A draft", "stet 4 quotation", "fixed 2",
    ]  # fmt: skip


async def test_an_edit_and_a_deletion_say_what_was_there(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """Changed and deleted messages come with the message as it was before."""
    ts = await sana.posts("The first text", desk)
    await sana.edits(ts, "The second text", desk)
    await sana.deletes(ts, desk)
    await sandbox.settled()

    [changed] = bot.events("message", "message_changed")
    assert changed["message"]["text"] == "The second text"
    assert changed["previous_message"]["text"] == "The first text"
    [deleted] = bot.events("message", "message_deleted")
    assert deleted["deleted_ts"] == ts
    assert sandbox.messages(desk) == []


async def test_a_deleted_root_with_replies_leaves_a_tombstone(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """Deleting a message that has a thread is heard as a change to a tombstone."""
    ts = await sana.posts("A draft", desk)
    await sana.replies("first thoughts", ts, desk)
    await sana.deletes(ts, desk)
    await sandbox.settled()

    [changed] = bot.events("message", "message_changed")
    assert changed["message"]["subtype"] == "tombstone"
    assert bot.events("message", "message_deleted") == []


async def test_a_shared_file_can_be_fetched_with_the_bots_token_only(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """The file arrives as file_share; without the token the answer is a login page, status 200."""
    await sana.shares("talks & tea.txt", b"Once upon a time", desk, "the draft")
    await sandbox.settled()
    [event] = bot.events("message", "file_share")
    [file] = event["files"]
    assert (file["name"], file["mimetype"], file["size"]) == ("talks & tea.txt", "text/plain", 16)

    address = file["url_private_download"]
    async with aiohttp.ClientSession() as web:
        good = await web.get(address, headers={"Authorization": f"Bearer {sandbox.bot_token}"})
        assert await good.read() == b"Once upon a time"
        for wrong in ({}, {"Authorization": "Bearer xoxb-other"}):
            page = await web.get(address, headers=wrong)
            assert (page.status, page.content_type) == (200, "text/html")
            assert b"Once upon" not in await page.read()


async def test_reactions_come_and_go(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """A reaction put on and taken off again is heard both times, with whose message it was."""
    imran = sandbox.person("Imran")
    ts = await sana.posts("A draft", desk)
    await imran.reacts("memo", ts, desk)
    assert sandbox.message(ts, desk).reactions == {"memo": [imran.id]}
    await imran.reacts(":memo:", ts, desk)
    await sandbox.settled()

    [added], [removed] = bot.events("reaction_added"), bot.events("reaction_removed")
    assert (added["user"], added["item_user"], added["reaction"]) == (imran.id, sana.id, "memo")
    assert removed["item"] == {"type": "message", "channel": desk.id, "ts": ts}
    assert sandbox.message(ts, desk).reactions == {}


async def test_the_bot_hears_nothing_where_it_is_not(
    sandbox: Sandbox, bot: Any, sana: Member
) -> None:
    """Only after an invitation does a channel's talk reach the bot."""
    other = sandbox.channel("desk-sport", invited=False)
    await sana.posts("between us", other)
    await sana.invites(other)
    await sana.posts("hello bot", other)
    await sandbox.settled()

    assert [e["text"] for e in bot.events("message")] == ["hello bot"]
    [joined] = bot.events("member_joined_channel")
    assert (joined["user"], joined["inviter"]) == (sandbox.bot.id, sana.id)


async def test_a_direct_message_is_heard_as_one(sandbox: Sandbox, bot: Any, sana: Member) -> None:
    """What a person writes to the bot alone has the channel type im, and no app_mention."""
    await sana.posts("@copychief can you read this", sana.direct)
    await sandbox.settled()
    [event] = bot.events("message")
    assert event["channel_type"] == "im"
    assert bot.events("app_mention") == []


async def test_the_home_tab_is_opened(sandbox: Sandbox, bot: Any, sana: Member) -> None:
    """Opening the home tab is heard; once published, the view comes with it."""
    await sana.opens_home()
    await sandbox.settled()
    await bot.client.views_publish(
        user_id=sana.id, view={"type": "home", "blocks": [{"type": "divider"}]}
    )
    await sana.opens_home()
    await sandbox.settled()
    first, second = bot.events("app_home_opened")
    assert "view" not in first
    assert second["view"]["type"] == "home"


async def test_the_bots_own_messages_are_events_too(
    sandbox: Sandbox, bot: Any, desk: Channel
) -> None:
    """A post and an update of the bot's are sent to it like anybody's; Bolt leaves them out."""
    posted = await bot.client.chat_postMessage(channel=desk.id, text="one")
    await bot.client.chat_update(channel=desk.id, ts=posted["ts"], text="two")
    await sandbox.settled()
    first, second = (e.payload["event"] for e in sandbox.hub.link.sent)
    assert (first["text"], first["bot_id"]) == ("one", sandbox.bot.bot_id)
    assert (second["subtype"], second["message"]["text"]) == ("message_changed", "two")
    assert bot.heard == []


async def test_what_is_not_declared_is_not_sent(sana: Member) -> None:
    """Events the manifest does not subscribe to stay away from the bot."""
    quiet = Sandbox({"settings": {"event_subscriptions": {"bot_events": ["reaction_added"]}}})
    await quiet.start()
    try:
        ts = await quiet.person("Sana").posts("A draft", quiet.channel("desk"))
        await quiet.person("Sana").reacts("memo", ts, "desk")
        assert quiet.hub.link.pending == 1
    finally:
        await quiet.stop()


async def test_somebody_of_another_organisation_is_known_by_their_team(
    sandbox: Sandbox, bot: Any, desk: Channel
) -> None:
    """In a shared channel the event says so, and whose team the writer is of."""
    desk.shared = True
    otto = sandbox.person("Otto", stranger=True)
    await otto.posts("From outside", desk)
    await sandbox.settled()
    [body] = bot.heard
    assert body["is_ext_shared_channel"] is True
    assert body["event"]["user_team"] == body["event"]["team"] != sandbox.ws.team_id
