"""usergroups.*: who is in which group."""

from bot.sandbox import shapes
from bot.sandbox.api.call import Call, Method
from bot.sandbox.model import Json
from bot.sandbox.refusal import Refused


def list_groups(call: Call) -> Json:
    """usergroups.list: with their members where ``include_users`` asks for them."""
    users = call.flag("include_users")
    groups = call.ws.groups.values()
    return {"usergroups": [shapes.group(call.ws, group, users=users) for group in groups]}


def users(call: Call) -> Json:
    """usergroups.users.list."""
    group = call.ws.groups.get(call.text("usergroup"))
    if group is None:
        raise Refused("no_such_subteam")
    return {"users": list(group.members)}


METHODS: dict[str, tuple[str, Method]] = {
    "usergroups.list": ("usergroups:read", list_groups),
    "usergroups.users.list": ("usergroups:read", users),
}
