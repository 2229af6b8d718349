"""A local Slack workspace for trying out and for tests: a server, people, and a page.

``python -m bot.sandbox`` runs it by itself, for any app.
"""

from bot.sandbox.model import Channel, Message, View
from bot.sandbox.people import Member
from bot.sandbox.refusal import Trouble
from bot.sandbox.server import Sandbox

__all__ = ["Channel", "Member", "Message", "Sandbox", "Trouble", "View"]
