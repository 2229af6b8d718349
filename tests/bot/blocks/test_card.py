"""The card: what an editor sees first."""

from typing import Any

from bot.blocks.card import card
from bot.blocks.draft import draft_line
from bot.blocks.flag import text_of
from bot.model import Checklist, Entry, Outcome, Standing, State
from rules.model import Level
from tests.bot.blocks.lists import IMRAN, NOON, SANA, checklist, decided, draft, entry

ACCUSES: dict[str, Any] = {"level": Level.HOLD, "title": "Who accuses?"}
ASKED: dict[str, Any] = {"level": Level.HOLD, "title": "Have we asked them?"}


def words(listed: Checklist) -> str:
    """What the card says."""
    text: str = card(listed)[0]["text"]["text"]
    return text


def buttons(listed: Checklist) -> list[str]:
    """What can be pressed on it."""
    rows = [block["elements"] for block in card(listed) if block["type"] == "actions"]
    return [button["text"]["text"] for row in rows for button in row]


def test_the_card_says_what_was_handed_in() -> None:
    """Name, version, length, who, and the slug to type in a command."""
    line = "*Mill closed* · version 1 · 14 words · posted by Sana · `mill-closed`\n"
    assert words(checklist()).startswith(line)


def test_a_pasted_draft_was_not_posted() -> None:
    """A draft without a message of its own was handed in."""
    assert "handed in by Sana" in words(checklist(draft=draft(own_message=False)))


def test_flags_are_counted_in_words() -> None:
    """Holds, queries and notes, and those there are none of left out."""
    listed = checklist(entry(1, **ACCUSES), entry(2), entry(3), entry(4, level=Level.NOTE))
    assert "1 hold, 2 queries, 1 note." in words(listed)
    assert "\n2 queries. " in words(checklist(entry(2), entry(3)))


def test_what_holds_the_draft_is_named() -> None:
    """The questions of the holds that are not settled, repeats counted."""
    listed = checklist(entry(1, **ACCUSES), entry(2, **ACCUSES), entry(3, **ASKED))
    assert words(listed).endswith("Held by: who accuses? (2) and have we asked them?")


def test_nothing_holds_a_draft_without_holds() -> None:
    """A query holds nothing."""
    assert "Held by" not in words(checklist(entry(1)))


def test_sourced_sentences_are_named_by_number() -> None:
    """A reader sees which sentences somebody vouches for, and from where on nobody does."""
    sentences = tuple((n, n + 1) for n in range(12))
    listed = checklist(entry(1), sentences=sentences, sourced=(1, 2, 3, 5))
    assert "Sentences 2 to 4 and 6 are sourced. From 7 on nobody is speaking but us." in words(
        listed
    )


def test_one_sourced_sentence_is_one() -> None:
    """The line is English for one, for none and for all."""
    assert "Sentence 3 is sourced." in words(checklist(entry(1), sourced=(2,)))
    assert "Nobody is speaking in it but us." in words(checklist(entry(1)))
    assert "Every sentence is sourced." in words(checklist(entry(1), sourced=(0, 1, 2)))


def test_nothing_to_query_is_one_friendly_line() -> None:
    """A clean draft gets its due, and can be cleared at once."""
    listed = checklist(sourced=(0, 2))
    assert words(listed).endswith("\nRead it: 3 sentences, 2 attributed. Nothing to query.")
    assert buttons(listed) == ["Take it", "Sources", "Hand back", "New version…", "Clear story"]


def test_other_languages_get_one_line() -> None:
    """Copy that is not English is not judged."""
    assert "not in English" in words(checklist(language="de"))
    assert "Hand back" not in buttons(checklist(language="de"))


def test_progress_is_told_as_flags_are_settled() -> None:
    """What is open, what waits and what is settled."""
    listed = checklist(
        entry(1, Standing.ANSWERED, decided(Outcome.FIXED), **ACCUSES),
        entry(2, Standing.SETTLED, decided(Outcome.FIXED)),
        entry(3),
    )
    assert "Still open: 1 query; 1 waits for a second person; 1 settled." in words(listed)


def test_the_story_can_be_cleared_when_no_hold_is_unsettled() -> None:
    """The button is there for queries, and not while a hold is open or answered."""
    answered = entry(1, Standing.ANSWERED, decided(Outcome.FIXED), **ACCUSES)
    assert "Clear story" in buttons(checklist(entry(1)))
    assert "Clear story" not in buttons(checklist(entry(1, **ACCUSES)))
    assert "Clear story" not in buttons(checklist(answered))


def test_clearing_asks_about_open_queries_first() -> None:
    """Whoever clears is told what goes on record as unanswered."""
    asked = card(checklist(entry(1), entry(2)))[1]["elements"][-1]["confirm"]["text"]["text"]
    assert asked == "2 queries are open and go on record as unanswered."


def test_a_cleared_story_says_by_whom_and_what_was_left() -> None:
    """The name stands on the card, and the button is gone."""
    left = entry(1, Standing.OPEN, decided(Outcome.UNANSWERED))
    listed = checklist(left, draft=draft(state=State.CLEARED, closed_by=IMRAN))
    assert words(listed).endswith("*Cleared by Imran.* 1 query left unanswered.")
    assert buttons(listed) == ["Sources", "Hand back", "New version…"]


def test_the_first_card_says_who_may_settle() -> None:
    """Once, in small print, and only while there is something to settle."""

    def small(listed: Checklist) -> list[str]:
        blocks = [block for block in card(listed) if block["type"] == "context"]
        return [block["elements"][0]["text"] for block in blocks]

    settled = entry(1, Standing.SETTLED, decided(Outcome.FIXED))
    said = "Everyone in this channel may settle flags here, until `/desk settings` says who may."
    assert small(checklist(entry(1))) == [said]
    assert small(checklist(entry(1)).model_copy(update={"roles_set": True})) == []
    assert small(checklist(entry(1), version=2)) == []
    assert small(checklist(settled)) == small(checklist()) == []
    assert small(checklist(entry(1), draft=draft(state=State.CLEARED))) == []


def test_names_from_outside_are_harmless() -> None:
    """A person called <!channel> pings nobody."""
    nasty = IMRAN.model_copy(update={"name": "<!channel>"})
    assert "<!" not in words(checklist(draft=draft(writer=nasty)))


def test_a_draft_in_a_list_is_one_line() -> None:
    """Name, number, writer, what is not settled and what holds it."""
    listed = checklist(entry(1, **ACCUSES), entry(2))
    assert draft_line(listed, "https://slack.example/1") == (
        "*<https://slack.example/1|Mill closed>* (#7, by Sana): 1 hold, 1 query not settled; "
        "held by who accuses?"
    )


def confirm(*entries: Entry, **facts: Any) -> str:
    """What is asked before the story is cleared."""
    text: str = card(checklist(*entries, **facts))[1]["elements"][-1]["confirm"]["text"]["text"]
    return text


def test_what_is_called_fixed_and_still_stands_is_said_before_clearing() -> None:
    """Whoever clears knows that this version still has the words."""
    fixed = entry(1, Standing.SETTLED, decided(Outcome.FIXED))
    assert confirm(fixed).endswith("1 flag was called fixed; its words still stand in version 1.")


def test_copy_that_was_not_read_is_not_called_clean() -> None:
    """A draft that is not in English is cleared on somebody's own reading."""
    assert confirm(language="fr") == "Nobody has read it here: it is not in English."


def test_who_has_it_and_until_when_stands_on_the_card() -> None:
    """The deadline reads on everybody's own clock."""
    taken = draft(taken_by=IMRAN, due=NOON)
    assert words(checklist(entry(1), draft=taken)).endswith(
        "Imran has it · off stone "
        "<!date^1741089600^{date_short_pretty} at {time}|4 March, 12:00 UTC>"
    )
    assert words(checklist(draft=draft(taken_by=IMRAN))).endswith("\nImran has it")
    assert "\nOff stone <!date^" in words(checklist(draft=draft(due=NOON)))


def test_a_draft_that_somebody_has_can_be_taken_over() -> None:
    """Whoever presses has it then."""
    assert buttons(checklist(draft=draft(taken_by=IMRAN)))[0] == "Take it over"


def test_several_are_settled_where_there_are_several() -> None:
    """One flag has a menu of its own."""
    settled = entry(3, Standing.SETTLED, decided(Outcome.FIXED))
    assert "Settle several…" in buttons(checklist(entry(1), entry(2)))
    assert "Settle several…" not in buttons(checklist(entry(1), settled))
    answered = entry(3, Standing.ANSWERED, decided(Outcome.FIXED))
    assert "Settle several…" not in buttons(checklist(entry(1), answered))


def test_copy_that_was_not_read_has_no_sources() -> None:
    """There is no map of it."""
    assert buttons(checklist(language="fr")) == ["Take it", "New version…", "Clear story"]


def test_run_with_holds_says_who_and_why() -> None:
    """Both names and the reason; what was settled since has not changed how it ran."""
    run = draft(
        state=State.RUN_WITH_HOLDS, closed_by=IMRAN, second=SANA, closed_why="it is on the wires"
    )
    settled = entry(1, Standing.SETTLED, decided(Outcome.FIXED), **ACCUSES)
    for hold in (entry(1, **ACCUSES), settled):
        listed = checklist(hold, draft=run)
        assert words(listed).endswith("*Run with holds by Imran and Sana:* it is on the wires")
    assert buttons(listed) == ["Sources", "Hand back", "New version…"]


def test_what_nobody_had_answered_when_it_ran() -> None:
    """The card counts it, and the thread does not ask for it any more."""
    run = draft(state=State.RUN_WITH_HOLDS, closed_by=IMRAN, second=SANA, closed_why="wires")
    query = entry(2, Standing.OPEN, decided(Outcome.UNANSWERED))
    listed = checklist(entry(1, **ACCUSES), query, draft=run)
    assert words(listed).endswith("wires\n1 query left unanswered.")
    assert text_of(listed, query).endswith("· unanswered")


def test_a_spiked_draft_says_who_and_why() -> None:
    """Nothing can be done with it any more, and nothing holds it."""
    spiked = draft(state=State.SPIKED, closed_by=IMRAN, closed_why="it was not true")
    listed = checklist(entry(1, **ACCUSES), draft=spiked)
    assert words(listed).endswith("*Spiked by Imran:* it was not true")
    assert "Held by" not in words(listed)
    assert buttons(listed) == []


def test_a_draft_whose_message_was_deleted_says_so() -> None:
    """Nobody need have spiked it."""
    gone = draft(state=State.SPIKED, closed_why="its message was deleted")
    assert words(checklist(draft=gone)).endswith("*Spiked:* its message was deleted")


def test_what_a_new_version_brought_is_counted() -> None:
    """Until it is settled."""
    new, old = entry(2).model_copy(update={"since": 2}), entry(1)
    assert "2 queries. 1 is new." in words(checklist(old, new, version=2))
    assert "new" not in words(checklist(old, entry(2)))


def test_what_was_not_looked_for_is_said() -> None:
    """A rule that took too long on a version is named, whether there are flags or not."""
    line = (
        "\n*Not looked for:* `legal.libel` and `copy.name` took too long on this version. "
        "Read for it yourselves."
    )
    stopped = ("legal.libel", "copy.name")
    for entries in ((), (entry(1),)):
        assert line in words(checklist(*entries).model_copy(update={"stopped": stopped}))
