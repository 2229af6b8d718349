"""In which order flags are numbered and listed."""

from rules.model import Flag


def place(flag: Flag) -> tuple[int, bool, int, int]:
    """Hardest first; of a level what is asked of the whole draft, then as a reader meets it."""
    return flag.level.rank, flag.scope != "document", flag.start, flag.end
