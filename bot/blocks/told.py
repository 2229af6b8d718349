"""What a window tells of a flag: the sentence with its neighbours, why, how to settle it."""

from bisect import bisect_left, bisect_right

from bot.blocks.escape import passage, short, tight
from bot.blocks.flag import decision, heading, sentence_at, shown, suggested
from bot.blocks.fold import also_line, fold_of
from bot.blocks.text import Block, section
from bot.blocks.when import clock
from bot.model import Checklist, Entry

_SENTENCE, _NEIGHBOUR, _PLACE, _WHY, _FIX, _NOTE = 700, 240, 110, 1_200, 600, 400
_MOST_PLACES, _MOST_DECISIONS, _MOST_BESIDE = 4, 5, 8
_SECTION = 3_000  # characters that Slack takes in one


def told(checklist: Checklist, entry: Entry) -> list[Block]:
    """The flag, the passage in its place, why it is asked, and what was decided so far."""
    flag = entry.flag
    said = " ".join(filter(None, (tight(flag.fix, _FIX), suggested(entry))))
    parts = (
        heading(checklist, entry),
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
    lines = [f"{decision(each)} ({clock(each.at)})" for each in decided]
    return "\n".join(["*So far:*", *lines]) if lines else ""
