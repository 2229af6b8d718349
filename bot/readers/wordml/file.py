"""A Word file's parts, and which part belongs to which: nothing of what they say."""

import posixpath
import zipfile
from functools import cached_property
from io import BytesIO

from lxml import etree

from bot.errors import Unreadable

_MOST = 50_000_000  # bytes of one part of text
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD = b"\xd0\xcf\x11\xe0"
_LOCKED = (
    "I cannot open “{name}”: it is password-protected. Save it without a password and try again."
)
_BEFORE_2007 = "I cannot read “{name}”: it is an old Word file. Save it as .docx and try again."
_MACROS = "I do not open “{name}”: it holds macros. Save it as .docx and try again."
_OTHER = "I cannot read “{name}”: it is damaged, or no Word file. Save it as .docx and try again."
_LARGE = "“{name}” is longer than any draft should be, so I stopped reading it. Paste its text."


class WordFile:
    """The file in ``data``; Unreadable, with one line about ``name``, if it is no Word file.

    What else is wrong with it comes up as the error of zipfile or lxml.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name if len(name) <= 80 else name[:79] + "…"
        if data.startswith(_OLD):
            raise self._refused(_LOCKED if _ENCRYPTED in data else _BEFORE_2007)
        try:
            self.zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError):
            raise self._refused(_OTHER) from None
        self._names = {each.lower(): each for each in self.zip.namelist()}
        main = self.related("", "officeDocument")
        if main is None or "word" not in (self.type_of(main) or "word"):
            raise self._refused(_OTHER)
        if "macroEnabled" in self.type_of(main):
            raise self._refused(_MACROS)
        self.main = main

    def has(self, part: str) -> bool:
        """Tell whether there is such a part; as in Word, letters' case does not count."""
        return part.lower() in self._names

    def raw(self, part: str) -> bytes:
        """A part as it stands in the file."""
        info = self.zip.getinfo(self._names[part.lower()])
        if info.file_size > _MOST:
            raise self._refused(_LARGE)
        return self.zip.read(info)

    def tree(self, part: str) -> etree._Element:
        """A part of XML; what it names outside itself is not looked at."""
        return self.parsed(self.raw(part))

    def parsed(self, data: bytes) -> etree._Element:
        """The root of some XML, in which no entity is declared: no Word file has any."""
        safe = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(data, safe)
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._refused(_OTHER)
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

    def type_of(self, part: str) -> str:
        """What kind of part the file says that it is."""
        return self._types.get(f"/{part}".lower(), "")

    @cached_property
    def _types(self) -> dict[str, str]:
        if not self.has("[Content_Types].xml"):
            return {}
        named = self.tree("[Content_Types].xml")
        return {each.get("PartName", "").lower(): each.get("ContentType", "") for each in named}

    def _relations(self, part: str) -> list[etree._Element]:
        path = self.relations(part)
        return [*self.tree(path)] if self.has(path) else []

    def _refused(self, line: str) -> Unreadable:
        return Unreadable(line.format(name=self._name))
