"""What is kept, and the only SQL: one module of queries for each noun."""

from bot.store.database import Store

__all__ = ["Store"]
