"""What the bot says in Slack, said once, and what it is told when it may not."""

import pytest

from bot.errors import SettingMissing, SlackRefused
from bot.sandbox import Channel, Sandbox
from bot.slack import MessageClosed, MessageGone, Slack, SlackAway

BLOCKS = [{"type": "section", "text": {"type": "mrkdwn", "text": "*Ferry* · version 1"}}]


@pytest.fixture
def desk(sandbox: Sandbox) -> Channel:
    return sandbox.channel("desk")


def texts(sandbox: Sandbox, channel: Channel) -> list[str]:
    return [message.text for message in sandbox.messages(channel)]


async def test_who_we_are(slack: Slack, sandbox: Sandbox) -> None:
    """The bot knows its own id, its team's and its name."""
    assert (slack.me, slack.team) == (sandbox.bot.id, sandbox.ws.team_id)
    assert slack.name == "copychief"


async def test_bad_token(sandbox: Sandbox) -> None:
    """A token that Slack does not know is told as a setting, in one line."""
    slack = Slack("xoxb-other", sandbox.api_url, direct=True)
    with pytest.raises(SettingMissing, match="SLACK_BOT_TOKEN") as caught:
        await slack.start()
    assert "\n" not in str(caught.value)


async def test_nobody_there() -> None:
    """A Slack that cannot be reached is away, not refusing."""
    slack = Slack("xoxb-sandbox", "http://127.0.0.1:9/api/", direct=True)
    with pytest.raises(SlackAway, match=r"cannot be reached at http://127\.0\.0\.1:9"):
        await slack.start()


async def test_posts_with_its_key(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """A post carries its key, and nothing of the draft, as metadata."""
    ts = await slack.post(desk.id, "Ferry", BLOCKS, key="1:1:card")
    message = sandbox.message(ts, desk)
    assert message.text == "Ferry"
    assert message.metadata == {"event_type": "copychief", "event_payload": {"key": "1:1:card"}}


async def test_looks_and_adopts(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """A post that may have been sent before is found, and shows what is true now."""
    draft = await sandbox.person("Sana").posts("The ferry was late.", desk)
    for thread in (None, draft):
        key = f"1:1:{thread}"
        first = await slack.post(desk.id, "Card", BLOCKS, key=key, thread=thread)
        again = await slack.post(desk.id, "Now", BLOCKS, key=key, thread=thread, look=True)
        assert again == first
    assert texts(sandbox, desk).count("Now") == 2
    assert "Card" not in texts(sandbox, desk)


async def test_looks_in_vain(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """What is not there after two looks is posted; another key's message is not taken for it."""
    await slack.post(desk.id, "Card", BLOCKS, key="1:1:card")
    await slack.post(desk.id, "Page", BLOCKS, key="1:1:1", look=True)
    assert texts(sandbox, desk) == ["Card", "Page"]
    assert [m for m, _ in sandbox.api.calls].count("conversations.history") == 2


async def test_looks_through_many_pages(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """A long channel is searched page by page."""
    ts = await slack.post(desk.id, "Card", BLOCKS, key="1:1:card")
    for n in range(250):
        sandbox.hub.post(desk, sandbox.person("Sana").id, f"talk {n}")
    assert await slack.post(desk.id, "Card", BLOCKS, key="1:1:card", look=True) == ts


async def test_another_persons_metadata(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """A message of somebody else's with our key is not adopted."""
    metadata = {"event_type": "copychief", "event_payload": {"key": "1:1:card"}}
    theirs = sandbox.hub.post(desk, sandbox.person("Sana").id, "Card", metadata=metadata)
    assert await slack.post(desk.id, "Card", BLOCKS, key="1:1:card", look=True) != theirs.ts


@pytest.mark.parametrize("how", ["drop", "drop_after"])
async def test_no_blind_resend(slack: Slack, sandbox: Sandbox, desk: Channel, how: str) -> None:
    """A post whose answer was lost is not sent again by itself; looking first makes it one."""
    sandbox.fail("chat.postMessage", how=how)
    with pytest.raises(SlackAway):
        await slack.post(desk.id, "Card", BLOCKS, key="1:1:card")
    assert len(sandbox.messages(desk)) == (how == "drop_after")
    await slack.post(desk.id, "Card", BLOCKS, key="1:1:card", look=True)
    assert texts(sandbox, desk) == ["Card"]


async def test_waits_when_told_to(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """A call that came too soon is made again when Slack says."""
    sandbox.fail("chat.postMessage", how="429")
    await slack.post(desk.id, "Card", BLOCKS, key="1:1:card")
    assert texts(sandbox, desk) == ["Card"]


async def test_a_burst_is_paced(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """Six posts in a row stay within what Slack allows, without being refused once."""
    for n in range(6):
        await slack.post(desk.id, f"Page {n}", BLOCKS, key=f"1:1:{n}")
    assert [m for m, _ in sandbox.api.calls].count("chat.postMessage") == 6


async def test_updates(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """A message of ours is drawn anew in place and keeps its key."""
    ts = await slack.post(desk.id, "Card", BLOCKS, key="1:1:card")
    await slack.update(desk.id, ts, "Card, cleared", [])
    assert texts(sandbox, desk) == ["Card, cleared"]
    assert sandbox.message(ts, desk).metadata is not None


async def test_updates_what_is_gone(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """A message that somebody deleted cannot be drawn anew, and that is told apart."""
    ts = await slack.post(desk.id, "Card", BLOCKS, key="1:1:card")
    sandbox.hub.delete(sandbox.message(ts, desk))
    with pytest.raises(MessageGone):
        await slack.update(desk.id, ts, "Card", BLOCKS)


async def test_updates_what_is_closed(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """A message that may not be changed any more is told apart from one that is gone."""
    ts = await slack.post(desk.id, "Card", BLOCKS, key="1:1:card")
    for code in ("edit_window_closed", "cant_update_message"):
        sandbox.fail("chat.update", how=f"error:{code}")
        with pytest.raises(MessageClosed):
            await slack.update(desk.id, ts, "Card", BLOCKS)


async def test_reactions(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """Reacting twice and taking off twice is the same as once."""
    draft = await sandbox.person("Sana").posts("The ferry was late.", desk)
    await slack.react(desk.id, draft, "eyes")
    await slack.react(desk.id, draft, "eyes")
    assert sandbox.message(draft, desk).reactions == {"eyes": [slack.me]}
    await slack.unreact(desk.id, draft, "eyes")
    await slack.unreact(desk.id, draft, "eyes")
    assert sandbox.message(draft, desk).reactions == {}


async def test_whispers(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """A whisper is seen by one person and kept nowhere."""
    sana = sandbox.person("Sana")
    await slack.whisper(desk.id, sana.id, "Stet needs a reason.")
    assert [w.text for w in sandbox.whispers(sana)] == ["Stet needs a reason."]
    assert sandbox.messages(desk) == []


async def test_whispers_elsewhere(slack: Slack, sandbox: Sandbox) -> None:
    """Where the bot is not in the channel, the whisper comes as a direct message."""
    sana = sandbox.person("Sana")
    away = sandbox.channel("away", invited=False)
    await slack.whisper(away.id, sana.id, "Invite me first.")
    assert texts(sandbox, sana.direct) == ["Invite me first."]


async def test_one_message(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """A post and a reply are found by their ts alone."""
    sana = sandbox.person("Sana")
    draft = await sana.posts("The ferry was late.", desk)
    reply = await sana.replies("By an hour.", draft, desk)
    assert (await slack.message(desk.id, draft))["text"] == "The ferry was late."
    assert (await slack.message(desk.id, reply))["thread_ts"] == draft


async def test_no_message(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """A deleted post is gone, even while its thread is still there."""
    sana = sandbox.person("Sana")
    draft = await sana.posts("The ferry was late.", desk)
    await sana.replies("By an hour.", draft, desk)
    await sana.deletes(draft, desk)
    for ts in (draft, "1.000001"):
        with pytest.raises(MessageGone):
            await slack.message(desk.id, ts)


async def test_names(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """People and channels are known by name, and asked for once."""
    sana = sandbox.person("Sana")
    for _ in range(2):
        assert (await slack.person(sana.id)).name == "Sana"
        assert await slack.channel_name(desk.id) == "desk"
    asked = [method for method, _ in sandbox.api.calls]
    assert (asked.count("users.info"), asked.count("conversations.info")) == (1, 1)
    assert (await slack.person("U0NOBODY")).name == "U0NOBODY"


async def test_names_change(sandbox: Sandbox, desk: Channel) -> None:
    """A name is asked for again after an hour."""
    clock = [0.0]
    slack = Slack(sandbox.bot_token, sandbox.api_url, direct=True, now=lambda: clock[0])
    await slack.start()
    sana = sandbox.person("Sana")
    for clock[0], times in ((0.0, 1), (3599.0, 1), (3601.0, 2)):
        await slack.person(sana.id)
        await slack.channel_name(desk.id)
        asked = [method for method, _ in sandbox.api.calls]
        assert (asked.count("users.info"), asked.count("conversations.info")) == (times, times)
    await slack.close()


async def test_asked_once(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """A burst of clicks and posts asks once who a person is, and what a channel."""
    sana = sandbox.person("Sana")
    for _ in range(200):
        assert await slack.is_colleague(sana.id)
        assert not await slack.is_shared(desk.id)
        await slack.person(sana.id)
    asked = [method for method, _ in sandbox.api.calls]
    assert (asked.count("users.info"), asked.count("conversations.info")) == (1, 1)


async def test_a_channel_that_is_shared(sandbox: Sandbox, desk: Channel) -> None:
    """A channel that people from outside come into is known to be shared ten seconds later."""
    clock = [0.0]
    slack = Slack(sandbox.bot_token, sandbox.api_url, direct=True, now=lambda: clock[0])
    await slack.start()
    assert not await slack.is_shared(desk.id)
    desk.shared = True
    clock[0] = 10.0
    assert await slack.is_shared(desk.id)
    await slack.close()


async def test_a_channel_not_seen_yet(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """A channel that could not be seen is asked for again the next time."""
    sandbox.fail("conversations.info", how="error:channel_not_found")
    assert await slack.channel_name(desk.id) == ""
    assert await slack.channel_name(desk.id) == "desk"


async def test_a_stranger(slack: Slack, sandbox: Sandbox) -> None:
    """A person whom Slack does not show is called by the id, and is no colleague."""
    sana = sandbox.person("Sana")
    sandbox.fail("users.info", times=2, how="error:user_not_visible")
    assert (await slack.person(sana.id)).name == sana.id
    assert not await slack.is_colleague(sana.id)


async def test_permalink(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """A message has an address."""
    draft = await sandbox.person("Sana").posts("The ferry was late.", desk)
    assert desk.id in await slack.permalink(desk.id, draft)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("not_in_channel", "/invite @copychief"),
        ("is_archived", "archived"),
        ("restricted_action_thread_locked", "locked"),
        ("missing_scope", "copychief manifest"),
        ("something_new", r"Slack refused \(chat\.postMessage: something_new\)"),
    ],
)
async def test_refusals(
    slack: Slack, sandbox: Sandbox, desk: Channel, code: str, line: str
) -> None:
    """What Slack will not do is told in one line that says what to do, without the text."""
    sandbox.fail("chat.postMessage", how=f"error:{code}")
    with pytest.raises(SlackRefused, match=line) as caught:
        await slack.post(desk.id, "The ferry was late.", BLOCKS, key="1:1:card")
    assert not isinstance(caught.value, SlackAway)
    assert "\n" not in str(caught.value)
    assert "ferry" not in str(caught.value).lower()


async def test_slack_in_trouble(slack: Slack, sandbox: Sandbox, desk: Channel) -> None:
    """Slack's own errors are worth trying again."""
    for code in ("internal_error", "service_unavailable", "ratelimited"):
        sandbox.fail("chat.postMessage", how=f"error:{code}")
        with pytest.raises(SlackAway):
            await slack.post(desk.id, "Card", BLOCKS, key="1:1:card")
