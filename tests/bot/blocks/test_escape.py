"""Strings from outside in mrkdwn: they read as written and do nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.blocks.escape import PASSAGE, cut, escaped, passage, short, tight
from tests.bot.blocks.lists import NASTY, SENTENCES, SLAMMED, TEXT

_ENTITY = re.compile(r"&(?:amp|lt|gt);")
_LOOKS = str.maketrans("∗ˍ∼ˋ∶", "*_~`:")


def seen(drawn: str) -> str:
    """What a person reads of what was sent."""
    plain = drawn.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return plain.translate(_LOOKS)


@given(NASTY)
def test_slack_finds_nothing_to_act_on(text: str) -> None:
    """No mention, link, emoji, bold, italic, strike or code can come out of a string."""
    drawn = escaped(text)
    assert not set("<>*_~`\n\r\t") & set(drawn)
    assert "&" not in _ENTITY.sub("", drawn)
    assert not re.search(r":[\w+'’-]+:", drawn)


@given(st.text(alphabet="abc &<>*_~`:.", max_size=60))
def test_what_is_drawn_reads_as_it_was_written(text: str) -> None:
    """A reader sees the same words, blanks drawn together."""
    assert seen(escaped(text)) == " ".join(text.split())


@given(NASTY, st.integers(2, 80))
def test_a_cut_keeps_to_its_length(text: str, limit: int) -> None:
    """What is cut ends in … and is no longer than asked."""
    clean = cut(text, limit)
    assert len(clean) <= limit
    whole = cut(text, len(text) + 2)
    assert clean == whole or clean.endswith("…")


def test_a_cut_falls_between_words() -> None:
    """No word is halved where a blank is near."""
    assert cut("The mill has closed its doors", 17) == "The mill has…"


@given(NASTY, st.integers(10, 60))
def test_what_is_tight_is_no_longer_when_sent(text: str, limit: int) -> None:
    """The limit holds after everything is escaped."""
    assert len(tight(text, limit)) <= limit


def test_a_source_can_be_clicked() -> None:
    """The address in a reason stays a link, and nothing else becomes one."""
    drawn = tight("ONS <b>, see https://ons.example/a_b?c=1&d=2.", 100)
    assert drawn == "ONS &lt;b&gt;, see <https://ons.example/a_b?c=1&amp;d=2>."


def test_an_address_that_was_cut_is_no_link() -> None:
    """Half an address leads nowhere, so it is not offered."""
    assert "<" not in tight("https://ons.example/" + "a" * 200, 60)


@pytest.mark.parametrize("ping", ["<!channel>", "<!here|here>", "<@U12345>", "<!subteam^S1>"])
def test_nobody_is_pinged(ping: str) -> None:
    """A draft that holds a mention shows it and calls nobody."""
    text = f"Call {ping} now."
    assert ping not in passage(text, 5, 5 + len(ping), (0, len(text)))
    assert seen(passage(text, 5, 5 + len(ping), (0, len(text)))) == f"Call *{ping}* now."


def test_the_flagged_words_are_bold_in_their_sentence() -> None:
    """A short sentence is shown whole."""
    drawn = passage(TEXT, *SLAMMED, SENTENCES[1])
    assert drawn == "It had *slammed* its doors twice before."


def test_a_long_sentence_is_cut_around_the_flagged_words() -> None:
    """What is shown is the neighbourhood of the words, cut at words with …"""
    text = "alpha " * 60 + "slammed" + " omega" * 60
    drawn = passage(text, 360, 367, (0, len(text)))
    assert re.fullmatch(r"…(alpha )+\*slammed\*( omega)+…", drawn)


def test_bold_can_begin_inside_a_word() -> None:
    """Part of a word is set off so that Slack takes the marks for marks."""
    assert passage("unfairly", 2, 6, (0, 8)) == "un\u200b*fair*\u200bly"


@given(NASTY, NASTY, NASTY)
def test_a_passage_is_short_and_bold_once(before: str, words: str, after: str) -> None:
    """At most 200 characters are read, with one stretch of bold if there are words at all."""
    text = before + words + after
    start, end = len(before), len(before) + len(words)
    drawn = passage(text, start, end, (0, len(text)))
    assert len(seen(drawn).replace("\u200b", "")) <= PASSAGE + 2
    assert drawn.count("*") == (2 if escaped(words) else 0)


@given(NASTY)
def test_short_is_cut_before_it_is_escaped(text: str) -> None:
    """No entity is cut in half."""
    drawn = short(text, 20)
    assert len(_ENTITY.sub("x", drawn)) <= 20
    assert "&" not in _ENTITY.sub("", drawn)
