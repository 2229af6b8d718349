"""Vale's styles, configuration and view of a file, on our engine; the core knows nothing of it."""

from rules.vale.styles import Styles

__all__ = ["Styles"]
