"""Draws the picture of a proof: its first page as a PNG, for a thread where no page can open."""

import re
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from bot.errors import NoPicture

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

_WIDTH, _TALLEST = 1200, 2400  # pixels
_POINTS = 0.75 * _WIDTH  # of the page that picture.css asks for
_MARGIN = 24  # pixels below the last line
_MOST = 6000  # characters of copy: more than a page of that height holds
_ROW = '<div class="row">'
_TAG = re.compile(r"<[^>]*>")
_STYLE = Path(__file__).with_name("picture.css")
_EXTRA = "Pictures of proofs need an extra that is not here: pip install 'copychief[picture]'"
_SYSTEM = "Pictures of proofs need Pango, which is not here: apt install libpangoft2-1.0-0"


class _Nothing:
    """What fetches addresses for a page: none of them, from nowhere."""

    _fail_on_errors = False  # weasyprint asks: it goes on without

    def __call__(self, url: str, *_: object, **__: object) -> NoReturn:
        raise ValueError("A proof needs nothing but itself.")


def can_draw() -> bool:
    """Tell whether the libraries for pictures are installed, without importing them."""
    return all(find_spec(name) for name in ("weasyprint", "PIL"))


def draw(data: bytes, facts: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """The picture of a proof's first page, as PNG, and ``{"pages": n, "whole": bool}``.

    ``data`` is the page as UTF-8; nothing it names is fetched. ``facts`` may have a ``width`` in
    pixels. Of a long draft no more is laid out than may be seen: then it is not ``whole``, and
    how many ``pages`` it has is not counted on. NoPicture where the libraries are missing.
    """
    import pypdfium2

    width = int(facts.get("width", _WIDTH))
    shown, whole = _beginning(data.decode("utf-8", "replace"))
    pages = pypdfium2.PdfDocument(_printed(shown))
    try:
        picture = pages[0].render(scale=width / _POINTS).to_pil()
        return {"pages": len(pages), "whole": whole and len(pages) == 1}, _png(_cropped(picture))
    finally:
        pages.close()


def _beginning(page: str) -> tuple[str, bool]:
    """The rows that may be seen, and whether those are all."""
    head, *rows = page.split(_ROW)
    seen = 0
    for n, row in enumerate(rows):
        seen += len(_TAG.sub("", row.partition("<aside")[0]))
        if seen > _MOST and n + 1 < len(rows):
            return _ROW.join([head, *rows[: n + 1]]), False
    return page, True


def _printed(page: str) -> bytes:
    try:
        from weasyprint import HTML
    except ImportError:
        raise NoPicture(_EXTRA) from None
    except OSError:  # a library of the system that it loads
        raise NoPicture(_SYSTEM) from None
    style = f"<style>{_STYLE.read_text(encoding='utf-8')}</style></head>"
    drawn = HTML(string=page.replace("</head>", style, 1), url_fetcher=_Nothing())
    pdf: bytes = drawn.write_pdf()
    return pdf


def _cropped(picture: "Picture") -> "Picture":
    """The picture without the empty paper below its last line."""
    from PIL import Image, ImageChops

    paper = Image.new("RGB", picture.size, "white")
    box = ImageChops.difference(picture.convert("RGB"), paper).getbbox()
    end = min(box[3] + _MARGIN if box else 1, picture.height, _TALLEST)
    return picture.crop((0, 0, picture.width, max(1, end)))


def _png(picture: "Picture") -> bytes:
    """Few colours are enough, and a third of the size; this way no speaker's is lost."""
    from PIL.Image import Quantize

    held = BytesIO()
    few = picture.convert("RGB").quantize(256, method=Quantize.FASTOCTREE)
    few.save(held, "PNG", optimize=True)
    return held.getvalue()
