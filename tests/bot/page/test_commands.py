"""Commands and shortcuts in the sandbox's page."""

import pytest
from playwright.async_api import expect

from tests.bot.page.conftest import Window

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_command_is_suggested_typed_and_answered(sana: Window) -> None:
    """A slash lists the commands; Tab takes one, Enter sends it, the answer is private."""
    await sana.field.press_sequentially("/de")
    rows = sana.page.get_by_role("option")
    await expect(rows).to_have_text(["/desk", "/desk check [text]", "/desk help"])
    await sana.field.press("ArrowDown")
    await sana.field.press("ArrowDown")
    await sana.field.press("Tab")
    await expect(sana.field).to_have_value("/desk check ")
    await sana.field.press_sequentially("Rents rose")
    await sana.field.press("Enter")
    answer = sana.message("You typed")
    await expect(answer.locator(".text")).to_have_text("You typed check Rents rose.")
    await expect(answer.locator(".only")).to_be_visible()


async def test_an_unknown_command_is_refused_in_one_line_and_stays_written(sana: Window) -> None:
    """What cannot be sent is said in one line, and nothing that was typed is lost."""
    await sana.writes("/dsk help")
    await expect(sana.page.get_by_role("alert")).to_have_text("/dsk is not a valid command.")
    await expect(sana.field).to_have_value("/dsk help")


async def test_a_command_in_a_thread_is_refused_as_slack_refuses_it(sana: Window) -> None:
    """Slash commands do not work in threads; the page says so and sends nothing."""
    await sana.writes("A draft")
    thread = await sana.opens("A draft")
    await thread.writes("/desk help")
    await expect(sana.page.get_by_role("alert")).to_contain_text("not supported in threads")
    await expect(thread.field).to_have_value("/desk help")


async def test_a_name_is_completed_after_an_at(sana: Window) -> None:
    """Enter takes the first person whose name begins so; the mention is one."""
    await sana.field.press_sequentially("Ask @im")
    await sana.field.press("Enter")
    await expect(sana.field).to_have_value("Ask @imran.qureshi ")
    await sana.field.press("Enter")
    await expect(sana.message("Ask").locator(".mention")).to_have_text("@Imran Qureshi")


async def test_a_shortcut_is_used_on_a_message_and_from_the_composer(sana: Window) -> None:
    """A message's menu has the app's message shortcuts, the + its global ones."""
    await sana.writes("Rents rose")
    message = sana.message("Rents rose")
    await message.hover()
    await message.get_by_role("button", name="More actions").click()
    await sana.page.get_by_role("menuitem", name="Ask about this").click()
    await expect(sana.modal).to_contain_text("About: Rents rose")
    await sana.page.keyboard.press("Escape")
    await expect(sana.modal).to_have_count(0)
    await sana.page.locator("#channel").get_by_role("button", name="Attach or use").click()
    await sana.page.get_by_role("menuitem", name="Ask").click()
    await expect(sana.modal).to_contain_text("About: nothing")
