"""Running a story although it is held: the window that asks, and the second's button."""

from bot.blocks.escape import short, tight
from bot.blocks.text import Block, field, mrkdwn, plain, section
from bot.model import Checklist, Entry, Run
from bot.wording import counted
from rules.model import Level

RUN = "run"  # callback id of the window that asks for it
AGREE = "run_agree"  # action id of the second's button
REASON, SECOND = "run_reason", "run_second"  # block and action ids of the fields

_LONGEST_REASON, _MOST_HOLDS, _TITLE, _NAME, _REASON = 500, 12, 90, 40, 160


def run_modal(checklist: Checklist, name: str) -> Block:
    """Ask for a reason and a second name; ``name`` is how the draft is called, escaped."""
    run = checklist.run
    told = [f"*{name}* is held by:\n{_holds(checklist)}"]
    if run:
        told.append(
            f"{_name(run.by.name)} asked already, with {_name(run.second.name)} as the second;"
            " what you send in takes the place of that."
        )
    told.append("It runs when the second agrees. The record keeps both names and the reason.")
    reason = {"type": "plain_text_input", "multiline": True, "max_length": _LONGEST_REASON}
    second = {"type": "users_select", "placeholder": plain("Another editor")}
    return {
        "type": "modal",
        "callback_id": RUN,
        "private_metadata": f"{checklist.draft.id}",
        "title": plain("Run with holds"),
        "submit": plain("Ask"),
        "close": plain("Not yet"),
        "blocks": [
            *map(section, told),
            field(REASON, "Why it runs all the same", reason),
            field(SECOND, "The second name", second),
        ],
    }


def asked_to_run(checklist: Checklist, name: str) -> list[Block]:
    """Who asks, why, and the second's button, while the wish waits."""
    run, draft = checklist.run, checklist.draft
    if run is None:
        return []
    button = {
        "type": "button",
        "action_id": AGREE,
        "text": plain("Run with holds"),
        "value": f"{draft.id}",
        "confirm": {
            "title": plain("Run it with its holds?"),
            "text": mrkdwn("The record keeps both your names and the reason."),
            "confirm": plain("Run it"),
            "deny": plain("Not yet"),
        },
    }
    waits = f"{_asked(checklist, run, name)} {_name(run.second.name)} has to agree."
    block = section(waits, f"run:{draft.id}:{draft.change}")
    return [block | {"accessory": button}]


def asking_line(checklist: Checklist, run: Run, name: str) -> str:
    """What the second is told in private."""
    return (
        f"{_asked(checklist, run, name)} It needs your name as the second: the card has the"
        f" button, or type `/desk run {checklist.draft.slug}`."
    )


def _asked(checklist: Checklist, run: Run, name: str) -> str:
    holds = counted(len(checklist.unsettled(Level.HOLD)), "hold")
    by, reason = _name(run.by.name), tight(run.reason, _REASON)
    return f"{by} asks to run *{name}* with {holds}: {reason}."


def _holds(checklist: Checklist) -> str:
    holds = checklist.unsettled(Level.HOLD)
    lines = [_line(entry) for entry in holds[:_MOST_HOLDS]]
    more = len(holds) - len(lines)
    return "\n".join([*lines, *([f"and {more} more"] if more > 0 else [])])


def _line(entry: Entry) -> str:
    return f"{entry.number} · {short(entry.flag.title, _TITLE)}"


def _name(name: str) -> str:
    return tight(name, _NAME)
