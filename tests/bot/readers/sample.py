"""One draft with whatever a draft may have in it, and what is read of it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.bot.readers.odf import odt

TEXT = """\
# Harbour board backs the night ferry

By Ines Mallick

Wellhaven harbour board voted on Tuesday to run the night ferry in March, the first sailing\
 after dark since the old slipway was closed to passengers.

“Nobody asked the crews,” said Amrit Gill, who has worked the crossing for eleven years –\
 and who will not work nights 🚢.

## What it costs

The plan, set out in [a paper to the board](https://harbour.example/paper?id=7&part=2), puts\
 the price at £1.2 million a year.

- The crossing takes forty minutes.

- A ticket will cost £9.

- Dogs travel free.

Route

Price

North pier

£9

The board meets again in May.

A draft of the paper was shown to this newspaper."""

_STYLES = (
    '<style:style style:name="Cell" style:family="table-cell"/>'
    '<style:style style:name="P1" style:family="paragraph"'
    ' style:parent-style-name="Standard">'
    '<style:paragraph-properties fo:margin-bottom="0.5cm"/></style:style>'
)
_NAMED = (
    '<style:style style:name="Standard" style:family="paragraph"/>'
    '<style:style style:name="Title" style:family="paragraph"'
    ' style:parent-style-name="Standard"><style:text-properties fo:font-size="24pt"/>'
    "</style:style>"
    '<style:style style:name="Heading_20_2" style:display-name="Heading 2"'
    ' style:family="paragraph" style:parent-style-name="Standard"'
    ' style:default-outline-level="2"><style:text-properties fo:font-size="15pt"/></style:style>'
)
_CHANGES = (
    "<text:tracked-changes>"
    '<text:changed-region text:id="c1" xml:id="c1"><text:deletion><office:change-info>'
    "<dc:creator>Jo</dc:creator><dc:date>2026-03-01T10:00:00</dc:date></office:change-info>"
    '<text:p text:style-name="P1">April</text:p></text:deletion></text:changed-region>'
    '<text:changed-region text:id="c2" xml:id="c2"><text:insertion><office:change-info>'
    "<dc:creator>Jo</dc:creator><dc:date>2026-03-01T10:00:00</dc:date></office:change-info>"
    "</text:insertion></text:changed-region></text:tracked-changes>"
)
_CHANGE = (
    '<text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>March'
    '<text:change-end text:change-id="c2"/>'
)
_NOTE = (
    '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>A draft of the paper was shown to this newspaper.</text:p>"
    "</text:note-body></text:note>"
)


def _p(words: str) -> str:
    return f'<text:p text:style-name="P1">{words}</text:p>'


def _listed(*entries: str) -> str:
    inside = "".join(f"<text:list-item>{_p(entry)}</text:list-item>" for entry in entries)
    return f"<text:list>{inside}</text:list>"


def _table(*rows: tuple[str, ...]) -> str:
    cell = '<table:table-cell table:style-name="Cell" office:value-type="string">'
    inside = "".join(
        f"<table:table-row>{''.join(f'{cell}{_p(words)}</table:table-cell>' for words in row)}"
        "</table:table-row>"
        for row in rows
    )
    column = '<table:table-column table:number-columns-repeated="2"/>'
    return f"<table:table>{column}{inside}</table:table>"


def draft(*, is_changed: bool = True) -> bytes:
    """The draft as an OpenDocument text; ``is_changed`` with a word changed and tracked."""
    head, by, lead, quote, cross, plan = TEXT.split("\n\n")[:6]
    before, _, after = lead.partition("March")
    start, _, rest = plan.partition(
        "[a paper to the board](https://harbour.example/paper?id=7&part=2)"
    )
    return odt(
        (_CHANGES if is_changed else "")
        + f'<text:p text:style-name="Title">{head[2:]}</text:p>'
        + _p(by)
        + _p(before + (_CHANGE if is_changed else "March") + after)
        + _p(quote)
        + f'<text:h text:style-name="Heading_20_2" text:outline-level="2">{cross[3:]}</text:h>'
        + _p(
            f'{start}<text:a xlink:type="simple" xlink:href="https://harbour.example/paper?id=7&amp;part=2">'
            f"a paper to the board</text:a>{rest}"
        )
        + _listed(
            "The crossing takes forty minutes.", "A ticket will cost £9.", "Dogs travel free."
        )
        + _table(("Route", "Price"), ("North pier", "£9"))
        + _p(f"The board meets again{_NOTE} in May."),
        _STYLES,
        _NAMED,
    )


def converted(data: bytes, folder: Path, suffix: str) -> bytes:
    """The same as LibreOffice writes it in another format; the test is skipped without it."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    source = folder / "draft.odt"
    source.write_bytes(data)
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            suffix,
            "--outdir",
            str(folder / "out"),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    return (folder / "out" / f"draft.{suffix.split(':')[0]}").read_bytes()
