"""Lets ``python -m bot.cli`` stand for ``copychief``."""

from bot.cli import main

main()
