"""views.*: modals and the home tab."""

from secrets import token_hex

from bot.sandbox import limits, shapes
from bot.sandbox.api.call import Call, Method
from bot.sandbox.filling import initial_values
from bot.sandbox.model import Json, View
from bot.sandbox.refusal import Refused
from bot.sandbox.workspace import Workspace

DEEPEST = 3  # views in one stack


def _hash(ws: Workspace) -> str:
    return f"{int(ws.clock.now())}.{token_hex(4)}"


def make_view(ws: Workspace, user: str, body: Json, below: View | None = None) -> View:
    """A view as Slack keeps it, on top of ``below``."""
    view_id = f"V0{token_hex(5).upper()}"
    root = below.root if below else view_id
    view = View(view_id, user, body, _hash(ws), root, below.id if below else None)
    view.values = initial_values(view.blocks)
    return view


def replace(ws: Workspace, view: View, body: Json) -> None:
    """Another body in an open view; what was filled in stays where the ids are the same."""
    kept = view.values
    view.body, view.hash, view.errors = body, _hash(ws), None
    view.values = {
        block: {
            action: kept.get(block, {}).get(action, value) for action, value in actions.items()
        }
        for block, actions in initial_values(view.blocks).items()
    }
    ws.changed()


def _checked(call: Call, kind: str = "modal") -> Json:
    body = limits.check_view(call.parsed("view", "invalid_arguments"))
    if body["type"] != kind:
        line = f"[ERROR] must be a {kind} [json-pointer:/view/type]"
        raise Refused("invalid_arguments", line)
    return body


def open_view(call: Call) -> Json:
    """views.open."""
    body = _checked(call)
    trigger = call.hub.use_trigger(call.text("trigger_id"))
    view = make_view(call.ws, trigger.user, body)
    call.ws.views[trigger.user] = [view]
    call.ws.changed()
    return {"view": shapes.view(call.ws, view)}


def push(call: Call) -> Json:
    """views.push: onto the stack that the trigger came from."""
    body = _checked(call)
    trigger = call.hub.use_trigger(call.text("trigger_id"))
    stack = call.ws.views.get(trigger.user, [])
    if trigger.view is None or not stack:
        raise Refused("not_found")
    if len(stack) >= DEEPEST:
        raise Refused("push_limit_reached")
    view = make_view(call.ws, trigger.user, body, stack[-1])
    stack.append(view)
    call.ws.changed()
    return {"view": shapes.view(call.ws, view)}


def update(call: Call) -> Json:
    """views.update: by id or by external id, refused when the hash is not the last."""
    view = _found(call)
    if view is None:
        raise Refused("not_found")
    body = _checked(call, view.body["type"])
    if call.text("hash") and call.text("hash") != view.hash:
        raise Refused("hash_conflict")
    replace(call.ws, view, body)
    return {"view": shapes.view(call.ws, view)}


def _found(call: Call) -> View | None:
    if call.text("view_id"):
        return call.ws.view(call.text("view_id"))
    wanted = call.text("external_id")
    views = (v for stack in call.ws.views.values() for v in stack)
    return next((v for v in views if wanted and v.body.get("external_id") == wanted), None)


def publish(call: Call) -> Json:
    """views.publish: somebody's home tab, if the manifest gives the app one."""
    if not call.hub.app.home_tab:
        raise Refused("not_enabled")
    body = _checked(call, "home")
    user = call.user("user_id")
    known = call.ws.homes.get(user.id)
    if known and call.text("hash") and call.text("hash") != known.hash:
        raise Refused("hash_conflict")
    view = make_view(call.ws, user.id, body)
    if known:
        view.id = view.root = known.id
    call.ws.homes[user.id] = view
    call.ws.changed()
    return {"view": shapes.view(call.ws, view)}


METHODS: dict[str, tuple[str, Method]] = {
    "views.open": ("", open_view),
    "views.push": ("", push),
    "views.update": ("", update),
    "views.publish": ("", publish),
}
