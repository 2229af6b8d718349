"""Which sentences of ours claim something, and what in them needs no source."""

from rules.claims.claims import backing, clause, is_claim
from rules.claims.leftover import BARE, leftovers

__all__ = ["BARE", "backing", "clause", "is_claim", "leftovers"]
