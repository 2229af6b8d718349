"""Flags of one sentence and pack stand in the list as one."""

from typing import Any

from bot.blocks.checklist import pages
from bot.blocks.fold import FOLDED, Fold, fold_block, folds
from bot.blocks.modal import flag_modal
from bot.model import Checklist, Outcome, Standing, State
from bot.sandbox.model import visible
from rules.model import Level
from tests.bot.blocks.lists import IMRAN, SANA, checklist, decided, draft, entry, numbered

MILL: dict[str, Any] = {
    "start": 4,
    "end": 8,
    "rule": "language.label",
    "title": "Whose word is it?",
}  # sentence 1
PAID: dict[str, Any] = {
    "start": 63,
    "end": 69,
    "rule": "language.label",
    "title": "Whose word is it?",
}


def together(listed: Checklist) -> list[list[int]]:
    return [[each.number for each in fold.entries] for fold in folds(listed)]


def lines(listed: Checklist) -> list[str]:
    """The words of the first fold."""
    text: str = fold_block(listed, folds(listed)[0])["text"]["text"]
    return text.splitlines()


def test_one_flag_stands_for_a_sentence_and_a_pack() -> None:
    """Others of the same sentence keep their place; so do those about the whole draft."""
    listed = checklist(
        entry(1, level=Level.HOLD, rule="sourcing.reply", scope="document", note="Nobody asked."),
        entry(2),
        entry(3, **MILL),
        entry(4, rule="language.editorial"),
        entry(5, rule="sourcing.vague"),
        entry(6, **PAID),
        entry(7, rule="sourcing.single", scope="document", note="All are to one."),
    )
    assert together(listed) == [[1], [2, 4], [3], [5], [6], [7]]


def test_the_hardest_stands_in_front_and_the_rest_below_it() -> None:
    """In short: number, question, level and words."""
    listed = checklist(
        entry(1, level=Level.HOLD), entry(2, rule="language.label", title="Whose word is it?")
    )
    assert lines(listed) == [
        "*1 · Does the verb take sides?* · hold",
        "“It had *slammed* its doors twice before.”",
        "_Say what was said._",
        "also *2 · Whose word is it?* · query: “slammed”",
    ]


def test_the_front_makes_room_once_it_is_settled() -> None:
    """The menu is that of the first flag that is not settled; what was decided stands below."""
    settled = entry(1, Standing.SETTLED, decided(Outcome.STET, "his title", IMRAN))
    listed = checklist(settled, entry(2), entry(3))
    assert lines(listed)[0] == "*2 · Does the verb take sides?* · query"
    assert lines(listed)[-2:] == [
        "also ~*1 · Does the verb take sides?*~ stet by Imran: his title",
        "also *3 · Does the verb take sides?* · query: “slammed”",
    ]


def test_an_answered_hold_keeps_its_menu() -> None:
    """A second editor has to find it."""
    answered = entry(1, Standing.ANSWERED, decided(Outcome.FIXED, by=SANA), level=Level.HOLD)
    block = fold_block(*_first(checklist(answered, entry(2))))
    assert block["accessory"]["options"][0]["text"]["text"] == "Agree"


def test_an_answered_flag_below_says_that_it_waits() -> None:
    answered = entry(2, Standing.ANSWERED, decided(Outcome.STET, "his title", SANA))
    last = lines(checklist(entry(1), answered))[-1]
    assert last.endswith("· query: stet by Sana: his title · waits for a second editor")


def test_all_settled_are_struck_through_in_order() -> None:
    settled = [entry(n, Standing.SETTLED, decided(Outcome.FIXED)) for n in (1, 2)]
    assert lines(checklist(*settled)) == [
        "~*1 · Does the verb take sides?*~ fixed by Imran",
        "also ~*2 · Does the verb take sides?*~ fixed by Imran",
    ]


def test_what_was_left_unanswered_says_so() -> None:
    left = [entry(n, Standing.OPEN, decided(Outcome.UNANSWERED)) for n in (1, 2)]
    drawn = lines(checklist(*left, draft=draft(state=State.CLEARED)))
    assert drawn[-1] == "also *2 · Does the verb take sides?* · unanswered"


def test_of_very_many_only_the_numbers_stand() -> None:
    """A sentence that is nothing but questions is still one section."""
    drawn = lines(checklist(*(entry(n) for n in range(1, 31))))
    assert len([line for line in drawn if line.startswith("also *")]) == FOLDED
    assert drawn[-1] == f"also {FOLDED + 2} to 30"


def test_a_new_state_of_any_of_them_is_a_new_section() -> None:
    """Slack keeps no old menu under it."""
    listed = checklist(entry(1), entry(2))
    after = checklist(entry(1), entry(2, Standing.SETTLED, decided(Outcome.FIXED)))
    before, now = (fold_block(*_first(each))["block_id"] for each in (listed, after))
    assert before != now


def test_twelve_of_them_come_first() -> None:
    """Folded flags do not count."""
    listed = numbered(14)
    twice = [each.model_copy(update={"number": each.number + 20}) for each in listed[:3]]
    [first, second] = pages(checklist(*listed, *twice))
    assert len([b for b in first.blocks if b["block_id"].startswith("flag:")]) >= 10
    assert second.text.endswith(" 14")


def test_the_window_shows_what_else_is_asked() -> None:
    """And how each of them is settled."""
    listed = checklist(entry(1), entry(2, rule="language.label", title="Whose word is it?"))
    said = visible(flag_modal(listed, listed.entries[0])["blocks"])
    assert "Also asked of this sentence:" in said
    assert "*2 · Whose word is it?* · query: “slammed”" in said
    assert "“stet 2 …”" in said
    alone = checklist(entry(1))
    assert "Also asked" not in visible(flag_modal(alone, alone.entries[0])["blocks"])


def _first(listed: Checklist) -> tuple[Checklist, Fold]:
    return listed, folds(listed)[0]
