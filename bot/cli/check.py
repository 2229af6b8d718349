"""`copychief check` reads drafts and prints what an editor would ask."""

import os
import sys
from collections.abc import Iterable, Sequence
from functools import partial

import click

from bot.checking import Checking, Read, Run, answered, marked, reads
from bot.chosen import Choice, Chosen
from bot.drafts import STDIN, Draft, drafts, standard_input
from bot.handback.forms import Form
from bot.handback.ink import Ink, clean
from bot.handback.stream import write, write_bytes
from bot.settled import settled_in
from rules import Level
from rules.profile import profiles

_NEVER, _WORD = "never", "docx"
_FORMS = {".docx": _WORD, ".html": "html", ".htm": "html"}  # by the end of the file to write


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH|URL|-]...")
@click.option(
    "--profile",
    metavar="NAME",
    help=f"{', '.join(profiles())}; default: the copy's label, or news.",
)
@click.option("--pack", "packs", multiple=True, metavar="PACK", help="Only these, and --house.")
@click.option("--house", metavar="DIR", help="Also the newsroom's own rules in this folder.")
@click.option("--allow-code", is_flag=True, help="Run the Python rules of --house, too.")
@click.option("--style", metavar="DIR", help="A folder of Vale styles; without --pack, only they.")
@click.option("--vale", metavar="INI", help="A .vale.ini; without --pack, only its styles.")
@click.option(
    "--settled",
    metavar="FILE",
    help="Flags not to raise again: what --format json printed, or one mark a line.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html", "docx"]),
    help="html: a page with notes in the margin; docx: the draft, with comments. Default: text.",
)
@click.option("--jsonl", is_flag=True, help='{"id","text","profile"} lines in, reviews out.')
@click.option("--explain", is_flag=True, help="Also show what was found and left alone, and why.")
@click.option("--sources", is_flag=True, help="Also show who speaks for which sentences.")
@click.option("-o", "--output", metavar="FILE", help="Write there, not to the terminal.")
@click.option(
    "--fail-on",
    type=click.Choice([*(level.value for level in Level), _NEVER]),
    default=Level.HOLD.value,
    show_default=True,
    help="Exit 1 if there is a flag of this level or a harder one.",
)
def command(
    paths: tuple[str, ...],
    profile: str | None,
    packs: tuple[str, ...],
    house: str | None,
    allow_code: bool,
    style: str | None,
    vale: str | None,
    settled: str | None,
    form: str | None,
    jsonl: bool,
    explain: bool,
    sources: bool,
    output: str | None,
    fail_on: str,
) -> None:
    """Read drafts and print what an editor would ask.

    PATH is a file of any kind (Word, OpenDocument, RTF, PDF, HTML, Markdown, plain text), a folder
    (every .docx, .odt, .rtf, .pdf, .html, .md and .txt file in it and below), a glob in quotes
    ("drafts/**/*.md"), or - for standard input. URL is the address of an article, or of a file:
    its copy is read, without menus and the like. Addresses in private networks are refused,
    unless COPYCHIEF_READ_HOSTS names them.

    Without --format, -o FILE.docx and -o FILE.html write what their names say.

    Exit code: 0, or 1 if a flag is as hard as --fail-on, or 2 if something is not there or
    cannot be read, with a line that says what; what can be read is read. A line also names the
    drafts that no rule was on for. With --jsonl each line has its own answer, and the exit code
    is 0.
    """
    form = form or _FORMS.get(os.path.splitext(output or "")[1].lower())
    marks = settled_in(settled) if settled else frozenset()
    choice = Choice(profile, packs, house, allow_code, style, vale, marks)
    if jsonl:
        _only_lines(paths, others=bool(form) or explain or sources)
    chosen = _loaded(choice)
    if jsonl:
        if not chosen.reads(STDIN):
            _say("No rule is on for lines, which have no file name: turn some on under [*].")
        write(answered(choice, chosen, standard_input()), output)
        return
    wanted = drafts(_paths(paths))
    _not_over(wanted, output)
    if form == _WORD:
        run = _marked(chosen, wanted, output)
    else:
        checking = Checking(choice, _form(form, chosen, explain, sources, output))
        run = _read(checking, chosen, wanted, output)
    if run.faults:
        sys.exit(2)
    if fail_on != _NEVER and run.total.presses(Level(fail_on)):
        sys.exit(1)


def _not_over(wanted: Sequence[Draft], output: str | None) -> None:
    """Refuse to write over a draft before it is read."""
    if output and any(
        os.path.realpath(draft.path) == os.path.realpath(output) for draft in wanted
    ):
        raise click.UsageError(f"“{output}” is one of the drafts: name another file after -o.")


def _loaded(choice: Choice) -> Chosen:
    """The rules, and a line on stderr for each thing in them that is not supported."""
    chosen = choice.load()
    for line in chosen.unsupported:
        _say(line)
    return chosen


def _read(checking: Checking, chosen: Chosen, wanted: Sequence[Draft], output: str | None) -> Run:
    """Print the drafts as they are read, and at the end what could not be."""
    run = Run()
    done: Iterable[Read] = reads(checking, chosen, wanted)
    if len(wanted) > 1 and (output or not sys.stdout.isatty()):  # else the drafts show how far
        from bot.handback.bar import with_bar

        done = with_bar(done, len(wanted))
    write(run.pieces(checking.form, done), output)
    for line in run.said:
        _say(line)
    return run


def _marked(chosen: Chosen, wanted: Sequence[Draft], output: str | None) -> Run:
    """Write one draft as a Word file with comments in it."""
    if len(wanted) != 1 or output is None:
        raise click.UsageError("--format docx marks one draft: name one, and a file after -o.")
    run = Run()
    run.add(marked(chosen, wanted[0], partial(write_bytes, output=output)))
    for line in run.said:
        _say(line)
    return run


def _say(line: str) -> None:
    click.echo(f"copychief: {clean(line)}", err=True)


def _form(
    name: str | None, chosen: Chosen, explain: bool, sources: bool, output: str | None
) -> Form:
    if name == "json":
        from bot.handback.report import Json

        return Json(chosen.packs)
    ours = chosen.packs != ()
    if name == "html":
        from bot.handback.proof import Proofs

        if explain or sources:
            _say("--explain and --sources are for text; a page always shows who speaks.")
        return Proofs(packs=ours)
    from bot.handback.text import Shown

    colour = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return Shown(Ink(colour), explain=explain, sources=sources, packs=ours)


def _paths(paths: Sequence[str]) -> Sequence[str]:
    if not paths and (sys.stdin is None or sys.stdin.isatty()):
        raise click.UsageError("Name a file to read, or an address, or - for standard input.")
    return paths or ("-",)


def _only_lines(paths: Sequence[str], *, others: bool) -> None:
    """Refuse what --jsonl would not heed."""
    if others or any(path != "-" for path in paths):
        raise click.UsageError(
            "--jsonl reads lines from standard input and writes lines:"
            " leave out PATH, --format, --explain and --sources."
        )
