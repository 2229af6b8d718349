"""A thread in the sandbox's page, and what the bot's blocks do in it."""

import pytest
from playwright.async_api import expect

from tests.bot.page.conftest import Window

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_reply_goes_into_the_thread(sana: Window) -> None:
    """The thread opens beside the channel, counts its replies and takes more."""
    await sana.writes("A draft")
    thread = await sana.opens("A draft")
    await thread.writes("stet 1 house style")
    await expect(thread.message("stet 1")).to_be_visible()
    await expect(sana.message("A draft").locator(".thread-link b")).to_have_text("2 replies")
    await expect(sana.message("stet 1")).to_have_count(0)


async def test_a_choice_from_the_menu_changes_the_message_in_place(sana: Window) -> None:
    """The menu of a flag does what it says; the flag glows, the rest of the message stays."""
    await sana.writes("A draft")
    thread = await sana.opens("A draft")
    flag = thread.message("Whose figure?")
    note = await flag.locator(".context").element_handle()
    await sana.menu(flag.get_by_role("button", name="More: 1 · Whose figure?"), "Fixed")
    await expect(flag.locator(".section s")).to_have_text("1 · Whose figure?")
    await expect(flag.locator(".section .mention")).to_have_text("@Sana")
    await expect(flag.locator(".section")).to_have_class("block section changed")
    assert note is not None
    assert await note.evaluate("node => node.isConnected && !node.classList.contains('changed')")


async def test_what_a_person_is_doing_survives_what_others_do(sana: Window) -> None:
    """Text in the composer, its focus and an open menu stay while messages arrive."""
    await sana.writes("A draft")
    thread = await sana.opens("A draft")
    await sana.field.fill("half a sen")
    menu = sana.page.get_by_role("menu")
    await thread.message("Whose figure?").get_by_role("button", name="More: 1").click()
    await sana.sandbox.person("Imran Qureshi").posts("Meanwhile", "desk-foreign")
    await expect(sana.message("Meanwhile")).to_be_visible()
    await expect(menu).to_be_visible()
    await sana.page.keyboard.press("Escape")
    await expect(menu).to_have_count(0)
    await sana.field.focus()
    await sana.sandbox.person("Imran Qureshi").posts("And again", "desk-foreign")
    await expect(sana.message("And again")).to_be_visible()
    await expect(sana.field).to_be_focused()
    await expect(sana.field).to_have_value("half a sen")


async def test_a_reader_who_has_scrolled_up_is_left_there(sana: Window) -> None:
    """New messages do not move the page under somebody who reads older ones; a button leads on."""
    sana.sandbox.api.rates.enabled = False
    for number in range(25):
        await sana.sandbox.person("Imran Qureshi").posts(f"Line {number}", "desk-foreign")
    await sana.sandbox.settled()  # the bot's answers make each line taller
    await expect(sana.message("Line 24").get_by_text("1 reply")).to_be_in_viewport()
    await sana.message("Line 0").scroll_into_view_if_needed()
    await expect(sana.message("Line 0")).to_be_in_viewport()
    await sana.sandbox.person("Imran Qureshi").posts("The newest", "desk-foreign")
    await expect(sana.message("The newest")).not_to_be_in_viewport()
    await sana.page.locator("#channel .newest").click()
    await expect(sana.message("The newest")).to_be_in_viewport()


async def test_the_address_leads_back_to_the_thread(sana: Window) -> None:
    """A reload shows the same channel and thread; Escape closes the thread."""
    await sana.writes("A draft")
    thread = await sana.opens("A draft")
    await expect(thread.message("One flag")).to_be_visible()
    await sana.page.reload()
    await expect(thread.message("One flag")).to_be_visible()
    await thread.field.press("Escape")
    await expect(thread.field).to_be_hidden()


async def test_on_a_narrow_screen_the_thread_lies_over_the_channel(sana: Window) -> None:
    """A phone shows one thing at a time, and every one of them can be reached."""
    await sana.page.set_viewport_size({"width": 420, "height": 800})
    await expect(sana.page.locator("#sidebar")).to_be_hidden()
    await sana.writes("A draft")
    thread = await sana.opens("A draft")
    box = await thread.page.locator("#thread").bounding_box()
    assert box is not None
    assert box["width"] == 420
    await sana.page.get_by_role("button", name="Close the thread").click()
    await sana.page.get_by_role("button", name="Channels and people").click()
    await sana.page.get_by_role("button", name="standards").click()
    await expect(sana.page.get_by_label("Message #standards")).to_be_visible()
    await expect(sana.page.locator("#sidebar")).to_be_hidden()
