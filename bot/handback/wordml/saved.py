"""A Word file with some of its parts changed: all others stay as they are, byte for byte."""

import posixpath
import shutil
import zipfile
from io import BytesIO

from lxml import etree

from bot.readers.wordml.file import WordFile

_TYPES = "[Content_Types].xml"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)


class Saved:
    """The ``file`` as it will be."""

    def __init__(self, file: WordFile) -> None:
        self.file = file
        self._changed: dict[str, etree._Element] = {}

    def tree(self, part: str) -> etree._Element:
        """A part as it will be; call ``put`` with it when it is changed."""
        return self._changed[part] if part in self._changed else self.file.tree(part)

    def put(self, part: str, root: etree._Element) -> None:
        """Have this stand in a part of the file."""
        self._changed[part] = root

    def add(self, main: str, kind: str, name: str, root: etree._Element, type_: str) -> None:
        """A new part beside ``main`` that belongs to it; ``kind`` is an address."""
        part = posixpath.join(posixpath.dirname(main), name)
        while self.file.has(part):
            part = part.replace(".xml", "0.xml")
        self.put(part, root)
        types = self.tree(_TYPES)
        space = etree.QName(types).namespace
        etree.SubElement(types, f"{{{space}}}Override", PartName=f"/{part}", ContentType=type_)
        self.put(_TYPES, types)
        self._relate(main, kind, f"/{part}")

    def data(self) -> bytes:
        """The whole file."""
        out, left = BytesIO(), dict(self._changed)
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new:
            for name in dict.fromkeys(self.file.zip.namelist()):
                was = self.file.zip.getinfo(name)
                info = zipfile.ZipInfo(name, was.date_time)
                info.compress_type, info.external_attr = was.compress_type, was.external_attr
                if name in left:
                    new.writestr(info, _written(left.pop(name)), zipfile.ZIP_DEFLATED)
                    continue
                info.file_size = was.file_size
                with self.file.zip.open(was) as source, new.open(info, "w") as target:
                    shutil.copyfileobj(source, target)
            for name, root in left.items():
                new.writestr(name, _written(root))
        return out.getvalue()

    def _relate(self, main: str, kind: str, target: str) -> None:
        path = self.file.relations(main)
        known = self.file.has(path) or path in self._changed
        root = self.tree(path) if known else etree.fromstring(_RELATIONS)
        taken = {each.get("Id") for each in root}
        free = next(name for n in range(len(taken) + 1) if (name := f"rIdCC{n}") not in taken)
        tag = f"{{{etree.QName(root).namespace}}}Relationship"
        etree.SubElement(root, tag, Id=free, Type=kind, Target=target)
        self.put(path, root)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
