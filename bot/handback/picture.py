"""Draws the picture of a proof: its first page as a PNG, for a thread where no page can open."""

from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from bot.errors import NoPicture

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

_WIDTH, _TALLEST = 1200, 2400  # pixels of a picture
_POINTS = 0.75 * _WIDTH  # of the page that picture.css asks for
_MARGIN = 24  # pixels below the last line
_FOOT = 44  # pixels of the page below the copy, where picture.css says that it goes on
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
    """The picture of a proof's beginning, as PNG, and ``{"pages": n}`` that were laid out.

    ``data`` is the page as UTF-8, of which all is laid out; nothing it names is fetched.
    ``facts`` may have a ``width`` in pixels. NoPicture where the libraries are missing.
    """
    import pypdfium2

    width = int(facts.get("width", _WIDTH))
    pages = pypdfium2.PdfDocument(_printed(data.decode("utf-8", "replace")))
    try:
        picture = pages[0].render(scale=width / _POINTS).to_pil()
        return {"pages": len(pages)}, _png(_cropped(picture, goes_on=len(pages) > 1))
    finally:
        pages.close()


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


def _cropped(page: "Picture", *, goes_on: bool) -> "Picture":
    """The page without the empty paper below its last line; where that is too far down or the
    last of several, down to a line of copy, with the foot that says it goes on.
    """
    from PIL import Image, ImageChops

    scale = page.width / _WIDTH
    foot, tallest = round(_FOOT * scale), round(_TALLEST * scale)
    paper = Image.new("RGB", page.size, "white")
    ink = ImageChops.difference(page.convert("RGB"), paper)
    box = ink.crop((0, 0, page.width, page.height - foot)).getbbox()
    end = max(1, box[3] + round(_MARGIN * scale) if box else 1)
    if end <= tallest and not goes_on:
        return page.crop((0, 0, page.width, end))
    end = min(end, _between_lines(ink, tallest - foot))
    picture = paper.crop((0, 0, page.width, end + foot))
    picture.paste(page.crop((0, 0, page.width, end)))
    picture.paste(page.crop((0, page.height - foot, *page.size)), (0, end))
    return picture


def _between_lines(ink: "Picture", end: int) -> int:
    """The last row of pixels before ``end`` that goes through no line of copy, if one is near."""
    for row in range(end, end - end // 20, -1):
        if not ink.crop((0, row - 1, ink.width // 2, row)).getbbox():
            return row
    return end


def _png(picture: "Picture") -> bytes:
    """Few colours are enough, and a third of the size; this way no speaker's is lost."""
    from PIL.Image import Quantize

    held = BytesIO()
    few = picture.convert("RGB").quantize(256, method=Quantize.FASTOCTREE)
    few.save(held, "PNG", optimize=True)
    return held.getvalue()
