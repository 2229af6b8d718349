"""Drafts that nobody means well with: each is read to its end, in bounded time and memory."""

import json
import sys

import pytest

from tests.rules.bounded import answers, bounded

LONG = 50_000
STORY = "The mayor slammed the plan on Monday, and critics say 41 per cent of voters agree. "
RUNS = {
    "figures and dashes": ["12,", "a-", "5 ", "1", "£", "%", "a third of the ", "41 per cent of "],
    "phrases of our rules": ["the oldest ", "some people ", "It is said ", "the leading "],
    "blame": ["to blame a b on ", "bear carry share lie rest fall ", "responsible for the "],
    "alleged": ["He allegedly stole the money ", "It is alleged that he was accused of it. "],
    "sources": ["some people say ", "Critics say so.\n", "said ", "he said that ", "she said he "],
    "attribution": ["according to ", ", said Ann Lee", "“Yes,” she said. ", "Ann Lee "],
    "furniture": ["About Corvan\n\n", "By Ann Lee\n", "ALSO READ: it\n\n", "Sign up here.\n"],
    "open quotation marks": ["“", "‘", '"', "'", "“So ", "‘So ", "«", "„"],
    "closing quotation marks": ["”", "’", "»", "So” ", "So’ ", "”“", "“‘"],
    "pairs of quotation marks": ["“a” ‘b’ ", "\"a\" 'b' ", '“a" ', "“a ‘b’ ”", "'tis ", "“a”\n\n"],
    "open brackets": ["(", "[", "{", "<", "[[", "( the mayor ", "[stet: ", "<!-- ", "<!-- vale "],
    "closing brackets": [")", "]", "}", ">", "]]", "the mayor ) ", " -->", "() ", "[](", "]("],
    "marks of ours": ["[stet: language.verb] ", "<!-- vale off -->", "[[slammed]] ", "<a>"],
    "Markdown": ["> ", "# ", "* ", "- ", "```\n", "`", "|", "**", "_a_ ", "---\n", "&amp;"],
    "links": ["http://", "https://a.b/c ", "a@b.", "@a ", "www.", "//", "a.b."],
    "stops": [".", "…", "!?", ", ", "; ", "— ", "- ", ". . ", "Mr. ", "J. ", "U.S. ", "e.g. "],
    "line breaks": ["\n", "\r\n", "\r", "\u2028", "a\n", "a\n\n", "\n \n", "\t", "\u00a0", " "],
    "marks that cannot be seen": ["\u200b", "\u202e", "\u00ad", "\ufeff", "\u0301", "\0", "\x1b"],
    "other scripts": [
        "שלום ",
        "مرحبا ",
        "你好",
        "привет ",
        "สวัสดี",
        "👩\u200d👩\u200d👧 ",
        "🇫🇷",
        "İ",
    ],
    "small words": ["and ", "of the ", "the ", "to be ", "who which ", "not ", "a ", "’s ", "I "],
    "names": ["Ann ", "A B ", "NATO ", "de la ", "Mr Lee of ", "The ", "McA-Lee’s "],
    "no spaces": ["a", "the", "slammed", "Aa", "aB1", "ü", "a’", "a_", "slam-"],
}


def run(piece: str) -> str:
    """``LONG`` characters of one thing."""
    return piece * (LONG // len(piece))


@pytest.mark.parametrize("runs", RUNS)
def test_a_long_run_of_one_thing_is_read(runs: str) -> None:
    """A run of 50,000 characters of one thing is read to its end."""
    pieces = RUNS[runs]
    read = answers([run(piece) for piece in pieces])
    assert dict(zip(pieces, (one.sound for one in read), strict=False)) == dict.fromkeys(
        pieces, True
    )


@pytest.mark.parametrize(
    "word",
    ["slammed ", "regime ", "clearly ", "41 per cent ", "the oldest ", "critics say ", "stole "],
)
def test_a_word_of_a_rule_10_000_times_in_a_sentence_is_read(word: str) -> None:
    """One sentence of nothing but hits is read to its end, and so are 10,000 paragraphs of it."""
    read = answers([f"The mayor {word * 10_000}it.", f"The mayor {word}it.\n\n" * 10_000])
    assert [one.sound for one in read] == [True, True]


MIXED = {
    "a line of 1 MB": STORY * 12_500,
    "1 MB without a space": "slammed" * 150_000,
    "1 MB of different words": " ".join(f"w{n}ord" for n in range(120_000)),
    "1 MB of paragraphs": (STORY + "\n\n") * 12_500,
    "a sentence without end": STORY.replace(".", ",") * 5_000,
    "zero width in every word": STORY.replace("a", "a\u200b\u200d\u2060") * 1_500,
    "bidi marks round every word": STORY.replace(" ", "\u202c \u202e\u2066") * 1_500,
    "a word turned round": "\u202e" + STORY[::-1] * 1_500,
    "capitals": STORY.upper() * 1_500,
    "capitals at every word": STORY.title() * 1_500,
    "marks 1,000 high": "The mayor sla" + ("m" + "\u0301" * 1_000) * 200 + "ed it.",
    "NUL between the words": STORY.replace(" ", "\0") * 1_500,
    "letters of two scripts": STORY.replace("a", "\u0430") * 1_500,
    "full-width letters": "".join(chr(ord(letter) + 0xFEE0) for letter in "slammed") * 15_000,
    "half surrogates": "The mayor \ud800slammed\udfff it. " * 4_000,
    "quotations in quotations": "“a ‘b " * 10_000 + "c’ d” " * 10_000,
    "a quotation over 10,000 paragraphs": "“So he said it again.\n\n" * 10_000 + "So.”",
    "10,000 speakers": "".join(f"“So,” said Ann Lee{n}. " for n in range(10_000)),
    "brackets in brackets": "(a " * 50_000 + "b) " * 50_000,
    "lists in lists": "".join(f"{' ' * n}- a\n" for n in range(1_000)),
}


@pytest.mark.parametrize("name", MIXED)
def test_a_hostile_draft_is_read(name: str) -> None:
    """Whatever is in a draft, it is read to its end, and every flag stands where it says."""
    assert [one.sound for one in answers([MIXED[name]])] == [True]


@pytest.mark.parametrize("mark", ["\u200b", "\u200d", "\u2060", "\u202e", "\ufeff", "\u00ad"])
def test_a_mark_that_cannot_be_seen_beside_a_word_does_not_hide_it(mark: str) -> None:
    """A word with a zero-width or bidi mark on either side is still the word."""
    read = answers([f"The mayor {mark}slammed{mark} the plan on Monday."])
    assert [one.rules for one in read] == [["language.verb"]]


def test_half_a_surrogate_pair_in_a_line_is_refused() -> None:
    """A line of --jsonl that is not Unicode gets an error of its own; the next one is read."""
    lines = [{"id": n, "text": text} for n, text in enumerate(["The \ud800 plan.", STORY])]
    said = "".join(json.dumps(line) + "\n" for line in lines)
    check = [sys.executable, "-m", "bot.cli", "check", "--jsonl"]
    read = [json.loads(line) for line in bounded(check, said.encode()).splitlines()]
    assert "half a surrogate pair" in read[0]["error"]
    assert read[1]["review"]["flags"]


def test_a_line_of_deep_json_is_refused() -> None:
    """100,000 brackets in a line of --jsonl are no JSON, and the stream goes on."""
    said = b"[" * LONG + b"\n" + json.dumps({"id": 1, "text": STORY}).encode() + b"\n"
    check = [sys.executable, "-m", "bot.cli", "check", "--jsonl"]
    read = [json.loads(line) for line in bounded(check, said).splitlines()]
    assert ["error" in line for line in read] == [True, False]
