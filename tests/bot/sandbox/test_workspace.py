"""The state by itself: timestamps, ids, counting."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.app import App
from bot.sandbox.clock import Clock
from bot.sandbox.wording import as_sent, escaped
from bot.sandbox.workspace import Workspace


def workspace() -> Workspace:
    return Workspace(App(), Clock())


def test_timestamps_are_unique_and_in_order() -> None:
    """However fast messages come, each has a later ts, and text order is time order."""
    ws = workspace()
    stamps = [ws.next_ts() for _ in range(2000)]
    assert stamps == sorted(set(stamps))


def test_the_same_names_have_the_same_ids_in_every_run() -> None:
    """A bot's database outlives the sandbox: people and channels keep their ids."""
    one, two = workspace(), workspace()
    assert one.person("Sana").id == two.person("Sana").id
    assert one.channel("desk").id == two.channel("desk").id
    assert one.person("Tom").id != one.person("Sana").id


def test_every_change_is_counted_once_and_told() -> None:
    """Making people, channels and messages each bump seq; looking does not."""
    ws = workspace()
    told: list[int] = []
    ws.watchers.append(lambda: told.append(ws.seq))
    sana, desk = ws.person("Sana"), ws.channel("desk")
    ws.add(desk.id, sana.id, "A draft")
    ws.person("Sana")
    ws.messages(desk.id)
    assert told == [1, 2, 3]


@given(st.text())
@settings(max_examples=100)
def test_escaped_text_holds_no_markup(text: str) -> None:
    """What a person types can be read back whole, and cannot ping anybody."""
    sent = escaped(text)
    assert "<" not in sent
    read = sent.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert read == text


def test_addresses_end_where_the_sentence_does() -> None:
    """A full stop or bracket after an address is not part of it."""
    ws = workspace()
    assert as_sent(ws, "(see https://a.example/b).") == "(see <https://a.example/b>)."
    assert as_sent(ws, "https://a.example/b, yes") == "<https://a.example/b>, yes"
    assert as_sent(ws, "<!channel> & co") == "&lt;!channel&gt; &amp; co"
