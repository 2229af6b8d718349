"""The table that the benchmark prints: what was measured, the figure, the target, met or not."""

from typing import NamedTuple

_VERDICTS = {True: "met", False: "NOT MET", None: ""}


class Row(NamedTuple):
    """One line: ``met`` is None where nothing is promised."""

    what: str
    figure: str
    target: str = ""
    met: bool | None = None


def at_least(what: str, figure: float, target: float, form: str) -> Row:
    """A row whose figure should be ``target`` or more; ``form`` says how both are written."""
    return Row(what, form.format(figure), f"≥ {form.format(target)}", figure >= target)


def at_most(what: str, figure: float, target: float, form: str) -> Row:
    """A row whose figure should be ``target`` or less; ``form`` says how both are written."""
    return Row(what, form.format(figure), f"≤ {form.format(target)}", figure <= target)


def drawn(row: Row) -> str:
    """A row as a line whose columns stand under those of every other."""
    said = f"{row.what:<58}  {row.figure:>14}  {row.target:<13}  {_VERDICTS[row.met]}"
    return said.rstrip()
