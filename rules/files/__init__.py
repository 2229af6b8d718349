"""Reads the files of rules, and tries them on their own examples."""
