"""Numbers and words in a row, as a person says them."""

from collections.abc import Iterable, Mapping

from rules.model import Level
from rules.sourcemap.phrases import Face


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Words in a row: “a, b and c”."""
    given = list(words)
    if len(given) < 2:
        return "".join(given)
    return f"{', '.join(given[:-1])} {joint} {given[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """“1 hold”, “3 holds”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def levelled(levels: Mapping[Level, int]) -> str:
    """“1 hold, 2 queries”; levels that have none are left out."""
    plural = {Level.QUERY: "queries"}
    return ", ".join(
        counted(levels[level], level.value, plural.get(level))
        for level in Level
        if levels.get(level)
    )


def sized(length: int) -> str:
    """How large a file is, in words: “20 MB”, “60 bytes”."""
    return f"{length / 1_000_000:g} MB" if length >= 1_000_000 else f"{length:,} bytes"


def runs(numbers: Iterable[int]) -> list[str]:
    """Numbers with their runs drawn together: 1, 2, 3, 6 are “1 to 3” and “6”."""
    drawn: list[list[int]] = []
    for number in sorted(set(numbers)):
        if drawn and number == drawn[-1][-1] + 1:
            drawn[-1].append(number)
        else:
            drawn.append([number])
    words: list[str] = []
    for run in drawn:
        words += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(n) for n in run]
    return words


def spelled(numbers: Iterable[int]) -> str:
    """Numbers in a row: “1 to 4, 6 and 8 to 12”."""
    return listed(runs(numbers))


def faced(face: Face) -> str:
    """What is said behind a source's name, if nobody could ring them up."""
    said = {Face.FACELESS: "without a face", Face.UNNAMED: "without a name"}
    return f" ({said[face]})" if face in said else ""
