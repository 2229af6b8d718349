"""The proof in a browser: by keyboard, in the dark, on a phone, on paper, and without a net."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from bot.handback.marked import Marked, marked_review
from bot.handback.proof import proof
from bot.model import Standing
from rules import review

pytestmark = pytest.mark.asyncio(loop_scope="session")

TEXT = (
    "# Bus plan\n\n"
    "The mayor slammed the plan, critics say, as [the paper](https://tarn.example/a) has it.\n\n"
    "The regime shut the depot. “It was wet,” said Ida Quill, who drives a bus.\n\n"
    "It is widely believed that the the price has risen 31 per cent. " + "Donau" * 60 + "\n\n"
) + "“We wait,” said Ida Quill. “We wait for a bus that does not come.”\n\n" * 12
_CONTRASTS = """() => {
  const channel = (c) => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const under = (node) => {
    for (; node; node = node.parentElement) {
      const colour = numbers(getComputedStyle(node).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const weak = [];
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !node.checkVisibility()) continue;
    const both = [numbers(getComputedStyle(node).color), under(node)].map(light);
    const contrast = (Math.max(...both) + .05) / (Math.min(...both) + .05);
    if (contrast < 4.5) weak.push(`${walk.currentNode.data}: ${contrast}`);
  }
  return weak;
}"""


def draft() -> Marked:
    """A draft with flags, one of them settled."""
    read = marked_review(review(TEXT), "bus.md")
    first, *others = read.comments
    settled = replace(first, standing=Standing.SETTLED, decided="stet by Imran: house style")
    return replace(read, comments=(settled, *others))


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, tmp_path: Path) -> AsyncIterator[Page]:
    """The proof opened from a file; nothing goes wrong in it unseen, and it asks for nothing."""
    file = tmp_path / "proof.html"
    file.write_text(proof(draft()), encoding="utf-8")
    page = await browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(10_000)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("request", lambda request: wrong.append(request.url))
    await page.goto(file.as_uri())
    yield page
    await page.close()
    assert wrong == [file.as_uri()]


async def test_every_flag_is_reached_by_the_tab_key(page: Page) -> None:
    """In the order of the copy, and Enter leads to its note and back."""
    wanted = [comment.number for comment in draft().comments]
    met: list[int] = []
    for _ in range(80):
        await page.keyboard.press("Tab")
        told = await page.evaluate("document.activeElement.ariaLabel") or ""
        if told.startswith("flag "):
            met.append(int(told.split()[1].rstrip(",")))
    assert sorted(set(met)) == sorted(wanted)
    await page.locator("#d-p2").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#d-n2")).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("#d-p2")).to_be_focused()


async def test_letters_lead_from_flag_to_flag(page: Page) -> None:
    """To the next by j and n, back by k and p, round and round; the note lights up."""
    numbers = await page.locator("mark sup a").all_inner_texts()
    for key, n in (("j", 0), ("n", 1), ("k", 0), ("p", -1), ("j", 0)):
        await page.keyboard.press(key)
        await expect(page.locator("mark sup a").nth(n)).to_be_focused()
        await expect(page.locator(f".note.lit[data-n='{numbers[n]}']")).to_be_visible()


async def test_a_click_on_the_words_leads_to_the_note(page: Page) -> None:
    """As the number does."""
    await page.locator("mark").filter(has_text="regime").click()
    number = await page.locator("mark").filter(has_text="regime").locator("sup").inner_text()
    await expect(page.locator(f"#d-n{number}")).to_be_focused()


async def test_the_map_can_be_taken_off(page: Page) -> None:
    """With the legend left, which says who would be there."""
    sign = page.locator(".copy .sign").first
    await expect(sign).to_be_visible()
    await page.get_by_label("shown in the copy").uncheck()
    await expect(sign).to_be_hidden()
    await expect(page.locator(".map li").first).to_be_visible()
    colour = await page.locator(".said").first.evaluate("n => getComputedStyle(n).borderColor")
    assert colour == "rgba(0, 0, 0, 0)"


async def test_right_to_left_stays_so(browser: Browser) -> None:
    """A sign of who speaks, and the number of a flag, turn no paragraph round."""
    text = "“הרכבת לא תגיע היום,” said Ida Quill, the miller.\n\nThe mayor left, she said."
    page = await browser.new_page()
    await page.set_content(proof(Marked("T", "", text, "en", ())))
    await expect(page.locator(".copy .sign").first).to_be_visible()
    way = "nodes => nodes.map(node => getComputedStyle(node).direction)"
    assert await page.locator(".copy > *").evaluate_all(way) == ["rtl", "ltr"]
    await page.close()


async def test_without_script_the_page_is_whole(browser: Browser, tmp_path: Path) -> None:
    """Links lead to notes, the map can be taken off; what needs the script is not offered."""
    file = tmp_path / "proof.html"
    file.write_text(proof(draft()), encoding="utf-8")
    page = await browser.new_page(java_script_enabled=False)
    page.set_default_timeout(10_000)
    await page.goto(file.as_uri())
    await expect(page.locator(".keys")).to_be_hidden()
    await page.locator("#d-p2").click()
    await expect(page.locator("#d-n2")).to_be_in_viewport()
    await page.get_by_label("shown in the copy").uncheck()
    await expect(page.locator(".copy .sign").first).to_be_hidden()
    await page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_all_of_it_can_be_read(page: Page, scheme: str) -> None:
    """By day and in the dark there is contrast enough, in what is settled as well."""
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    paper = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    light = sum(map(int, paper.removeprefix("rgb(").rstrip(")").split(",")))
    assert (light < 150) is (scheme == "dark")
    await page.locator("summary").first.click()
    assert await page.evaluate(_CONTRASTS) == []


@pytest.mark.parametrize("width", [320, 700, 1000, 1900])
async def test_no_screen_is_too_narrow(page: Page, width: int) -> None:
    """Nothing is scrolled sideways; on a phone the notes stand below their paragraph."""
    await page.set_viewport_size({"width": width, "height": 700})
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    row = page.locator(".row:has(.note)").first
    copy, note = (
        await row.locator(".copy").bounding_box(),
        await row.locator(".note").first.bounding_box(),
    )
    assert copy
    assert note
    is_below = note["y"] >= copy["y"] + copy["height"]
    assert is_below is (width < 900)


async def test_on_paper_nothing_is_to_be_pressed(page: Page) -> None:
    """Why a rule asks is opened there; what is settled is black enough, notes are not parted."""
    await page.emulate_media(media="print")
    parted = "nodes => nodes.map(node => getComputedStyle(node).breakInside)"
    assert set(await page.locator(".note").evaluate_all(parted)) == {"avoid"}
    for selector in (".keys", ".map label", ".skip", "summary"):
        await expect(page.locator(selector).first).to_be_hidden()
    await expect(page.locator(".note").first).to_be_visible()
    why = await page.locator(".why p").first.bounding_box()
    assert why
    assert why["height"] > 5
    assert await page.evaluate(_CONTRASTS) == []
    assert (await page.evaluate("getComputedStyle(document.body).backgroundColor")) == (
        "rgb(255, 255, 255)"
    )
