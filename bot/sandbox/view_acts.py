"""What a person can do in a view: press, submit, close."""

from typing import Any

from bot.sandbox import limits, payloads
from bot.sandbox.acts import find
from bot.sandbox.api.views import DEEPEST, make_view, replace
from bot.sandbox.choosing import chosen, held, value_key, value_of
from bot.sandbox.filling import elements, unfilled
from bot.sandbox.hub import Hub
from bot.sandbox.model import Json, User, View
from bot.sandbox.refusal import Refused, Trouble

_TROUBLE = "We had some trouble connecting. Try again?"


class ViewActs:
    """The stack of views that is open for one person, and what they do in it."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    def view(self, user: User, view_id: str) -> View:
        """The view with that id, if this person has it open."""
        view = self.hub.ws.view(view_id)
        if view is None or view.user != user.id:
            raise Trouble("This view is not open any more.")
        return view

    async def press(
        self, user: User, view: View, block_id: str, action_id: str, choice: Json
    ) -> None:
        """Press a button, or choose from a menu, in a view."""
        block, element = find(view.blocks, block_id, action_id)
        action = chosen(self.hub.ws, block, element, choice, user.id)
        state = held(element, action)
        if state:
            view.values[block_id][action_id] = state
        if block["type"] == "input" and not block.get("dispatch_action"):
            return
        payload = payloads.press_in_view(self.hub, user, view, action)
        await self.hub.link.ask("interactive", payload, answers=False)

    async def suggest(
        self, user: User, view: View, block_id: str, action_id: str, typed: str
    ) -> Json:
        """Ask the app what a list of its own offers for what is typed."""
        find(view.blocks, block_id, action_id)
        payload = payloads.suggestion(self.hub, user, view, block_id, action_id, typed)
        answer = await self.hub.link.ask("interactive", payload, answers=True) or {}
        groups = answer.get("option_groups") or [{"options": answer.get("options") or []}]
        return {"options": [option for group in groups for option in group["options"]]}

    def take(self, view: View, values: Json) -> None:
        """Keep what a person has filled in, for the inputs that the view has."""
        for block, element in elements(view.blocks):
            given = values.get(block["block_id"], {}).get(element["action_id"])
            if given and element["action_id"] in view.values.get(block["block_id"], {}):
                kind, key = element["type"], value_key(element["type"])
                value = value_of(self.hub.ws, element, given.get(key), view.user)
                view.values[block["block_id"]][element["action_id"]] = {"type": kind, key: value}

    async def submit(self, user: User, view: View) -> dict[str, str]:
        """Send a view in as it is filled; the lines at its inputs if it comes back."""
        if view.body.get("submit") is None:
            raise Trouble("This view has nothing to submit.")
        view.errors = unfilled(view) or None
        self.hub.ws.changed()
        if view.errors:
            return view.errors
        payload = payloads.submission(self.hub, user, view)
        answer = await self.hub.link.ask("interactive", payload, answers=True)
        self._follow(user, view, answer or {})
        return view.errors or {}

    def _follow(self, user: User, view: View, answer: Json) -> None:
        stack = self.hub.ws.views.setdefault(user.id, [])
        match answer.get("response_action"):
            case "errors":
                view.errors = _errors(view, answer.get("errors"))
            case "update":
                replace(self.hub.ws, view, _body(answer))
            case "push":
                if len(stack) >= DEEPEST:
                    raise Trouble(_TROUBLE + " (push_limit_reached)")
                stack.append(make_view(self.hub.ws, user.id, _body(answer), view))
            case "clear":
                stack.clear()
            case None:
                if view in stack:
                    stack.remove(view)
            case other:
                raise Trouble(f"{_TROUBLE} (response_action {other})")
        self.hub.ws.changed()

    async def close(self, user: User, view: View) -> None:
        """Close a view without sending it in, and what lies on top of it."""
        stack = self.hub.ws.views.get(user.id, [])
        if view not in stack:
            raise Trouble("This view is not open any more.")
        whole = bool(view.body.get("clear_on_close"))
        closed = stack[:] if whole else stack[stack.index(view) :]
        self.hub.ws.views[user.id] = [v for v in stack if v not in closed]
        self.hub.ws.changed()
        for one in closed:
            if one.body.get("notify_on_close"):
                payload = payloads.closing(self.hub, user, one, cleared=whole)
                await self.hub.link.ask("interactive", payload, answers=False)


def _body(answer: Json) -> Json:
    try:
        return limits.check_view(answer.get("view"))
    except Refused as refused:
        raise Trouble(f"{_TROUBLE} ({'; '.join(refused.messages) or refused.code})") from None


def _errors(view: View, errors: Any) -> dict[str, str]:
    inputs = {b["block_id"] for b in view.blocks if b["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise Trouble(f"{_TROUBLE} (errors for inputs that are not in the view)")
    return {str(block): str(line) for block, line in errors.items()}
