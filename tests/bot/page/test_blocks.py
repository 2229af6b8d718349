"""Block Kit in the sandbox's page: what a message offers to press and to choose."""

from typing import Any

import pytest
from playwright.async_api import Locator, expect
from slack_sdk.web.async_client import AsyncWebClient

from tests.bot.page.conftest import Window

pytestmark = pytest.mark.asyncio(loop_scope="session")
Json = dict[str, Any]


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def _options(*texts: str) -> list[Json]:
    return [{"text": _plain(text), "value": text.lower()} for text in texts]


_SURE = {
    "title": _plain("Clear the story?"),
    "text": {"type": "mrkdwn", "text": "*One* query is open."},
    "confirm": _plain("Clear it"),
    "deny": _plain("Not yet"),
}


async def _shows(sana: Window, *blocks: Json) -> Locator:
    """The bot's message with these blocks, as Sana sees it."""
    client = AsyncWebClient(token=sana.sandbox.bot_token, base_url=sana.sandbox.api_url)
    channel = sana.sandbox.channel("desk-foreign").id
    said = await client.chat_postMessage(channel=channel, text="Blocks", blocks=list(blocks))
    message = sana.page.locator(f"#channel [data-ts='{said['ts']}']")
    await expect(message.locator(".block")).to_have_count(len(blocks))
    return message


def _actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


async def test_a_button_that_asks_first_does_nothing_until_it_is_confirmed(sana: Window) -> None:
    """A confirm dialog puts its question; "Not yet" leaves everything as it was."""
    button = {"type": "button", "action_id": "tell", "text": _plain("Clear"), "value": "42"}
    message = await _shows(sana, _actions(button | {"style": "danger", "confirm": _SURE}))
    question = sana.page.get_by_role("dialog", name="Clear the story?")
    await message.get_by_role("button", name="Clear").click()
    await expect(question.locator("b")).to_have_text("One")
    await question.get_by_role("button", name="Not yet").click()
    await expect(question).to_have_count(0)
    await message.get_by_role("button", name="Clear").click()
    await question.get_by_role("button", name="Clear it").click()
    await expect(sana.message("You chose")).to_have_count(1)
    await expect(sana.message("You chose")).to_contain_text("You chose 42.")


async def test_every_way_to_choose_tells_the_bot_what_was_chosen(sana: Window) -> None:
    """A list, a list of people, radio buttons and checkboxes each say what was taken."""
    offers = {"action_id": "tell", "options": _options("News", "Sport")}
    one = {"placeholder": _plain("Profile"), "type": "static_select"} | offers
    who = {"type": "users_select", "action_id": "tell", "placeholder": _plain("Assign to")}
    message = await _shows(
        sana,
        _actions(one),
        _actions(who),
        _actions({"type": "radio_buttons"} | offers),
        _actions({"type": "checkboxes"} | offers),
    )
    await message.get_by_label("Profile").select_option("Sport")
    await expect(sana.message("You chose sport.")).to_have_count(1)
    await message.get_by_label("Assign to").select_option("Imran Qureshi")
    imran = sana.sandbox.person("Imran Qureshi").id
    await expect(sana.message(f"You chose {imran}.")).to_have_count(1)
    await message.get_by_role("radio", name="News").check()
    await expect(sana.message("You chose news.")).to_have_count(1)
    await message.get_by_role("checkbox", name="Sport").check()
    await expect(sana.message("You chose sport.")).to_have_count(2)


async def test_rich_text_is_drawn_with_its_lists_quotes_and_safe_links(sana: Window) -> None:
    """Marks, lists and quotes have their form; an address that is none is only its words."""
    link = {"type": "link", "url": "javascript:alert(1)", "text": "here"}
    words = [{"type": "text", "text": "Held", "style": {"bold": True}}, link]
    lines = [
        {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
        for text in ("one", "two")
    ]
    message = await _shows(
        sana,
        {
            "type": "rich_text",
            "elements": [
                {"type": "rich_text_section", "elements": words},
                {"type": "rich_text_list", "style": "bullet", "elements": lines},
                {"type": "rich_text_quote", "elements": [{"type": "text", "text": "<b>said</b>"}]},
            ],
        },
        {"type": "section", "fields": [{"type": "mrkdwn", "text": "*Writer*\nSana"}]},
    )
    await expect(message.locator(".rich b")).to_have_text("Held")
    await expect(message.locator("li")).to_have_text(["one", "two"])
    await expect(message.locator("blockquote")).to_have_text("<b>said</b>")
    await expect(message.get_by_text("here")).to_be_visible()
    await expect(message.locator("a")).to_have_count(0)
    await expect(message.locator(".fields b")).to_have_text("Writer")
