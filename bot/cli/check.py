"""`copychief check` reads drafts and prints what an editor would ask."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import click

from bot.errors import EmptyDraft, Unreadable
from bot.handback.lines import answers
from bot.handback.report import report
from bot.handback.text import Shown
from bot.readers.plain import read_plain
from rules import Level, Review, Source, UnknownProfile, review
from rules.load import hashes
from rules.profile import profile as profile_named

_TYPES = {".md": "markdown", ".markdown": "markdown"}


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH|-]...")
@click.option(
    "--profile", metavar="NAME", help="news, opinion; default: the copy's label, or news."
)
@click.option("--pack", "packs", multiple=True, metavar="PACK", help="Only these packs.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--jsonl", is_flag=True, help='{"id","text","profile"} lines in, reviews out.')
@click.option("--explain", is_flag=True, help="Also show what was found and left alone, and why.")
@click.option("--sources", is_flag=True, help="Also show who speaks for each sentence.")
@click.option("-o", "--output", metavar="FILE", help="Write there, not to the terminal.")
@click.option(
    "--fail-on",
    type=click.Choice([level.value for level in Level]),
    default=Level.HOLD.value,
    show_default=True,
    help="Exit 1 if there is a flag of this level or a harder one.",
)
def command(
    paths: tuple[str, ...],
    profile: str | None,
    packs: tuple[str, ...],
    form: str,
    jsonl: bool,
    explain: bool,
    sources: bool,
    output: str | None,
    fail_on: str,
) -> None:
    """Read drafts (plain text or Markdown; - is standard input) and print the flags."""
    _known(profile, packs)
    wanted = packs or None
    if jsonl:
        _lines(paths, profile, wanted, form, output)
        return
    reviews = [
        review(text, profile, source=source, packs=wanted) for text, source in _texts(paths)
    ]
    if form == "json":
        said = json.dumps(report(reviews), ensure_ascii=False, indent=1) + "\n"
    else:
        shown = Shown(colour=_is_coloured(output))
        said = "\n".join(shown.review(r, explain=explain, sources=sources) for r in reviews)
    _write([said], output)
    if any(_presses(r, Level(fail_on)) for r in reviews):
        sys.exit(1)


def _known(profile: str | None, packs: Sequence[str]) -> None:
    """Refuse a profile or pack that is not there before anything is read."""
    try:
        if profile is not None:
            profile_named(profile)
    except UnknownProfile as error:
        raise click.UsageError(str(error)) from None
    for pack in packs:
        if pack not in hashes():
            raise click.UsageError(f"There is no pack “{pack}”; there are {', '.join(hashes())}.")


def _lines(
    paths: Sequence[str],
    profile: str | None,
    packs: Sequence[str] | None,
    form: str,
    output: str | None,
) -> None:
    if any(path != "-" for path in paths) or form == "json":
        raise click.UsageError(
            "--jsonl reads lines from standard input and writes lines: leave out PATH, --format."
        )

    def read(text: str, asked: str | None) -> Review:
        return review(text, asked or profile, packs=packs)

    _write((line + "\n" for line in answers(sys.stdin.buffer, read)), output)


def _texts(paths: Sequence[str]) -> list[tuple[str, Source]]:
    """Every draft before any is reviewed: bad input leaves nothing half printed."""
    if not paths and sys.stdin.isatty():
        raise click.UsageError("Name a file to read, or - for standard input.")
    found = []
    for path in paths or ("-",):
        data = _bytes(path)
        type_ = _TYPES.get(Path(path).suffix.lower(), "text")
        digest = sha256(data).hexdigest()
        text = read_plain(data, path)
        if not any(letter.isalnum() for letter in text):
            raise EmptyDraft(f"There is not a word in “{path}”: name a draft with words in it.")
        found.append((text, Source(path=path, type=type_, sha256=digest)))
    return found


def _bytes(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except IsADirectoryError:
        raise Unreadable(f"“{path}” is a folder: name the files in it.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Unreadable(f"I cannot read “{path}”: {reason}.") from None


def _write(pieces: Iterator[str] | list[str], output: str | None) -> None:
    try:
        stream = open(output, "wb") if output else sys.stdout.buffer  # noqa: SIM115
    except OSError as error:
        raise click.UsageError(f"I cannot write to “{output}”: {error.strerror}.") from None
    try:
        for piece in pieces:
            stream.write(piece.encode("utf-8", "replace"))
            stream.flush()
    finally:
        if output:
            stream.close()


def _is_coloured(output: str | None) -> bool:
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _presses(review: Review, level: Level) -> bool:
    return any(flag.level.rank <= level.rank for flag in review.flags)
