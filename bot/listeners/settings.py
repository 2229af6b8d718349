"""Somebody sends the window of a desk's settings in."""

import re
from datetime import time
from typing import Any
from zoneinfo import available_timezones

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks import settings as drawn
from bot.commands.settings import window
from bot.desk import Desk, Role, Who
from bot.errors import SettingsChanged
from bot.listeners.door import Garbled, Id, Named, Payload, parsed
from bot.listeners.filled import put_in_place
from bot.work import Work

_EMOJI = re.compile(r"[a-z0-9_+'-]{1,60}")
_TIME = re.compile(r"(\d{2}):(\d{2})")


class Option(Payload):
    """What is chosen in a field."""

    value: str


class Filled(Payload):
    """A field of the window."""

    value: str | None = None
    selected_option: Option | None = None
    selected_options: tuple[Option, ...] = ()
    selected_users: tuple[str, ...] = ()
    selected_time: str | None = None

    @property
    def time(self) -> time | None:
        """The time that is chosen, if one is."""
        found = _TIME.fullmatch(self.selected_time or "")
        return time(int(found[1]), int(found[2])) if found else None


class Fields(Payload):
    """The fields by block and action; the action alone says which it is."""

    values: dict[str, dict[str, Filled]]

    def __getitem__(self, name: str) -> Filled:
        found = (actions[name] for actions in self.values.values() if name in actions)
        return next(found, Filled())

    def who(self, role: Role) -> Who:
        """The people and groups that were given a role."""
        groups = self[drawn.groups_of(role)].selected_options
        people = self[drawn.people_of(role)].selected_users
        return Who(groups=tuple(each.value for each in groups), people=people)


class Window(Payload):
    """The window as it was sent in; it knows its channel, and how many changes it showed."""

    id: Id
    hash: Id
    private_metadata: Id
    state: Fields

    @property
    def about(self) -> tuple[str, int]:
        """The channel, and how many changes of its desk had been made when it was opened."""
        channel, _, seen = self.private_metadata.rpartition(":")
        if not channel or not (seen.isascii() and seen.isdigit()):
            raise Garbled("Slack sent a window that I do not know: open the settings again.")
        return channel, int(seen)


class Submitted(Payload):
    """A window sent in."""

    user: Named
    view: Window


def register(app: AsyncApp, work: Work) -> None:
    """Hear the window being sent in."""

    @app.view(drawn.SETTINGS)
    async def on_set(ack: AsyncAck, body: dict[str, Any]) -> None:
        sent = parsed(Submitted, body)
        fields, (channel, seen) = sent.view.state, sent.view.about
        errors = {**_wrong(fields), **await _not_of_the_team(work, fields)}
        if errors:
            here = {drawn.block_of(name, seen): line for name, line in errors.items()}
            await ack(response_action="errors", errors=here)
            return
        by = await work.colleague(sent.user.id)
        key = f"{sent.view.id}:{sent.view.hash}"
        team, desk = work.slack.team, _desk(fields)
        try:
            await work.newsroom.set_desk(team, channel, desk, by, key, seen=seen)
        except SettingsChanged as changed:
            return await put_in_place(ack, await window(work, channel, str(changed)))
        await ack()


def _wrong(fields: Fields) -> dict[str, str]:
    """What cannot be set so, by its field."""
    errors = {}
    if not _EMOJI.fullmatch(_emoji(fields)):
        errors[drawn.EMOJI] = "Give the emoji by its name, as it is typed between colons: memo."
    if _zone(fields) not in available_timezones():
        errors[drawn.ZONE] = "Give a time zone by its name, such as Europe/London or Asia/Karachi."
    if _minutes(fields) is None:
        most = drawn.LONGEST_NUDGE
        errors[drawn.NUDGE] = f"Give whole minutes from 0 to {most}; 0 is for never."
    start, end = fields[drawn.FROM].time, fields[drawn.UNTIL].time
    if start is None or end is None or start >= end:
        errors[drawn.UNTIL] = "The hours end later than they begin: give a later time."
    return errors


async def _not_of_the_team(work: Work, fields: Fields) -> dict[str, str]:
    """The fields that name guests, apps or people from outside, who settle nothing."""
    errors = {}
    for role in Role:
        chosen = fields.who(role).people
        ours = await work.slack.people.colleagues(chosen)
        others = [(await work.slack.person(each)).name for each in chosen if each not in ours]
        if others:
            line = "is a guest, an app or from outside: choose people of the team."
            errors[drawn.people_of(role)] = f"{others[0]} {line}"
    return errors


def _desk(fields: Fields) -> Desk:
    switches = {each.value for each in fields[drawn.SWITCHES].selected_options}
    profile = fields[drawn.PROFILE].selected_option
    labelled = profile is None or profile.value == drawn.AS_LABELLED
    start, end = fields[drawn.FROM].time, fields[drawn.UNTIL].time
    unset = Desk()
    return Desk(
        profile=None if labelled or profile is None else profile.value,
        emoji=_emoji(fields),
        reads_all=drawn.READS_ALL in switches,
        paused=drawn.PAUSED in switches,
        shared=drawn.SHARED in switches,
        editors=fields.who(Role.EDITOR),
        legal=fields.who(Role.LEGAL),
        standards=fields.who(Role.STANDARDS),
        off_stone=fields[drawn.OFF_STONE].time,
        zone=_zone(fields),
        nudge=_minutes(fields) or 0,
        hours=(start or unset.hours[0], end or unset.hours[1]),
    )


def _emoji(fields: Fields) -> str:
    return (fields[drawn.EMOJI].value or "").strip().strip(":").lower()


def _zone(fields: Fields) -> str:
    return (fields[drawn.ZONE].value or "").strip()


def _minutes(fields: Fields) -> int | None:
    typed = (fields[drawn.NUDGE].value or "").strip()
    minutes = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else -1
    return minutes if 0 <= minutes <= drawn.LONGEST_NUDGE else None
