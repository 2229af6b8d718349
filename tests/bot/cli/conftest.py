"""The command as it is typed in a folder of its own, in this process."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.cli import main


class Said(NamedTuple):
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def refusal(self) -> str:
        """The one line on stderr of a command that ended with 2 and printed nothing else."""
        assert (self.code, self.out) == (2, "")
        [line] = self.err.splitlines()
        return line


Shell = Callable[..., Said]


@pytest.fixture
def copychief(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    """Type `copychief …` in an empty folder, ``tmp_path``."""
    monkeypatch.chdir(tmp_path)

    def typed(*words: str, stdin: bytes = b"") -> Said:
        monkeypatch.setattr(sys, "argv", ["copychief", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main()
        return Said(int(ended.value.code or 0), *capsys.readouterr())

    return typed
