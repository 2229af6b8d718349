"""One flag in the thread: the question, the passage, how to settle it, and its menu."""

from bisect import bisect_left, bisect_right
from enum import StrEnum

from bot.blocks.escape import PASSAGE, passage, short, tight
from bot.blocks.text import Block, mrkdwn, option
from bot.blocks.when import clock
from bot.model import Checklist, Entry, Outcome, Resolution, Standing
from bot.wording import listed

FLAG = "flag"  # action id of the menu

_TITLE, _SHOWN, _FIX, _NOTE, _REASON, _NAME = 90, 150, 160, 200, 160, 40


class Choice(StrEnum):
    """What the menu of a flag offers."""

    OPEN = "open"
    FIXED = "fixed"
    SOURCE = "source"
    STET = "stet"
    WRONG = "wrong"
    AGREE = "agree"
    REOPEN = "reopen"


_WORDS = {
    Choice.OPEN: "Open",
    Choice.FIXED: "Fixed",
    Choice.SOURCE: "Source…",
    Choice.STET: "Stet…",
    Choice.WRONG: "Wrong…",
    Choice.AGREE: "Agree",
    Choice.REOPEN: "Reopen",
}
_OFFERED = {
    Standing.OPEN: (Choice.OPEN, Choice.FIXED, Choice.SOURCE, Choice.STET, Choice.WRONG),
    Standing.ANSWERED: (Choice.AGREE, Choice.OPEN, Choice.REOPEN),
    Standing.SETTLED: (Choice.REOPEN, Choice.OPEN),
}


def block_of(checklist: Checklist, entry: Entry, *, brief: bool = False) -> Block:
    """The flag as it stands; ``brief`` where the flag above it has said how to settle it."""
    # A new id for every new state: Slack keeps a menu's old state under an old id.
    state = f"{checklist.version}.{len(entry.resolutions)}"
    choices = [option(_WORDS[c], c.value) for c in _OFFERED[entry.standing]]
    return {
        "type": "section",
        "block_id": f"{FLAG}:{checklist.draft.id}:{entry.number}:{state}",
        "text": mrkdwn(text_of(checklist, entry, brief=brief)),
        "accessory": {"type": "overflow", "action_id": FLAG, "options": choices},
    }


def text_of(checklist: Checklist, entry: Entry, *, brief: bool = False) -> str:
    """The words of the flag as it stands."""
    if entry.standing is Standing.SETTLED and entry.resolutions:
        return f"~*{_question(entry)}*~ {settled(entry)}"
    if checklist.is_left_open(entry):
        return f"*{_question(entry)}* · unanswered"
    lines = [heading(checklist, entry), shown(checklist, entry)]
    if entry.standing is Standing.ANSWERED and entry.last:
        lines.append(f"_{decision(entry.last)} · waits for {second_of(entry)}_")
    else:
        lines.append(_remedy(entry, brief))
    return "\n".join(filter(None, lines))


def heading(checklist: Checklist, entry: Entry) -> str:
    """Number, question, level, in how many places, and what else is worth a word."""
    return f"*{_question(entry)}* · {level_of(entry)}{marks(checklist, entry)}"


def marks(checklist: Checklist, entry: Entry, *, brief: bool = False) -> str:
    """That it is new or still there, and who is asked; ``brief`` leaves out until when."""
    said = ["new"] if is_new(checklist, entry) else []
    if entry.open and entry.last and entry.last.outcome is Outcome.FIXED:
        said.append("said fixed, still there")
    if entry.open and entry.last and _came_back(entry.last):
        said.append("open again")
    turn = entry.assigned
    if turn and entry.standing is not Standing.SETTLED:
        until = f", by {clock(turn.due)}" if turn.due and not brief else ""
        said.append(f"asked of {tight(turn.to.name, _NAME)}{until}")
    return "".join(f" · {each}" for each in said)


def second_of(entry: Entry) -> str:
    """Who settles an answered flag: what legal and harm ask is not for every editor."""
    guarded = entry.flag.rule.partition(".")[0] in ("legal", "harm")
    return "a second person" if guarded else "a second editor"


def _came_back(last: Resolution) -> bool:
    """True where a new version opened it, and no person."""
    return last.outcome is Outcome.REOPENED and not last.by.id


def is_new(checklist: Checklist, entry: Entry) -> bool:
    """True for what the newest version brought, until it is settled."""
    came = checklist.version > 1 and entry.since == checklist.version
    return came and entry.standing is not Standing.SETTLED


def shown(checklist: Checklist, entry: Entry, limit: int = _SHOWN) -> str:
    """The passage in its sentence; for a question about the whole draft, what the rule says."""
    flag = entry.flag
    if flag.scope == "document" and flag.note:
        return short(flag.note, _NOTE)
    around = sentence_at(checklist, flag.start, flag.end)
    drawn = passage(checklist.text, flag.start, flag.end, around, limit)
    return f"“{drawn}”" if drawn else ""


def sentence_at(checklist: Checklist, start: int, end: int) -> tuple[int, int]:
    """Where the sentence, or the sentences, around a passage begin and end."""
    sentences = checklist.sentences
    first = bisect_right(sentences, start, key=lambda s: s[1])
    last = bisect_left(sentences, end, key=lambda s: s[0])
    if first >= last:
        return start, end
    return min(start, sentences[first][0]), max(end, sentences[last - 1][1])


def level_of(entry: Entry) -> str:
    """How hard it presses, and in how many places."""
    places = len(entry.flag.also) + 1
    return entry.flag.level.value + (f", {places} places" if places > 1 else "")


def decision(resolution: Resolution, longest: int = _REASON) -> str:
    """What was decided, by whom, why: in so many characters."""
    said = f"{resolution.outcome.value} by {tight(resolution.by.name, _NAME)}"
    reason = tight(resolution.reason, longest)
    if not reason:
        return said
    # A source's words are somebody's; why it may stand is the editor's own.
    quoted = resolution.outcome is Outcome.SOURCED
    return f"{said}: “{reason}”" if quoted else f"{said}: {reason}"


def settled(entry: Entry, longest: int = _REASON) -> str:
    """The decision that stands, by whoever said so first, and who agreed."""
    names = listed(tight(name, _NAME) for name in entry.agreed)
    agreed = f"; {names} {'agrees' if len(entry.agreed) == 1 else 'agree'}" if entry.agreed else ""
    return decision(entry.said[0], longest) + agreed


def why_text(checklist: Checklist, entry: Entry) -> str:
    """What `why 4` is answered with."""
    flag, n = entry.flag, entry.number
    lines = [heading(checklist, entry), shown(checklist, entry, PASSAGE), tight(flag.why, 1_200)]
    lines.append(f"_To settle it:_ {tight(flag.fix or flag.note, 800)}")
    lines.append(f"Reply “fixed {n}”, “source {n} …”, “stet {n} …” or “wrong {n} …”.")
    return "\n".join(filter(None, lines))


def suggested(entry: Entry) -> str:
    """What could stand there instead, if the rule knows."""
    words = [f"“{short(word, 40)}”" for word in entry.flag.suggestions[:3]]
    return f"Perhaps {listed(words, 'or')}." if words else ""


def _question(entry: Entry) -> str:
    return f"{entry.number} · {short(entry.flag.title, _TITLE)}"


def _remedy(entry: Entry, brief: bool) -> str:
    fix = short("" if brief and entry.flag.fix else entry.flag.fix or entry.flag.note, _FIX)
    said = " ".join(filter(None, (fix, suggested(entry))))
    return f"_{said}_" if said else ""
