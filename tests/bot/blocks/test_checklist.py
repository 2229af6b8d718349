"""The checklist as messages: budgets, order, and pages that stay what they are."""

from collections.abc import Sequence

from hypothesis import given, settings
from slack_sdk.models.blocks import Block

from bot.blocks.checklist import MOST, Page, pages
from bot.blocks.layout import FIRST, layout
from bot.model import Checklist, Entry, Outcome, Person, Standing, State
from rules.model import Level
from tests import drawn
from tests.bot.blocks.lists import (
    IMRAN,
    NOON,
    asked,
    checklist,
    decided,
    draft,
    entry,
    hostile,
    numbered,
)


def numbers(page: Page) -> list[int]:
    """The flags on a page that have a menu, by number."""
    ids = [block["block_id"].split(":") for block in page.blocks]
    return [int(parts[2]) for parts in ids if parts[0] == "flag"]


def laid_out(listed: Checklist) -> list[list[list[int]]]:
    """Which flags stand together, page by page."""
    return [[[e.number for e in fold.entries] for fold in page] for page in layout(listed)]


@settings(max_examples=40)
@given(hostile())
def test_every_page_is_within_slacks_limits(listed: Checklist) -> None:
    """Whatever a draft, a rule or a person wrote, Slack takes every message, and it reads well."""
    there = pages(listed)
    assert [page.page for page in there] == list(range(len(there)))
    assert len(there) <= MOST + 1
    for page in there:
        assert drawn.message(page.text, page.blocks) == []


@settings(max_examples=25)
@given(hostile())
def test_every_flag_is_on_one_page_in_order(listed: Checklist) -> None:
    """No flag is lost or shown twice; of each fold the first stands in its place."""
    together = [fold for page in laid_out(listed) for fold in page]
    assert sorted(n for fold in together for n in fold) == sorted(e.number for e in listed.entries)
    order = [entry.number for entry in listed.entries]
    firsts = [order.index(fold[0]) for fold in together]
    assert firsts == sorted(firsts)
    for page, several in zip(pages(listed), laid_out(listed), strict=False):
        menus = numbers(page)
        assert not menus or all(n in fold for n, fold in zip(menus, several, strict=True))


@settings(max_examples=25)
@given(hostile(most=60), hostile(most=1))
def test_a_decision_moves_no_flag(listed: Checklist, other: Checklist) -> None:
    """A flag stays on its page however it is settled, whoever does it and whatever they say."""
    said = [r for e in other.entries for r in e.resolutions] or [decided(Outcome.STET, "so")]
    update = {"standing": Standing.ANSWERED, "resolutions": tuple(said)}
    after = [entry.model_copy(update=update) for entry in listed.entries]
    later = listed.model_copy(update={"entries": tuple(after)})
    assert laid_out(listed) == laid_out(later)


def test_how_to_settle_a_question_is_said_once() -> None:
    """Of several flags with the same question, the first open one says what to do."""
    settled = entry(1, Standing.SETTLED, decided(Outcome.FIXED))
    second, third = (
        entry(n, rule="language.verb", start=s, end=s + 3) for n, s in ((2, 0), (3, 63))
    )
    [page] = pages(checklist(settled, second, third))
    told = ["Say what was said." in block["text"]["text"] for block in page.blocks[-3:]]
    assert told == [False, True, False]


def test_twelve_flags_come_with_the_card() -> None:
    """The first message holds twelve flags of ordinary length, the next ones more."""
    first, second, *_ = pages(checklist(*numbered(40)))
    assert numbers(first) == list(range(1, FIRST + 1))
    assert len(numbers(second)) >= FIRST


def test_a_page_changes_only_with_its_own_flags() -> None:
    """A decision on the first page leaves the second as it is, so it need not be sent again."""
    listed = checklist(*numbered(20))
    settled = entry(1, Standing.SETTLED, decided(Outcome.FIXED), rule="pack1.verb")
    later = draft(change=listed.draft.change + 1)
    update = {"entries": (settled, *listed.entries[1:]), "draft": later}
    before, after = pages(listed), pages(listed.model_copy(update=update))
    assert before[0] != after[0]
    assert before[1] == after[1]


def test_ids_are_new_when_a_flag_changes() -> None:
    """Slack keeps no old state of a menu under a flag that was decided on."""
    before = pages(checklist(entry(1)))[0].blocks[-1]["block_id"]
    after = pages(checklist(entry(1, Standing.SETTLED, decided(Outcome.FIXED))))[0]
    assert before not in [block["block_id"] for block in after.blocks]


def test_the_notification_says_what_came() -> None:
    """Who does not look at the blocks gets one line."""
    listed = checklist(entry(1, level=Level.HOLD), *numbered(30)[1:])
    there = pages(listed)
    assert there[0].text == "Mill closed: 1 hold, 29 queries."
    assert there[1].text.startswith(f"{len(numbers(there[1]))} flags more: 13 to ")


def test_slacks_own_models_take_the_blocks() -> None:
    """The SDK, which knows lengths of its own, has nothing to say against them."""
    listed = checklist(*numbered(30), entry(31, Standing.SETTLED, decided(Outcome.STET, "so")))
    for page in pages(listed):
        for block in page.blocks:
            parsed = Block.parse(block)
            assert parsed is not None
            parsed.validate_json()


def _settled(entries: Sequence[Entry]) -> list[Entry]:
    update = {"standing": Standing.SETTLED, "resolutions": (decided(Outcome.FIXED),)}
    return [entry.model_copy(update=update) for entry in entries]


def test_a_finished_page_is_one_line_with_the_way_to_its_flags() -> None:
    """A long thread grows short; the pages that are not done stay as they are."""
    before = checklist(*numbered(40))
    first, second = ([n for fold in page for n in fold] for page in laid_out(before)[:2])
    entries = [
        _settled([entry])[0] if entry.number in (*first, *second) else entry
        for entry in before.entries
    ]
    card, page, last = pages(checklist(*entries))
    line = card.blocks[-1]
    assert line["text"]["text"] == f"Flags 1 to {first[-1]} are done: {len(first)} fixed."
    assert line["accessory"]["text"]["text"] == "Show them"
    assert line["accessory"]["value"] == "7:0"
    assert page.text == f"Flags {second[0]} to {second[-1]} are done: {len(second)} fixed."
    assert page.blocks[0]["accessory"]["value"] == f"7:{len(first)}"
    assert last == pages(before)[2]


def test_a_checklist_of_one_message_is_not_folded() -> None:
    """What was decided on a few flags stands in place."""
    [page] = pages(checklist(*_settled(numbered(5))))
    assert numbers(page) == [1, 2, 3, 4, 5]


def test_a_page_that_was_left_when_the_story_was_cleared_is_done() -> None:
    """How many were left unanswered is said."""
    left = {"resolutions": (decided(Outcome.UNANSWERED),)}
    entries = [each.model_copy(update=left) for each in numbered(20)]
    cleared = draft(state=State.CLEARED, closed_by=IMRAN)
    assert pages(checklist(*entries))[1].blocks != []
    assert pages(checklist(*entries, draft=cleared))[1].text.endswith("are done: 8 unanswered.")


def test_a_bad_draft_does_not_flood_the_thread() -> None:
    """Of 300 flags the first stand in a few messages, and one line leads to the others."""
    there = pages(checklist(*numbered(300)))
    assert len(there) == MOST + 1
    shown = sum(len(numbers(page)) for page in there)
    rest = there[-1]
    assert rest.text == f"{300 - shown} more flags, kept out of the thread: {300 - shown} queries."
    assert rest.blocks[0]["accessory"]["value"] == f"7:{shown}"


def test_who_is_asked_gives_way_before_a_flag_is_moved() -> None:
    """However many flags somebody is asked about, each stays on its page."""
    listed = checklist(*numbered(40))
    turn = asked(Person(id="U9", name="w" * 200), NOON)
    entries = [entry.model_copy(update={"assigned": turn}) for entry in listed.entries]
    everybody = checklist(*entries)
    assert laid_out(everybody) == laid_out(listed)
    for page in pages(everybody):
        assert drawn.message(page.text, page.blocks) == []
