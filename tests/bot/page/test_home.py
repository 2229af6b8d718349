"""The app by itself in the sandbox's page: its home tab, its settings, messages to it alone."""

import pytest
from playwright.async_api import FilePayload, expect

from tests.bot.page.conftest import Window

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _at_home(sana: Window) -> None:
    await sana.page.locator("#sidebar .apps button").click()
    await expect(sana.page.locator(".home h3")).to_have_text("Looked 1 times")


async def test_the_home_tab_is_drawn_for_who_looks_and_its_buttons_work(sana: Window) -> None:
    """Each person has a home of their own; a press draws it anew, in its place."""
    await _at_home(sana)
    await sana.page.get_by_role("button", name="Look again").click()
    await expect(sana.page.locator(".home h3")).to_have_text("Looked 2 times")
    await expect(sana.field).to_be_hidden()
    await sana.becomes("Imran Qureshi")
    await expect(sana.page.get_by_label("Message #desk-foreign")).to_be_visible()
    await _at_home(sana)


async def test_a_message_to_the_app_alone_is_seen_by_nobody_else(sana: Window) -> None:
    """The messages tab is a channel of two; what the app answers marks it as unread."""
    await _at_home(sana)
    await sana.page.get_by_role("tab", name="Messages").click()
    await expect(sana.field).to_have_attribute("placeholder", "Message copychief")
    await sana.writes("Read this, please")
    await expect(sana.message("Read this, please").locator(".thread-link")).to_have_count(1)
    await sana.becomes("Imran Qureshi")
    await expect(sana.message("Read this, please")).to_have_count(0)
    await sana.becomes("Sana")
    direct = sana.sandbox.person("Sana").direct
    sana.sandbox.hub.post(direct, sana.sandbox.bot.id, "A word in private")
    app = sana.page.locator("#sidebar .apps button")
    await expect(app).to_contain_text("new messages")
    await app.click()
    await expect(sana.message("A word in private")).to_be_visible()


async def test_settings_of_every_kind_are_filled_in_and_sent(sana: Window) -> None:
    """People, packs, a channel, an hour, a file and a name the app offers arrive as chosen."""
    await _at_home(sana)
    await sana.page.get_by_role("button", name="Settings").click()
    modal = sana.modal
    await modal.get_by_role("group", name="Editors").get_by_label("Imran Qureshi").check()
    await modal.get_by_role("group", name="Packs").get_by_label("Legal").check()
    await modal.get_by_label("Channel").select_option("#standards")
    await modal.get_by_label("Off stone").fill("18:30")
    draft = FilePayload(name="talks.md", mimeType="text/markdown", buffer=b"# Talks")
    await modal.get_by_label("Draft").set_input_files(draft)
    writer = modal.get_by_label("Writer")
    await writer.press_sequentially("Sa")
    await expect(modal.locator("datalist option")).to_have_count(2)
    await writer.fill("Samir Haddad")
    await modal.get_by_role("button", name="Save").click()
    await expect(modal).to_have_count(0)
    await sana.page.get_by_role("tab", name="Messages").click()
    said = "Imran Qureshi · legal · standards · 18:30 · talks.md (7) · Samir Haddad"
    await expect(sana.message(said)).to_be_visible()
