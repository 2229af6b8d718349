"""A folder with a .vale.ini and a style of our own in it."""

from pathlib import Path

from rules import Review, review
from rules.model import Source
from rules.vale import Styles

INI = "StylesPath = styles\nMinAlertLevel = suggestion\n"


class House:
    """Writes rules and settings, and reads copy with them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "styles" / "Town").mkdir(parents=True)
        self.ini("[*]\nBasedOnStyles = Town\n")

    def ini(self, sections: str, core: str = "") -> Path:
        """Write the .vale.ini, with ``core`` above the sections."""
        path = self.folder / ".vale.ini"
        path.write_text(f"{INI}{core}\n{sections}", encoding="utf-8")
        return path

    def rule(self, name: str, text: str, style: str = "Town") -> None:
        """Write a rule of the style."""
        folder = self.folder / "styles" / style
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")

    def words(self, vocabulary: str, *, accept: str = "", reject: str = "") -> None:
        """Write a vocabulary."""
        folder = self.folder / "styles" / "config" / "vocabularies" / vocabulary
        folder.mkdir(parents=True)
        (folder / "accept.txt").write_text(accept, encoding="utf-8")
        (folder / "reject.txt").write_text(reject, encoding="utf-8")

    def styles(self) -> Styles:
        """The styles as the .vale.ini asks for them."""
        return Styles.read(self.folder / ".vale.ini")

    def read(self, text: str, path: str = "draft.md") -> Review:
        """Read ``text`` as the file ``path`` with these rules and no others."""
        source = Source(path=path, type="markdown", sha256="")
        return review(text, packs=(), styles=self.styles(), source=source)

    def found(self, text: str, path: str = "draft.md") -> list[str]:
        """What is flagged, rule and words, in the order of the text."""
        read = self.read(text, path)
        places = [
            (start, f"{f.rule}: {text[start:end]}")
            for f in read.flags
            for start, end in ((f.start, f.end), *f.also)
        ]
        return [said for _, said in sorted(places)]
