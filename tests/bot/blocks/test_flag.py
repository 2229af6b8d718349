"""A flag as it stands in the thread."""

from bot.blocks.flag import block_of, text_of, why_text
from bot.model import Entry, Outcome, Standing, State
from rules.model import Level
from tests.bot.blocks.lists import IMRAN, NOON, SANA, asked, checklist, decided, draft, entry


def drawn(one: Entry) -> str:
    """The words of a flag."""
    return text_of(checklist(one), one)


def offered(one: Entry) -> list[str]:
    """What its menu offers."""
    return [o["text"]["text"] for o in block_of(checklist(one), one)["accessory"]["options"]]


def test_an_open_flag_asks_shows_and_helps() -> None:
    """The question, the passage with the words in bold, and how to settle it."""
    assert drawn(entry(9)) == (
        "*9 · Does the verb take sides?* · query\n"
        "“It had *slammed* its doors twice before.”\n"
        "_Say what was said._"
    )


def test_repeats_are_counted() -> None:
    """One flag stands for every place."""
    assert "· query, 4 places\n" in drawn(entry(9, also=((0, 3), (4, 8), (9, 15))))


def test_a_rule_that_knows_better_words_offers_them() -> None:
    """What could stand there instead is said beside the remedy."""
    assert drawn(entry(suggestions=("closed", "shut"))).endswith("Perhaps “closed” or “shut”._")


def test_a_question_about_the_whole_draft_shows_no_passage() -> None:
    """What the rule says stands in its place."""
    asked = entry(scope="document", note="The mill's owner is accused; there is no word from her.")
    assert "\nThe mill's owner is accused; there is no word from her.\n" in drawn(asked)


def test_the_menu_of_an_open_flag_has_five_choices() -> None:
    """Five is as many as Slack takes."""
    assert offered(entry()) == ["Open", "Fixed", "Source…", "Stet…", "Wrong…"]


def test_an_answered_flag_offers_what_a_second_person_needs() -> None:
    """The answer stands below the passage, to be agreed to or not."""
    answered = entry(2, Standing.ANSWERED, decided(Outcome.STET, "his title", SANA))
    assert drawn(answered).endswith("\n_stet by Sana: his title · waits for a second editor_")
    assert "*slammed*" in drawn(answered)
    assert offered(answered) == ["Agree", "Open", "Reopen"]


def test_two_people_settle_a_hold() -> None:
    """Who said so first and who agreed both stand on a settled hold."""
    hold = entry(
        2,
        Standing.SETTLED,
        decided(Outcome.STET, "court record", SANA),
        decided(Outcome.STET, "court record"),
        level=Level.HOLD,
    )
    assert drawn(hold).endswith("~ stet by Sana: court record; Imran agrees")


def test_a_settled_flag_is_struck_through_in_place() -> None:
    """Who settled it, how and why stand beside it."""
    settled = entry(7, Standing.SETTLED, decided(Outcome.SOURCED, "two mediators", SANA))
    assert drawn(settled) == "~*7 · Does the verb take sides?*~ sourced by Sana: “two mediators”"
    assert offered(settled) == ["Reopen", "Open"]


def test_fixed_needs_no_reason() -> None:
    """Nothing is quoted where nothing was said."""
    assert drawn(entry(7, Standing.SETTLED, decided(Outcome.FIXED))).endswith("~ fixed by Imran")


def test_said_fixed_and_still_there_is_said() -> None:
    """A flag that opened again in the next version tells why."""
    again = entry(2, Standing.OPEN, decided(Outcome.FIXED), level=Level.HOLD)
    assert "* · hold · said fixed, still there\n" in drawn(again)


def test_a_query_nobody_answered_says_so_on_a_cleared_story() -> None:
    """It takes one line and can still be opened."""
    left = entry(3, Standing.OPEN, decided(Outcome.UNANSWERED))
    listed = checklist(left, draft=draft(state=State.CLEARED))
    assert text_of(listed, left) == "*3 · Does the verb take sides?* · unanswered"


def test_why_explains_and_tells_what_to_reply() -> None:
    """The reason, the remedy and the words to type."""
    said = why_text(checklist(entry(4)), entry(4))
    assert "It tells the reader how to feel." in said
    assert said.endswith("Reply “fixed 4”, “source 4 …”, “stet 4 …” or “wrong 4 …”.")


def test_what_is_new_in_this_version_is_marked() -> None:
    """So is nothing of a first version, and nothing that is settled."""
    new = entry(9).model_copy(update={"since": 2})
    assert "* · query · new\n" in text_of(checklist(new, version=2), new)
    assert "new" not in text_of(checklist(new, version=3), new)
    first = entry(9)
    assert "new" not in text_of(checklist(first), first)
    settled = entry(9, Standing.SETTLED, decided(Outcome.FIXED)).model_copy(update={"since": 2})
    assert "new" not in text_of(checklist(settled, version=2), settled)


def test_who_is_asked_and_until_when_stands_beside_the_question() -> None:
    """On everybody's own clock; a settled flag is nobody's turn."""
    turn = entry(9).model_copy(update={"assigned": asked(IMRAN, NOON)})
    assert drawn(turn).startswith(
        "*9 · Does the verb take sides?* · query · asked of Imran, by <!date^1741089600^"
    )
    without = entry(9).model_copy(update={"assigned": asked(IMRAN)})
    assert drawn(without).startswith("*9 · Does the verb take sides?* · query · asked of Imran\n")
    settled = entry(9, Standing.SETTLED, decided(Outcome.FIXED))
    assert "asked" not in drawn(settled.model_copy(update={"assigned": asked(IMRAN)}))
