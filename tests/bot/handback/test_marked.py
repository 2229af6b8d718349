"""A draft with what is said of it in the margin, as it stands in the thread."""

from bot.handback.marked import marked_checklist
from bot.model import Outcome, Person, Standing, State
from rules.model import Level
from tests.bot.blocks.lists import IMRAN, SANA, checklist, decided, draft, entry

LEILA, TOM = Person(id="U3", name="Leila"), Person(id="U4", name="Tom")


def test_a_comment_says_who_decided_and_who_agreed() -> None:
    """What was decided before it was opened again is not counted."""
    stet = decided(Outcome.STET, "quotation", by=IMRAN)
    agreed = decided(Outcome.STET, "quotation", by=LEILA)
    again = decided(Outcome.REOPENED, by=TOM)
    old = decided(Outcome.STET, "quotation", by=SANA)
    listed = checklist(entry(3, Standing.SETTLED, old, again, stet, agreed))
    (comment,) = marked_checklist(listed).comments
    assert comment.decided == "stet by Imran: quotation; Leila agrees"
    assert comment.is_settled


def test_an_answer_waits_and_a_question_of_the_whole_draft_has_no_place() -> None:
    """The numbers are those of the thread, and the counts those of the card."""
    listed = checklist(
        entry(1, scope="document", level=Level.HOLD),
        entry(4, Standing.ANSWERED, decided(Outcome.FIXED, by=SANA)),
    )
    marked = marked_checklist(listed)
    whole, answered = marked.comments
    assert (whole.number, whole.spans, whole.decided) == (1, (), "")
    assert answered.decided == "fixed by Sana; waits for a second person"
    assert marked.counts == "1 hold, 1 query"


def test_what_nobody_answered_is_said() -> None:
    """Of a story that was cleared, and of a flag that was called fixed and is still there."""
    left = entry(2, Standing.OPEN, decided(Outcome.UNANSWERED))
    still = entry(5, Standing.OPEN, decided(Outcome.FIXED))
    cleared = marked_checklist(checklist(left, still, draft=draft(state=State.CLEARED)))
    assert [each.decided for each in cleared.comments] == [
        "left unanswered", "said fixed, still there",
    ]  # fmt: skip
