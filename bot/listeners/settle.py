"""Somebody settles a flag in its window."""

import re
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.blocks.modal import COMMON, OUTCOME, REASON, SETTLE, reason_line
from bot.errors import ReasonNeeded
from bot.listeners.door import Garbled, Id, Named, Payload, foreseen, parsed, tell_waiting
from bot.model import Outcome
from bot.work import Work

_IDS = re.compile(r"(\d{1,15}):(\d{1,9})")


class Option(Payload):
    """What is chosen in a field."""

    value: str


class Filled(Payload):
    """A field of the window."""

    selected_option: Option | None = None
    value: str | None = None


class Fields(Payload):
    """The fields by block and action."""

    values: dict[str, dict[str, Filled]]


class Window(Payload):
    """The window as it was sent in."""

    id: Id
    hash: Id
    private_metadata: str
    state: Fields

    @property
    def ids(self) -> tuple[int, int]:
        """Draft and flag."""
        found = _IDS.fullmatch(self.private_metadata)
        if not found:
            raise Garbled("Slack sent a window that I do not know: open the flag again.")
        return int(found[1]), int(found[2])

    @property
    def outcome(self) -> Outcome:
        """What is decided."""
        chosen = self._field(OUTCOME).selected_option
        if chosen is None or chosen.value not in list(Outcome):
            raise Garbled("Slack did not say what was decided: open the flag again.")
        return Outcome(chosen.value)

    @property
    def reason(self) -> str:
        """Why: the common reason, what was written, or both."""
        common = self._field(COMMON).selected_option
        written = (self._field(REASON).value or "").strip()
        return ": ".join(filter(None, (common.value if common else "", written)))

    def _field(self, name: str) -> Filled:
        return self.state.values.get(name, {}).get(name, Filled())


class Submitted(Payload):
    """A window sent in."""

    user: Named
    view: Window


def register(app: AsyncApp, work: Work) -> None:
    """Hear windows being sent in."""

    @app.view(SETTLE)
    async def on_settled(ack: AsyncAck, body: dict[str, Any]) -> None:
        sent = parsed(Submitted, body)
        window = sent.view
        draft_id, number = window.ids
        decided = (draft_id, [number], window.outcome, window.reason)
        try:
            by = await work.colleague(sent.user.id)
            entries = await work.newsroom.resolve(*decided, by, f"{window.id}:{window.hash}")
        except ReasonNeeded:
            errors = {REASON: reason_line(window.outcome)}
            return await _back(ack, errors)
        except Exception as error:
            if not foreseen(error):
                raise
            return await _back(ack, {OUTCOME: str(error)})
        await ack()
        work.redraw()
        draft = await work.newsroom.draft(draft_id)
        await tell_waiting(work, entries, draft.channel, by, draft.thread)


async def _back(ack: AsyncAck, errors: dict[str, str]) -> None:
    """Give the window back as it was filled, with a line at the field."""
    await ack(response_action="errors", errors=errors)
