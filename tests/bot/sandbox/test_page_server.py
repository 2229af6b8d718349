"""The page's side of the sandbox: state, news, acts, and who may ask."""

from base64 import b64encode
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Channel, Member, Sandbox

Json = dict[str, Any]


@pytest.fixture
async def web(sandbox: Sandbox) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(sandbox.url) as session:
        yield session


async def act(web: aiohttp.ClientSession, person: str, verb: str, **facts: Any) -> Json:
    answer = await web.post("/sandbox/act", json={"person": person, "verb": verb, **facts})
    done: Json = await answer.json()
    return done


async def state(web: aiohttp.ClientSession) -> Json:
    told: Json = await (await web.get("/sandbox/state")).json()
    return told


async def test_the_page_and_its_parts_come_with_their_types(web: aiohttp.ClientSession) -> None:
    """The page is HTML, its scripts and styles are served as such, nothing beside it is."""
    assert (await web.get("/")).content_type == "text/html"
    assert (await web.get("/page/main.js")).content_type == "text/javascript"
    assert (await web.get("/page/page.css")).content_type == "text/css"
    for outside in ("/page/..%2fserver.py", "/page/%2e%2e/server.py", "/page/none.js"):
        assert (await web.get(outside)).status == 404


async def test_what_a_person_does_shows_in_the_state(
    sandbox: Sandbox, web: aiohttp.ClientSession, sana: Member, desk: Channel
) -> None:
    """Post, reply, upload, edit, react and delete, all by the page's verbs."""
    before = (await state(web))["seq"]
    root = (await act(web, sana.id, "post", channel=desk.id, text="A < B"))["ts"]
    await act(web, sana.id, "post", channel=desk.id, text="a reply", thread=root)
    await act(web, sana.id, "react", channel=desk.id, ts=root, name="memo")
    await act(web, sana.id, "edit", channel=desk.id, ts=root, text="A > B")
    bare = b64encode(b"words").decode()
    await act(web, sana.id, "upload", channel=desk.id, name="a.txt", base64=bare)
    gone = (await act(web, sana.id, "post", channel=desk.id, text="oops"))["ts"]
    await act(web, sana.id, "delete", channel=desk.id, ts=gone)

    told = await state(web)
    assert told["seq"] > before
    assert told["people"] == [{"id": sana.id, "name": "Sana"}]
    post, reply, upload, deleted = told["messages"][desk.id]
    assert (post["text"], post["edited"], post["bot"]) == ("A &gt; B", True, False)
    assert post["reactions"] == [{"name": "memo", "users": [sana.id]}]
    assert (post["thread_ts"], reply["thread_ts"]) == (None, root)
    [file] = upload["files"]
    assert await (await web.get(file["url"])).read() == b"words"
    assert (deleted["deleted"], deleted["text"]) == (True, "")


async def test_commands_presses_and_views(
    sandbox: Sandbox, web: aiohttp.ClientSession, bot: Any, sana: Member, desk: Channel
) -> None:
    """A command's whisper, a press that opens a modal, errors in it, and closing it."""
    plain = {"type": "plain_text", "text": "Why"}
    element = {"type": "plain_text_input", "action_id": "words"}
    view = {
        "type": "modal", "callback_id": "why", "title": plain, "submit": plain,
        "blocks": [{"type": "input", "block_id": "why", "label": plain, "element": element}],
    }  # fmt: skip

    async def press(ack: Any, body: Json, client: Any) -> None:
        bot.done.append(body)
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=view)

    bot.app.action("open")(press)
    bot.take(bot.app.command, "/desk", text="Nothing open")
    bot.take(bot.app.view, "why", response_action="errors", errors={"why": "More, please."})
    button = {"type": "button", "action_id": "open", "text": plain, "value": "4"}
    card = await bot.client.chat_postMessage(
        channel=desk.id, text="card", blocks=[{"type": "actions", "elements": [button]}]
    )
    block_id = card["message"]["blocks"][0]["block_id"]

    assert await act(web, sana.id, "type", channel=desk.id, text="/desk status") == {"ok": True}
    facts = {"channel": desk.id, "ts": card["ts"], "block_id": block_id, "action_id": "open"}
    assert await act(web, sana.id, "press", **facts, value="4") == {"ok": True}
    assert bot.done[-1]["actions"][0]["value"] == "4"
    await sandbox.until(lambda: sana.view)

    told = await state(web)
    [opened] = told["views"][sana.id]
    assert (opened["callback_id"], opened["errors"]) == ("why", None)
    assert [m["text"] for m in told["messages"][desk.id] if m["only_for"] == sana.id] == [
        "Nothing open"
    ]
    filled = {"why": {"words": {"type": "plain_text_input", "value": "no"}}}
    await act(web, sana.id, "submit", view_id=opened["id"], values=filled)
    [opened] = (await state(web))["views"][sana.id]
    assert opened["errors"] == {"why": "More, please."}
    await act(web, sana.id, "close", view_id=opened["id"])
    assert (await state(web))["views"][sana.id] == []


async def test_what_cannot_be_done_gets_one_line(
    sandbox: Sandbox, web: aiohttp.ClientSession, sana: Member, desk: Channel
) -> None:
    """Unknown people, places, verbs and half a request are answered with ok false and a line."""
    ts = await sana.posts("A draft", desk)
    tom = sandbox.person("Tom").id
    for person, verb, facts in (
        ("U0", "post", {"channel": desk.id, "text": "x"}),
        (sandbox.bot.id, "post", {"channel": desk.id, "text": "x"}),
        (sana.id, "post", {"channel": "C0", "text": "x"}),
        (sana.id, "post", {"channel": desk.id, "text": "  "}),
        (sana.id, "post", {"channel": desk.id}),
        (sana.id, "sing", {}),
        (tom, "edit", {"channel": desk.id, "ts": ts, "text": "mine now"}),
        (sana.id, "upload", {"channel": desk.id, "name": "a", "base64": "%"}),
        (sana.id, "type", {"channel": desk.id, "text": "/desk status"}),
        (sana.id, "close", {"view_id": "V0"}),
    ):
        answer = await act(web, person, verb, **facts)
        assert answer["ok"] is False
        assert answer["line"]
        assert "\n" not in answer["line"]
    for body in ("{", "[]", "null"):
        odd = await web.post("/sandbox/act", data=body)
        assert (await odd.json())["ok"] is False


async def test_news_comes_after_every_change(
    sandbox: Sandbox, web: aiohttp.ClientSession, sana: Member, desk: Channel
) -> None:
    """The stream tells the newest seq at once and after each change."""
    stream = await web.get("/sandbox/events")
    assert stream.content_type == "text/event-stream"
    first = await stream.content.readline()
    assert first == b'data: {"seq": %d}\n' % sandbox.ws.seq
    await stream.content.readline()
    await sana.posts("A draft", desk)
    assert await stream.content.readline() == b'data: {"seq": %d}\n' % sandbox.ws.seq
    stream.close()


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
async def test_a_page_on_the_web_cannot_drive_the_sandbox(
    sandbox: Sandbox, web: aiohttp.ClientSession, sana: Member, desk: Channel,
    headers: dict[str, str],
) -> None:  # fmt: skip
    """Another host name for this machine, or another page's origin, is turned away."""
    facts = {"person": sana.id, "verb": "post", "channel": desk.id, "text": "spam"}
    answer = await web.post("/sandbox/act", json=facts, headers=headers)
    assert answer.status == 403
    assert sandbox.messages(desk) == []
    good = {"Origin": sandbox.url}
    assert (await web.post("/sandbox/act", json=facts, headers=good)).status == 200


async def test_it_listens_on_this_machine_only(sandbox: Sandbox) -> None:
    """The one address it listens on is 127.0.0.1."""
    assert sandbox.url.startswith("http://127.0.0.1:")


async def test_a_permalink_leads_to_the_page(
    sandbox: Sandbox, web: aiohttp.ClientSession, sana: Member, desk: Channel
) -> None:
    """Following a permalink shows the thread on the page."""
    ts = await sana.posts("A draft", desk)
    place = f"/archives/{desk.id}/p{ts.replace('.', '')}"
    answer = await web.get(place, allow_redirects=False)
    assert answer.headers["Location"] == f"/#desk-foreign/{ts}"


async def test_places_and_the_app(
    sandbox: Sandbox, web: aiohttp.ClientSession, sana: Member, desk: Channel
) -> None:
    """The page removes the app, brings it back, archives, locks, and looks at the app."""
    sandbox.group("legal", [sana])
    root = (await act(web, sana.id, "post", channel=desk.id, text="A draft"))["ts"]
    for verb, key, value in (
        ("remove", "invited", False), ("invite", "invited", True), ("archive", "archived", True),
    ):  # fmt: skip
        assert await act(web, sana.id, verb, channel=desk.id) == {"ok": True}
        [shown] = (await state(web))["channels"]
        assert shown[key] is value
    await act(web, sana.id, "archive", channel=desk.id, on=False)
    await act(web, sana.id, "lock", channel=desk.id, ts=root)
    opened = await act(web, sana.id, "open_app", tab="home")
    told = await state(web)
    shown, direct = told["channels"]
    assert (shown["archived"], shown["locked"]) == (False, [root])
    assert (direct["id"], direct["only_for"]) == (opened["channel"], sana.id)
    notices = [m["text"] for m in told["messages"][desk.id] if m["notice"]]
    assert len(notices) == 4
    assert told["groups"][0]["members"] == [sana.id]


async def test_files_and_offers_in_a_view(
    sandbox: Sandbox, web: aiohttp.ClientSession, bot: Any, sana: Member
) -> None:
    """A file goes into a view before it is sent in; a list of the app's asks it what to offer."""
    plain = {"type": "plain_text", "text": "Draft"}
    fields = {"draft": {"type": "file_input"}, "writer": {"type": "external_select"}}
    blocks = [
        {"type": "input", "block_id": b, "label": plain, "element": e | {"action_id": b}}
        for b, e in fields.items()
    ]
    view = {"type": "modal", "callback_id": "new", "title": plain, "submit": plain}
    offered = [{"text": plain, "value": "sana"}]
    bot.take(bot.app.options, "writer", options=offered)
    bot.take(bot.app.view, "new")
    trigger = sandbox.hub.trigger(sana.id)
    opened = await bot.client.views_open(trigger_id=trigger, view=view | {"blocks": blocks})
    place = {"view_id": opened["view"]["id"], "block_id": "writer", "action_id": "writer"}
    asked = await act(web, sana.id, "suggest", **place, typed="Sa")
    assert asked["options"] == offered
    assert (bot.done[0]["type"], bot.done[0]["value"]) == ("block_suggestion", "Sa")

    bare = b64encode(b"words").decode()
    file = (await act(web, sana.id, "attach", name="a.md", base64=bare))["file"]
    values = {
        "draft": {"draft": {"type": "file_input", "files": [file]}},
        "writer": {"writer": {"type": "external_select", "selected_option": offered[0]}},
    }
    await act(web, sana.id, "submit", view_id=opened["view"]["id"], values=values)
    held = bot.done[1]["view"]["state"]["values"]
    assert held["draft"]["draft"]["files"][0]["mimetype"] == "text/markdown"
    assert held["writer"]["writer"]["selected_option"] == offered[0]
