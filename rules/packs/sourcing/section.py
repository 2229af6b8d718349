"""How do we know all this?

Why: The reader should never be far from somebody who knows. Where sentence after sentence stands
on our word alone, none of them can be weighed, and the one that is wrong is ours.

Fix: Attribute the run once where it begins and again in every second paragraph, or say that we
saw it.

Source: Reuters Handbook of Journalism on sources ("let the reader know how we know")
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rules.claims import BARE, leftovers
from rules.lexicon.lexicon import Lexicon
from rules.model import Hit, Level
from rules.search.later import later
from rules.search.scan import WordList
from rules.sourcemap.genres import explained, is_case, is_column, is_game, is_life
from rules.sourcemap.maps import SourceMap, claims_of_ours, source_map
from rules.sourcemap.phrases import Face
from rules.text.model import Kind, Sentence, Text

LEVEL = Level.QUERY
EXAMPLES = (
    "The ferry strike is over. The boats sail on Monday.\n\n[[The owners had ignored every]]"
    " warning. Their neglect left the islands without medicine. The crews were forced into shifts"
    " that ruined their health. The inquiry was designed to hide the truth.",
    "Tarn council sold the mill on Friday. The price was £2m.\n\n## A bad bargain\n\n[[The sale"
    " was a disaster]] for the town. Most of the tenants have been pushed out. The new owner wants"
    " to punish those who stayed. The rents have doubled, and the repairs never began.",
    "The ferry strike is over. The boats sail on Monday.\n\nThe owners had ignored every warning,"
    " the union said. Their neglect left the islands without medicine. The crews were forced into"
    " shifts that ruined their health. The inquiry was designed to hide the truth.",
    "The pier is shut. It opens in June.\n\nThe engineers' report found that the bolts had failed."
    "\n\nThe rust had caused the deck to sink. The damage was worse at the north end. Repairs"
    " have to begin at once. The steps are too weak to hold a crowd.",
    "The dam broke on Monday. The valley was evacuated.\n\nOn Tuesday the river rose by a metre"
    " and ruined the crops. On Wednesday the bridge collapsed because of the debris. By Thursday"
    " most of the wells had failed. On Friday the army refused to stay.",
    "The vote is on Thursday. Polls open at 7am.\n\n## Why does it matter?\n\nThe law failed to"
    " stop the sales. It led to a shortage. The worst of it fell on tenants. The rents doubled.",
    "The town hall seats 400. It was built by Ida Roth.\n\nThe windows face the river. The clock"
    " stands over the door. The stairs are of oak. The roof is green, and the hall smells of wax.",
)
_PHRASES = Lexicon(Path(__file__).with_suffix(".txt"))

_RUN = 3  # sentences, each of which a reader may dispute
_FURTHER = 2  # sentences of the next paragraph, which a body's word reaches
_SHOWN = 5  # words of the first and of the last of them
_SHARE = 0.8  # of the sentences of a run
_LEAD = 2  # sentences at the head, which the body has to back

# Somebody or something stands behind it, if not in the way that makes an attribution.
_BEHIND = later(
    r"[\"?]|''|https?:|\b(?:alleg\w+|accus\w+|report(?:s|ed|edly)?|said|says?|told|according|polls?"
    r"|surveys?|stud(?:y|ies)|research\w*|data|figures|records|documents?|papers|census|court"
    r"|judge|jury|police|tribunal|inquest|announced|announcement|published|estimate[sd]?|known"
    r"|i|we|you|our|my|us|cents?|barrel|ounce|shares|index|voters"
    r"|findings|delegates|seats|primary|primaries|elections?)\b"
)
_POLLS = WordList("poll polls survey surveyed pollsters")
_FIGURE = later(r"\d(?:%| per ?cent| points)|-point\b")
_HEAD = later(r"(?:\S+\s+){0,4}\S+?(?=[.!]*(?:\s|\Z))")
_DATED = later(
    r"\b(?:1[0-9]\d\d|20\d\d|january|february|march|april|june|july|august|september|october"
    r"|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|o'clock|[ap]\.?m"
    r"|later that (?:day|year|month)|a (?:day|week|month|year) later|the next day)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """Runs of claims that a reader may dispute, with no attribution among them or in reach."""
    runs = [run for run in _bare_runs(text) if len(run) >= _RUN]
    if not runs:
        return
    bare = {sentence.n for run in runs for sentence in run}
    within = _close(bare & (text.numbers_of(_PHRASES) | text.numbers_of(BARE)))
    found = {found.sentence.n for found in _PHRASES.search(text, within)}
    pressing = _close(found.union(sentence.n for sentence, _ in leftovers(text, within)))
    if not pressing:
        return
    if is_column(text) or is_game(text) or is_life(text) or is_case(text):
        return
    if text.seen.of(_POLLS):
        pressing -= {n for n in pressing if _FIGURE.search(text.folded, *text.sentences[n].span)}
    drawn = source_map(text)
    near = _in_reach(drawn)
    for run in claims_of_ours(text, {n + k for n in pressing for k in (-1, 0, 1)}):
        for part in _parts(text, run, pressing, near) if len(run) >= _RUN else ():
            if _is_dense(part, pressing) and not _is_chronology(text, part):
                yield _hit(text, part)


def _close(numbers: set[int]) -> set[int]:
    """Those that stand so close that a run can be made of them."""
    return {
        n + k
        for n in numbers
        if sum(n + k in numbers for k in range(_RUN + 1)) >= _RUN
        for k in range(_RUN + 1)
        if n + k in numbers
    }


def _bare_runs(text: Text) -> Iterator[list[Sentence]]:
    """Sentences in a row that have no cue and no quotation, before any closer look."""
    run: list[Sentence] = []
    for sentence in text.body():
        start, end = sentence.span
        if text.is_vouched_in(sentence.span) or text.folded.find('"', start, end) >= 0:
            yield run
            run = []
        else:
            run.append(sentence)
    yield run


def _in_reach(drawn: SourceMap) -> set[int]:
    """The sentences that need no attribution of their own.

    The lead is backed by the body, and what explains is known. Anybody's word goes on to the end
    of its paragraph, a council's or a report's for two sentences more.
    """
    text = drawn.text
    spoken = {n for speaker in drawn.speakers for n in speaker.sentences}
    bodies = {n for s in drawn.speakers if s.face is Face.BODY for n in s.sentences}
    known = explained(text)
    found: set[int] = set()
    more = 0
    for paragraph in text.paragraphs:
        if paragraph.kind in (Kind.HEADLINE, Kind.CROSSHEAD):
            more = 0
        if paragraph.kind is not Kind.BODY:
            continue
        numbers = [sentence.n for sentence in paragraph.sentences]
        first = next((k for k, n in enumerate(numbers) if n in spoken), len(numbers))
        found.update(numbers if paragraph.n in known else (*numbers[:more], *numbers[first:]))
        more = 0 if bodies.isdisjoint(numbers) else _FURTHER
    lead = [sentence.n for sentence in text.body()][:_LEAD]
    return found.union(lead, drawn.told)


def _parts(
    text: Text, run: Sequence[Sentence], pressing: set[int], near: set[int]
) -> Iterator[list[Sentence]]:
    """The stretches of a run that nothing stands behind, and of which all but a few press."""
    part: list[Sentence] = []
    weak = 0  # sentences at the end of the part that do not press
    for sentence in run:
        presses = sentence.n in pressing
        is_bare = sentence.n not in near and not _BEHIND.search(text.folded, *sentence.span)
        if is_bare and (presses or (part and not weak)):
            part.append(sentence)
            weak = 0 if presses else 1
        else:
            yield part[: len(part) - weak]
            part, weak = [], 0
    yield part[: len(part) - weak]


def _is_dense(part: Sequence[Sentence], pressing: set[int]) -> bool:
    """Enough of the sentences press, and most of all of them."""
    presses = sum(sentence.n in pressing for sentence in part)
    return presses >= _RUN and presses >= _SHARE * len(part)


def _is_chronology(text: Text, part: Sequence[Sentence]) -> bool:
    """What happened when: half of the sentences have a date."""
    return 2 * sum(_DATED.search(text.folded, *s.span) is not None for s in part) >= len(part)


def _hit(text: Text, part: Sequence[Sentence]) -> Hit:
    first, last = (text.quote(s.span).split() for s in (part[0], part[-1]))
    begins, ends = " ".join(first[:_SHOWN]), " ".join(last[-_SHOWN:]).rstrip(".!")
    note = f"From “{begins} …” to “… {ends}”: {len(part)} sentences, and nobody speaks but us."
    head = _HEAD.search(text.source, *part[0].span)
    start, end = head.span() if head else part[0].span
    return Hit(start, end, note, lemma=begins.lower(), scope="document")
