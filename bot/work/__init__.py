"""Durable work: what must happen although the process dies."""

from bot.work.work import Work

__all__ = ["Work"]
