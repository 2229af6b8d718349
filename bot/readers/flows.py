"""Where the words of an RTF file go: into its copy, or into a note that stands at the end."""

from bot.readers.paragraphs import Kind, Paragraph, Run

_PART = "rtf"


class _Flow:
    """Paragraphs one after the other; the last of them may still be open."""

    def __init__(self, into: list[Paragraph], depth: int) -> None:
        self.into, self.depth = into, depth
        self.open: Paragraph | None = None
        self.is_marked = False


class Flows:
    """What was read so far: a note or a box begins a flow of its own, until its group ends."""

    def __init__(self) -> None:
        self._copy: list[Paragraph] = []
        self._notes: list[Paragraph] = []
        self._flows = [_Flow(self._copy, 0)]

    @property
    def is_marked(self) -> bool:
        """Tell whether the open paragraph was given the mark of a list."""
        return self._flows[-1].is_marked

    def mark(self) -> None:
        """The open paragraph, or the next, is an entry of a list."""
        self._flows[-1].is_marked = True

    def put(self, words: str, at: int, to: int, link: str) -> None:
        """Add words that stand in the file from ``at`` to ``to``."""
        flow = self._flows[-1]
        if flow.open is None:
            flow.open = Paragraph()
            flow.into.append(flow.open)
        flow.open.runs.append(Run(words, _PART, at, to, link))

    def extend(self, to: int) -> None:
        """The letter put last goes on up to ``to``."""
        last = self._flows[-1].open
        if last and last.runs:
            last.runs[-1] = last.runs[-1]._replace(to=to)

    def end(self, kind: Kind) -> None:
        """End the open paragraph."""
        flow = self._flows[-1]
        if flow.open:
            flow.open.kind = kind
        flow.open, flow.is_marked = None, False

    def begin(self, depth: int, *, is_note: bool) -> None:
        """Begin a note or a box, in a group so deep."""
        self._flows.append(_Flow(self._notes if is_note else self._copy, depth))

    def close(self, depth: int, kind: Kind) -> None:
        """Groups have ended: what began deeper than ``depth`` has, too."""
        while len(self._flows) > 1 and self._flows[-1].depth > depth:
            self.end(kind)
            self._flows.pop()

    def paragraphs(self) -> list[Paragraph]:
        """All of them, those of the notes at the end."""
        return self._copy + self._notes
