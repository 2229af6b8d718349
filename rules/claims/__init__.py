"""Which sentences of ours claim something, and what in them needs no source."""

from rules.claims.claims import backing, clause, is_claim

__all__ = ["backing", "clause", "is_claim"]
