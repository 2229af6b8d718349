"""The rules whose names are nearest to one that no rule has."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, ids: Iterable[str]) -> list[str]:
    """At most three of ``ids``: alike as a whole or without their pack, or holding ``name``."""
    known = list(ids)
    last = {id_.partition(".")[2]: id_ for id_ in reversed(known)}
    near = get_close_matches(name, known, n=3, cutoff=0.6)
    near += [last[one] for one in get_close_matches(name, last, n=3, cutoff=0.6)]
    near += [id_ for id_ in known if name and name in id_]
    return list(dict.fromkeys(near))[:3]
