"""A modal in the sandbox's page: opened, refused, settled, left."""

import pytest
from playwright.async_api import Browser, expect

from tests.bot.page.conftest import Window

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _asked(sana: Window) -> Window:
    """Sana has posted a draft and opened its flag."""
    await sana.writes("A draft")
    thread = await sana.opens("A draft")
    await sana.menu(thread.message("Whose figure?").get_by_role("button", name="More: 1"), "Open")
    await expect(sana.modal.get_by_role("heading")).to_have_text("Whose figure?")
    return thread


async def test_errors_stand_under_the_field_until_it_is_filled_in(sana: Window) -> None:
    """Slack's own line, then the bot's; then the modal is gone and the thread has the decision."""
    thread = await _asked(sana)
    reason = sana.modal.get_by_label("Reason")
    settle = sana.modal.get_by_role("button", name="Settle")
    await expect(reason).to_be_focused()
    await settle.click()
    error = sana.modal.locator(".error")
    await expect(error).to_have_text("Please complete this required field.")
    await expect(reason).to_have_attribute("aria-invalid", "true")
    for _ in range(2):
        await reason.fill("house style")
        await settle.click()
        await expect(error).to_have_text("Three words, at least.")
    await expect(reason).to_have_value("house style")
    await reason.fill("house style says so")
    await settle.click()
    await expect(sana.modal).to_have_count(0)
    await expect(thread.message("stet by @Sana")).to_be_visible()


async def test_escape_closes_the_modal_and_gives_the_focus_back(sana: Window) -> None:
    """The keyboard gets out of a modal, to where it was."""
    thread = await _asked(sana)
    await sana.page.keyboard.press("Escape")
    await expect(sana.modal).to_have_count(0)
    await expect(
        thread.message("Whose figure?").get_by_role("button", name="More: 1")
    ).to_be_focused()
    assert sana.sandbox.person("Sana").view is None


async def test_a_modal_is_one_persons_own(sana: Window, browser: Browser) -> None:
    """What Sana has open is not in Imran's way, and still there for her."""
    await _asked(sana)
    await sana.modal.get_by_label("Reason").fill("half a rea")
    await sana.sandbox.person("Imran Qureshi").posts("Meanwhile", "desk-foreign")
    await expect(sana.message("Meanwhile")).to_have_count(1)
    await expect(sana.modal.get_by_label("Reason")).to_have_value("half a rea")
    imran = await browser.new_page()
    await imran.goto(f"{sana.sandbox.url}/?as=Imran+Qureshi")
    await expect(imran.locator(".you")).to_contain_text("You are Imran Qureshi")
    await expect(imran.locator("dialog")).to_have_count(0)
    await imran.close()
