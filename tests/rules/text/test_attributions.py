"""Who says what, one trap after the other."""

from collections.abc import Callable

import pytest

from tests.rules.text.conftest import Copy

Read = Callable[[str], Copy]

SPOKEN = [
    (
        "The ferry will be late, the harbour master said.",
        "the harbour master",
        "The ferry will be late",
    ),
    (
        "The harbour master said that the ferry was late.",
        "The harbour master",
        "that the ferry was late",
    ),
    ("The harbour master said the ferry was late.", "The harbour master", "the ferry was late"),
    (
        "“The ferry is late today,” said Ines Calloway.",
        "Ines Calloway",
        "“The ferry is late today,”",
    ),
    (
        "“The ferry is late today,” Ines Calloway said.",
        "Ines Calloway",
        "“The ferry is late today,”",
    ),
    ("''The ferry is late today,'' the clerk said.", "the clerk", "''The ferry is late today,''"),
    ("“Did the ferry sink?” asked the clerk.", "the clerk", "“Did the ferry sink?”"),
    ("“Did the ferry sink?” Reyes asked.", "Reyes", "“Did the ferry sink?”"),
    ("'The dockers' rights are gone,' Reyes said.", "Reyes", "'The dockers' rights are gone,'"),
    ("Reyes said: “The ferry is late again.”", "Reyes", "“The ferry is late again.”"),
    (
        "The dam was safe, said Sen. Marrow, who chairs the panel.",
        "Sen. Marrow, who chairs the panel",
        "The dam was safe",
    ),
    ("According to the land registry, rents rose.", "the land registry", "rents rose"),
    ("Rents rose, according to the land registry.", "the land registry", "Rents rose"),
    (
        "Rents rose 31 per cent, the land registry says.",
        "the land registry",
        "Rents rose 31 per cent",
    ),
    ("The talks had failed, Orr wrote on X (formerly Twitter).", "Orr", "The talks had failed"),
    ("Court papers say the clerk took the money.", "Court papers", "the clerk took the money"),
    (
        "A report by the audit office found that 40 bridges were unsafe.",
        "A report by the audit office",
        "that 40 bridges were unsafe",
    ),
    ("Rents rose, a study shows.", "a study", "Rents rose"),
    (
        "The council said in a statement on Monday that the pool would close.",
        "The council",
        "that the pool would close",
    ),
    (
        "In a statement, the council said the pool would close.",
        "the council",
        "the pool would close",
    ),
    (
        "The plan, the mayor said, is a waste of money.",
        "the mayor",
        "The plan … is a waste of money",
    ),
    (
        "“The plan is a waste,” the mayor said, “and you all know it.”",
        "the mayor",
        "“The plan is a waste,” … “and you all know it.”",
    ),
    (
        "As the Courier reported, the plan was dead by May.",
        "the Courier",
        "the plan was dead by May",
    ),
    (
        "The plan was dead by May, as the Courier first reported.",
        "the Courier",
        "The plan was dead by May",
    ),
    ("The firm has made it clear that it will appeal.", "The firm", "that it will appeal"),
    ("The union accused the firm of hiding the leak.", "The union", "the firm of hiding the leak"),
    ("The mayor denied taking the money.", "The mayor", "taking the money"),
    (
        "The group urged the council to close the pool.",
        "The group",
        "the council to close the pool",
    ),
    ("The minister warned of floods.", "The minister", "of floods"),
    (
        "The court heard that the clerk took the money.",
        "The court",
        "that the clerk took the money",
    ),
    ("Trump said May would sign the deal.", "Trump", "May would sign the deal"),
    ("The clerk pointed out that the door was open.", "The clerk", "that the door was open"),
    ("The report states that the dam was sound.", "The report", "that the dam was sound"),
    ("Critics say the plan is a fraud.", "Critics", "the plan is a fraud"),
    ("He's said he will resign.", "He", "he will resign"),
    (
        "The flood took 12 houses on Sunday, police said.",
        "police",
        "The flood took 12 houses on Sunday",
    ),
    (
        "Ten thousand people marched through Tarn, police said.",
        "police",
        "Ten thousand people marched through Tarn",
    ),
    (
        "Two men fled to Lowbridge, officers in Tarn said.",
        "officers in Tarn",
        "Two men fled to Lowbridge",
    ),
    (
        "The ferry sank in minutes, survivors told the inquiry.",
        "survivors",
        "The ferry sank in minutes",
    ),
    (
        "The bridge reopens in June, officials said on Monday.",
        "officials",
        "The bridge reopens in June",
    ),
]


@pytest.mark.parametrize(("line", "who", "what"), SPOKEN)
def test_a_speaker_is_paired_with_what_they_said(
    copy: Read, line: str, who: str, what: str
) -> None:
    """However the sentence is built, the words belong to the one who said them."""
    assert copy(line).vouched == [(who, what)]


def test_a_time_in_front_is_no_content(copy: Read) -> None:
    """What only says when or where is not what was said."""
    assert copy("After the long flood in May, the mayor said.").vouched == []


SOURCES = [
    "Ines Calloway, a lawyer for the port,",
    "Ines Calloway, 45, of Lowbridge,",
    "Sen. Joseph F. Marrow (R-Ky.)",
    "Tom Reyes and Ines Calloway",
    "The woman, who runs the bakery,",
    "The man who was shot",
    "The teachers' union",
    "The poll, by a firm in Leeds,",
    "People close to the delegation",
]


@pytest.mark.parametrize("who", SOURCES)
def test_a_source_is_taken_whole(copy: Read, who: str) -> None:
    """Appositives, ages, parties and relative clauses belong to the source."""
    assert copy(f"{who} said that the road was closed.").vouched == [
        (who, "that the road was closed")
    ]


@pytest.mark.parametrize("when", ["On Tuesday, ", "In Leeds on Friday, ", "Last week, "])
def test_a_time_in_front_is_no_part_of_the_source(copy: Read, when: str) -> None:
    """A place or a day that opens the sentence does not speak."""
    assert copy(f"{when}Ines Calloway, a lawyer, told reporters that it was over.").speakers == [
        "Ines Calloway"
    ]


SILENT = [
    "It is said that the bridge is haunted.",
    "The bank is said to be close to collapse.",
    "The deal is understood to be dead.",
    "It is believed the clerk took the money.",
    "It has been noted that the union blamed the firm for the leak.",
    "The bridge is reportedly unsafe.",
    "The allegation that the clerk took the money spread fast.",
    "The mayor was accused of lying.",
    "The mayor would say the dam was safe.",
    "If the mayor says the dam was safe, the town will laugh.",
    "The mayor did not say the dam was safe.",
    "The mayor refused to say that the dam was safe.",
    "The mayor wants to close the pool.",
    "The mayor believes the pool is a waste.",
    "They use the pool to blame the mayor for her debts.",
    "We say the clerk took the money.",
    "This shows that the clerk took the money.",
    "The attack shows that the town is unsafe.",
    "The mayor spoke for an hour.",
]


@pytest.mark.parametrize("line", SILENT)
def test_nobody_vouches(copy: Read, line: str) -> None:
    """What is thought, wanted, denied, supposed or said by nobody is not attributed."""
    assert copy(line).vouched == []


@pytest.mark.parametrize("line", SILENT[:6])
def test_what_is_said_by_nobody_is_found_without_a_source(copy: Read, line: str) -> None:
    """A passive without a speaker is an attribution whose source is missing."""
    assert copy(line).told[0].source is None


NOUNS = [
    "His claims were false.",
    "The plan claims to save millions.",
    "Fifty states signed the pact.",
    "The charges were dropped.",
    "Police charges range from theft to fraud.",
    "The city added a lane to the bridge.",
    "The port bought detailed charts of disputed waters.",
]


@pytest.mark.parametrize("line", NOUNS)
def test_a_noun_is_not_taken_for_a_verb_that_says(copy: Read, line: str) -> None:
    """Claims, charges, reports and states are told from verbs by what stands around them."""
    assert copy(line).told == []


@pytest.mark.parametrize(
    ("line", "ours"),
    [
        ("The union blamed the firm for the leak instead of fixing its own pumps.", "fixing"),
        ("The union accused the firm of theft rather than paying its debts.", "paying"),
        ("The minister said the road was safe, but the road has flooded twice.", "has flooded"),
        ("The minister said the road was safe, while lorries sink in it.", "lorries"),
        (
            "While the fault lies with the firm, the mayor has made clear that she will pay.",
            "fault",
        ),
        ("The lead level, which doctors say is unsafe, has doubled.", "has doubled"),
        ("Her claim that the clerk took the money is absurd.", "absurd"),
    ],
)
def test_words_grafted_on_are_the_newsrooms(copy: Read, line: str, ours: str) -> None:
    """Attribution stops where the copy goes on in its own voice."""
    read = copy(line)
    assert read.vouched
    assert read.voice(ours) == "newsroom"


def test_a_thought_that_goes_on_stays_with_its_speaker(copy: Read) -> None:
    """A "but" that the speaker says does not end what they say."""
    read = copy("The minister said the road was safe, but she would not drive on it.")
    assert read.voice("would not drive") == "paraphrase"


def test_a_speaker_inside_a_speech_is_found_too(copy: Read) -> None:
    """Somebody who reports what others say is a source, and so are they."""
    assert copy("Experts say rents will rise, Reyes said.").speakers == ["Experts", "Reyes"]


def test_a_headline_never_vouches(copy: Read) -> None:
    """What a headline says is ours until the copy gives a source."""
    read = copy("Bridge unsafe, engineers say\n\nThe bridge opened in May and has 14 spans.")
    assert read.vouched == []
