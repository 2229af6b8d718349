"""A Word file's parts, and which part belongs to which: nothing of what they say."""

import posixpath
import zipfile
from io import BytesIO

from lxml import etree

from bot.errors import Unreadable
from bot.readers.wordml.names import below

_OTHER = (
    "I cannot read “{name}”: it is damaged, or not what it seems. Save it anew as a Word file"
    " (.docx), and send that."
)
_WITHIN = (
    "I cannot read all of “{name}”: part of its text is another file inside it, which only Word"
    " can put in. Open it in Word, save it, and send that."
)


class WordFile:
    """The file in ``data``; Unreadable, with one line about ``name``, if there is no copy in it.

    What else is wrong with it comes up as the error of zipfile or lxml.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self.zip = zipfile.ZipFile(BytesIO(data))
        self._names = {each.lower(): each for each in self.zip.namelist()}
        main = self.related("", "officeDocument")
        if main is None:
            raise self._refused()
        self.main = main

    def has(self, part: str) -> bool:
        """Tell whether there is such a part; as in Word, letters' case does not count."""
        return part.lower() in self._names

    def raw(self, part: str) -> bytes:
        """A part as it stands in the file."""
        return self.zip.read(self._names[part.lower()])

    def tree(self, part: str) -> etree._Element:
        """A part of XML; what it names outside itself is not looked at."""
        return self.parsed(self.raw(part))

    def story(self, part: str) -> etree._Element:
        """A part that is read; Unreadable where some of it would be missed."""
        root = self.tree(part)
        if below(root, "altChunk"):
            raise Unreadable(_WITHIN.format(name=self._name))
        return root

    def parsed(self, data: bytes) -> etree._Element:
        """The root of some XML, in which no entity is declared: no Word file has any."""
        safe = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,  # one may stand in the middle of a word
            remove_pis=True,
        )
        root = etree.fromstring(data, safe)
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._refused()
        return root

    def relations(self, part: str) -> str:
        """The part in which stands what ``part`` belongs together with."""
        folder, _, name = part.rpartition("/")
        return posixpath.join(folder, "_rels", f"{name}.rels")

    def related(self, part: str, kind: str) -> str | None:
        """The part of this kind that belongs to ``part``: “styles”, “footnotes”, “comments”."""
        for each in self._relations(part):
            if each.get("Type", "").endswith(f"/{kind}") and each.get("TargetMode") != "External":
                target = each.get("Target", "")
                found = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target))
                if self.has(found[1:]):
                    return self._names[found[1:].lower()]
        return None

    def links(self, part: str) -> dict[str, str]:
        """Where each of the links of ``part`` leads, by its id."""
        return {
            each.get("Id", ""): each.get("Target", "")
            for each in self._relations(part)
            if each.get("TargetMode") == "External"
        }

    def _relations(self, part: str) -> list[etree._Element]:
        path = self.relations(part)
        return [*self.tree(path)] if self.has(path) else []

    def _refused(self) -> Unreadable:
        return Unreadable(_OTHER.format(name=self._name))
