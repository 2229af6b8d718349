"""What the sandbox sends and answers has the shape of Slack's own samples."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox import Channel, Member, Sandbox
from tests.bot.sandbox.samples import SAMPLES, differences, missing, sample

pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason=f"Slack's samples are not in {SAMPLES} (COPYCHIEF_SLACK_SAMPLES)"
)
Json = dict[str, Any]

# What Slack sends besides, by its documentation or by another of its samples.
_BESIDES = {
    ".context_team_id", ".context_enterprise_id",  # in the newer samples of events
    ".event.user_team", ".event.source_team",  # in the sample of a mention
    ".event.app_id", ".event.files", ".event.inviter",
    ".event.view.blocks", ".view.blocks", ".view.state.values",  # the samples leave blocks out
    ".response_urls",
    ".actions[].selected_options", ".actions[].selected_users",
}  # fmt: skip
_OUTER = "enterprise_id authed_users authed_teams context_team_id context_enterprise_id"
_MESSAGE = (
    "client_msg_id bot_id bot_profile blocks attachments metadata parent_user_id thread_ts edited "
    "app_id username subtype files upload display_as_bot user_team source_team user_profile team"
)
_EVENTS = {  # sample: how ours is known, what it may leave out
    "MessagePayload": ("message", None, _MESSAGE),
    "MessageFileSharePayload": ("message", "file_share", _MESSAGE),
    "MessageChangedPayload": ("message", "message_changed", ""),
    "MessageDeletedPayload": ("message", "message_deleted", ""),
    "MessageChannelJoinPayload": ("message", "channel_join", ""),
    "MessageChannelLeavePayload": ("message", "channel_leave", ""),
    "MessageChannelArchivePayload": ("message", "channel_archive", ""),
    "MessageChannelUnarchivePayload": ("message", "channel_unarchive", ""),
    "AppMentionPayload": ("app_mention", None, _MESSAGE),
    "ReactionAddedPayload": ("reaction_added", None, ""),
    "ReactionRemovedPayload": ("reaction_removed", None, ""),
    "MemberJoinedChannelPayload": ("member_joined_channel", None, "enterprise"),
    "MemberLeftChannelPayload": ("member_left_channel", None, ""),
    "ChannelArchivePayload": ("channel_archive", None, ""),
    "ChannelUnarchivePayload": ("channel_unarchive", None, ""),
    "ChannelLeftPayload": ("channel_left", None, ""),
    "GroupArchivePayload": ("group_archive", None, ""),
    "GroupUnarchivePayload": ("group_unarchive", None, ""),
    "GroupLeftPayload": ("group_left", None, ""),
    "ChannelSharedPayload": ("channel_shared", None, ""),
    "ChannelUnsharedPayload": ("channel_unshared", None, ""),
    "AppHomeOpenedPayload": ("app_home_opened", None, ""),
    "SubteamCreatedPayload": ("subteam_created", None, "is_section"),
    "SubteamUpdatedPayload": ("subteam_updated", None, "is_section deleted_by"),
    "SubteamMembersChangedPayload": ("subteam_members_changed", None, ""),
}


def strange(ours: Json, theirs: Json) -> list[str]:
    """Where ours differs from a sample without an excuse."""
    return [line for line in differences(ours, theirs) if line.partition(":")[0] not in _BESIDES]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


HOME = {"type": "home", "blocks": [{"type": "divider"}]}
BUTTON = {"type": "button", "action_id": "press", "text": plain("Press"), "value": "1"}
PEOPLE = {"type": "multi_users_select", "action_id": "press"}
FIELD = {"type": "plain_text_input", "action_id": "words"}
MODAL = {
    "type": "modal", "callback_id": "ask", "title": plain("Ask"), "submit": plain("Send"),
    "notify_on_close": True,
    "blocks": [
        {"type": "actions", "elements": [BUTTON]},
        {"type": "input", "block_id": "why", "label": plain("Why"), "element": FIELD},
    ],
}  # fmt: skip


async def _live(sandbox: Sandbox, bot: Any, sana: Member, desk: Channel) -> None:
    """Everything that can happen in channels and groups, once."""
    await bot.client.views_publish(user_id=sana.id, view=HOME)
    await sana.opens_home()
    root = await sana.posts("A draft", desk)
    await sana.replies("@copychief look", root, desk)
    await sana.shares("a.md", b"# A", desk)
    await sana.reacts("memo", root, desk)
    await sana.reacts("memo", root, desk)
    gone = await sana.posts("gone", desk)
    await sana.edits(gone, "going", desk)
    await sana.deletes(gone, desk)
    await sana.leaves(desk)
    await sana.joins(desk)
    sandbox.group("legal", [sana])
    secret = sandbox.channel("desk-secret", private=True)
    for place in (desk, secret):
        await sana.opens_up(place)
        await sana.closes_off(place)
        await sana.archives(place)
        await sana.unarchives(place)
        await sana.removes(place)
        await sana.invites(place)
    await sandbox.settled()


async def test_events(sandbox: Sandbox, bot: Any, sana: Member, desk: Channel) -> None:
    """Every event, and what is around it."""
    object.__setattr__(sandbox.app, "events", sandbox.app.events | {"subteam_created"})
    for kind in ("subteam_created", "group_archive", "group_unarchive", "channel_shared",
                 "channel_unshared"):  # fmt: skip
        bot.take_event(kind)
    await _live(sandbox, bot, sana, desk)
    bodies = [envelope.payload for envelope in sandbox.hub.link.sent]
    wrong: list[str] = []
    for name, (kind, subtype, optional) in _EVENTS.items():
        theirs = sample(f"events/{name}")
        ours = [
            body
            for body in bodies
            if (body["event"]["type"], body["event"].get("subtype")) == (kind, subtype)
        ]
        wrong += [f"{name}: never sent"] if not ours else []
        for body in ours:
            wrong += [f"{name} {line}" for line in strange(body, theirs)]
            wrong += [f"{name} lacks {key}" for key in missing(body, theirs, _OUTER)]
            left_out = missing(body["event"], theirs["event"], f"{optional} view inviter")
            wrong += [f"{name}.event lacks {key}" for key in left_out]
    assert sorted(set(wrong)) == []


async def test_clicks_commands_and_views(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """Commands, presses in messages and views, shortcuts, submissions, closings."""
    bot.take(bot.app.action, "press")
    bot.take(bot.app.command, "/desk")
    bot.take(bot.app.shortcut, "review_message")
    bot.take(bot.app.view, "ask")
    bot.take(bot.app.view_closed, "ask")
    root = await sana.posts("A draft", desk)
    blocks = [{"type": "actions", "elements": [BUTTON]}]
    other = [{"type": "actions", "elements": [PEOPLE]}]
    for drawn in (blocks, other):
        await bot.client.chat_postMessage(
            channel=desk.id, text="card", thread_ts=root, blocks=drawn
        )
    await sana.presses("Press", on=root, channel=desk)
    await sana.presses("press", on=sandbox.thread(root, desk)[2], channel=desk, option="Sana")
    await sana.types("/desk status", desk, seconds=0.1)
    await sana.uses("review_message", on=root, channel=desk)
    for _ in range(2):
        trigger = sandbox.hub.trigger(sana.id)
        await bot.client.views_open(trigger_id=trigger, view=MODAL)
        await sana.presses_in_view("Press")
        if sana.view and len(bot.done) < 7:
            await sana.submits(why="so")
    await sana.closes()
    named = {
        "block_actions": "interactive-components/BlockActionPayload",
        "message_action": "interactive-components/MessageShortcutPayload",
        "view_submission": "views/ViewSubmissionPayload",
        "view_closed": "views/ViewClosedPayload",
        "command": "slash-commands/SlashCommandPayload",
    }
    heard = {body.get("type", "command") for body in bot.done}
    assert heard == set(named)
    wrong: list[str] = []
    for body in bot.done:
        kind = body.get("type", "command")
        theirs = sample(f"app-backend/{named[kind]}")
        if kind == "command":  # a form: Slack writes yes and no as words there
            body["is_enterprise_install"] = body["is_enterprise_install"] == "true"
        wrong += [f"{kind} {line}" for line in strange(body, theirs)]
    assert sorted(set(wrong)) == []


Ask = Callable[[AsyncWebClient, Sandbox, Member, Channel, str], Awaitable[Any]]
_ERRORS = "error needed provided warning response_metadata arg callstack offset app_id app_name"
_API: dict[str, Ask] = {
    "auth.test": lambda c, s, p, d, ts: c.auth_test(),
    "bots.info": lambda c, s, p, d, ts: c.bots_info(bot=s.bot.bot_id),
    "users.info": lambda c, s, p, d, ts: c.users_info(user=p.id),
    "users.list": lambda c, s, p, d, ts: c.users_list(),
    "usergroups.list": lambda c, s, p, d, ts: c.usergroups_list(include_users=True),
    "usergroups.users.list": lambda c, s, p, d, ts: c.usergroups_users_list(
        usergroup=s.group("legal", [p]).id
    ),
    "conversations.info": lambda c, s, p, d, ts: c.conversations_info(channel=d.id),
    "conversations.list": lambda c, s, p, d, ts: c.conversations_list(),
    "conversations.members": lambda c, s, p, d, ts: c.conversations_members(channel=d.id),
    "chat.getPermalink": lambda c, s, p, d, ts: c.chat_getPermalink(channel=d.id, message_ts=ts),
    "chat.postEphemeral": lambda c, s, p, d, ts: c.chat_postEphemeral(
        channel=d.id, user=p.id, text="x"
    ),
    "reactions.add": lambda c, s, p, d, ts: c.reactions_add(
        channel=d.id, timestamp=ts, name="eyes"
    ),
    "views.open": lambda c, s, p, d, ts: c.views_open(trigger_id=s.hub.trigger(p.id), view=MODAL),
    "views.publish": lambda c, s, p, d, ts: c.views_publish(user_id=p.id, view=HOME),
    "files.getUploadURLExternal": lambda c, s, p, d, ts: c.files_getUploadURLExternal(
        filename="a.md", length=3
    ),
}


@pytest.mark.parametrize("method", _API)
async def test_answers(
    sandbox: Sandbox, client: AsyncWebClient, sana: Member, desk: Channel, method: str
) -> None:
    """What a method answers when all is well."""
    sandbox.group("legal", [sana])
    ts = await sana.posts("A draft", desk)
    answer = (await _API[method](client, sandbox, sana, desk, ts)).data
    theirs = sample(f"api/{method}")
    assert strange(answer, theirs) == []
    assert missing(answer, theirs, f"{_ERRORS} enterprise_id expires_in cache_ts") == []


async def test_answers_about_what_the_bot_made(
    sandbox: Sandbox, client: AsyncWebClient, sana: Member, desk: Channel
) -> None:
    """A deletion, a reaction taken off, a view pushed and changed, a file shared."""
    posted = await client.chat_postMessage(channel=desk.id, text="card")
    at = {"channel": desk.id, "timestamp": posted["ts"], "name": "eyes"}
    await client.reactions_add(**at)
    answers = {"reactions.remove": await client.reactions_remove(**at)}
    deleted = await client.chat_delete(channel=desk.id, ts=posted["ts"])
    answers["chat.delete"] = deleted
    opened = await client.views_open(trigger_id=sandbox.hub.trigger(sana.id), view=MODAL)
    view = opened["view"]["id"]
    answers["views.update"] = await client.views_update(view_id=view, view=MODAL)
    trigger = sandbox.hub.trigger(sana.id, view)
    answers["views.push"] = await client.views_push(trigger_id=trigger, view=MODAL)
    shared = await client.files_upload_v2(channel=desk.id, content="words", filename="a.txt")
    answers["files.completeUploadExternal"] = shared
    for method, answer in answers.items():
        theirs = sample(f"api/{method}")
        assert isinstance(answer.data, dict)
        given = {key: value for key, value in answer.data.items() if key != "file"}
        assert strange(given, theirs) == [], method
        assert missing(given, theirs, _ERRORS) == [], method
