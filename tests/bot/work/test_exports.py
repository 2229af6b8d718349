"""A record that is sent holds up nothing else that a person is told."""

from bot.model import Person
from tests.bot.work.conftest import Desk


async def test_an_upload_that_is_stuck(desk: Desk) -> None:
    """Whoever waits for a record hears meanwhile that they are asked for an answer."""
    draft = await desk.read()
    held = desk.sandbox.fail("files.getUploadURLExternal", how="hold")
    await desk.work.export("ex1", draft.id, "json", desk.sana.id)
    await held.reached()
    by, to = Person(id=desk.imran.id, name="Imran"), Person(id=desk.sana.id, name="Sana")
    await desk.newsroom.assign(draft.id, [1], to, None, by, "a1")
    await desk.work.turns.ask("a1", draft.id, to.id, (1,))
    alone = desk.sana.direct
    await desk.sandbox.until(lambda: "asks you" in str(desk.sandbox.messages(alone)))
    held.release()
    await desk.sandbox.until(lambda: any(m.files for m in desk.sandbox.messages(alone)))
