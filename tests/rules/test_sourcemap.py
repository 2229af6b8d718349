"""Who speaks in a text, however they are called, and where nobody does but us."""

import pytest

from rules.sourcemap.maps import SourceMap, sources_of
from rules.sourcemap.phrases import Face


def carried(source: str) -> dict[str, list[int]]:
    """Every speaker with the sentences, from 1, that stand on their word."""
    return {s.name: sorted(n + 1 for n in s.sentences) for s in sources_of(source).speakers}


def runs(drawn: SourceMap) -> list[tuple[int, int]]:
    return [(run[0].n + 1, run[-1].n + 1) for run in drawn.runs]


@pytest.mark.parametrize(
    ("copy", "names"),
    [
        ("Lena Marsh said it rained. Ms Marsh said it was cold.", ["Lena Marsh"]),
        ("Lena Marsh said it rained. Marsh said it was cold.", ["Lena Marsh"]),
        ("Marsh said it rained. Later Lena Marsh said it was cold.", ["Lena Marsh"]),
        (
            "Lena Marsh, the harbour master, said it rained. The harbour master said it was cold.",
            ["Lena Marsh"],
        ),
        (
            "The harbour master, Lena Marsh, said it rained. The harbour master said it was cold.",
            ["Lena Marsh"],
        ),
        ("Harbour master Lena Marsh said it rained. She said it was cold.", ["Lena Marsh"]),
        (
            "Dr Lena Marsh said it rained. Hank Marsh said it was cold.",
            ["Lena Marsh", "Hank Marsh"],
        ),
        ("Tarn council said it rained. The council said it was cold.", ["Tarn council"]),
        ("A council spokesman said it rained. The council said it was cold.", ["council"]),
        (
            "A spokeswoman for Tarn council said it rained. Tarn council said it was cold.",
            ["Tarn council"],
        ),
        (
            "The Northern Growers Union said it rained. The NGU said it was cold.",
            ["Northern Growers Union"],
        ),
        ("A neighbour said it rained. A neighbour said it was cold.", ["A neighbour"] * 2),
        ("A neighbour said it rained. The neighbour said it was cold.", ["A neighbour"]),
        (
            "The Bank of Tarn said rates fell. The bank said they would rise.",
            ["Bank of Tarn", "The bank"],
        ),
        (
            "Ida Quill and Tom Rook said it rained. Rook said it was cold.",
            ["Ida Quill", "Tom Rook"],
        ),
        (
            "It rained, said [Ida Quill](https://tarn.example/a), the miller. He left.",
            ["Ida Quill"],
        ),
        (
            "[Ida Quill, the miller](https://tarn.example/a), said it rained. The miller said so.",
            ["Ida Quill"],
        ),
        (
            "It rained, according to a [spokesman](https://tarn.example/a) for "
            "[the union](https://tarn.example/b).",
            ["union"],
        ),
    ],
)
def test_knows_speakers_again(copy: str, names: list[str]) -> None:
    """However somebody is called, it is one speaker; two of a name are two."""
    assert [speaker.name for speaker in sources_of(copy).speakers] == names


def test_tells_the_sentences_that_each_carries() -> None:
    """What is quoted over several sentences stands on its speaker's word as a whole."""
    copy = (
        "The ferry stopped in May. The port said the engine had failed. “It is old,” Lena Marsh"
        " said. “It is tired.” She said a new one was ordered."
    )
    assert carried(copy) == {"The port": [2], "Lena Marsh": [3, 4, 5]}


@pytest.mark.parametrize(
    ("copy", "face"),
    [
        ("Lena Marsh said it rained.", Face.NAMED),
        ("The county council said it rained.", Face.BODY),
        ("The report found that it rained.", Face.BODY),
        ("A neighbour said it rained.", Face.UNNAMED),
        ("Critics said it rained.", Face.FACELESS),
        ("Some said it rained.", Face.FACELESS),
    ],
)
def test_tells_who_has_a_face(copy: str, face: Face) -> None:
    """A reader can ask a council; critics nobody can."""
    drawn = sources_of(copy)
    assert [speaker.face for speaker in drawn.speakers] == [face]
    assert len(drawn.faces) == (face is not Face.FACELESS)


def test_keeps_apart_what_nobody_says() -> None:
    """An empty source is no speaker."""
    drawn = sources_of("The deal is said to be close. Lena Marsh said it rained.")
    assert [sentence.n for sentence in drawn.nobody] == [0]
    assert [speaker.name for speaker in drawn.speakers] == ["Lena Marsh"]


def test_a_run_ends_at_a_word_of_anybody_and_at_a_crosshead() -> None:
    """Our own claims, sentence after sentence."""
    copy = (
        "The pier failed in May. The bolts had rusted.\n\nThe port said it had known."
        " The beams were cracked.\n\n## What the town lost\n\nThe tower fell in June."
    )
    drawn = sources_of(copy)
    firsts = [(copy[r[0].span.start :][:9], len(r)) for r in drawn.runs]
    assert firsts == [("The pier ", 2), ("The beams", 1), ("The tower", 1)]


def test_is_drawn_once_for_a_text() -> None:
    """Three rules and a command ask for it."""
    drawn = sources_of("Lena Marsh said it rained.")
    from rules.sourcemap.maps import source_map

    assert source_map(drawn.text) is drawn


def test_a_mark_for_the_rules_is_nobodys_word() -> None:
    """What is hidden from the rules is hidden from the map."""
    copy = "<!-- vale off -->\n\nLena Marsh said it rained.\n"
    assert carried(copy) == {"Lena Marsh": [1]}
