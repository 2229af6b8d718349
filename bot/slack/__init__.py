"""The Web API calls we make, in our words."""

from bot.slack.client import Slack
from bot.slack.refusal import MessageClosed, MessageGone, SlackAway

__all__ = ["MessageClosed", "MessageGone", "Slack", "SlackAway"]
