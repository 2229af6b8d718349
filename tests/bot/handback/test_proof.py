"""The proof: what stands where on the page, and that it holds the draft, all of it and once."""

import re
from base64 import b64encode
from hashlib import sha256

from bot.handback.marked import marked_review
from bot.handback.proof import Proofs
from bot.model import Standing
from rules import review
from rules.sourcemap.maps import sources_of
from tests.bot.handback.proofs import Proof, comment, marked, solid


def test_a_flag_with_several_places_is_marked_at_each() -> None:
    """Its note stands beside the first, says how many there are, and leads back to it."""
    drawn = Proof(marked("One regime.\n\nTwo regime.", comment(7, (4, 10), (17, 23))))
    assert drawn.words(7) == ["regime", "regime"]
    assert [n.attributes["id"] for n in drawn.all("mark a")] == ["d-p7", "d-p7-2"]
    assert "2 places" in drawn.note(7)
    first, second = drawn.all(".row")
    assert first.css(".note a.number")[0].attributes["href"] == "#d-p7"
    assert second.css(".note") == []


def test_a_flag_is_named_where_it_stands() -> None:
    """Who hears the page hears number, level and question; the link leads to the note."""
    drawn = Proof(marked("One regime.", comment(4, (4, 10))))
    link = drawn.one("mark a")
    assert link.attributes["aria-label"] == "flag 4, query: Question 4?"
    assert drawn.one(f"{link.attributes['href']} h4").text() == "4 Question 4?"


def test_a_note_says_what_is_asked_why_and_how_to_settle_it() -> None:
    """The next of the same rule only what is its own, and where the rest is said."""
    drawn = Proof(marked("One regime. Two.", comment(1, (4, 10)), comment(2, (12, 15))))
    assert drawn.note(1) == (
        "1 Question 1? query a.b note 1 To settle: how so Instead: instead 1 Whywhy so"
    )
    assert drawn.note(2) == (
        "2 Question 2? query a.b note 2 Why, and how to settle it: as at 1. Instead: instead 2"
    )


def test_what_is_settled_says_what_was_decided() -> None:
    """And asks for nothing any more; it stands back, in the copy as in the margin."""
    drawn = Proof(
        marked("One regime. Two.", comment(1, (4, 10), decided="stet by Imran: house style"))
    )
    assert drawn.note(1) == "1 Question 1? query · settled a.b note 1 stet by Imran: house style"
    assert drawn.one("mark").attributes["class"] == "is-query settled"
    assert drawn.text(".counts") == "1 queries · 1 settled"


def test_how_far_it_is_settled_is_counted() -> None:
    """In words that people use, and as a number of flags."""
    answered = comment(3, (0, 1))
    object.__setattr__(answered, "standing", Standing.ANSWERED)
    drawn = Proof(
        marked("One.", comment(1, (0, 1)), comment(2, (0, 1), decided="fixed"), answered)
    )
    assert drawn.text(".counts").endswith("1 open, 1 answered, 1 settled")


def test_questions_about_the_whole_draft_come_before_it() -> None:
    """So does one whose draft has no words to stand beside."""
    drawn = Proof(marked("One.", comment(1), comment(2, (0, 3))))
    assert [n.text() for n in drawn.all(".whole .note h4")] == ["1 Question 1?"]
    assert drawn.source.index('class="whole"') < drawn.source.index('class="draft"')
    assert Proof(marked(" \n", comment(1, (0, 1)))).all(".whole .note")


def test_copy_in_another_language_is_shown_without_notes() -> None:
    """One line says so; nobody is looked for in it."""
    german = "Der Bürgermeister hat den Plan nicht unterschrieben, und das ist gut so. " * 5
    drawn = Proof(marked_review(review(german), "plan.txt"))
    assert "not in English" in drawn.text(".remark")
    assert solid(drawn.copy()) == solid(german)
    assert not drawn.all(".note, mark, .map, .sign, .counts")
    assert drawn.one(".copy").attributes["lang"] == "und"


def test_the_map_is_that_of_check_sources() -> None:
    """Who speaks by name, with as many sentences, and their words under their sign."""
    text = (
        "“It was wet,” said Ida Quill, the miller. She said it was cold.\n\n"
        "Critics say it was dark. The council took the money. It is said to be gone."
    )
    drawn = Proof(marked(text))
    known = sources_of(text)
    names = [" ".join(n.text().split()) for n in drawn.all(".map li")]
    assert names[0] == "A Ida Quill 2 sentences"
    assert names[1] == "B Critics (without a face) 1 sentence"
    assert len(known.speakers) == 2
    assert "? said by nobody 1 sentence" in names
    assert (
        drawn.text(".said.c1")
        == "A“It was wet,” said Ida Quill, the miller. She said it was cold."
    )
    assert drawn.one(".said.c1 .sign").attributes["aria-label"] == "Ida Quill:"


def test_the_map_stands_where_the_words_are_though_some_signs_cannot_be_seen() -> None:
    """A soft hyphen and a mark for the rules move nothing."""
    text = "Rain\u00ad\u200bfell? [stet]\n\n“It was wet,” said Ida Quill."
    drawn = Proof(marked(text))
    assert drawn.text(".said") == "A“It was wet,” said Ida Quill."
    assert drawn.text(".aside") == "[stet]"


def test_many_speakers_differ_by_letter_and_line() -> None:
    """Colours come again, with another line."""
    names = ("Ash", "Bay", "Cole", "Dunn", "Eden", "Fry", "Gale", "Hart")
    drawn = Proof(marked("\n\n".join(f"“It was wet,” said Ida {name}." for name in names)))
    looks = [n.attributes["class"] for n in drawn.all(".map .sign")]
    assert looks[0] == "sign c1 r0"
    assert looks[6] == "sign c1 r1"
    assert len(set(looks)) == 8


def test_of_a_very_long_draft_the_beginning_is_looked_through_for_speakers() -> None:
    """Which the page says, and that there is nothing to query; the list of them has an end."""
    names = (f"{a}{b}" for a in "ABCDEFGHIJ" for b in "abcdefghijklmnopqrstuvwxyz")
    said = "\n\n".join(f"“It was wet,” said Ida {name}sh." for name in names)
    drawn = Proof(marked(said + "\n\n" + "Rain fell on the town. " * 4000))
    assert drawn.text(".remark") == "Who speaks is told of the first 80,000 characters."
    assert drawn.text(".counts") == "Nothing to query."
    entries = drawn.all(".map li")
    assert len(entries) == 201
    assert entries[-1].text().strip() == "and 60 others"


def test_a_page_needs_nothing_else() -> None:
    """Its policy lets in its own style and script by their hashes, and nothing from anywhere."""
    drawn = Proof(marked("One."))
    policy = str(drawn.one('meta[http-equiv="Content-Security-Policy"]').attributes["content"])
    for tag in ("style", "script"):
        digest = sha256(drawn.one(tag).text().encode()).digest()
        assert f"{tag}-src 'sha256-{b64encode(digest).decode()}'" in policy
    assert policy.startswith("default-src 'none'")
    assert not re.search(r"url\(|@import|<link|<base|src=", drawn.source)


def test_several_drafts_on_a_page_have_anchors_of_their_own() -> None:
    """No id stands twice, and every link within the page leads somewhere."""
    form = Proofs()
    read = review("The regime shut the port, critics say. The regime fell.")
    reviews = [
        read.model_copy(update={"source": read.source.model_copy(update={"path": path})})
        for path in ("a.md", "b.md", "c/a.md")
    ]
    page = form.opening() + "".join(form.review(each, {}, idle=False) for each in reviews)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_what_was_not_looked_for_is_said() -> None:
    """Rules that were stopped, marks that nothing came of, and that no rule was on."""
    read = review("Rain fell. [stet: languag.label]").model_copy(
        update={"timed_out": ("house.slow",)}
    )
    titles = {"language.label": "Whose word is it?"}
    page = Proofs().review(read, titles, idle=True)
    assert "house.slow took too long on this draft and was stopped." in page
    assert "No rule is on for this draft" in page
    assert "Line 1: [stet: languag.label] names no rule; did you mean language.label?" in page


def test_a_draft_without_a_flag_says_so() -> None:
    """And has no note."""
    drawn = Proof(marked("Rain fell."))
    assert drawn.text(".counts") == "Nothing to query."
    assert not drawn.all(".note")
