"""One file, read with the rules that are on for it."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rules.engine import Reading
from rules.model import Hit, Level, Raised, Rule, Suppressed
from rules.search.patience import OutOfPatience, Patience
from rules.search.scan import Scan
from rules.suppress import voiced
from rules.vale.config import LEVELS, Config
from rules.vale.for_file import ForFile
from rules.vale.reading import sheets
from rules.vale.sheet import Sheet

if TYPE_CHECKING:
    from rules.vale.styles import Styles

_MOST = 60_000  # hits in one file; a rule that has more to say is stopped
_LEVELS = {"suggestion": Level.NOTE, "warning": Level.QUERY, "error": Level.HOLD}


class OneFile:
    """Runs rule after rule over the sheets of the file, and puts each hit in its place there."""

    def __init__(self, all_styles: "Sequence[Styles]", source: str, path: str, scan: Scan) -> None:
        self._source, self._path, self._scan = source, path or "-", scan
        self._all = [(styles, styles.here(self._path)) for styles in all_styles]
        self._cut: dict[Hashable, Sequence[Sheet]] = {}
        self._raised: dict[str, dict[int, Raised]] = {}  # by rule and place
        self._suppressed: list[Suppressed] = []
        self._hits = 0
        self._timed_out: dict[str, None] = {}

    def reading(self) -> Reading:
        """What was found, in no order."""
        for styles, here in self._all:
            least = LEVELS.index(styles.config.least)
            for sheet in self._sheets(styles.config, here):
                sheet.patience = Patience(len(sheet.source))  # each style has time of its own
            for rule in styles.rules:
                said = here.level(rule.id)
                level = _LEVELS[said] if said else rule.level
                if here.runs(rule.id) and 2 - level.rank >= least:
                    limit = styles.limits.get(rule.id) or None
                    for sheet in self._sheets(styles.config, here):
                        self._find(rule, level, limit, sheet)
        raised = [one for of_rule in self._raised.values() for one in of_rule.values()]
        return Reading(raised, self._suppressed, tuple(self._timed_out))

    def _sheets(self, config: Config, here: ForFile) -> Sequence[Sheet]:
        """The file as that configuration cuts it; those that cut it alike share the sheets."""
        view = (*config.view, here.token_ignores, here.block_ignores, here.remarks)
        if view not in self._cut:
            asked = frozenset().union(*(styles.names_in_scopes for styles, _ in self._all))
            based = tuple(style for _, other in self._all for style in other.styles)
            here = here._replace(styles=based)
            self._cut[view] = sheets(self._source, self._path, config, here, asked)
            for sheet in self._cut[view]:
                sheet.scan = self._scan
        return self._cut[view]

    def _find(self, rule: Rule, level: Level, limit: int | None, sheet: Sheet) -> None:
        words, raised = rule.words, self._raised.setdefault(rule.id, {})
        if words is None or not sheet.blocks(words.scope):
            return
        sheet.patience.begin(rule.id)
        try:
            for hit in words.find(sheet):
                if len(raised) == limit:
                    return
                if self._hits == _MOST:
                    raise OutOfPatience
                self._hits += 1
                self._put(rule, level, sheet, hit)
                sheet.patience.check()
        except OutOfPatience:
            self._timed_out[rule.id] = None

    def _put(self, rule: Rule, level: Level, sheet: Sheet, hit: Hit) -> None:
        start, end = self._span(sheet, hit)
        has_voice = rule.words is not None and bool(rule.words.voice)  # others parse nothing
        because = hit.because or (voiced(rule, sheet.text, hit) if has_voice else None)
        if sheet.silences(rule.id, hit):
            because = "comment"
        if because is None:
            is_moved = (start, end) != (hit.start, hit.end)
            placed = replace(hit, start=start, end=end) if is_moved else hit
            self._raised[rule.id].setdefault(start, Raised(rule, level, placed))
        elif because != "furniture":
            gone = Suppressed(rule=rule.id, start=start, end=end, because=because)
            self._suppressed.append(gone)

    def _span(self, sheet: Sheet, hit: Hit) -> tuple[int, int]:
        if hit.start == hit.end:  # what is missing is said of the whole file
            return 0, min(1, len(self._source))
        places = sheet.words.places
        start, end = places[hit.start], places[hit.end - 1] + 1
        return start, max(start + 1, end) if start < len(self._source) else end
