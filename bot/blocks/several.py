"""The window that settles the flags of a rule or of a pack together, and what it says then."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from bot.blocks.card import named
from bot.blocks.escape import cut, tight
from bot.blocks.fields import block_of, decision_fields
from bot.blocks.text import Block, field, option, plain, section
from bot.model import Checklist, Entry, Outcome, Standing
from bot.wording import counted, spelled
from rules.model import Level

SETTLE_SEVERAL = "settle-several"  # callback id of the window
WHICH = "which"  # block and action id of what is to be chosen

_MOST, _VALUE, _TITLE, _REASON = 100, 150, 45, 300
_ALL = "all"


def several_modal(checklist: Checklist, notice: str = "") -> Block:
    """The window with the packs and the questions that have open flags.

    ``notice`` is ours and stands on top.
    """
    entries = _open(checklist)
    head = f"*{named(checklist.draft, checklist.title)}* · version {checklist.version}"
    view = _window(f"{checklist.draft.id}:{checklist.version}")
    view["blocks"] = [section(notice)] if notice else []
    if not entries:
        view["blocks"].append(section(f"{head}\nNo flag is open any more."))
        return view
    said = "All that you choose are settled with one outcome and one reason, or none of them is."
    which: Block = {
        "type": "multi_static_select",
        "action_id": WHICH,
        "placeholder": plain("Packs or questions"),
        "option_groups": _groups(entries),
    }
    view["submit"] = plain("Settle")
    view["blocks"] += [
        section(f"{head}\n{said}"),
        field(block_of(WHICH), "Which flags", which),
        *decision_fields(),
    ]
    return view


def chosen(checklist: Checklist, values: Collection[str]) -> list[Entry]:
    """The flags that are open now of the packs and the questions with these values."""
    return [e for e in _open(checklist) if {_ALL, _pack(e), _rule(e)} & set(values)]


def several_done(
    checklist: Checklist, entries: Sequence[Entry], outcome: Outcome, reason: str
) -> Block:
    """What became of the flags, as they stand now."""
    lines = [
        _told("Settled", (e for e in entries if e.standing is Standing.SETTLED)),
        _told("Wait for a second person", (e for e in entries if e.standing is Standing.ANSWERED)),
        f"As {outcome.value}{f': {tight(reason, _REASON)}' if reason else ''}.",
    ]
    view = _window("")
    view["blocks"] = [section("\n".join(filter(None, lines)))]
    return view


def _open(checklist: Checklist) -> list[Entry]:
    return [entry for entry in checklist.entries if entry.open]


def _told(said: str, entries: Iterable[Entry]) -> str:
    numbers = [entry.number for entry in entries]
    return f"*{said}:* {cut(spelled(numbers), 1_200)}" if numbers else ""


def _groups(entries: Sequence[Entry]) -> list[Block]:
    packs = {_pack(entry): _name(entry) for entry in entries}
    rules = {_rule(entry): cut(entry.flag.title, _TITLE) or entry.flag.rule for entry in entries}
    return [
        {"label": plain("Everything"), "options": [_option("Every open flag", _ALL, entries)]},
        _group("Packs", packs, entries),
        _group("Questions", rules, entries),
    ]


def _group(label: str, names: dict[str, str], entries: Sequence[Entry]) -> Block:
    times = Counter(value for e in entries for value in (_pack(e), _rule(e)) if value in names)
    options = [
        _option(names[value], value, [e for e in entries if value in (_pack(e), _rule(e))])
        for value, _ in times.most_common(_MOST)
    ]
    return {"label": plain(label), "options": options}


def _option(name: str, value: str, entries: Sequence[Entry]) -> Block:
    holds = sum(entry.flag.level is Level.HOLD for entry in entries)
    many = counted(len(entries), "flag")
    of_them = f", {counted(holds, 'hold')}" if holds else ""
    return option(cut(f"{cut(name, _TITLE)} · {many}{of_them}", 75), value)


def _pack(entry: Entry) -> str:
    return f"pack:{entry.flag.rule.partition('.')[0]}"[:_VALUE]


def _rule(entry: Entry) -> str:
    return f"rule:{entry.flag.rule}"[:_VALUE]


def _name(entry: Entry) -> str:
    return entry.flag.rule.partition(".")[0].capitalize()


def _window(about: str) -> Block:
    return {
        "type": "modal",
        "callback_id": SETTLE_SEVERAL,
        "private_metadata": about,
        "title": plain("Settle several flags"),
        "close": plain("Close"),
        "blocks": [],
    }
