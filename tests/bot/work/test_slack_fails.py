"""Slack answers with nonsense, too late or not at all: nothing is lost, nothing said twice."""

import pytest

from bot.handback import files
from tests.bot.work.conftest import Desk

NOT_DONE = ("503", "drop", "hang", "429", "error:internal_error")
DONE = ("503_after", "drop_after", "hang_after")
HOW = [*NOT_DONE, *DONE]


@pytest.fixture
def patience() -> float:
    """A call without an answer is given up soon."""
    return 2.0


@pytest.fixture(params=HOW)
def how(request: pytest.FixtureRequest) -> str:
    """How Slack fails."""
    return str(request.param)


async def test_a_post(desk: Desk, how: str) -> None:
    """A checklist whose post met it is there once."""
    fault = desk.sandbox.fail("chat.postMessage", how=how)
    await desk.read()
    fault.end()
    await desk.sandbox.settled()
    assert fault.hits == 1
    assert len(desk.ours()) == 1
    assert desk.whispered(desk.sana) == []


async def test_an_update(desk: Desk, how: str) -> None:
    """A decision whose update met it is drawn."""
    draft = await desk.read()
    fault = desk.sandbox.fail("chat.update", how=how)
    await desk.settles(draft, 1)
    await desk.sandbox.until(lambda: fault.hits and "Imran" in str(desk.ours()[0].blocks))
    assert len(desk.ours()) == 1


@pytest.mark.parametrize(
    "method", ["conversations.info", "conversations.replies", "users.info", "reactions.add"]
)
@pytest.mark.parametrize("how", ["503", "drop_after", "429"])
async def test_on_the_way_in(desk: Desk, method: str, how: str) -> None:
    """A draft that is handed in while another call meets it is read all the same."""
    fault = desk.sandbox.fail(method, how=how)
    draft = await desk.read()
    await desk.settles(draft, 1)
    await desk.sandbox.until(lambda: "Imran" in str(desk.ours()[0].blocks))
    assert fault.hits == 1
    assert len(desk.ours()) == 1


async def test_an_answer(desk: Desk, how: str) -> None:
    """The mark on a reply that was understood comes."""
    draft = await desk.read()
    assert draft.thread is not None
    reply = await desk.imran.replies("stet 1 a quotation", draft.thread, desk.channel)
    fault = desk.sandbox.fail("reactions.add", how=how)
    await desk.work.answer("Ev9", desk.place(reply), "white_check_mark")
    await desk.marked(reply, "white_check_mark")
    assert fault.hits == 1


async def test_a_whisper(desk: Desk, how: str) -> None:
    """Whoever handed in what cannot be read is told, also when the first try met it."""
    fault = desk.sandbox.fail("chat.postEphemeral", how=how)
    await desk.asked(await desk.posted("It slammed: crash."))
    await desk.sandbox.until(lambda: fault.hits and desk.whispered(desk.sana))


@pytest.mark.parametrize("method", ["chat.postMessage", "chat.update", "reactions.add"])
async def test_twice(desk: Desk, method: str) -> None:
    """Slack that fails twice in a row ends in one checklist as well."""
    for each in ("503", "drop_after"):
        desk.sandbox.fail(method, how=each)
    draft = await desk.read()
    await desk.settles(draft, 1)
    await desk.sandbox.until(lambda: desk.ours() and "Imran" in str(desk.ours()[0].blocks))
    assert len(desk.ours()) == 1


UPLOAD, SHOW = "files.getUploadURLExternal", "files.completeUploadExternal"


@pytest.mark.parametrize(
    ("method", "how"), [*((SHOW, how) for how in HOW), (UPLOAD, "503"), (UPLOAD, "drop_after")]
)
async def test_a_marked_draft(
    desk: Desk, method: str, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A marked draft whose upload met it, before or after it was carried out, is there once."""
    monkeypatch.setattr(files, "can_draw", lambda: False)
    draft = await desk.read()
    fault = desk.sandbox.fail(method, how=how)
    await desk.work.hand_back("hb1", draft.id, desk.imran.id)
    await desk.sandbox.until(lambda: fault.hits and desk.files())
    fault.end()
    await desk.sandbox.settled()
    assert len({file.name for file in desk.files()}) == len(desk.files())
    assert desk.whispered(desk.imran) == []
