"""Bytes of the web to text: the charset is named by the server, a mark, or the page itself."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMED = re.compile(rb"<meta[^>]{1,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,30})", re.I)
_LOOKED_AT = 2048  # bytes
# Python's names of the charsets of the web. Others of its codecs are no charsets at all.
_KNOWN = re.compile(
    r"utf-8(?:-sig)?|utf-16(?:-[lb]e)?|cp125\d|cp874|cp932|cp949|cp866|iso8859-\d{1,2}|koi8-[ru]"
    r"|mac-(?:roman|cyrillic)|gb2312|gbk|gb18030|big5(?:hkscs)?|shift_jis|euc_jp|euc_kr"
    r"|iso2022_jp|tis-620|ascii"
)
# What is called Latin-1 or ASCII on the web has the quotation marks of Windows in it.
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}


def decoded(data: bytes, charset: str = "") -> str:
    """The text of a page; ``charset`` is what the server calls it. What cannot be read is U+FFFD.

    Without any name it is UTF-8 where it can be, and else what Windows writes.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    within = _NAMED.search(data, 0, _LOOKED_AT)
    inner = within[1].decode("ascii") if within else ""
    codec = codec_of(charset) or codec_of(inner).replace("utf-16", "utf-8")
    if codec:
        return data.decode(codec, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def codec_of(label: str) -> str:
    """The codec of a charset's label; "" if it is none that we know."""
    try:
        name = codecs.lookup(label.strip("\"' ")).name if label else ""
    except (LookupError, ValueError):
        return ""
    name = _WIDER.get(name, name)
    return name if _KNOWN.fullmatch(name) else ""
