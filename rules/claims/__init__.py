"""Which sentences of ours claim something, and what in them needs no source."""

from rules.claims.claims import backing, clause, is_claim
from rules.claims.leftover import is_leftover

__all__ = ["backing", "clause", "is_claim", "is_leftover"]
