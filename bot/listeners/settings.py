"""Somebody sends the window of a desk's settings in."""

import re
from typing import Any
from zoneinfo import available_timezones

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks import settings as drawn
from bot.commands.settings import window
from bot.desk import Desk, Role, Who
from bot.errors import SettingsChanged
from bot.listeners.door import Garbled, parsed
from bot.listeners.filled import Submitted, Window, put_in_place
from bot.work import Work

_EMOJI = re.compile(r"[a-z0-9_+'-]{1,60}")


def register(app: AsyncApp, work: Work) -> None:
    """Hear the window being sent in."""

    @app.view(drawn.SETTINGS)
    async def on_set(ack: AsyncAck, body: dict[str, Any]) -> None:
        sent = parsed(Submitted, body)
        view, (channel, seen) = sent.view, _about(sent.view)
        errors = {**_wrong(view), **await _not_of_the_team(work, view)}
        if errors:
            here = {drawn.block_of(name, seen): line for name, line in errors.items()}
            await ack(response_action="errors", errors=here)
            return
        by = await work.colleague(sent.user.id)
        team, desk = work.slack.team, _desk(view)
        try:
            await work.newsroom.set_desk(team, channel, desk, by, view.key, seen=seen)
        except SettingsChanged as changed:
            return await put_in_place(ack, await window(work, channel, str(changed)))
        await ack()


def _about(view: Window) -> tuple[str, int]:
    """The channel, and how many changes of its desk had been made when it was opened."""
    channel, _, seen = view.private_metadata.rpartition(":")
    if not channel or not (seen.isascii() and seen.isdigit()):
        raise Garbled("Slack sent a window that I do not know: open the settings again.")
    return channel, int(seen)


def _who(view: Window, role: Role) -> Who:
    """The people and groups that were given a role."""
    groups = view.field(drawn.groups_of(role)).selected_options
    people = view.field(drawn.people_of(role)).selected_users
    return Who(groups=tuple(each.value for each in groups), people=people)


def _wrong(view: Window) -> dict[str, str]:
    """What cannot be set so, by its field."""
    errors = {}
    if not _EMOJI.fullmatch(_emoji(view)):
        errors[drawn.EMOJI] = "Give the emoji by its name, as it is typed between colons: memo."
    if _zone(view) not in available_timezones():
        errors[drawn.ZONE] = "Give a time zone by its name, such as Europe/London or Asia/Karachi."
    if _minutes(view) is None:
        most = drawn.LONGEST_NUDGE
        errors[drawn.NUDGE] = f"Give whole minutes from 0 to {most}; 0 is for never."
    start, end = view.field(drawn.FROM).time, view.field(drawn.UNTIL).time
    if start is None or end is None or start == end:
        errors[drawn.UNTIL] = "The hours end when they begin: give another time."
    return errors


async def _not_of_the_team(work: Work, view: Window) -> dict[str, str]:
    """The fields that name guests, apps or people from outside, who settle nothing."""
    errors = {}
    for role in Role:
        chosen = _who(view, role).people
        ours = await work.slack.people.colleagues(chosen)
        others = [(await work.slack.person(each)).name for each in chosen if each not in ours]
        if others:
            line = "is a guest, an app or from outside: choose people of the team."
            errors[drawn.people_of(role)] = f"{others[0]} {line}"
    return errors


def _desk(view: Window) -> Desk:
    switches = {each.value for each in view.field(drawn.SWITCHES).selected_options}
    profile = view.field(drawn.PROFILE).selected_option
    labelled = profile is None or profile.value == drawn.AS_LABELLED
    start, end = view.field(drawn.FROM).time, view.field(drawn.UNTIL).time
    unset = Desk()
    return Desk(
        profile=None if labelled or profile is None else profile.value,
        emoji=_emoji(view),
        reads_all=drawn.READS_ALL in switches,
        paused=drawn.PAUSED in switches,
        shared=drawn.SHARED in switches,
        editors=_who(view, Role.EDITOR),
        legal=_who(view, Role.LEGAL),
        standards=_who(view, Role.STANDARDS),
        off_stone=view.field(drawn.OFF_STONE).time,
        zone=_zone(view),
        nudge=_minutes(view) or 0,
        hours=(start or unset.hours[0], end or unset.hours[1]),
    )


def _emoji(view: Window) -> str:
    return (view.field(drawn.EMOJI).value or "").strip().strip(":").lower()


def _zone(view: Window) -> str:
    return (view.field(drawn.ZONE).value or "").strip()


def _minutes(view: Window) -> int | None:
    typed = (view.field(drawn.NUDGE).value or "").strip()
    minutes = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else -1
    return minutes if 0 <= minutes <= drawn.LONGEST_NUDGE else None
