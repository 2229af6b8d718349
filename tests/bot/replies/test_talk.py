"""Talk that only looks like a decision, and whatever else is typed in a thread."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.replies import Nearly, Verb, understand
from tests.bot.replies.forms import NAMES

numbers = st.integers(1, 120)
things = st.sampled_from(
    ["typos", "words", "pars", "quotes in the lead", "people died", "residents", "more names",
     "of them already", "lines too many", "spellings and a date", "versions ago"]
)  # fmt: skip
counts = st.sampled_from(
    ["million jobs", "per cent of it", "percent", "%", "o'clock", "pm", "a.m.", "May", "June 2024",
     "hours ago", "days in a row", "times already", "bn euros", "€ a head", "thousand copies",
     "euros", "degrees", "September", "weeks", "points down"]
)  # fmt: skip
starts = st.sampled_from(
    ["I", "we", "please", "can you", "Sana", "so", "all", "not", "the desk", "have you", "let's",
     "someone has", "you", "who", "that is", "“quoted”", "> ", "no need:"]
)  # fmt: skip
sayings = st.sampled_from(
    ["says the talks go on", "said so", "told us", "is the ministry", "was wrong", "and 3 agree",
     "has denied it", "claims otherwise", "in the ministry heard it", "close to the talks",
     "who was there rang", "will ring back", "would not be named", "wants it out", "isn't sure"]
)  # fmt: skip
# What can be said of a source, or to one; that it is talk is for an editor to see.
doings = st.sampled_from(
    ["declined to comment on Monday", "spoke off the record", "asked not to be named",
     "refused to go further", "called back", "hung up", "insisted on Tuesday that it is so",
     "fell through", "never rang", "still not reached", "I have not reached", "We lost him",
     "needs another call", "went quiet", "seems shaky", "off the record", "not happy, ONS too"]
)  # fmt: skip
alls = st.sampled_from(
    ["of it in the second half", "the typos", "of that", "the names in the lead", "along", "night",
     "three", "but the last par", "over the place", "names and dates", "yours", "but two of them",
     "the way down", "of the language in par 3", "is well", "1,200 words of it"]
)  # fmt: skip
plain = st.sampled_from(
    ["stet is Latin", "Stet?", "all fixed", "fixed!", "why?", "why not", "cut it", "wrong again",
     "reopen the mill, they say", "ask around", "ask Ines", "source?", "source: ONS",
     "fixed it, 3",
     "ask the 6 residents", "I fixed 2 and 3 but see 4", "fixed 2 and 3 but see 4", "4 is fixed",
     "no 4 is fine", "fixed-term 3", "source-led 2", "wrongly 2", "whyever 3", "cutting 4",
     "fixed 2; 3 is still open", "2 fixed", "ok 4", "4", "done 3", "+1", "flag 4 looks wrong"]
)  # fmt: skip
bare = ("fixed", "fix", "cut", "why", "reopen", "Fixed", "CUT", "Why")
words = st.sampled_from(bare)


@given(words, numbers, things)
def test_counting_things_is_talk(verb: str, number: int, thing: str) -> None:
    """“Fixed 2 typos” tells of typos."""
    assert understand(f"{verb} {number} {thing}", NAMES) is None


@given(st.sampled_from([*bare, "wrong"]), numbers, counts)
def test_amounts_dates_and_times_are_talk(verb: str, number: int, count: str) -> None:
    """“Cut 9 million jobs” is a sentence of somebody's story."""
    assert understand(f"{verb} {number} {count}", NAMES) is None


@given(st.sampled_from(["source", "Source", "SOURCE", "sourced"]), numbers, sayings)
def test_telling_of_a_source_is_talk(verb: str, number: int, saying: str) -> None:
    """“Source 2 says the talks go on” sources nothing."""
    assert understand(f"{verb} {number} {saying}", NAMES) is None


@given(st.sampled_from(["source", "Source", "sourced"]), numbers, doings)
def test_what_a_source_does_sources_nothing(verb: str, number: int, doing: str) -> None:
    """“Source 2 declined to comment” is talk, or is asked about; nothing is settled by it."""
    assert not isinstance(understand(f"{verb} {number} {doing}", NAMES), tuple)


@given(numbers, st.sampled_from(["ways", "names in the lead", "spellings", "pars down"]))
def test_counting_what_is_wrong_settles_nothing(number: int, thing: str) -> None:
    """“Wrong 2 ways” counts ways."""
    assert not isinstance(understand(f"wrong {number} {thing}", NAMES), tuple)


@given(numbers, st.sampled_from(["is Latin", "was a joke", "isn’t ours", "will do", "has to go"]))
def test_a_sentence_about_stet_is_asked_about(number: int, rest: str) -> None:
    """“Stet 3 is …” may be a reason: nobody guesses."""
    assert isinstance(understand(f"stet {number} {rest}", NAMES), Nearly)


@pytest.mark.parametrize(
    "source",
    ["ONS, 12 May, https://ons.example/7", "the river commission", "from the ministry", "“no”",
     "https://ons.example/7", "www.ons.example", "press@ons.example", "two people in the room",
     "al-Jazeera", "according to the mayor", "Élodie Roux", "<@U7>", "our reporter", "per AP"],
)  # fmt: skip
def test_a_source_by_its_name_is_taken(source: str) -> None:
    """What can hardly be the rest of a sentence needs no mark before it."""
    read = understand(f"source 3 {source}", NAMES)
    assert isinstance(read, tuple)
    assert read[0].words == source


def test_a_source_in_small_letters_is_asked_about() -> None:
    """It is not left in silence as if it had been taken."""
    read = understand("source 3 river commission", NAMES)
    assert isinstance(read, Nearly)
    assert read.meant == ("source 3: river commission",)


@given(st.sampled_from(["fixed", "fix", "cut", "reopen", "why", "wrong", "source", "ask"]), alls)
def test_all_of_something_else_is_talk(verb: str, rest: str) -> None:
    """“Fixed all of it in the second half” names no flags."""
    assert understand(f"{verb} all {rest}", NAMES) is None


@given(numbers, things)
def test_asking_people_without_a_name_is_talk(number: int, thing: str) -> None:
    """“Ask 6 residents” asks nobody on the desk."""
    assert understand(f"ask {number} {thing}", NAMES) is None
    assert understand(f"ask <@U7> about {number} {thing}", NAMES) is None
    assert understand(f"ask <@U7> whether {number} {thing}", NAMES) is None


@given(plain)
def test_other_talk_is_talk(said: str) -> None:
    """What editors say to each other."""
    assert understand(said, NAMES) is None


@given(st.lists(plain, min_size=2, max_size=5))
def test_talk_over_several_lines_is_talk(said: list[str]) -> None:
    """Lines of talk make no decision together."""
    assert understand("\n".join(said), NAMES) is None


@given(starts, st.sampled_from([*Verb]), numbers, things | counts | sayings | st.just(""))
def test_a_verb_inside_a_sentence_is_talk(first: str, verb: str, number: int, rest: str) -> None:
    """Only what begins with the verb is meant for us."""
    assert understand(f"{first} {verb} {number} {rest}", NAMES) is None


@st.composite
def amounts(draw: st.DrawFn) -> str:
    """A date, a time, money or a share, as it stands in copy."""
    n, m = draw(st.integers(1, 31)), draw(st.integers(0, 59))
    return draw(st.sampled_from([
        f"{n} May", f"{n} December 2026", f"{n}.{m:02}", f"{n}:{m:02}", f"{n}pm", f"{n} a.m.",
        f"{n}/{m}", f"{n}-{n}-2026", f"2026-05-{n:02}", f"€{n}", f"£{n}m", f"${n}.50", f"{n}%",
        f"{n} per cent", f"{n} %", f"{n}bn", f"{n} million", f"{n},000", f"{n}th", f"{n}°",
        f"{n} o'clock", f"{n}-{n + 2} June", f"{n} to {n + 1} million", f"{n}’s", f"0{n}",
    ]))  # fmt: skip


@given(st.sampled_from([v for v in Verb if v is not Verb.STET]), amounts(), st.sampled_from(
    ["", " was the figure", ", no more", " please", ": the ministry"]
))  # fmt: skip
@example(Verb.SOURCE, "3’s", ": the ministry")
@example(Verb.ASK, "6 pm", "")
def test_amounts_are_never_flags(verb: Verb, amount: str, rest: str) -> None:
    """Nothing is decided on a number of a date, a time, money or a percentage."""
    assert not isinstance(understand(f"{verb} {amount}{rest}", NAMES), tuple)


@given(st.sampled_from([Verb.STET, Verb.SOURCE, Verb.WRONG]), st.integers(1, 40), amounts())
def test_amounts_after_a_flag_are_words(verb: Verb, number: int, amount: str) -> None:
    """In "source 3 12 May" the flag is 3; if that is not sure, it is asked."""
    read = understand(f"{verb} {number} {amount}", NAMES)
    if isinstance(read, Nearly):
        assert amount in read.line
    else:
        assert read is not None
        assert [(one.spans, one.words) for one in read] == [(((number, number),), amount)]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("stet 4 is what he said", ("stet 4: is what he said",)),
        ("stet 4 times of day", ("stet 4: times of day",)),
        ("source 3 May report", ("source 3: May report",)),
        ("stet 3 quotation\nfixed 4 typos", ("fixed 4: typos",)),
        ("stet 3 quotation\nfixed all the rest", ("fixed all: the rest",)),
    ],
)
def test_what_can_hardly_be_talk_is_asked_about(said: str, meant: tuple[str, ...]) -> None:
    """Silence would leave an editor believing that it was done."""
    read = understand(said, NAMES)
    assert isinstance(read, Nearly)
    assert read.meant == meant


lines = st.text(max_size=60) | st.from_regex(
    r"(?:stet|fixed|source|ask|why|wrong) (?:all|[0-9]{1,3}|[ ,&#<>@:–-]|no|flags?|to|May){0,8}"
)


@given(st.lists(lines, max_size=5).map("\n".join))
@example("ask")
@example("ask all")
@example("stet all\n5")
@example("fixed 1-")
def test_whatever_is_typed_nothing_breaks(said: str) -> None:
    """A decision, a question back, or silence; and a line that can be shown."""
    read = understand(said, NAMES)
    if isinstance(read, Nearly):
        assert read.said
        assert len(read.line) < 400
    else:
        assert read is None or all(one.spans or one.every for one in read)


@pytest.mark.parametrize(
    "piece",
    ["1 ", "1, ", "1-2 and ", "flag ", " ", "all ", "<@U1> ", "a", "1-", "- ", "fixed 1\n", "x\n",
     "stet 1\n", "stet 1\nx\n", "no. ", "please ", "but 1 ", ",", "1" , "5pm ", "of the "],
)  # fmt: skip
@pytest.mark.parametrize("head", ["", "fixed ", "stet 1 ", "ask 1 <@U1> ", "fixed all ", "ask "])
def test_a_text_without_end_comes_to_one(head: str, piece: str) -> None:
    """A quarter of a million characters: reading any of them twice over would take for ever."""
    understand(head + piece * (250_000 // len(piece)), NAMES)
