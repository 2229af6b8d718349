"""Reads drafts in a child process that has so much CPU time for each: what hangs dies there."""

import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

SECONDS = 10
MEMORY = 4 * 1024**3


class Answer(NamedTuple):
    """What came of one draft; ``sound`` if every flag quotes the text at its place."""

    sound: bool
    words: int
    rules: list[str]
    timed_out: list[str]


class Refused(Exception):
    """The child would not read the rules; ``str(error)`` is what it said."""


def answers(drafts: Sequence[str], house: Path | None = None) -> list[Answer]:
    """The answer to each draft up to the one that hung, by our rules and those of ``house``."""
    said = json.dumps({"drafts": drafts, "house": str(house) if house else None})
    lines = bounded([sys.executable, "-m", "tests.rules.bounded"], said.encode()).splitlines()
    read = [json.loads(line) for line in lines]
    if read and "refused" in read[0]:
        raise Refused(read[0]["refused"])
    return [Answer(**one) for one in read]


def bounded(command: Sequence[str], said: bytes) -> bytes:
    """What ``command`` answers to ``said`` within its CPU time and memory."""
    done = subprocess.run(
        command, input=said, capture_output=True, preexec_fn=_limited, check=False
    )
    if done.returncode > 0:
        raise AssertionError(done.stderr.decode()[-2_000:])
    return done.stdout


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    _begin()


def _begin() -> None:
    """Give this process ``SECONDS`` more from here."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


def _read_all() -> None:
    from rules import RuleError, review
    from rules.load import folder

    asked = json.load(sys.stdin)
    try:
        house = folder(Path(asked["house"])) if asked["house"] else []
    except RuleError as error:
        print(json.dumps({"refused": str(error)}))
        return
    for draft in asked["drafts"]:
        _begin()
        read = review(draft, house=house)
        answer = Answer(
            read.text == draft
            and all(draft[flag.start : flag.end] == flag.quote for flag in read.flags),
            read.words,
            [flag.rule for flag in read.flags],
            list(read.timed_out),
        )
        print(json.dumps(answer._asdict()), flush=True)


if __name__ == "__main__":
    _read_all()
