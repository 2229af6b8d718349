"""Every payload has the keys that Slack's has; written down here by hand."""

from typing import Any

import pytest

from bot.sandbox import Channel, Member, Sandbox, payloads
from bot.sandbox.hub import Hub
from bot.sandbox.model import View


def keys(names: str) -> set[str]:
    return set(names.split())


OUTER = keys(
    "token team_id context_team_id context_enterprise_id api_app_id event type event_id "
    "event_time authorizations is_ext_shared_channel event_context"
)
SAID = keys("type user text ts client_msg_id team channel event_ts channel_type")
SHARED = (SAID | {"subtype", "files", "upload", "display_as_bot"}) - {"team", "client_msg_id"}
REACTED = keys("type user reaction item item_user event_ts")
CHANGED = keys("type subtype hidden channel ts event_ts channel_type previous_message")
FILE = keys(
    "id created timestamp name title mimetype filetype pretty_type user user_team editable size "
    "mode is_external external_type is_public public_url_shared display_as_bot username "
    "url_private url_private_download permalink permalink_public has_rich_preview "
    "file_access"
)
DONE = keys("type user team enterprise is_enterprise_install token")
VIEW = keys(
    "id team_id type blocks private_metadata callback_id state hash title clear_on_close "
    "notify_on_close close submit previous_view_id root_view_id app_id external_id "
    "app_installed_team_id bot_id"
)


def bodies(sandbox: Sandbox) -> list[dict[str, Any]]:
    return [envelope.payload for envelope in sandbox.hub.link.sent]


async def test_what_is_heard(sandbox: Sandbox, bot: Any, sana: Member, desk: Channel) -> None:
    """Messages, replies, files, edits, deletions, mentions, reactions, arrivals."""
    root = await sana.posts("A draft", desk)
    await sana.replies("a reply", root, desk)
    await sana.shares("a.txt", b"words", desk)
    await sana.posts("@copychief look", desk)
    await sana.reacts("memo", root, desk)
    gone = await sana.posts("gone", desk)
    await sana.edits(gone, "going", desk)
    await sana.deletes(gone, desk)
    await sana.invites(sandbox.channel("desk-sport", invited=False))
    await sandbox.settled()

    assert all(set(body) == OUTER for body in bodies(sandbox))
    assert len({body["event_id"] for body in bodies(sandbox)}) == len(bodies(sandbox))
    events = [body["event"] for body in bodies(sandbox)]
    expected = [
        SAID,
        SAID | {"thread_ts", "parent_user_id"},
        SHARED,
        SAID,
        SAID - {"channel_type"},
        REACTED,
        SAID,
        CHANGED | {"message"},
        CHANGED | {"deleted_ts"},
        keys("type user channel channel_type team event_ts inviter"),
        (SAID | {"subtype", "inviter"}) - {"client_msg_id"},
    ]
    assert [set(event) for event in events] == expected
    assert set(events[2]["files"][0]) == FILE
    [authorization] = bodies(sandbox)[0]["authorizations"]
    assert set(authorization) == {
        "enterprise_id", "team_id", "user_id", "is_bot", "is_enterprise_install",
    }  # fmt: skip


@pytest.fixture
def hub(sandbox: Sandbox) -> Hub:
    return sandbox.hub


@pytest.fixture
def view(sandbox: Sandbox, sana: Member) -> View:
    title = {"type": "plain_text", "text": "Stet"}
    return View("V0", sana.id, {"type": "modal", "title": title, "blocks": []}, "1.a", "V0")


async def test_what_is_done_in_messages(
    sandbox: Sandbox, hub: Hub, sana: Member, desk: Channel
) -> None:
    """Commands, presses and shortcuts."""
    message = sandbox.message(await sana.posts("A draft", desk), desk)
    slash = payloads.slash(hub, sana.user, desk, "/desk", "status", "http://x")
    assert set(slash) == keys(
        "token team_id team_domain channel_id channel_name user_id user_name command text "
        "api_app_id is_enterprise_install response_url trigger_id"
    )
    pressed = payloads.press(hub, sana.user, desk, message, {}, {})
    assert set(pressed) == DONE | keys(
        "api_app_id container trigger_id channel message state response_url actions"
    )
    used = payloads.message_shortcut(hub, sana.user, desk, message, "review_message")
    assert set(used) == DONE | keys(
        "callback_id trigger_id message_ts response_url message channel action_ts"
    )
    assert set(used["user"]) == {"id", "name", "team_id"}
    anywhere = payloads.global_shortcut(hub, sana.user, "review_new")
    assert set(anywhere) == DONE | {"callback_id", "trigger_id", "action_ts"}
    assert anywhere["trigger_id"] != used["trigger_id"]


async def test_what_is_done_in_views(hub: Hub, sana: Member, view: View) -> None:
    """Presses in views, submissions and closings."""
    pressed = payloads.press_in_view(hub, sana.user, view, {})
    assert set(pressed) == DONE | {"api_app_id", "container", "trigger_id", "view", "actions"}
    submitted = payloads.submission(hub, sana.user, view)
    assert set(submitted) == DONE | {"api_app_id", "trigger_id", "view", "response_urls"}
    closed = payloads.closing(hub, sana.user, view, cleared=True)
    assert set(closed) == DONE | {"api_app_id", "view", "is_cleared"}
    assert set(closed["view"]) == VIEW
