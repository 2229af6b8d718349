"""Copy: what a desk checks in the same pass."""
