"""A channel in the sandbox's page: posting, reacting, files, editing, who sees what."""

import pytest
from playwright.async_api import FilePayload, expect

from tests.bot.page.conftest import Window

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_person_posts_and_the_message_stands_under_their_name(sana: Window) -> None:
    """What is written into the composer is posted by Enter, with its lines as they were."""
    await sana.field.fill("Rents rose")
    await sana.field.press("Shift+Enter")
    await sana.field.press_sequentially("by *31* per cent :memo:")
    await sana.field.press("Enter")
    message = sana.message("Rents rose")
    await expect(message.locator(".head b")).to_have_text("Sana")
    await expect(message.locator(".text b")).to_have_text("31")
    await expect(message.get_by_label(":memo:")).to_be_visible()
    await expect(sana.field).to_have_value("")
    [posted] = [m for m in sana.sandbox.messages("desk-foreign") if m.user != sana.sandbox.bot.id]
    assert posted.text == "Rents rose\nby *31* per cent :memo:"


@pytest.mark.parametrize(
    "hostile",
    [
        "<img src=x onerror=document.title='owned'>",
        "</script><script>document.title='owned'</script>",
        "<!channel> <javascript:document.title|click>",
        "&lt;b&gt; &amp;amp; `<i>`",
    ],
)
async def test_hostile_text_stays_text(sana: Window, hostile: str) -> None:
    """Markup that a person writes is shown as it was written and does nothing."""
    await sana.writes(f"Look: {hostile}")
    said = sana.message("Look:").locator(".text")
    await expect(said).to_have_text(f"Look: {hostile.replace('`', '')}")
    await expect(said.locator("img, script, a, .mention")).to_have_count(0)
    assert "owned" not in await sana.page.title()


async def test_what_the_bot_sends_unescaped_is_text_as_well(sana: Window) -> None:
    """A message with raw markup and a script link in it does nothing either."""
    ws = sana.sandbox.ws
    channel = sana.sandbox.channel("desk-foreign")
    ws.add(channel.id, ws.bot.id, "Raw: <img src=x onerror=x> <javascript:alert(1)|here>")
    said = sana.message("Raw:").locator(".text")
    await expect(said).to_have_text("Raw: <img src=x onerror=x> <javascript:alert(1)|here>")
    await expect(said.locator("img, a")).to_have_count(0)


async def test_a_reaction_is_offered_typed_and_taken_back(sana: Window) -> None:
    """An emoji comes from the panel or by its name, and a click on it takes it off."""
    await sana.writes("A draft")
    message = sana.message("A draft")
    await message.hover()
    await message.get_by_role("button", name="Add a reaction").click()
    await sana.page.get_by_role("button", name=":memo:").click()
    await message.get_by_role("button", name="Add a reaction").click()
    await sana.page.get_by_label("Name of an emoji").fill(":eyes:")
    await sana.page.keyboard.press("Enter")
    reactions = message.locator(".reaction")
    await expect(reactions).to_have_count(2)
    await reactions.first.click()
    await expect(reactions).to_have_count(1)
    await expect(reactions.get_by_label(":eyes:")).to_be_visible()


async def test_a_file_is_uploaded_and_can_be_fetched_again(sana: Window) -> None:
    """A chosen file appears in the channel with its name and size, and its bytes are kept."""
    file = FilePayload(name="talks.txt", mimeType="text/plain", buffer=b"Talks went on.")
    await sana.page.locator("#channel input[type=file]").set_input_files([file])
    shown = sana.page.locator("#channel .file")
    await expect(shown).to_contain_text("talks.txt14 bytes")
    answer = await sana.page.request.get(sana.sandbox.url + str(await shown.get_attribute("href")))
    assert await answer.body() == b"Talks went on."


async def test_a_message_is_edited_in_the_composer(sana: Window) -> None:
    """One's own message is taken into the composer, changed there, and marked as edited."""
    await sana.writes("Ask @imran.qureshi about tea & <biscuits>")
    message = sana.message("Ask")
    await expect(message.locator(".mention")).to_have_text("@Imran Qureshi")
    await message.hover()
    await sana.menu(message.get_by_role("button", name="More actions"), "Edit message")
    await expect(sana.field).to_have_value("Ask @imran.qureshi about tea & <biscuits>")
    await sana.writes("Ask nobody")
    await expect(sana.message("Ask nobody").locator(".edited")).to_be_visible()
    await expect(sana.message("biscuits")).to_have_count(0)


async def test_a_long_draft_is_folded(sana: Window) -> None:
    """A draft of many paragraphs shows its beginning, and the rest when asked."""
    await sana.writes("\n\n".join(f"Paragraph {n} of the draft." for n in range(30)))
    message = sana.message("Paragraph 0")
    await expect(message).not_to_contain_text("Paragraph 29")
    await message.get_by_role("button", name="Show more").click()
    await expect(message).to_contain_text("Paragraph 29")


async def test_a_person_switches_and_sees_what_is_theirs(sana: Window) -> None:
    """A whisper is marked and shown to its person alone, and what is done is done as them."""
    await sana.writes("A draft")
    thread = await sana.opens("A draft")
    await expect(thread.message("I read it.").locator(".only")).to_have_text("Only visible to you")
    await sana.becomes("Imran Qureshi")
    await expect(thread.message("One flag")).to_be_visible()
    await expect(thread.message("I read it.")).to_have_count(0)
    await thread.writes("Says who?")
    await expect(thread.message("Says who?").locator(".head b")).to_have_text("Imran Qureshi")


async def test_a_channel_with_news_is_bold_until_it_is_looked_at(sana: Window) -> None:
    """Somebody's post elsewhere marks its channel; opening the channel takes the mark away."""
    await sana.sandbox.person("Imran Qureshi").posts("New style note", "standards")
    row = sana.page.locator(".channels button", has_text="standards")
    await expect(row).to_have_class("unread")
    await row.click()
    await expect(sana.message("New style note")).to_be_visible()
    await expect(row).not_to_have_class("unread")
