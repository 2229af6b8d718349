"""Who is where: groups, members, the bot removed and back, archives and locks."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox import Channel, Member, Sandbox, Trouble


async def test_a_group_is_listed_with_its_members_on_request(
    sandbox: Sandbox, client: AsyncWebClient, sana: Member
) -> None:
    """Groups have ids and handles; who is in one is asked for."""
    imran = sandbox.person("Imran")
    editors = sandbox.group("editors", [imran, sana])
    assert editors.id.startswith("S0")
    assert sandbox.group("@editors") is editors
    [bare] = (await client.usergroups_list())["usergroups"]
    assert (bare["id"], bare["handle"], bare["user_count"]) == (editors.id, "editors", 2)
    assert "users" not in bare
    [full] = (await client.usergroups_list(include_users=True))["usergroups"]
    assert full["users"] == [imran.id, sana.id]
    members = await client.usergroups_users_list(usergroup=editors.id)
    assert members["users"] == [imran.id, sana.id]
    with pytest.raises(SlackApiError, match="no_such_subteam"):
        await client.usergroups_users_list(usergroup="S0NONE")


async def test_groups_are_asked_for_twenty_times_a_minute(
    sandbox: Sandbox, client: AsyncWebClient
) -> None:
    """Tier 2: whoever asks at every click runs dry."""
    sandbox.group("legal", [])
    for _ in range(20):
        await client.usergroups_list()
    with pytest.raises(SlackApiError, match="ratelimited"):
        await client.usergroups_list()


async def test_who_comes_into_a_group_and_goes_is_told(
    sandbox: Sandbox, bot: Any, sana: Member
) -> None:
    """A change of members is two events; filling it with the same people is none."""
    imran = sandbox.person("Imran")
    group = sandbox.group("editors", [sana])
    sandbox.group("editors", [imran])
    sandbox.group("editors", [imran])
    await sandbox.settled()
    changes = bot.events("subteam_members_changed")
    assert [c["added_users"] for c in changes] == [[sana.id], [imran.id]]
    assert [c["removed_users"] for c in changes] == [[], [sana.id]]
    assert bot.events("subteam_updated")[-1]["subteam"]["users"] == [imran.id]
    assert changes[0]["subteam_id"] == group.id


async def test_a_group_is_mentioned_by_its_handle(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """@legal becomes Slack's form; the full stop after a name is not part of it."""
    legal = sandbox.group("legal", [])
    await sana.posts("for @legal, and @sana.", desk)
    await sandbox.settled()
    [event] = bot.events("message")
    assert event["text"] == f"for <!subteam^{legal.id}|@legal>, and {sana.mention}."


async def test_a_removed_bot_hears_that_and_nothing_more(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """Out of the channel no call works there and no event comes; invited back, both do."""
    ts = await sana.posts("before", desk)
    await sana.removes(desk)
    await sana.posts("meanwhile", desk)
    await sana.reacts("memo", ts, desk)
    await sandbox.settled()
    [left] = bot.events("channel_left")
    assert (left["channel"], left["actor_id"]) == (desk.id, sana.id)
    assert [e["text"] for e in bot.events("message")] == ["before"]
    assert bot.events("reaction_added") == []
    with pytest.raises(SlackApiError, match="not_in_channel"):
        await bot.client.chat_postMessage(channel=desk.id, text="card", thread_ts=ts)

    await sana.invites(desk)
    await sana.posts("after", desk)
    await sandbox.settled()
    [joined] = bot.events("member_joined_channel")
    assert (joined["user"], joined["inviter"]) == (sandbox.bot.id, sana.id)
    assert [e["text"] for e in bot.events("message")] == ["before", "after"]


async def test_a_private_channel_is_gone_for_the_bot_that_is_removed(
    sandbox: Sandbox, bot: Any, sana: Member
) -> None:
    """Of a private channel the bot hears group_left, and then it does not exist."""
    secret = sandbox.channel("desk-secret", private=True)
    await sana.removes(secret)
    await sandbox.settled()
    assert bot.events("group_left")
    with pytest.raises(SlackApiError, match="channel_not_found"):
        await bot.client.conversations_info(channel=secret.id)


async def test_people_come_and_go(sandbox: Sandbox, bot: Any, sana: Member, desk: Channel) -> None:
    """The bot hears who leaves a channel it is in, and who comes back."""
    await sana.leaves(desk)
    assert sana.id not in desk.members
    await sana.joins(desk)
    await sandbox.settled()
    assert [e["user"] for e in bot.events("member_left_channel")] == [sana.id]
    assert [e["user"] for e in bot.events("member_joined_channel")] == [sana.id]
    [notice] = bot.events("message", "channel_join")
    assert notice["text"] == f"{sana.mention} has joined the channel"
    assert sandbox.messages(desk) == []


async def test_an_archive_is_told_and_undone(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """In an archived channel nobody writes; brought back, everybody does."""
    ts = await sana.posts("before", desk)
    await sana.archives(desk)
    with pytest.raises(Trouble, match="archived"):
        await sana.posts("too late", desk)
    await sana.unarchives(desk)
    await sana.locks(ts, desk)
    with pytest.raises(Trouble, match="locked"):
        await sana.replies("too late", ts, desk)
    await sana.unlocks(ts, desk)
    await sana.replies("in time", ts, desk)
    await sandbox.settled()
    [away], [back] = bot.events("channel_archive"), bot.events("channel_unarchive")
    assert (away["channel"], away["user"], back["user"]) == (desk.id, sana.id, sana.id)
