"""Phrases of rules that reason, and the notation they are written in."""
