"""The picture of a proof: as large as a thread can show, and made of nothing but the page."""

import sys
from io import BytesIO
from pathlib import Path

import pytest

from bot.errors import NoPicture
from bot.handback.picture import can_draw, draw
from bot.handback.proof import first_page
from tests.bot.handback.proofs import comment, marked


@pytest.fixture
def weasyprint() -> None:
    """The library that lays the page out, and what it loads from the system."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        pytest.skip(f"weasyprint cannot be imported ({error}): pip install 'copychief[picture]'")


def page(paragraphs: int) -> bytes:
    """The proof of a draft of that length, with a flag in its first words."""
    text = "\n\n".join(["The mayor signed the plan of the council in the town hall."] * paragraphs)
    return first_page(marked(text, comment(1, (4, 9)))).encode()


def size(data: bytes) -> tuple[int, int]:
    """How wide and how high a picture is."""
    from PIL import Image

    with Image.open(BytesIO(data)) as picture:
        assert picture.format == "PNG"
        return picture.size


@pytest.mark.usefixtures("weasyprint")
def test_a_short_draft_is_whole_and_cropped() -> None:
    """Below its last line is no empty paper."""
    facts, picture = draw(page(2), {})
    width, height = size(picture)
    assert facts == {"pages": 1}
    assert width == 1200
    assert 200 < height < 600


@pytest.mark.usefixtures("weasyprint")
def test_a_wish_for_another_width_is_heeded() -> None:
    """The height follows."""
    heights = {width: size(draw(page(2), {"width": width})[1]) for width in (600, 1200)}
    assert heights[600][0] == 600
    assert abs(heights[1200][1] - 2 * heights[600][1]) < 40


@pytest.mark.usefixtures("weasyprint")
def test_of_a_long_draft_the_beginning_is_drawn() -> None:
    """As high as a thread shows; the rest is not laid out."""
    facts, picture = draw(page(2000), {})
    assert facts["pages"] == 1
    width, height = size(picture)
    assert width == 1200
    assert 1200 < height <= 2400


@pytest.mark.usefixtures("weasyprint")
def test_a_paragraph_that_is_too_long_for_it_fills_the_picture() -> None:
    """Down to a whole line, and below that its last line says that it goes on."""
    from PIL import Image

    long = first_page(marked("The mayor signed the plan of the council. " * 400)).encode()
    with Image.open(BytesIO(draw(long, {})[1])) as picture:
        assert 2300 < picture.height <= 2400
        ink = picture.convert("L").point(lambda light: 255 * (light < 128))
    foot = ink.height - 44
    assert ink.crop((0, 1100, 600, 1300)).getbbox()
    assert not ink.crop((0, foot - 1, 600, foot)).getbbox()
    assert ink.crop((0, foot, 600, ink.height)).getbbox()


@pytest.mark.usefixtures("weasyprint")
def test_nothing_is_fetched(tmp_path: Path) -> None:
    """Not from the net and not from the disk, whatever the page asks for."""
    from PIL import Image

    Image.new("RGB", (20, 900), "red").save(tmp_path / "red.png")
    plain = page(1)
    for address in (f"file://{tmp_path}/red.png", "http://tarn.example/red.png"):
        asking = plain.replace(b'<main id="copy"', b'<img src="%s"><main' % address.encode())
        assert size(draw(asking, {})[1])[1] < size(draw(plain, {})[1])[1] + 60


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """And it is known before anything is drawn."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    assert not can_draw()
    with pytest.raises(NoPicture, match=r"pip install 'copychief\[picture\]'"):
        draw(page(1), {})
