"""Who may settle what: invariants over every order of decisions."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

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
    """One decision on flag 1."""
    person = Person(id=by, name=by)
    return Resolution(number=1, outcome=outcome, reason="", by=person, at=AT, version=version)


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
    assert standing(Level.HOLD, {WRITER}, record, last_version(record)) is not Standing.SETTLED


@given(LEVELS, records(), PEOPLE, DECISIONS)
@settings(max_examples=300)
def test_the_step_that_settles(
    level: Level, record: list[Resolution], by: str, outcome: Outcome
) -> None:
    """A hold is never settled by its writer's decision, nor a query by the writer's own stet."""
    version = last_version(record)
    if standing(level, {WRITER}, record, version) is Standing.SETTLED:
        return
    after = standing(level, {WRITER}, [*record, decision(outcome, by, version)], version)
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
    if may(level, {WRITER}, record, step):
        assert standing(level, {WRITER}, [*record, step], version) is not Standing.OPEN


@given(LEVELS, records())
def test_reopening_opens(level: Level, record: list[Resolution]) -> None:
    """A flag that is reopened is open, whatever was decided, and its first answer may be any."""
    version = last_version(record)
    record.append(decision(Outcome.REOPENED, WRITER, version))

    assert standing(level, {WRITER}, record, version) is Standing.OPEN
    assert may(level, {WRITER}, record, decision(Outcome.STET, WRITER, version))


@given(LEVELS, records())
def test_unanswered_is_no_decision(level: Level, record: list[Resolution]) -> None:
    """Being recorded as unanswered moves a flag nowhere."""
    version = last_version(record)
    recorded = [*record, decision(Outcome.UNANSWERED, "U2", version)]

    before = standing(level, {WRITER}, record, version)
    assert standing(level, {WRITER}, recorded, version) is before


@given(LEVELS, records(), st.integers(1, 3))
def test_the_next_version(level: Level, record: list[Resolution], later: int) -> None:
    """In a later version all stands as it stood, but for what was last called fixed."""
    version = last_version(record)
    now = standing(level, {WRITER}, record, version)
    then = standing(level, {WRITER}, record, version + later)
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
    assert standing(Level.HOLD, {WRITER}, record, version) is Standing.SETTLED


@given(LEVELS, records(), PEOPLE, DECISIONS)
def test_nobody_settles_a_hold_on_copy_that_is_also_theirs(
    level: Level, record: list[Resolution], by: str, outcome: Outcome
) -> None:
    """Writer and uploader are alike: neither settles a hold, though the other answered it."""
    own, version = {WRITER, "U2"}, last_version(record)
    if standing(level, own, record, version) is Standing.SETTLED:
        return
    after = standing(level, own, [*record, decision(outcome, by, version)], version)
    if after is Standing.SETTLED and by in own:
        assert level is not Level.HOLD
        assert outcome in (Outcome.FIXED, Outcome.SOURCED)
