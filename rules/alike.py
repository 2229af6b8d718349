"""Pairs the places where the same words stood in one version and stand in the next."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple

from rules.traces import Passage

_EDITED, _BESIDE, _INSIDE = 0.4, 0.3, 0.8  # how much of two sentences has to be the same
_CLAIM = 5  # flagged words that say something by themselves
_ENOUGH = 12  # letters: fewer lie inside any sentence
_COMMON = 24  # places: a word that stands near more of them tells none from another
_CLOSEST = 8  # places that are looked at closely

_KEYS: tuple[Callable[[Passage], Hashable], ...] = (
    lambda p: (p.sentence, p.speaker, p.before, p.after),
    lambda p: (p.sentence, p.speaker, p.before),
    lambda p: (p.sentence, p.speaker, p.after),
    lambda p: (p.sentence, p.speaker),
    lambda p: (p.sentence, p.before, p.after),
    lambda p: p.sentence,
)


class Pair(NamedTuple):
    """Two places by their indexes; 0 is the best ``rank``."""

    rank: int
    old: int
    new: int


def pairs(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[Pair]:
    """Pair places that have the same flagged words, best first, each once.

    The same sentence with the same sentences beside it, then one that was moved, then one that
    was edited; of equals the first with the first.
    """
    left, right = list(range(len(old))), list(range(len(new)))
    for rank, key in enumerate(_KEYS):
        if not (left and right):
            return
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for i in left:
            waiting[key(old[i])].append(i)
        unpaired = []
        for k in right:
            same = waiting.get(key(new[k]))
            if same:
                yield Pair(rank, same.popleft(), k)
            else:
                unpaired.append(k)
        left, right = sorted(i for some in waiting.values() for i in some), unpaired
    yield from _edited(old, new, left, right)


def _edited(
    old: Sequence[Passage], new: Sequence[Passage], left: Sequence[int], right: Sequence[int]
) -> Iterator[Pair]:
    """Pair those whose sentences have most words in common, if that is enough of them."""
    near = _Near([old[i] for i in left])
    found: list[tuple[float, bool, int, int]] = []
    for n, k in enumerate(right):
        for i in (left[close] for close in near.closest(new[k], n)):
            if (same := _likeness(old[i], new[k])) is not None:
                found.append((-same, old[i].speaker != new[k].speaker, i, k))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for _, _, i, k in sorted(found):
        if i not in taken_old and k not in taken_new:
            taken_old.add(i)
            taken_new.add(k)
            yield Pair(len(_KEYS), i, k)


class _Near:
    """Finds the few places worth a close look, by the rarer words that stand near them."""

    def __init__(self, places: Sequence[Passage]) -> None:
        self._size = len(places)
        self._few = range(len(places)) if len(places) <= _CLOSEST else None
        self._by_sign: dict[str, list[int]] = defaultdict(list)
        if self._few is None:
            for n, place in enumerate(places):
                for sign in _signs(place):
                    self._by_sign[sign].append(n)

    def closest(self, place: Passage, n: int) -> Sequence[int]:
        """Indexes of those that share most with ``place``, the ``n``-th that is looked for."""
        if self._few is not None:
            return self._few
        shared: Counter[int] = Counter()
        for sign in _signs(place):
            where = self._by_sign.get(sign, ())
            if len(where) <= _COMMON:
                for index in where:
                    shared[index] += _weight(sign)
        if not shared:  # nothing tells them apart: those that stand about there
            return range(max(0, n - _CLOSEST // 2), min(self._size, n + _CLOSEST // 2))
        best = sorted(shared.items(), key=lambda each: (-each[1], each[0]))
        return [index for index, _ in best[:_CLOSEST]]


def _signs(place: Passage) -> set[str]:
    return {*place.left.split(), *place.right.split(), f"<{place.before}", f">{place.after}"}


def _likeness(one: Passage, other: Passage) -> float | None:
    """How much of two sentences is the same, 0 to 1; None if they are different sentences."""
    words, others = _words(one), _words(other)
    shared = _letters(words & others)
    mine, theirs = _letters(words), _letters(others)
    if not shared:
        return None
    same = 2 * shared / (mine + theirs)
    beside = (one.before and one.before == other.before) or (
        one.after and one.after == other.after
    )
    is_inside = min(mine, theirs) >= _ENOUGH and shared >= _INSIDE * min(mine, theirs)
    enough = same >= (_BESIDE if beside else _EDITED)
    return same + bool(beside) / 10 if enough or is_inside else None


def _words(place: Passage) -> Counter[str]:
    flagged = place.words.split()
    around = [*place.left.split(), *place.right.split()]
    return Counter(around + flagged if len(flagged) >= _CLAIM else around)


def _letters(words: Counter[str]) -> int:
    return sum(_weight(word) * times for word, times in words.items())


def _weight(word: str) -> int:
    """Its letters; the small words of every sentence count next to nothing."""
    return len(word) if len(word) > 3 else 1
