"""The window of a desk's settings, filled as they stand."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time

from bot.blocks.escape import cut, tight
from bot.blocks.text import Block, context, field, option, plain, section
from bot.desk import Desk, Group, Role, Who
from bot.model import Person
from bot.wording import listed

SETTINGS = "settings"  # callback id of the window

# Action ids of its fields.
PROFILE, EMOJI, SWITCHES, OFF_STONE, ZONE = "profile", "emoji", "switches", "off_stone", "zone"
NUDGE, FROM, UNTIL = "nudge", "hours_from", "hours_until"
AS_LABELLED = "as_labelled"  # the profile of a desk that has none
READS_ALL, PAUSED, SHARED = "reads_all", "paused", "shared"  # values of the switches

LONGEST_NUDGE = 1440  # minutes
_MOST_OPTIONS, _HANDLE, _LONGEST_EMOJI, _LONGEST_ZONE, _NAME = 100, 70, 60, 60, 40
_ROLES = {
    Role.EDITOR: "Editors",
    Role.LEGAL: "Legal",
    Role.STANDARDS: "Standards",
}
_ROLE_HINTS = {
    Role.EDITOR: "They settle flags and clear stories. Nobody chosen: every member is one.",
    Role.LEGAL: "They settle legal and harm holds. Nobody chosen: standards do.",
    Role.STANDARDS: "They change these settings. Nobody chosen: the editors do.",
}
_SWITCHES = {
    READS_ALL: ("Read everything", "every file, and every post of 80 words or more"),
    PAUSED: ("Pause", "read nothing here until this is off again"),
    SHARED: ("Post flags though outsiders are here", "if this channel is shared"),
}
_FIELDS = {
    "profile": "profile",
    "emoji": "reaction",
    "reads_all": "reading everything",
    "paused": "pause",
    "shared": "flags in a shared channel",
    "editors": "editors",
    "legal": "legal",
    "standards": "standards",
    "off_stone": "off-stone time",
    "zone": "time zone",
    "nudge": "nudge",
    "hours": "working hours",
}


def people_of(role: Role) -> str:
    """The action id of the field for the people who have a role."""
    return f"{role}_people"


def groups_of(role: Role) -> str:
    """The action id of the field for the user groups that have a role."""
    return f"{role}_groups"


def given_to(desk: Desk, role: Role) -> Who:
    """Who has the role on a desk."""
    return {
        Role.EDITOR: desk.editors, Role.LEGAL: desk.legal, Role.STANDARDS: desk.standards
    }[role]  # fmt: skip


def block_of(name: str, seen: int) -> str:
    """The id of a field's block; Slack keeps what was filled in where the id stays the same."""
    return f"{name}:{seen}"


def settings_modal(
    channel: str,
    desk: Desk,
    profiles: Sequence[str],
    groups: Sequence[Group],
    set_by: str,
    *,
    seen: int = 0,
    notice: str = "",
) -> Block:
    """The window for the desk of a channel; ``set_by`` is the line of who set it last.

    ``seen`` is how many changes of the desk it shows, ``notice`` a line of ours on top.
    """
    where = "your direct messages with me" if channel.startswith("D") else f"<#{channel}>"
    fields = [*_reading(desk, profiles), *_roles(desk, groups), *_times(desk)]
    blocks = [
        *([section(f"*{notice}*", "notice")] if notice else []),
        section(f"What holds for drafts in {where}."),
        *(each | {"block_id": block_of(each["block_id"], seen)} for each in fields),
    ]
    return {
        "type": "modal",
        "callback_id": SETTINGS,
        "private_metadata": f"{channel}:{seen}",
        "title": plain("Settings of this desk"),
        "submit": plain("Save"),
        "close": plain("Cancel"),
        "blocks": [*blocks, *([context(set_by, "set_by")] if set_by else [])],
    }


def set_by_line(by: Person, at: datetime, before: Desk, after: Desk) -> str:
    """Who set the desk last, when, and what of it."""
    changed = [
        words for name, words in _FIELDS.items() if getattr(before, name) != getattr(after, name)
    ]
    when = f"{at.day} {at:%B %Y, %H:%M} UTC"
    what = f": {listed(changed)}" if changed else ""
    return f"Last set by {tight(by.name, _NAME)}, {when}{what}."


def _reading(desk: Desk, profiles: Sequence[str]) -> Iterator[Block]:
    named = [option(name.capitalize(), name) for name in profiles]
    kinds = [option("As the copy is labelled, else news", AS_LABELLED), *named]
    chosen = next((kind for kind in kinds if kind["value"] == desk.profile), kinds[0])
    select = {"type": "static_select", "options": kinds, "initial_option": chosen}
    yield field(PROFILE, "Kind of copy", select)
    emoji = {
        "type": "plain_text_input",
        "initial_value": desk.emoji,
        "max_length": _LONGEST_EMOJI,
    }
    yield field(EMOJI, "Reaction that has a post read", emoji, hint="By its name: memo")
    switches = [
        option(word, value) | {"description": plain(meaning)}
        for value, (word, meaning) in _SWITCHES.items()
    ]
    on = [each for each in switches if getattr(desk, each["value"])]
    boxes: Block = {"type": "checkboxes", "options": switches}
    yield field(
        SWITCHES, "In this channel", boxes | ({"initial_options": on} if on else {}), optional=True
    )


def _roles(desk: Desk, groups: Sequence[Group]) -> Iterator[Block]:
    for role, label in _ROLES.items():
        who = given_to(desk, role)
        users: Block = {"type": "multi_users_select"}
        if who.people:
            users["initial_users"] = list(who.people)
        yield field(people_of(role), label, users, optional=True, hint=_ROLE_HINTS[role])
        offered = _options(groups, who)
        if offered:
            chosen = [each for each in offered if each["value"] in who.groups]
            select: Block = {"type": "multi_static_select", **_chunked(offered)}
            if chosen:
                select["initial_options"] = chosen
            yield field(groups_of(role), f"{label}: user groups", select, optional=True)


def _options(groups: Sequence[Group], who: Who) -> list[Block]:
    """Every group there is, and those that are chosen though they are there no more."""
    known = {group.id: f"@{cut(group.handle, _HANDLE)}" for group in groups}
    gone = {id: f"{id} (gone)" for id in who.groups if id not in known}
    return [option(words, id) for id, words in (known | gone).items()]


def _chunked(options: list[Block]) -> Block:
    if len(options) <= _MOST_OPTIONS:
        return {"options": options}
    chunks = [options[n : n + _MOST_OPTIONS] for n in range(0, len(options), _MOST_OPTIONS)]
    return {
        "option_groups": [
            {"label": plain(cut(f"From {chunk[0]['text']['text']}", _HANDLE)), "options": chunk}
            for chunk in chunks[:_MOST_OPTIONS]
        ]
    }


def _times(desk: Desk) -> Iterator[Block]:
    off_stone = _clock(desk.off_stone) if desk.off_stone else {"type": "timepicker"}
    yield field(OFF_STONE, "Off stone", off_stone, optional=True, hint="By when drafts are wanted")
    zone = {
        "type": "plain_text_input",
        "initial_value": desk.zone,
        "max_length": _LONGEST_ZONE,
    }
    yield field(ZONE, "Time zone", zone, hint="By its name: Europe/Istanbul")
    nudge = {
        "type": "number_input",
        "is_decimal_allowed": False,
        "initial_value": str(desk.nudge),
        "min_value": "0",
        "max_value": str(LONGEST_NUDGE),
    }
    yield field(NUDGE, "Nudge, minutes before a deadline", nudge, hint="0 for never")
    start, end = desk.hours
    yield field(FROM, "Nobody is nudged before", _clock(start), hint="On their own clock")
    yield field(UNTIL, "or after", _clock(end))


def _clock(at: time) -> Block:
    return {"type": "timepicker", "initial_time": f"{at:%H:%M}"}
