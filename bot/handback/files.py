"""The files that a marked draft is handed back as: a Word file, a proof, and a picture of it."""

import logging
from collections.abc import Iterator

from bot.errors import CopychiefError
from bot.handback.marked import Marked, marked_checklist
from bot.handback.picture import can_draw
from bot.handback.proof import first_page, proof
from bot.handback.word import marked_word
from bot.model import Checklist, Original
from bot.readers.cage import DRAWING, caged
from bot.readers.copy import Copy, Format
from bot.readers.file import as_it_lies, read_file

log = logging.getLogger(__name__)

_STOPPED = "{} took too long on this version and was stopped: read for it yourselves."


def marked_files(
    checklist: Checklist, original: Original | None, name: str
) -> Iterator[tuple[str, bytes]]:
    """Each file by its name, which begins with ``name``. ``original`` is what the version was
    read from; its Word file gets the comments in itself. Waits for other processes.
    """
    marked = marked_checklist(checklist)
    data = original.data if original else None
    yield f"{name}.docx", word(marked, data, f"{name}.docx", in_thread=True)
    stopped = [_STOPPED.format(rule) for rule in checklist.stopped]
    yield f"{name}.html", proof(marked, stopped).encode()
    if can_draw():
        page = first_page(marked, stopped).encode()
        try:
            yield f"{name}.png", caged("bot.handback.picture.draw", page, {}, name, DRAWING)[1]
        except CopychiefError as error:  # the other two say the same
            log.warning("no picture was drawn: %s", type(error).__name__)


def word(
    marked: Marked, original: bytes | None, name: str, *, in_thread: bool, copy: Copy | None = None
) -> bytes:
    """The draft as a Word file with comments: the ``original``, if that is what was read."""
    if original is not None:
        copy = copy or read_file(original, name)
    if copy is None or copy.text != marked.text:  # whoever reads otherwise now
        original, copy = None, as_it_lies(marked.text, Format.TEXT)
    task = marked_word(copy, original, marked, in_thread=in_thread)
    return caged(*task, name)[1]
