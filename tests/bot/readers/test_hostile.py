"""Files that harm whoever opens them: each has its line, and the next draft is read."""

import pytest

from bot.errors import Unreadable
from bot.readers import cage
from bot.readers.file import read_file
from tests.bot.readers.hostile import HOSTILE, WORDS, outside, word


@pytest.mark.parametrize("name", HOSTILE)
def test_it_has_one_line(name: str) -> None:
    """Whatever the file did to who read it, the next is read as if nothing had happened."""
    make, says = HOSTILE[name]
    with pytest.raises(Unreadable) as caught:
        read_file(make(), name)
    line = str(caught.value)
    assert says in line
    assert f"“{name}”" in line
    assert "\n" not in line
    assert read_file(word(), "story.docx").text == WORDS


def test_no_file_of_ours_is_shown(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A Word file that wants another file in its text does not get it."""
    secret = tmp_path_factory.mktemp("a") / "token"
    secret.write_text("xoxb-1", encoding="utf-8")
    try:
        text = read_file(outside(str(secret)), "story.docx").text
    except Unreadable as line:
        text = str(line)
    assert "xoxb-1" not in text


def test_a_line_comes_within_ten_seconds() -> None:
    """So long a file may keep its reader at most: the clock of its process is cut before that."""
    assert cage.READING.wall < 10
    assert cage.READING.memory < 400 << 20
