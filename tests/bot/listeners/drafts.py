"""Drafts for the conversations of these tests."""

from bot.sandbox.seed import seeds

RIVER = seeds()["river-talks"].text  # a hold, and queries
CLEAN = (
    "The library will open on Sundays from May, the council said. "
    "It will keep its hours on other days, the librarian said. "
) * 5
HELD = f"The minister secretly sabotaged the ferry, an official said. {CLEAN}"  # a hold
ASKED = f"The regime slammed the ferry on Monday, he said. {CLEAN}"  # two queries
