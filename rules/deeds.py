"""The words of wrongdoing and blame, which accusation and reply both look for."""

from pathlib import Path

from rules.lexicon.lexicon import Lexicon

DEEDS = Lexicon(Path(__file__).parent / "packs" / "sourcing" / "accusation.txt")
