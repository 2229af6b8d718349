"""Finds the words of all rules in one pass over a draft."""
