"""Word files: every word a reader sees, none that they do not, and where each stands."""

import re
import zipfile
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings

from bot.errors import EmptyDraft, Unreadable
from bot.readers.copy import Spot
from bot.readers.docx import read
from tests.bot.readers.wordfiles import (
    ADDRESS,
    EMOJI,
    RUBY,
    box,
    copy_of,
    deleted,
    field,
    files,
    held,
    inserted,
    linked,
    note,
    p,
    r,
    raw,
    refers,
    table,
    word,
)

FEWER = settings(max_examples=60, deadline=None)  # each is a file to be packed and opened
WINGDINGS = '<w:sym w:font="Wingdings" w:char="F0E0"/>'
MOVED = f'<w:moveFrom w:id="3" w:author="Sana">{r("gone")}</w:moveFrom>'
PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
LEADS = f'HYPERLINK "{ADDRESS}" \\o "tip"'
SIMPLE = f"<w:fldSimple w:instr='HYPERLINK \"{ADDRESS}\"'>{r('the register')}</w:fldSimple>"
BEGINS, RESULTS, ENDS = (
    raw(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")
)
CODE = raw("<w:instrText>IF x</w:instrText>")
HYPER = raw(f"<w:instrText>HYPERLINK &quot;{ADDRESS}&quot;</w:instrText>")
GONE_MARKS = f'<w:del w:id="1" w:author="Sana">{RESULTS}{ENDS}</w:del>'
LINK = f"[the register]({ADDRESS})"


def text_of(*blocks: str, notes: str = "", ends: str = "") -> str:
    return copy_of(word("".join(blocks), notes=notes, ends=ends)).text


def test_a_draft_comes_out_paragraph_by_paragraph() -> None:
    """As its writer sees it on the page with the changes accepted, the notes at the end."""
    text = text_of(
        p(r("COUNCIL")),
        p(r("Ferry fares "), r("rise", "<w:b/>"), style="Titel"),
        p(r("By Sana Malik")),
        p(
            r("Fares rise in "), deleted("April"), inserted(r("March")), r(", "),
            linked(r("the register")), r(" says."), refers(2),
        ),
        p(r("What changes"), style="berschrift1"),
        p(r("A single costs 3."), number="1"),
        p(r("A return costs 5."), style="Aufz"),
        table(p(r("Route")) + p(r("of 2026")), p(r("Fare"))),
        p(r("Two "), held(r("boats")), box(p(r("In a box"))), r(" sail.")),
        p(r("Later"), style="Ours"),
        notes=note(1, p(r("Never shown")))
        + note(2, p(raw("<w:footnoteRef/>"), r(" Kept at the quay."))),
    )  # fmt: skip
    assert text.split("\n\n") == [
        "COUNCIL",
        "# Ferry fares rise",
        "By Sana Malik",
        f"Fares rise in March, {LINK} says.",
        "## What changes",
        "- A single costs 3.",
        "- A return costs 5.",
        "Route",
        "of 2026",
        "Fare",
        "Two boats sail.",
        "In a box",
        "## Later",
        "Kept at the quay.",
    ]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (r("in ") + deleted("April") + inserted(r("March")), "in March"),
        (MOVED + r("stays"), "stays"),
        (r("a") + r("hidden", "<w:vanish/>") + r("b"), "ab"),
        (r("a") + r("hidden", '<w:rStyle w:val="Secret"/>') + r("b"), "ab"),
        (r("a", '<w:rStyle w:val="Secret"/><w:vanish w:val="false"/>'), "a"),
        (raw("<w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t>"), "co‑op"),
        (raw("<w:t>har</w:t><w:softHyphen/><w:t>bour</w:t>"), "harbour"),
        (raw("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"), "a\tb\nc"),
        (raw("<w:t>a</w:t><w:cr/><w:ptab/><w:t>b</w:t>"), "a\n\tb"),
        (raw("<w:t>a\nb</w:t>"), "a b"),
        (raw("<w:t>a<!-- x -->b<?y?>c</w:t>"), "abc"),
        (raw(f"<w:t>up </w:t>{WINGDINGS}<w:t> down</w:t>"), "up → down"),
        (raw('<w:sym w:font="Other" w:char="00E9"/>') + r("t"), "ét"),
        (raw('<w:sym w:font="Wingdings" w:char="wrong"/>') + r("t"), "\ufffdt"),
        (r("a ") + raw(EMOJI), "a 😀"),
        (raw(RUBY) + r("字"), "漢字"),
        (r("a") + PROMPT.format(r("Click here")) + held(r("b")), "ab"),
        (r("page ") + field("PAGE", r("7")), "page 7"),
        (r("a") + field('IF x = "y"' , r("b")) + r("c"), "abc"),
        (r("a") + raw('<w:fldChar w:fldCharType="begin"/>') + r("b"), "ab"),
        (field(LEADS, r("the "), r("register", "<w:b/>")), LINK),
        (field(LEADS, field("PAGE", r("the register"))), LINK),
        (SIMPLE, LINK),
        (linked(r("the ")) + linked(r("register")), LINK),
        (r("in") + linked(r(" the register ")) + r("it"), f"in {LINK} it"),
        (linked(r("write"), to="rMail"), "write"),
        ('<w:hyperlink w:anchor="below">' + r("below") + "</w:hyperlink>", "below"),
        (linked(r("[sic]")), "[sic]"),
        (linked(raw("<w:t>a</w:t><w:br/><w:t>b</w:t>")), "a\nb"),
        (r("a") + linked(r("b")) + r(" c"), "ab c"),
        (r("x ") + "<m:oMath><m:r><m:t>y=2</m:t></m:r></m:oMath>", "x y=2"),
        (r("\tBy Sana "), "By Sana"),
    ],
)  # fmt: skip
def test_what_is_seen_is_read(inside: str, said: str) -> None:
    """Changes, fields, links, signs: as they stand on the page."""
    assert text_of(p(inside)) == said


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        (p(BEGINS, HYPER, GONE_MARKS, r("Words after")) + p(r("More")), "Words after\n\nMore"),
        (p(BEGINS, CODE) + table(p(ENDS)) + p(r("The rest")), "The rest"),
        (p(BEGINS, CODE, RESULTS) + table(p(ENDS, r("Cell"))) + p(r("Rest")), "Cell\n\nRest"),
        (p(BEGINS, CODE, box(p(r("Boxed"), ENDS))) + p(r("The rest")), "Boxed\n\nThe rest"),
        (p(BEGINS, CODE) + p(RESULTS, r("One"), ENDS) + p(r("Two")), "One\n\nTwo"),
        (p(BEGINS, CODE, RESULTS, r("One")) + p(r("Two"), ENDS, r(".")), "One\n\nTwo."),
        (p(BEGINS, HYPER, RESULTS, r("the register")) + p(r("Two")), f"{LINK}\n\nTwo"),
        (p(BEGINS, CODE, field("PAGE", r("7")), RESULTS, r("One"), ENDS, r(".")), "One."),
        (p(BEGINS, CODE, field("PAGE", r("7")), ENDS, r("One")), "One"),
        (p(BEGINS, CODE, field("PAGE", r("7")), r(" One")), "7 One"),
        (p(f'<w:del w:id="1" w:author="Sana">{BEGINS}</w:del>', CODE, RESULTS, r("7"), ENDS), "7"),
    ],
)  # fmt: skip
def test_a_field_without_its_end_hides_nothing(blocks: str, said: str) -> None:
    """Its end was deleted, or stands in a cell, a box or another paragraph: the copy is there."""
    assert text_of(blocks) == said


def test_rows_and_cells_that_were_deleted_are_gone() -> None:
    """As tracked changes, whatever is said of the words in them; those inserted are there."""
    row = '<w:tr><w:trPr><w:{0} w:id="1" w:author="Sana"/></w:trPr><w:tc>{1}</w:tc></w:tr>'
    rows = row.format("del", p(r("Gone"), refers(2))) + row.format("ins", p(r("New")))
    cell = f'<w:tc><w:tcPr><w:cellDel w:id="2" w:author="Sana"/></w:tcPr>{p(r("Gone"))}</w:tc>'
    whole = f"<w:tbl>{rows}<w:tr>{cell}<w:tc>{p(r('Kept'))}</w:tc></w:tr></w:tbl>"
    assert text_of(whole, notes=note(2, p(r("A note")))) == "New\n\nKept"


def test_deleted_ends_join_what_they_parted() -> None:
    """A paragraph whose end was deleted, or is hidden, goes on in the next, as what that is."""
    gone = '<w:del w:id="1" w:author="Sana"/>'
    boxed = p(r("One"), box(p(r("Boxed"))), mark=gone) + p(r(" and two"), number="1")
    assert text_of(boxed) == "- One and two\n\nBoxed"
    whole = p(deleted("Gone"), mark=gone) + p(r("Stays"))
    assert text_of(whole) == "Stays"
    last = table(p(r("Last"), mark=gone)) + p(r("Next"), mark="<w:vanish/>") + p(r("."))
    assert text_of(last) == "Last\n\nNext."
    added = p(r("Own"), mark='<w:ins w:id="1" w:author="Sana"/>') + p(r("line"))
    assert text_of(added) == "Own\n\nline"


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        (p(r("One"), style="berschrift1") + p(r("Two"), style="berschrift1"), "# One\n\n## Two"),
        (p(r("One"), style="berschrift1") + p(r("Two"), style="Titel"), "## One\n\n# Two"),
        (p(style="Titel") + p(r("One"), style="berschrift1"), "# One"),
        (p(r("a")) * 7 + p(r("Low"), style="berschrift1"), "a\n\n" * 7 + "## Low"),
        (p(r("A line."), style="berschrift2"), "A line."),
        (p(raw("<w:t>Two</w:t><w:br/><w:t>lines</w:t>"), style="Titel"), "# Two lines"),
        (p(r("By style"), style="Points"), "- By style"),
        (p(r("Taken out"), style="Points", number="0"), "Taken out"),
        (p(r("In a circle"), style="A"), "In a circle"),
        (p(r("Not seen"), style="Unseen") + p(r("Seen")), "Seen"),
        (held(p(r("Held")), table(p(r("cell")))), "Held\n\ncell"),
        (table(table(p(r("In"))) + p(r("Out"))), "In\n\nOut"),
    ],
)  # fmt: skip
def test_what_a_paragraph_is_decides_its_mark(blocks: str, said: str) -> None:
    """Headlines, headings and points are known by their style, whatever it is based on."""
    assert text_of(blocks) == said


def test_notes_come_last_if_they_are_referred_to() -> None:
    """Footnotes before endnotes, in the order of the text; one that was deleted is gone."""
    body = p(r("A"), refers(5), refers(1, "endnote"), refers(3)) + p(
        f'<w:del w:id="9" w:author="Sana">{refers(4)}</w:del>'
    )
    notes = "".join(note(n, p(r(f"Note {n}.")), p(r("More."))) for n in (3, 4, 5))
    ends = note(1, p(r("End.")), kind="endnote")
    said = ["A", "Note 5.", "More.", "Note 3.", "More.", "End."]
    data = word(body, notes=notes, ends=ends)
    copy = copy_of(data)
    assert copy.text.split("\n\n") == said
    start = copy.text.index("More.", copy.text.index("Note 3"))
    assert copy.spots(start, start + 4) == (Spot("footnote 3 1", 0, 4),)


def test_the_headline_is_the_title() -> None:
    """Without its mark; a draft that has none has no title."""
    copy = copy_of(word(p(r("KICKER")) + p(r("Fares  rise"), style="Titel")))
    assert copy.title == "Fares rise"
    assert copy_of(word(p(r("Fares rise.")))).title == ""


def test_headers_footers_and_comments_are_not_copy() -> None:
    """Nor is what a comment says of it."""
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "Page header"
    paragraph = file.add_paragraph("The draft.")
    file.add_comment(paragraph.runs, text="Says who?", author="Imran")
    out = BytesIO()
    file.save(out)
    assert copy_of(out.getvalue()).text == "The draft."


def test_a_file_of_the_stricter_standard_is_read() -> None:
    """Word can save so, and its names differ."""
    source = zipfile.ZipFile(BytesIO(word(p(r("Fares "), linked(r("rise")), style="Titel"))))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in source.namelist():
            said = source.read(name).decode()
            said = re.sub(
                r"http://schemas\.openxmlformats\.org/(wordprocessingml|officeDocument)/2006/",
                r"http://purl.oclc.org/ooxml/\1/",
                said,
            )
            file.writestr(name, said)
    assert copy_of(out.getvalue()).text == "# Fares rise"


def test_pictures_alone_are_no_draft() -> None:
    """And it is said so."""
    with pytest.raises(EmptyDraft):
        read(word(p(raw("<w:drawing/>"))), {"name": "draft.docx"})


@pytest.mark.parametrize("entity", ['"words"', 'SYSTEM "file:///etc/hostname"'])
def test_a_file_that_declares_entities_is_refused(entity: str) -> None:
    """No Word file does; what they stand for is never looked up."""
    source = zipfile.ZipFile(BytesIO(word(p(raw("<w:t>&e;</w:t>")))))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in source.namelist():
            said = source.read(name).decode()
            declared = f"<!DOCTYPE w:document [<!ENTITY e {entity}>]>"
            file.writestr(name, declared + said if name == "word/main.xml" else said)
    with pytest.raises(Unreadable, match="damaged, or not what it seems"):
        read(out.getvalue(), {"name": "draft.docx"})


def test_a_file_with_another_inside_is_refused() -> None:
    """A program may leave it to Word to put it in: a part of the copy would be missing."""
    inside = '<w:altChunk r:id="rPage"/>'
    for data in (word(p(r("A")) + inside), word(p(refers(2)), notes=note(2, p(r("A")), inside))):
        with pytest.raises(
            Unreadable, match=r"“draft\.docx”.* Open it in Word, save it, and send"
        ):
            read(data, {"name": "draft.docx"})


@FEWER
@given(files())
def test_every_word_is_found_where_it_stands(made: tuple[bytes, list[str]]) -> None:
    """However its runs are cut: character by character, and none that is seen is missing."""
    data, shown = made
    copy = copy_of(data)
    seen = {f"body {n}": words for n, words in enumerate(shown)}
    found: dict[str, list[int]] = {}
    for at, letter in enumerate(copy.text):
        for spot in copy.spots(at, at + 1):
            assert seen[spot.where][spot.start : spot.end] == letter
            found.setdefault(spot.where, []).append(spot.start)
    for where, words in seen.items():
        lead = len(words) - len(words.lstrip())
        assert found.get(where, []) == [*range(lead, max(lead, len(words.rstrip())))]


@FEWER
@given(files())
def test_the_text_is_what_is_shown(made: tuple[bytes, list[str]]) -> None:
    """But for where its links lead."""
    data, shown = made
    text = re.sub(rf"\[([^\[\]]+)\]\({re.escape(ADDRESS)}\)", r"\1", copy_of(data).text)
    assert text == "\n\n".join(words.strip() for words in shown if words.strip())
