"""Somebody opens the window to hand a draft in from Slack's shortcuts, or sends it in."""

import re
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks import check
from bot.errors import CopychiefError
from bot.listeners.door import Garbled, Id, Named, Payload, foreseen, parsed, tell_done
from bot.listeners.filled import Submitted, Window, give_back
from bot.model import HandIn
from bot.work import Work
from bot.work.link import address_in

_READING = "Reading what you handed in: the checklist will be {where} in a moment."
_CHANNEL = re.compile(r"[A-Z0-9]{2,30}")


class Started(Payload):
    """A shortcut that hangs on nothing."""

    user: Named
    trigger_id: Id


class AtField(CopychiefError):
    """Something in the window that has to be put right first: a line for each field."""

    def __init__(self, lines: dict[str, str]) -> None:
        super().__init__(*lines.values())
        self.lines = lines


def register(app: AsyncApp, work: Work) -> None:
    """Hear the shortcut, and the window."""

    @app.global_shortcut(check.NEW)
    async def on_started(ack: AsyncAck, body: dict[str, Any]) -> None:
        started = parsed(Started, body)
        await work.slack.open_view(started.trigger_id, check.check_modal())
        await ack()

    @app.view(check.CHECK)
    async def on_sent(ack: AsyncAck, body: dict[str, Any]) -> None:
        sent = parsed(Submitted, body)
        try:
            await _hand_in(work, sent)
        except AtField as wrong:
            await ack(response_action="errors", errors=wrong.lines)
            return
        except Exception as error:
            if not foreseen(error):
                raise
            field = next(iter(_given(sent.view)), check.TEXT)
            return await give_back(ack, field, str(error))
        await ack()
        channel = _channel(sent.view)
        where = "here" if channel.startswith("D") else f"in <#{channel}>"
        await tell_done(work, channel, sent.user.id, _READING.format(where=where))


def _channel(window: Window) -> str:
    """Where the checklist goes."""
    channel = window.private_metadata or window.field(check.CHANNEL).selected_conversation or ""
    if not _CHANNEL.fullmatch(channel):
        raise Garbled("Slack did not say where the checklist goes: open the window again.")
    return channel


def _given(window: Window) -> dict[str, str]:
    """What was handed in, by its field: the id of a file, a link, a text."""
    files = window.field(check.FILE).files or ()
    written = {
        check.FILE: files[0].id if files else "",
        check.LINK: (window.field(check.LINK).value or "").strip(),
        check.TEXT: (window.field(check.TEXT).value or "").strip(),
    }
    return {field: what for field, what in written.items() if what}


async def _hand_in(work: Work, sent: Submitted) -> None:
    """Keep what was handed in, or see to it that it is fetched."""
    window, channel, given = sent.view, _channel(sent.view), _given(sent.view)
    if not given:
        raise AtField({check.TEXT: check.NOTHING})
    if len(given) > 1:
        raise AtField(dict.fromkeys(given, check.ONE_ONLY))
    by = await work.colleague(sent.user.id)
    if not window.private_metadata and not await work.slack.is_inside(channel):
        raise AtField({check.CHANNEL: check.NOT_THERE})
    ((field, what),) = given.items()
    if field == check.FILE:
        await work.check_file(window.key, channel, what, by.id)
    elif field == check.LINK:
        if (address := address_in(what)) is None:
            raise AtField({check.LINK: check.NO_LINK})
        await work.check_link(window.key, channel, address, by.id)
    else:
        place = work.place(channel)
        await work.check_text(HandIn(key=window.key, place=place, writer=by, text=what))
