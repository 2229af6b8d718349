"""What settles a flag: invariants over every order of decisions."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.desk import Right
from bot.model import Outcome, Person, Resolution, Standing
from bot.standing import may, standing
from rules.model import Level

WRITER = "U1"
AT = datetime(2025, 3, 3, tzinfo=UTC)
PEOPLE = st.sampled_from([WRITER, "U2", "U3"])
DECISIONS = st.sampled_from([Outcome.FIXED, Outcome.SOURCED, Outcome.STET, Outcome.WRONG])
RECORDED = st.sampled_from(Outcome)
LEVELS = st.sampled_from(Level)


def decision(outcome: Outcome, by: str, version: int = 1) -> Resolution:
    """One decision on flag 1; the writer's word only answers."""
    return Resolution(
        number=1,
        outcome=outcome,
        reason="",
        by=Person(id=by, name=by),
        at=AT,
        version=version,
        right=Right.ANSWERS if by == WRITER else Right.SETTLES,
    )


@st.composite
def records(draw: st.DrawFn, people: st.SearchStrategy[str] = PEOPLE) -> list[Resolution]:
    """What might be on record of a flag, over several versions, in any order."""
    record, version = [], 1
    for _ in range(draw(st.integers(0, 7))):
        version += draw(st.integers(0, 1))
        record.append(decision(draw(RECORDED), draw(people), version))
    return record


def last_version(record: list[Resolution]) -> int:
    return record[-1].version if record else 1


@given(PEOPLE, st.data())
def test_nobody_settles_a_hold_alone(person: str, data: st.DataObject) -> None:
    """Whatever one person does, and in whatever order, no hold is settled by that alone."""
    record = data.draw(records(st.just(person)))
    assert standing(Level.HOLD, record, last_version(record)) is not Standing.SETTLED


@given(LEVELS, records(), PEOPLE, DECISIONS)
@settings(max_examples=300)
def test_the_step_that_settles(
    level: Level, record: list[Resolution], by: str, outcome: Outcome
) -> None:
    """A hold is never settled by its writer's decision, nor a query by the writer's own stet."""
    version = last_version(record)
    if standing(level, record, version) is Standing.SETTLED:
        return
    after = standing(level, [*record, decision(outcome, by, version)], version)
    if after is Standing.SETTLED and by == WRITER:
        assert level is not Level.HOLD
        assert outcome in (Outcome.FIXED, Outcome.SOURCED)


@given(LEVELS, records(), PEOPLE, DECISIONS)
def test_a_decision_is_never_without_effect(
    level: Level, record: list[Resolution], by: str, outcome: Outcome
) -> None:
    """What a person may decide leaves the flag answered or settled, never open."""
    version = last_version(record)
    step = decision(outcome, by, version)
    if may(level, record, step):
        assert standing(level, [*record, step], version) is not Standing.OPEN


@given(LEVELS, records())
def test_reopening_opens(level: Level, record: list[Resolution]) -> None:
    """A flag that is reopened is open, whatever was decided, and its first answer may be any."""
    version = last_version(record)
    record.append(decision(Outcome.REOPENED, WRITER, version))

    assert standing(level, record, version) is Standing.OPEN
    assert may(level, record, decision(Outcome.STET, WRITER, version))


@given(LEVELS, records())
def test_unanswered_is_no_decision(level: Level, record: list[Resolution]) -> None:
    """Being recorded as unanswered moves a flag nowhere."""
    version = last_version(record)
    recorded = [*record, decision(Outcome.UNANSWERED, "U2", version)]

    before = standing(level, record, version)
    assert standing(level, recorded, version) is before


@given(LEVELS, records(), st.integers(1, 3))
def test_the_next_version(level: Level, record: list[Resolution], later: int) -> None:
    """In a later version all stands as it stood, but for what was last called fixed."""
    version = last_version(record)
    now = standing(level, record, version)
    then = standing(level, record, version + later)
    decided = [each.outcome for each in record if each.outcome is not Outcome.UNANSWERED]

    if now is not Standing.OPEN and decided[-1] is Outcome.FIXED:
        assert then is Standing.OPEN
    else:
        assert then is now


@given(records(), st.sampled_from(["U2", "U3"]), DECISIONS)
def test_two_people_can_always_settle(
    record: list[Resolution], editor: str, outcome: Outcome
) -> None:
    """From wherever a flag stands, its writer and one editor can settle it."""
    version = last_version(record)
    record += [
        decision(Outcome.REOPENED, WRITER, version),
        decision(outcome, WRITER, version),
        decision(outcome, editor, version),
    ]
    assert standing(Level.HOLD, record, version) is Standing.SETTLED


@given(LEVELS, records(), st.sampled_from(["U2", "U3"]), DECISIONS)
def test_who_is_alone_settles(
    level: Level, record: list[Resolution], person: str, outcome: Outcome
) -> None:
    """The only person on a desk settles whatever is asked, whoever wrote it."""
    version = last_version(record)
    word = decision(outcome, person, version).model_copy(update={"right": Right.ALONE})
    assert may(level, record, word) or standing(level, record, version) is Standing.SETTLED
    assert standing(level, [*record, word], version) is Standing.SETTLED


@given(records(), DECISIONS)
def test_words_that_only_answer(record: list[Resolution], outcome: Outcome) -> None:
    """However many people say so, no hold is settled by people whose word only answers."""
    weak = [each.model_copy(update={"right": Right.ANSWERS}) for each in record]
    for person in ("U2", "U3", "U4"):
        word = decision(outcome, person, last_version(record))
        weak.append(word.model_copy(update={"right": Right.ANSWERS}))
    assert standing(Level.HOLD, weak, last_version(record)) is Standing.ANSWERED
