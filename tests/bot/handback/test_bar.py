"""The progress bar: for a terminal, and for what takes a while."""

import io

from bot.handback.bar import with_bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, *, after: float) -> str:
    """What stands on the stream when five drafts have been passed on."""
    assert list(with_bar(range(5), 5, after=after, stream=stream)) == list(range(5))
    return stream.getvalue()


def test_shows_how_far_it_is() -> None:
    """On a terminal, when it takes longer than the time it is given."""
    assert "5/5" in shown(Terminal(), after=0)


def test_is_not_there_for_what_is_soon_done() -> None:
    """Less than that, and nothing is shown."""
    assert shown(Terminal(), after=3600) == ""


def test_is_never_in_a_pipe() -> None:
    """However long it takes."""
    assert shown(io.StringIO(), after=0) == ""
