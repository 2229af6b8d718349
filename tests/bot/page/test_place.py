"""Who is where, in the sandbox's page: the app, groups, archives, locks, shortcuts."""

import pytest
from playwright.async_api import expect

from tests.bot.page.conftest import Window

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_app_is_removed_and_brought_back(sana: Window) -> None:
    """Without the app the channel says so and offers to add it; nothing is answered meanwhile."""
    place = sana.page.get_by_role("button", name="This channel")
    await sana.menu(place, "Remove copychief from this channel")
    await expect(sana.page.locator(".absence")).to_contain_text("copychief is not in this channel")
    await expect(sana.message("copychief")).to_contain_text("has left the channel")
    await sana.page.get_by_role("button", name="Add it").click()
    await expect(sana.page.locator(".absence")).to_be_empty()
    await sana.writes("A draft")
    await expect(sana.message("A draft").locator(".thread-link")).to_have_count(1)


async def test_nobody_writes_in_an_archived_channel(sana: Window) -> None:
    """The field gives way to a line that says why, until the channel is back."""
    place = sana.page.get_by_role("button", name="This channel")
    await sana.menu(place, "Archive this channel")
    await expect(sana.page.locator("#channel .closed")).to_contain_text("archived")
    await expect(sana.field).to_be_hidden()
    await sana.menu(place, "Bring this channel back")
    await expect(sana.field).to_be_visible()


async def test_nobody_replies_in_a_locked_thread(sana: Window) -> None:
    """Locked from the root's menu, unlocked from there; the channel stays open."""
    await sana.writes("A draft")
    thread = await sana.opens("A draft")
    await thread.message("A draft").hover()
    more = thread.message("A draft").get_by_role("button", name="More actions")
    await sana.menu(more, "Lock thread")
    await expect(sana.page.locator("#thread .closed")).to_contain_text("locked")
    await expect(thread.field).to_be_hidden()
    await expect(sana.field).to_be_visible()
    await sana.menu(more, "Unlock thread")
    await expect(thread.field).to_be_visible()


async def test_groups_are_offered_shown_and_stand_beside_their_people(sana: Window) -> None:
    """@ offers groups too; who is in one is seen where one chooses whom to be."""
    imran = sana.sandbox.person("Imran Qureshi")
    sana.sandbox.group("legal", [imran])
    await imran.posts("I am the lawyer", "desk-foreign")
    await expect(sana.message("I am the lawyer")).to_be_visible()
    await sana.field.press_sequentially("For @leg")
    await expect(sana.page.get_by_role("option")).to_have_text("@legalLegal")
    await sana.field.press("Tab")
    await sana.field.press("Enter")
    await expect(sana.message("For @legal").locator(".mention")).to_have_text("@legal")
    await sana.page.locator(".you button").click()
    await expect(sana.page.get_by_role("menu").get_by_text("@legal")).to_have_count(1)


async def test_a_private_channel_is_seen_by_those_in_it(sana: Window) -> None:
    """What Sana is not a member of is not in her list."""
    for name in ("closed-one", "open-one"):
        sana.sandbox.channel(name, private=True)
    await sana.sandbox.person("Sana").leaves("closed-one")
    names = sana.page.locator("#sidebar .channels").first.locator("li")
    await expect(names).to_have_text(["desk-foreign", "standards", "open-one"])


async def test_the_lightning_bolt_has_the_shortcuts(sana: Window) -> None:
    """What the app offers anywhere is behind the bolt; it opens a modal in time."""
    await sana.page.locator("#channel").get_by_role("button", name="Shortcuts").click()
    await sana.page.get_by_role("menuitem", name="Ask").click()
    await expect(sana.modal).to_contain_text("About: nothing")
