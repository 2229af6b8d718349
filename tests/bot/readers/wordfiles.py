"""Word files made by hand, as small as they may be, with what each paragraph of them shows."""

import json
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from bot.readers.copy import Copy, Format
from bot.readers.docx import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ADDRESS = "https://records.example/river?a=1"
STYLES = f"""<w:styles {SPACES}>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Ours"><w:name w:val="Crosshead"/>
  <w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Points"><w:name w:val="Points"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Unseen"><w:name w:val="Unseen"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Aufz"><w:name w:val="List Bullet"/></w:style>
<w:style w:type="character" w:styleId="Kz"><w:name w:val="annotation reference"/></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>
</w:styles>"""


def word(body: str, *, notes: str = "", ends: str = "", parts: Mapping[str, str] = {}) -> bytes:
    """A file with this body; ``notes`` and ``ends`` are footnotes and endnotes of it."""
    related = {"styles": STYLES}
    if notes:
        related["footnotes"] = f"<w:footnotes {SPACES}>{notes}</w:footnotes>"
    if ends:
        related["endnotes"] = f"<w:endnotes {SPACES}>{ends}</w:endnotes>"
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", _types([*related]))
        file.writestr("_rels/.rels", _relations({"a": ("officeDocument", "word/main.xml")}))
        leads = {f"r{kind}": (kind, f"{kind}.xml") for kind in related}
        outside = {"rLink": ("hyperlink", ADDRESS), "rMail": ("hyperlink", "mailto:a@b.example")}
        file.writestr("word/_rels/main.xml.rels", _relations(leads, outside))
        file.writestr(
            "word/main.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
        )
        for kind, part in related.items():
            file.writestr(f"word/{kind}.xml", part)
        for name, part in parts.items():
            file.writestr(name, part)
    return out.getvalue()


def _types(kinds: list[str]) -> str:
    parts = {"main": f"{MAIN}.document.main+xml"} | {k: f"{MAIN}.{k}+xml" for k in kinds}
    said = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>'
        for name, kind in parts.items()
    )
    usual = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{usual}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{said}</Types>'
    )


def _relations(
    inside: Mapping[str, tuple[str, str]], outside: Mapping[str, tuple[str, str]] = {}
) -> str:
    def one(key: str, kind: str, target: str, mode: str) -> str:
        leads = f'Target="{escape(target)}"{mode}'
        return f'<Relationship Id="{key}" Type="{R}/{kind}" {leads}/>'

    said = [one(key, *leads, "") for key, leads in inside.items()]
    said += [one(key, *leads, ' TargetMode="External"') for key, leads in outside.items()]
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(said)}</Relationships>'


def p(*inside: str, style: str = "", mark: str = "", number: str = "") -> str:
    """A paragraph; ``mark`` is what is said of its end."""
    about = f'<w:pStyle w:val="{style}"/>' if style else ""
    about += f'<w:numPr><w:numId w:val="{number}"/></w:numPr>' if number else ""
    about += f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{about}</w:pPr>{''.join(inside)}</w:p>"


def r(words: str, look: str = "") -> str:
    """A run."""
    said = f'<w:t xml:space="preserve">{escape(words)}</w:t>' if words else ""
    return f"<w:r><w:rPr>{look}</w:rPr>{said}</w:r>" if look else f"<w:r>{said}</w:r>"


def raw(inside: str) -> str:
    """A run that holds anything."""
    return f"<w:r>{inside}</w:r>"


def deleted(words: str) -> str:
    """A tracked deletion."""
    return f'<w:del w:id="1" w:author="Sana"><w:r><w:delText>{words}</w:delText></w:r></w:del>'


def inserted(*inside: str) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="2" w:author="Sana">{"".join(inside)}</w:ins>'


def linked(*inside: str, to: str = "rLink") -> str:
    """A link."""
    return f'<w:hyperlink r:id="{to}">{"".join(inside)}</w:hyperlink>'


def held(*inside: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(inside)}</w:sdtContent></w:sdt>"


def field(code: str, *result: str) -> str:
    """A field, as Word writes it."""
    marks = [raw(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")]
    said = raw(f'<w:instrText xml:space="preserve">{escape(code)}</w:instrText>')
    return marks[0] + said + marks[1] + "".join(result) + marks[2]


def box(*paragraphs: str) -> str:
    """A run with a text box, in the two forms that Word writes it in."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    new = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>'
    old = f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
    return raw(f"<mc:AlternateContent>{new}</mc:Choice>{old}</mc:AlternateContent>")


def table(*cells: str) -> str:
    """A table of one row."""
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def note(number: int, *paragraphs: str, kind: str = "footnote") -> str:
    """A note."""
    return f'<w:{kind} w:id="{number}">{"".join(paragraphs)}</w:{kind}>'


def refers(number: int, kind: str = "footnote") -> str:
    """The mark of a note in the text."""
    return raw(f'<w:{kind}Reference w:id="{number}"/>')


def copy_of(data: bytes) -> Copy:
    """What the reader makes of a file, after its way through another process."""
    said = json.loads(json.dumps(read(data, {"name": "draft.docx"})))
    return Copy.heard(said, Format.DOCX)


EMOJI = (
    '<mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx xmlns:w16se="urn:w16se"/>'
    "</mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent>"
)
RUBY = f"<w:ruby><w:rt>{r('kan')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby>"


class Made(NamedTuple):
    """Some of a paragraph, and what it shows."""

    xml: str
    words: str


WORDS = st.text("ab é😀-.<&", min_size=1, max_size=6)
LOOKS = st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:vanish w:val="0"/>'])
RUNS = st.builds(lambda words, look: Made(r(words, look), words), WORDS, LOOKS)
UNSEEN = WORDS.map(
    lambda words: Made(
        deleted(escape(words)) + r(words, "<w:vanish/>") + raw("<w:softHyphen/>"), ""
    )
)
BROKEN = st.builds(
    lambda a, b: Made(
        raw(f"<w:tab/><w:t>{escape(a.strip())}</w:t><w:br/><w:t>{escape(b.strip())}</w:t>"),
        f"\t{a.strip()}\n{b.strip()}",
    ),
    WORDS,
    WORDS,
)


def _around(wrap: Callable[..., str]) -> Callable[[list[Made]], Made]:
    return lambda inside: Made(
        wrap(*(one.xml for one in inside)), "".join(one.words for one in inside)
    )


def _wrapped(inner: st.SearchStrategy[Made]) -> st.SearchStrategy[Made]:
    several = st.lists(inner, min_size=1, max_size=3)
    leads = f'HYPERLINK "{ADDRESS}"'
    wraps = (inserted, linked, held, lambda *inside: field(leads, *inside))
    return st.one_of(*(several.map(_around(wrap)) for wrap in wraps))


INLINE = st.recursive(RUNS | UNSEEN | BROKEN, _wrapped, max_leaves=6)
# What stands in two forms, in a box, in a note, or is no run.
ODD = st.sampled_from(
    [
        box(p(r("Boxed "), inserted(r("words")))),
        refers(2),
        refers(1, "endnote"),
        raw("<w:t>a</w:t>" + EMOJI + "<w:t>b</w:t>"),
        raw(RUBY) + r("字"),
        "<m:oMath><m:r><m:t>y=2</m:t></m:r></m:oMath>",
        '<w:bookmarkStart w:id="7" w:name="x"/><w:proofErr w:type="spellStart"/>',
        raw('<w:fldChar w:fldCharType="begin"/>'),
        raw('<w:fldChar w:fldCharType="end"/>'),
        raw("<w:lastRenderedPageBreak/><w:t>new page</w:t><w:drawing/>"),
    ]
).map(lambda xml: Made(xml, ""))
ODDLY = st.lists(st.recursive(RUNS | BROKEN | ODD, _wrapped, max_leaves=6), max_size=5)
ENDS = st.sampled_from(["", "", "<w:vanish/>", '<w:del w:id="8" w:author="Sana"/>'])
PARAGRAPHS = st.lists(INLINE, max_size=5).map(_around(p))
BLOCKS = st.lists(PARAGRAPHS, min_size=1, max_size=4)


@st.composite
def files(draw: st.DrawFn) -> tuple[bytes, list[str]]:
    """A file, and what each of its paragraphs shows, in the order of the file."""
    before, inside, after = draw(BLOCKS), draw(BLOCKS), draw(BLOCKS)
    cells = table(*(one.xml for one in inside))
    words = p(r("Words"))
    body = "".join([words, *(one.xml for one in before), cells, *(one.xml for one in after)])
    return word(body), ["Words", *(one.words for one in [*before, *inside, *after])]


@st.composite
def odd_files(draw: st.DrawFn) -> bytes:
    """A file with anything in it."""
    drawn = draw(st.lists(st.tuples(ODDLY, ENDS), min_size=1, max_size=6))
    blocks = [p(*(one.xml for one in inside), mark=mark) for inside, mark in drawn]
    half = draw(st.integers(0, len(blocks)))
    notes = note(2, p(raw("<w:footnoteRef/>"), r(" A note.")))
    ends = note(1, p(r("An end.")), p(r("More.")), kind="endnote")
    cells = table("".join(blocks[half:]) or p())
    return word(p(r("Words")) + "".join(blocks[:half]) + cells, notes=notes, ends=ends)
