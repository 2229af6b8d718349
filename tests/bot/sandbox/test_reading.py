"""What the bot reads back: threads, history, members, metadata."""

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox import Channel, Member, Sandbox

KEY = {"event_type": "copychief", "event_payload": {"key": "7:1:card"}}


async def test_metadata_comes_only_on_request(
    client: AsyncWebClient, sana: Member, desk: Channel
) -> None:
    """A post's metadata is kept, survives an update, and is shown to who asks for it."""
    root = await sana.posts("A draft", desk)
    posted = await client.chat_postMessage(
        channel=desk.id, text="card", thread_ts=root, metadata=KEY
    )
    await client.chat_update(channel=desk.id, ts=posted["ts"], text="card again")

    silent = await client.conversations_replies(channel=desk.id, ts=root)
    asked = await client.conversations_replies(channel=desk.id, ts=root, include_all_metadata=True)
    assert "metadata" not in silent["messages"][1]
    assert asked["messages"][1]["metadata"] == KEY


async def test_a_thread_is_read_page_by_page(
    client: AsyncWebClient, sana: Member, desk: Channel
) -> None:
    """The root comes first, replies in order; the cursor leads on, oldest leaves out."""
    root = await sana.posts("A draft", desk)
    replies = [await sana.replies(f"reply {n}", root, desk) for n in range(4)]

    seen: list[str] = []
    cursor = ""
    while True:
        page = await client.conversations_replies(channel=desk.id, ts=root, limit=2, cursor=cursor)
        seen += [m["ts"] for m in page["messages"]]
        if not page["has_more"]:
            break
        cursor = page["response_metadata"]["next_cursor"]
    assert seen == [root, *replies]

    late = await client.conversations_replies(channel=desk.id, ts=root, oldest=replies[1])
    assert [m["ts"] for m in late["messages"]] == [root, *replies[2:]]
    first = late["messages"][0]
    assert (first["reply_count"], first["latest_reply"]) == (4, replies[-1])


async def test_a_reply_is_found_by_its_own_ts(
    client: AsyncWebClient, sana: Member, desk: Channel
) -> None:
    """conversations.replies with a reply's ts answers with that reply."""
    root = await sana.posts("A draft", desk)
    reply = await sana.replies("stet 4", root, desk)
    answer = await client.conversations_replies(channel=desk.id, ts=reply, limit=1)
    assert [m["text"] for m in answer["messages"]] == ["stet 4"]


async def test_history_holds_roots_newest_first(
    client: AsyncWebClient, sana: Member, desk: Channel
) -> None:
    """Replies are not in the channel's history; inclusive takes the edges in."""
    first = await sana.posts("one", desk)
    await sana.replies("reply", first, desk)
    second = await sana.posts("two", desk)
    third = await sana.posts("three", desk)
    whole = await client.conversations_history(channel=desk.id)
    assert [m["ts"] for m in whole["messages"]] == [third, second, first]
    between = await client.conversations_history(
        channel=desk.id, oldest=first, latest=third, inclusive=False
    )
    assert [m["ts"] for m in between["messages"]] == [second]
    with_edges = await client.conversations_history(
        channel=desk.id, oldest=first, latest=third, inclusive=True
    )
    assert len(with_edges["messages"]) == 3


async def test_who_is_there(
    sandbox: Sandbox, client: AsyncWebClient, sana: Member, desk: Channel
) -> None:
    """People and bot are known by their ids, members of a channel are listed."""
    me = await client.auth_test()
    assert (me["user_id"], me["bot_id"]) == (sandbox.bot.id, sandbox.bot.bot_id)
    person = await client.users_info(user=sana.id)
    assert person["user"]["profile"]["display_name"] == "Sana"
    assert (await client.bots_info(bot=me["bot_id"]))["bot"]["user_id"] == sandbox.bot.id
    members = await client.conversations_members(channel=desk.id)
    assert set(members["members"]) == {sana.id, sandbox.bot.id}


async def test_a_direct_message_is_opened_by_the_bot(
    sandbox: Sandbox, client: AsyncWebClient, sana: Member
) -> None:
    """conversations.open and posting to a person's id lead to the same place."""
    opened = await client.conversations_open(users=sana.id)
    posted = await client.chat_postMessage(channel=sana.id, text="for you alone")
    assert posted["channel"] == opened["channel"]["id"] == sana.direct.id
    assert [m.text for m in sandbox.messages(sana.direct)] == ["for you alone"]


async def test_blocks_stay_until_they_are_replaced(
    sandbox: Sandbox, client: AsyncWebClient, desk: Channel
) -> None:
    """An update without blocks leaves them, one with an empty list takes them away."""
    ts = (await client.chat_postMessage(
        channel=desk.id, text="card", blocks=[{"type": "divider"}]
    ))["ts"]  # fmt: skip
    await client.chat_update(channel=desk.id, ts=ts, text="again")
    assert sandbox.message(ts, desk).blocks
    await client.chat_update(channel=desk.id, ts=ts, text="bare", blocks=[])
    assert sandbox.message(ts, desk).blocks is None


async def test_a_permalink_names_the_place(
    sandbox: Sandbox, client: AsyncWebClient, sana: Member, desk: Channel
) -> None:
    """A permalink holds channel and ts, and leads to the thread on the page."""
    root = await sana.posts("A draft", desk)
    link = (await client.chat_getPermalink(channel=desk.id, message_ts=root))["permalink"]
    assert link == f"{sandbox.url}/archives/{desk.id}/p{root.replace('.', '')}"
    reply = await sana.replies("why 4", root, desk)
    link = (await client.chat_getPermalink(channel=desk.id, message_ts=reply))["permalink"]
    assert f"thread_ts={root}" in link


async def test_a_file_is_known_with_where_it_was_shared(
    sandbox: Sandbox, client: AsyncWebClient, sana: Member, desk: Channel
) -> None:
    """files.info tells the message a file came with."""
    ts = await sana.shares("draft.md", b"# Words", desk)
    [file] = sandbox.message(ts, desk).files
    told = (await client.files_info(file=file.id))["file"]
    assert told["shares"]["public"][desk.id] == [{"ts": ts}]
    assert told["filetype"] == "markdown"


async def test_the_bot_takes_its_message_back(
    sandbox: Sandbox, client: AsyncWebClient, desk: Channel
) -> None:
    """chat.delete removes the bot's own message."""
    ts = (await client.chat_postMessage(channel=desk.id, text="oops"))["ts"]
    await client.chat_delete(channel=desk.id, ts=ts)
    assert sandbox.messages(desk) == []


async def test_lists_come_page_by_page(
    sandbox: Sandbox, client: AsyncWebClient, sana: Member
) -> None:
    """Members, people and channels are read on by their cursors."""
    for name in ("Imran", "Leila", "Tom"):
        sandbox.person(name)
    desk = sandbox.channel("desk-foreign")
    sandbox.channel("desk-sport", invited=False)
    secret = sandbox.channel("desk-secret", private=True)
    sandbox.channel("closed", private=True, invited=False)

    first = await client.conversations_members(channel=desk.id, limit=3)
    cursor = first["response_metadata"]["next_cursor"]
    rest = await client.conversations_members(channel=desk.id, limit=3, cursor=cursor)
    assert [*first["members"], *rest["members"]] == desk.members
    assert rest["response_metadata"]["next_cursor"] == ""

    people = await client.users_list()
    assert [m["is_bot"] for m in people["members"]] == [True, False, False, False, False]
    public = await client.conversations_list()
    assert [c["name"] for c in public["channels"]] == ["desk-foreign", "desk-sport"]
    own = await client.users_conversations(types="public_channel,private_channel")
    assert [c["id"] for c in own["channels"]] == [desk.id, secret.id]


async def test_a_persons_clock_and_standing(sandbox: Sandbox, client: AsyncWebClient) -> None:
    """users.info tells the time zone, and who is a guest, of elsewhere or gone."""
    ines = sandbox.person("Ines", tz="Asia/Kolkata")
    told = (await client.users_info(user=ines.id))["user"]
    assert (told["tz"], told["tz_offset"]) == ("Asia/Kolkata", 19800)
    assert (told["is_restricted"], told["deleted"], told["is_bot"]) == (False, False, False)
    guest, other = sandbox.person("Gus", guest=True), sandbox.person("Otto", stranger=True)
    assert (await client.users_info(user=guest.id))["user"]["is_restricted"]
    told = (await client.users_info(user=other.id))["user"]
    assert told["is_stranger"]
    assert told["team_id"] != sandbox.ws.team_id
    ines.user.deleted = True
    assert (await client.users_info(user=ines.id))["user"]["deleted"]


async def test_the_bot_uploads_a_file(
    sandbox: Sandbox, client: AsyncWebClient, sana: Member, desk: Channel
) -> None:
    """The three steps of an upload put a file in a thread, with its title and words."""
    root = await sana.posts("A draft", desk)
    await client.files_upload_v2(
        channel=desk.id, thread_ts=root, content="marked", filename="talks.html",
        title="Talks, marked", initial_comment="Here it is.",
    )  # fmt: skip
    _, shared = sandbox.thread(root, desk)
    [file] = shared.files
    assert (shared.text, shared.user, file.content) == (
        "Here it is.", sandbox.bot.id, b"marked",
    )  # fmt: skip
    told = (await client.files_info(file=file.id))["file"]
    assert (told["title"], told["shares"]["public"]) == (
        "Talks, marked", {desk.id: [{"ts": shared.ts}]},
    )  # fmt: skip


async def test_a_file_that_was_not_uploaded_is_not_shared(
    sandbox: Sandbox, client: AsyncWebClient, desk: Channel
) -> None:
    """Without its bytes a file id is good for nothing."""
    given = await client.files_getUploadURLExternal(filename="a.txt", length=1)
    with pytest.raises(SlackApiError, match="file_not_found"):
        await client.files_completeUploadExternal(
            files=[{"id": given["file_id"]}], channel_id=desk.id
        )
    assert sandbox.messages(desk) == []
