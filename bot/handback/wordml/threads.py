"""What newer Words say of comments in parts of their own: which answers which, which is settled.

A comment is known there by the id of its last paragraph.
"""

from collections.abc import Iterable

from lxml import etree

from bot.handback.wordml.saved import Saved

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PARA_ID = f"{{{W14}}}paraId"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_KIND = "commentsExtended"
_ADDRESS = f"http://schemas.microsoft.com/office/2011/relationships/{_KIND}"
_TYPE = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{_KIND}+xml"
_PARTS = (_KIND, "commentsIds", "commentsExtensible")  # the second knows the ids of the third


def forget(saved: Saved, gone: Iterable[str]) -> None:
    """Take out what is said of the comments that have these paragraphs; answers to them stay."""
    ids = set(gone)
    for kind in _PARTS:
        part = saved.file.related(saved.file.main, kind)
        if part is None:
            continue
        root = saved.tree(part)
        for each in [*root]:
            said = {etree.QName(key).localname: each.get(key) for key in _keys(each)}
            if ids & {said.get("paraId"), said.get("durableId")}:
                ids |= {said["durableId"] or ""} if kind == _PARTS[1] else set()
                root.remove(each)
            elif said.get("paraIdParent") in ids:
                parent = (key for key in _keys(each) if key.endswith("}paraIdParent"))
                del each.attrib[next(parent)]
        saved.put(part, root)


def settle(saved: Saved, settled: Iterable[str]) -> None:
    """Have the comments that end with these paragraphs stand as settled."""
    part = saved.file.related(saved.file.main, _KIND)
    root = saved.tree(part) if part else _new()
    for each in settled:
        entry = etree.SubElement(root, f"{{{_W15}}}commentEx")
        entry.set(f"{{{_W15}}}paraId", each)
        entry.set(f"{{{_W15}}}done", "1")
    if part:
        saved.put(part, root)
    else:
        saved.add(saved.file.main, _ADDRESS, f"{_KIND}.xml", root, _TYPE)


def _keys(element: etree._Element) -> list[str]:
    return [str(key) for key in element.attrib]


def _new() -> etree._Element:
    root = etree.Element(f"{{{_W15}}}commentsEx", nsmap={"w15": _W15, "mc": MC})
    root.set(f"{{{MC}}}Ignorable", "w15")
    return root
