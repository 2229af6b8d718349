"""What is asked when something is decided: the outcome, a reason, and whose turn it is else."""

from bot.blocks.text import Block, field, option, plain
from bot.model import Outcome

OUTCOME, COMMON, REASON = "outcome", "common", "reason"  # action ids of the fields

LONGEST_REASON = 500

_OUTCOMES = {
    Outcome.FIXED: ("Fixed", "rewritten or cut"),
    Outcome.SOURCED: ("Sourced", "somebody vouches for it: name the source"),
    Outcome.STET: ("Stet", "let it stand, and say why"),
    Outcome.WRONG: ("Wrong", "it should not have been asked, and why"),
}
_COMMON = {
    "Let it stand": (
        "House style",
        "A lawyer has passed it",
        "It is on the public record",
        "We saw it ourselves",
        "The source is elsewhere in the story",
        "The words are fair as they are",
    ),
    "Should not have been asked": (
        "Somebody is speaking here, and is named",
        "It is a name or a title",
        "The word means something else here",
        "It is not part of the copy",
    ),
}


def decision_fields(
    outcome: Outcome | None = None, *, of: int | None = None, optional: bool = False
) -> list[Block]:
    """Outcome, common reasons and words of one's own; ``optional``: nothing need be decided.

    ``of``: the flag that it is about.
    """
    outcomes = [
        option(word, known.value) | {"description": plain(meaning)}
        for known, (word, meaning) in _OUTCOMES.items()
    ]
    radio: Block = {"type": "radio_buttons", "action_id": OUTCOME, "options": outcomes}
    if outcome:
        radio["initial_option"] = next(o for o in outcomes if o["value"] == outcome.value)
    groups = [
        {"label": plain(label), "options": [option(reason, reason) for reason in reasons]}
        for label, reasons in _COMMON.items()
    ]
    common = {
        "type": "static_select",
        "action_id": COMMON,
        "placeholder": plain("Choose one"),
        "option_groups": groups,
    }
    words = {
        "type": "plain_text_input",
        "action_id": REASON,
        "multiline": True,
        "max_length": LONGEST_REASON,
    }
    return [
        field(block_of(OUTCOME, of), "Outcome", radio, optional=optional),
        field(block_of(COMMON, of), "A common reason", common, optional=True),
        field(block_of(REASON, of), "The reason, or the source", words, optional=True),
    ]


def block_of(name: str, flag: int | None = None) -> str:
    """The block id of a field.

    Each flag has its own: Slack keeps what was filled in under an id that it knows.
    """
    return name if flag is None else f"{name}:{flag}"


def reason_line(outcome: Outcome) -> str:
    """What stands at the reason's field when it was left empty."""
    if outcome is Outcome.SOURCED:
        return "Name the source: who says it, and when."
    return f"Say why: {outcome.value} needs a reason."
