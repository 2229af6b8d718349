"""Draws the map of who speaks; for a long draft that takes longer than a window may wait."""

import asyncio

from bot.blocks.sources import sources_modal
from bot.blocks.text import Block
from bot.model import Checklist
from rules.sourcemap.maps import sources_of


async def mapped(checklist: Checklist) -> Block:
    """The window with the map of the draft's newest version, off the main thread."""
    if checklist.language != "en":
        return sources_modal(checklist)
    return sources_modal(checklist, await asyncio.to_thread(sources_of, checklist.text))
