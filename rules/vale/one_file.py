"""One file, read with the rules that are on for it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from rules.engine import Reading
from rules.model import Hit, Level, Raised, Rule, Suppressed
from rules.patience import OutOfPatience
from rules.scan import Seen
from rules.suppress import voiced
from rules.vale.config import LEVELS
from rules.vale.reading import sheets
from rules.vale.sheet import Sheet

if TYPE_CHECKING:
    from rules.vale.styles import Styles

_LEVELS = {"suggestion": Level.NOTE, "warning": Level.QUERY, "error": Level.HOLD}


class OneFile:
    """Runs rule after rule over the sheets of the file, and puts each hit in its place there."""

    def __init__(self, styles: "Styles", source: str, path: str) -> None:
        self._styles, self._source = styles, source
        self._here = styles.here(path or "-")
        self._sheets = sheets(
            source, path or "-", styles.config, self._here, styles.names_in_scopes
        )
        self._raised: dict[tuple[int, str], Raised] = {}
        self._suppressed: list[Suppressed] = []
        self._timed_out: dict[str, None] = {}

    def reading(self) -> Reading:
        """What was found, in no order."""
        for sheet in self._sheets:
            sheet.seen = Seen(sheet.folded, self._styles.scan)
        least = LEVELS.index(self._styles.config.least)
        for rule in self._styles.rules:
            if self._here.runs(rule.id) and 2 - self._level(rule).rank >= least:
                for sheet in self._sheets:
                    self._find(rule, sheet)
        return Reading([*self._raised.values()], self._suppressed, tuple(self._timed_out))

    def _level(self, rule: Rule) -> Level:
        """How hard the rule presses in this file."""
        said = self._here.level(rule.id)
        return _LEVELS[said] if said else rule.level

    def _find(self, rule: Rule, sheet: Sheet) -> None:
        sheet.patience.begin(rule.id)
        try:
            for hit in rule.words.find(sheet) if rule.words else ():
                self._put(rule, sheet, hit)
                sheet.patience.check()
        except OutOfPatience:
            self._timed_out[rule.id] = None

    def _put(self, rule: Rule, sheet: Sheet, hit: Hit) -> None:
        start, end = self._span(sheet, hit)
        because = hit.because or voiced(rule, sheet.text, hit) if self._asks(rule) else hit.because
        off = sheet.block_at(hit.start).off
        if off.silence(rule.id, sheet.source[hit.start : hit.end]):
            because = "comment"
        if because is None:
            placed = replace(hit, start=start, end=end)
            self._raised.setdefault((start, rule.id), Raised(rule, self._level(rule), placed))
        elif because != "furniture":
            gone = Suppressed(rule=rule.id, start=start, end=end, because=because)
            self._suppressed.append(gone)

    def _span(self, sheet: Sheet, hit: Hit) -> tuple[int, int]:
        if hit.start == hit.end:  # what is missing is said of the whole file
            return 0, min(1, len(self._source))
        start, end = sheet.words.place(hit.start), sheet.words.place(hit.end - 1) + 1
        return start, max(start + 1, end) if start < len(self._source) else end

    def _asks(self, rule: Rule) -> bool:
        """Only a rule with a voice of its own needs the file parsed."""
        return rule.words is not None and bool(rule.words.voice)
