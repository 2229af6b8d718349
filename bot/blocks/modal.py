"""The window of one flag: the sentence with its neighbours, why, how to settle it, what to do."""

from bisect import bisect_left, bisect_right

from bot.blocks.escape import passage, short, tight
from bot.blocks.flag import decision, heading, sentence_at, shown, suggested
from bot.blocks.fold import also_line, fold_of
from bot.blocks.text import Block, option, plain, section
from bot.model import Checklist, Entry, Outcome, Standing

SETTLE = "settle"  # callback id of the window
OUTCOME, COMMON, REASON = "outcome", "common", "reason"  # block and action ids of its fields

LONGEST_REASON = 500
_SENTENCE, _NEIGHBOUR, _PLACE, _WHY, _FIX, _NOTE = 700, 240, 110, 1_200, 600, 400
_MOST_PLACES, _MOST_DECISIONS, _MOST_BESIDE = 4, 5, 12
_SECTION = 3_000  # characters that Slack takes in one

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


def flag_modal(checklist: Checklist, entry: Entry, outcome: Outcome | None = None) -> Block:
    """The window for a flag as it stands, with one outcome chosen already if it is given."""
    view: Block = {
        "type": "modal",
        "callback_id": SETTLE,
        "private_metadata": f"{checklist.draft.id}:{entry.number}",
        "title": plain(f"Flag {entry.number}"),
        "close": plain("Close"),
        "blocks": _told(checklist, entry),
    }
    if entry.standing is not Standing.SETTLED:
        view["submit"] = plain("Settle")
        view["blocks"] += _asked(outcome)
    return view


def reason_line(outcome: Outcome) -> str:
    """What stands at the reason's field when it was left empty."""
    if outcome is Outcome.SOURCED:
        return "Name the source: who says it, and when."
    return f"Say why: {outcome.value} needs a reason."


def _told(checklist: Checklist, entry: Entry) -> list[Block]:
    flag = entry.flag
    said = " ".join(filter(None, (tight(flag.fix, _FIX), suggested(entry))))
    parts = (
        heading(entry),
        _in_place(checklist, entry),
        _elsewhere(checklist, entry),
        _beside(checklist, entry),
        tight(flag.note, _NOTE) if flag.scope == "passage" else "",
        f"*Why it is asked.* {tight(flag.why, _WHY)}" if flag.why else "",
        f"*How to settle it.* {said}" if said else "",
        _decided(entry),
    )
    return [section(part) for part in parts if part]


def _in_place(checklist: Checklist, entry: Entry) -> str:
    """The passage in its whole sentence, with the sentence before and the one after."""
    flag = entry.flag
    if flag.scope == "document" and flag.note:
        return shown(checklist, entry)
    start, end = around = sentence_at(checklist, flag.start, flag.end)
    before, after = _neighbours(checklist, start, end)
    whole = ""
    for share in (1, 4):  # escaped, a hostile text grows to five times its length
        lines = (
            short(before, _NEIGHBOUR // share),
            passage(checklist.text, flag.start, flag.end, around, _SENTENCE // share),
            short(after, _NEIGHBOUR // share),
        )
        whole = "\n".join(filter(None, lines))
        if len(whole) <= _SECTION:
            break
    return whole


def _neighbours(checklist: Checklist, start: int, end: int) -> tuple[str, str]:
    sentences, text = checklist.sentences, checklist.text
    n = bisect_right(sentences, start, key=lambda s: s[1]) - 1
    before = text[slice(*sentences[n])] if n >= 0 else ""
    n = bisect_left(sentences, end, key=lambda s: s[0])
    return before, text[slice(*sentences[n])] if n < len(sentences) else ""


def _elsewhere(checklist: Checklist, entry: Entry) -> str:
    also = entry.flag.also
    places = [
        passage(checklist.text, s, e, sentence_at(checklist, s, e), _PLACE)
        for s, e in also[:_MOST_PLACES]
    ]
    more = [f"and {len(also) - len(places)} more"] if len(also) > len(places) else []
    return "\n".join(["*Also here:*", *(f"“{place}”" for place in places), *more]) if also else ""


def _beside(checklist: Checklist, entry: Entry) -> str:
    """What else is asked of the sentence, and how that is settled."""
    rest = [each for each in fold_of(checklist, entry).entries if each.number != entry.number]
    lines = [also_line(checklist, each).removeprefix("also ") for each in rest[:_MOST_BESIDE]]
    if not lines:
        return ""
    more = [f"and {len(rest) - len(lines)} more"] if len(rest) > len(lines) else []
    n = rest[0].number
    said = f"Reply in the thread to settle one: “fixed {n}”, “stet {n} …”, “why {n}”."
    return "\n".join(["*Also asked of this sentence:*", *lines, *more, said])


def _decided(entry: Entry) -> str:
    decided = entry.resolutions[-_MOST_DECISIONS:]
    lines = [f"{decision(each)} ({each.at.day} {each.at:%B, %H:%M} UTC)" for each in decided]
    return "\n".join(["*So far:*", *lines]) if lines else ""


def _asked(outcome: Outcome | None) -> list[Block]:
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
    field = {
        "type": "plain_text_input",
        "action_id": REASON,
        "multiline": True,
        "max_length": LONGEST_REASON,
    }
    return [
        _input(OUTCOME, "Outcome", radio),
        _input(COMMON, "A common reason", common, optional=True),
        _input(REASON, "The reason, or the source", field, optional=True),
    ]


def _input(block_id: str, label: str, element: Block, *, optional: bool = False) -> Block:
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": element,
        "optional": optional,
    }
