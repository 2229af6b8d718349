"""What a writer typed, out of what Slack sends."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.readers.mrkdwn import MESSAGE, mrkdwn_copy, people_in, read_mrkdwn, read_reply


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("Marks &amp; Daughters &lt;b&gt;", "Marks & Daughters <b>"),
        ("&amp;lt; stays", "&lt; stays"),
        ("<https://ferry.example/log|the log>", "the log"),
        ("see <https://ferry.example/a_b_c>", "see https://ferry.example/a_b_c"),
        ("<mailto:ines@desk.example|ines@desk.example>", "ines@desk.example"),
        ("<tel:0123>", "0123"),
        ("<@U12> asked", "@Inês asked"),
        ("<@U99> asked", "@U99 asked"),
        ("<@U12|ines> asked", "@ines asked"),
        ("in <#C1|desk-foreign>", "in #desk-foreign"),
        ("in <#C1>", "in #C1"),
        ("to <|nothing>", "to nothing"),
        ("a <|> b", "a  b"),
        ("<!here> look", "@here look"),
        ("<!subteam^S1|@subs>", "@subs"),
        ("<!date^1700000000^{date}|14 November>", "14 November"),
        ("*The ferry* was _very_ late", "The ferry was very late"),
        ("*_both_* and _*again*_", "both and again"),
        ("~not this~ but `that`", "not this but that"),
        ("```\na block\nof text\n```", "a block\nof text"),
        ("*<https://ferry.example|The log> says*", "The log says"),
        ("<https://ferry.example/*a*|log>", "log"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("f*ck and sh*t", "f*ck and sh*t"),
        ("* a list\n* of two", "* a list\n* of two"),
        ("*Correction: the fee is 3", "*Correction: the fee is 3"),
        ("a\r\n\r\nb", "a\r\n\r\nb"),
    ],
)
def test_reads(sent: str, typed: str) -> None:
    """Links, people and formatting read as the writer saw them; lone stars are left alone."""
    assert read_mrkdwn(sent, {"U12": "Inês"}) == typed


@pytest.mark.parametrize(
    ("sent", "copy"),
    [
        ("<https://ferry.example/log|the log>", "[the log](https://ferry.example/log)"),
        ("*<https://a.example?b&amp;c=2|Log> says*", "[Log](https://a.example?b&c=2) says"),
        ("<https://ferry.example/a_(b)|log>", "[log](https://ferry.example/a_%28b%29)"),
        ("see <https://ferry.example/log>", "see https://ferry.example/log"),
        ("<http://ferry.example|ferry.example>", "ferry.example"),
        ("<https://www.ferry.example/|ferry.example>", "ferry.example"),
        ("<https://ferry.example/report|report>", "[report](https://ferry.example/report)"),
        ("<https://ferry.example/log|[3]>", "[3]"),
        ("<mailto:ines@desk.example|Inês>", "Inês"),
    ],
)  # fmt: skip
def test_copy_keeps_where_links_lead(sent: str, copy: str) -> None:
    """A claim that is linked has its source with it; an address for its own label stands alone."""
    assert mrkdwn_copy(sent).text == copy


MARKED = st.lists(
    st.sampled_from(
        ["*bold*", "_so_", "a &amp; b", "<@U12>", "<https://ferry.example/x|the log>", "&lt;",
         "`c`", "```\nblock\n```", "<#C1|desk>", " ", "\n", "é😀", "<mailto:a@b.example|a@b>"]
    )
).map("".join)  # fmt: skip


@given(MARKED)
def test_every_word_of_a_copy_is_found_in_the_message(sent: str) -> None:
    """To the letter, or as the whole that it stands for: an escape, a person, a channel."""
    copy = mrkdwn_copy(sent, {"U12": "Inês"})
    assert copy.text.replace("[the log](https://ferry.example/x)", "the log") == read_mrkdwn(
        sent, {"U12": "Inês"}
    )
    for start, end, where, at, to, _ in copy.pieces:
        words, there = copy.text[start:end], sent[at:to]
        assert where == MESSAGE
        assert words == there or there.startswith(("&", "<"))


def test_a_name_is_found_as_a_whole() -> None:
    """However long it is: a part of it stands nowhere in a code."""
    sent = "so <@U0123ABCD> said"
    copy = mrkdwn_copy(sent, {"U0123ABCD": "Sana Mallick"})
    start = copy.text.index("Mallick")
    (spot,) = copy.spots(start, start + 7)
    assert sent[spot.start : spot.end] == "<@U0123ABCD>"


def test_people() -> None:
    """The people to be looked up are those whom Slack names by id alone."""
    assert people_in("<@U12> and <@U7|tom> and <@U12>") == {"U12"}


@settings(max_examples=100)
@given(st.text(alphabet=st.characters(exclude_characters="*_~`", exclude_categories=["Cs"])))
def test_plain_words_come_back(text: str) -> None:
    """Text without formatting, escaped as Slack does, comes back to the letter."""
    sent = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert read_mrkdwn(sent) == text


@settings(max_examples=100)
@given(st.text(alphabet="*_~` <>|@#!ab\n&;lt"))
def test_never_breaks(text: str) -> None:
    """Whatever is sent, reading ends, and no letter of ours is added."""
    assert len(read_mrkdwn(text)) <= len(text)


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("ask 6 <@U12> by 17:00", "ask 6 <@U12> by 17:00"),
        ("ask 6 <@U12|ines>", "ask 6 <@U12>"),
        ("*ask 6 <@U12>*", "ask 6 <@U12>"),
        ("source 3 <https://ons.example/7|ONS>, May", "source 3 ONS https://ons.example/7, May"),
        ("source 3 <http://ons.example|ons.example>", "source 3 http://ons.example"),
        ("ask <!subteam^S1|@subs> &amp; <!here>", "ask @subs & @here"),
    ],
)  # fmt: skip
def test_a_reply_keeps_people_and_addresses(sent: str, typed: str) -> None:
    """Somebody can be asked by their id, and a source looked up."""
    assert read_reply(sent) == typed


@given(st.text(max_size=60))
def test_a_reply_without_people_and_links_is_read_as_any_message(sent: str) -> None:
    """Nothing else is different."""
    if "<" not in sent:
        assert read_reply(sent) == read_mrkdwn(sent)
