"""Word files handed back: comments at the flagged words, and nothing else changed."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
from hypothesis import given
from lxml import etree

from bot.handback.marked import Marked, Span
from bot.handback.word import lines_of, marked_word
from bot.model import Standing
from bot.readers.copy import Copy
from tests.bot.handback.handed import FEWER, SPANS, at, comment, handed_back, span
from tests.bot.handback.margins import Remark, body_of, parts, remarks, shown
from tests.bot.readers.wordfiles import (
    W,
    box,
    copy_of,
    deleted,
    files,
    inserted,
    linked,
    note,
    odd_files,
    p,
    r,
    raw,
    refers,
    table,
    word,
)

CHANGED = re.compile(
    r"word/main\.xml|word/comments\w*\.xml|word/_rels/main\.xml\.rels|\[Content_Types\]\.xml"
)


def boxes(data: bytes) -> list[etree._Element]:
    """The text boxes."""
    return [*body_of(data).iter(f"{{{W}}}txbxContent")]


DRAFT = word(
    p(r("Ferry fares "), r("ri", "<w:b/>"), r("se"), style="Titel")
    + p(r("Fares rose "), deleted("30"), inserted(r("31 per"), r(" cent")), r(" in March, "),
        linked(r("the register")), r(" says."), refers(2))
    + p(r("The regime fell, the regime rose."))
    + table(p(r("Route")), p(r("Fare")))
    + p(r("Two boats"), box(p(r("Boxed words here"))), r(" sail.")),
    notes=note(2, p(raw("<w:footnoteRef/>"), r(" Kept at the quay."))),
)  # fmt: skip


def test_comments_stand_at_the_flagged_words() -> None:
    """Through changes, links and bold; around a text box and at a note's mark, as Word has it."""
    text = copy_of(DRAFT).text
    wanted = [
        "fares rise",
        "rose 31 p",
        "March, [the reg",
        "ister",
        "Boxed words",
        "quay",
        "Fare\n",
    ]
    out = handed_back(DRAFT, *(comment(n, span(text, each)) for n, each in enumerate(wanted)))
    assert [words for _, words in at(out)] == [
        "fares rise", "rose 31 p", "March, the reg", "ister", "Boxed words here", "", "Fare",
    ]  # fmt: skip
    [mark] = body_of(out).iter(f"{{{W}}}footnoteReference")
    run = mark.getparent()
    assert run is not None
    around = run.getprevious(), run.getnext()
    assert all(each is not None and "commentRange" in str(each.tag) for each in around)
    assert "comment" not in str({each.tag for box in boxes(out) for each in box.iter()})
    assert copy_of(out).text == text


def test_a_passage_over_paragraphs_is_one_range() -> None:
    """From its first word to its last."""
    text = copy_of(DRAFT).text
    start, end = text.index("rose."), text.index("Fare\n") + 2
    assert at(handed_back(DRAFT, comment(1, (start, end)))) == [
        ("1 · Whose figure? · query", "rose.RouteFa")
    ]


def test_other_places_name_the_first() -> None:
    """The comment stands at the flagged words; the others say where to look."""
    text = copy_of(DRAFT).text
    first, other = span(text, "The regime"), span(text, "the regime")
    assert at(handed_back(DRAFT, comment(4, first, other))) == [
        ("4 · Whose figure? · query", "The regime"),
        ("See 4.", "the regime"),
    ]


def test_a_question_about_the_whole_draft_stands_at_its_top() -> None:
    """At the first paragraph that has words."""
    data = word(p() + p(r("  ")) + p(r(" The draft. ")))
    assert at(handed_back(data, comment(1))) == [("1 · Whose figure? · query", "The draft.")]


def test_a_comment_asks_and_says_how_it_is_settled() -> None:
    """Number, question and level; then why, how to settle it, and what can be replied."""
    said = comment(4, note="A number stands alone.")
    assert lines_of(said, in_thread=True) == [
        "4 · Whose figure? · query",
        "A number stands alone.",
        "Readers ask.",
        "To settle: Name the body.",
        "In the thread: “fixed 4”, “source 4 …”, “stet 4 …” or “wrong 4 …”.",
    ]
    assert lines_of(said, in_thread=False) == lines_of(said, in_thread=True)[:-1]
    offered = replace(said, suggestions=("a number", "said", "told"))
    assert "Instead: “a number”, “said” or “told”." in lines_of(offered, in_thread=False)
    offered = replace(offered, note="Would a number be told?")
    assert "Instead: “said”." in lines_of(offered, in_thread=False)


def test_what_is_settled_says_so_in_short() -> None:
    """And newer Words show it as settled, too."""
    done = comment(4, (2, 4), standing=Standing.SETTLED, decided="stet by Imran: house style")
    out = handed_back(DRAFT, done, comment(5, (2, 4)))
    assert remarks(out)[0].lines == ["4 · Whose figure? · settled", "stet by Imran: house style"]
    said = parts(out)["word/commentsExtended.xml"].decode()
    assert said.count('done="1"') == 1
    [number] = re.findall(r'w15:paraId="(\w+)"', said)
    assert f'w14:paraId="{number}"' in parts(out)["word/comments.xml"].decode()


def test_what_no_file_can_hold_is_left_out() -> None:
    """A control character in a note breaks no file."""
    out = handed_back(DRAFT, comment(1, (2, 4), note="A\x00 bell\x07\nrings \ufffe"))
    assert remarks(out)[0].lines[1] == "A bell rings "


def test_a_second_hand_back_replaces_ours_and_keeps_what_others_said() -> None:
    """Copied into the draft, read again, and handed back again: nothing doubles."""
    file = docx.Document(BytesIO(DRAFT))
    paragraph = file.paragraphs[2]
    file.add_comment(paragraph.runs, text="Says who?", author="Imran")
    theirs = BytesIO()
    file.save(theirs)
    first = handed_back(theirs.getvalue(), comment(1, (2, 4)), comment(2), comment(3, (9, 12)))
    changed = docx.Document(BytesIO(first))
    changed.paragraphs[3].add_run(" Rain fell.")
    out = BytesIO()
    changed.save(out)
    text = copy_of(out.getvalue()).text
    assert text == copy_of(DRAFT).text.replace("sail.", "sail. Rain fell.")
    again = handed_back(out.getvalue(), comment(7, span(text, "Rain")))
    assert remarks(again) == [
        Remark("Imran", ["Says who?"], "The regime fell, the regime rose."),
        Remark(
            "Copychief", ["7 · Whose figure? · query", *lines_of(comment(7), False)[1:]], "Rain"
        ),
    ]


def test_answers_to_our_comments_stay() -> None:
    """What somebody wrote below one of ours stands on its own; that ours was settled is gone."""
    done = comment(1, (2, 4), standing=Standing.SETTLED)
    held = parts(handed_back(DRAFT, done))
    ours = re.findall(r'paraId="(\w+)"', held["word/commentsExtended.xml"].decode())[0]
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    answer = f'<w15:commentEx xmlns:w15="{w15}" w15:paraId="00000007" w15:paraIdParent="{ours}"/>'
    said = held["word/commentsExtended.xml"].decode().replace("</w15", answer + "</w15")
    out = BytesIO()
    with ZipFile(out, "w") as file:
        for name, part in (held | {"word/commentsExtended.xml": said.encode()}).items():
            file.writestr(name, part)
    left = parts(handed_back(out.getvalue()))["word/commentsExtended.xml"].decode()
    assert ours not in left
    assert "00000007" in left


@FEWER
@given(files(), SPANS)
def test_the_words_stay_and_the_comments_are_at_theirs(
    drawn: tuple[bytes, list[str]], spans: list[tuple[int, int]]
) -> None:
    """However runs are cut: what is seen, how it looks, what was changed; all other parts."""
    data, _ = drawn
    copy = copy_of(data)
    wanted = [(s, min(s + n, len(copy.text))) for s, n in spans if s < len(copy.text)]
    wanted = [each for each in wanted if copy.spots(*each)]
    out = handed_back(data, *(comment(n, each) for n, each in enumerate(wanted)))
    assert copy_of(out).text == copy.text
    assert shown(out) == shown(data)
    before, after = parts(data), parts(out)
    assert {name for name in after if before.get(name) != after[name]} <= {
        name for name in after if CHANGED.fullmatch(name)
    }
    assert [words for _, words in at(out)] == [_words(copy, drawn[1], each) for each in wanted]


def _words(copy: Copy, seen: list[str], span: Span) -> str:
    """What is seen from the first of the flagged words to the last."""
    spots = copy.spots(*span)
    (first, start), (last, end) = (
        (int(spot.where.split()[1]), offset)
        for spot, offset in ((spots[0], spots[0].start), (spots[-1], spots[-1].end))
    )
    whole = "".join(seen[first : last + 1])
    return whole[start : len(whole) - len(seen[last]) + end]


@FEWER
@given(odd_files(), SPANS)
def test_whatever_is_in_a_file_it_reads_the_same(
    data: bytes, spans: list[tuple[int, int]]
) -> None:
    """With its comments, and with those of a second hand-back in their place."""
    copy = copy_of(data)
    wanted = [(s, min(s + n, len(copy.text))) for s, n in spans if s < len(copy.text)]
    comments = [comment(n, each) for n, each in enumerate(wanted)]
    out = handed_back(data, *comments)
    again = handed_back(out, *comments)
    for each in (out, again):
        assert copy_of(each).text == copy.text
        assert shown(each) == shown(data)
        assert len(remarks(each)) == len(wanted)
    assert at(again) == at(out)


def test_a_file_that_is_not_what_was_read_is_written_anew() -> None:
    """Where the text is another than the file's, comments would stand at the wrong words."""
    copy = copy_of(DRAFT)
    task = marked_word(copy, DRAFT, Marked("", "", copy.text + "!", "en", ()))
    assert task.work == "bot.handback.wordml.work.make"
