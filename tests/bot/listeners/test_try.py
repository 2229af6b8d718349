from bot.sandbox.seed import seeds
from tests.conversation import Editor, Room
import time
async def test_one(sana: Editor, imran: Editor, room: Room) -> None:
    """x"""
    t=time.time()
    thread = await sana.hands_in(seeds()["river-talks"].text)
    print(time.time()-t)
    await room.quiet()
    print(room.sandbox.hub.ws.whispers)
    print(thread.words)
    print([f.number for f in thread.flags("hold")])
    print(await sana.types("/desk why language.label"))
    print(await sana.types("/desk status"))
    print(await sana.types("/desk help"))
    assert 0
async def test_two(sana: Editor, imran: Editor, room: Room) -> None:
    """x"""
    print(await sana.types("/desk hlp"))
    assert 0
