"""Modals: opened in time, filled, sent back with errors, stacked, closed."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from bot.sandbox import Channel, Member, Sandbox, Trouble


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def ask(title: str = "Stet", **more: Any) -> dict[str, Any]:
    outcomes = [{"text": plain(w), "value": w.lower()} for w in ("Stet", "Wrong")]
    return {
        "type": "modal",
        "callback_id": "settle",
        "title": plain(title),
        "submit": plain("Settle"),
        "blocks": [
            {
                "type": "input",
                "block_id": "outcome",
                "label": plain("Outcome"),
                "element": {"type": "radio_buttons", "action_id": "choice", "options": outcomes},
            },
            {
                "type": "input",
                "block_id": "why",
                "label": plain("Why, in a few words?"),
                "element": {"type": "plain_text_input", "action_id": "words", "max_length": 20},
            },
            {
                "type": "actions",
                "block_id": "more",
                "elements": [{"type": "button", "action_id": "rule", "text": plain("The rule")}],
            },
        ],
        **more,
    }


@pytest.fixture
async def opened(sandbox: Sandbox, bot: Any, sana: Member) -> Member:
    """Sana with a modal open; what she submits is kept and answered as ``bot.answer`` says."""
    bot.answer = {}

    async def show(ack: Any, body: dict[str, Any], client: Any) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=ask())

    bot.app.shortcut("review_new")(show)

    async def settle(ack: Any, body: dict[str, Any]) -> None:
        bot.done.append(body)
        await ack(**bot.answer)

    bot.app.view("settle")(settle)
    await sana.uses("review_new")
    await sandbox.until(lambda: sana.view)
    return sana


async def test_a_modal_is_filled_by_label_and_words(bot: Any, opened: Member) -> None:
    """Inputs are found by block id or label, options by their words; an empty ack closes it."""
    assert opened.view
    assert opened.view.title == "Stet"
    assert await opened.submits({"Why, in a few words?": "quotation"}, outcome="Wrong") == {}
    [body] = bot.done
    values = body["view"]["state"]["values"]
    assert values["outcome"]["choice"]["selected_option"]["value"] == "wrong"
    assert values["why"]["words"] == {"type": "plain_text_input", "value": "quotation"}
    assert opened.view is None


async def test_slack_itself_asks_for_what_is_missing(bot: Any, opened: Member) -> None:
    """A required input left empty, or too long, never reaches the app."""
    errors = await opened.submits(outcome="Stet")
    assert list(errors) == ["why"]
    errors = await opened.submits(why="x" * 21)
    assert errors == {"why": "Please enter no more than 20 characters."}
    assert bot.done == []


async def test_errors_come_back_to_the_inputs(bot: Any, opened: Member) -> None:
    """response_action errors keeps the modal open with a line at the input."""
    bot.answer = {"response_action": "errors", "errors": {"why": "Say a little more."}}
    assert await opened.submits(outcome="Stet", why="no") == {"why": "Say a little more."}
    assert opened.view
    bot.answer = {}
    assert await opened.submits(why="quotation") == {}
    assert opened.view is None


async def test_errors_for_an_unknown_input_are_the_apps_trouble(bot: Any, opened: Member) -> None:
    """Slack shows nothing but trouble when the errors name an input that is not there."""
    bot.answer = {"response_action": "errors", "errors": {"reason": "Which?"}}
    with pytest.raises(Trouble, match="trouble connecting"):
        await opened.submits(outcome="Stet", why="no")


async def test_views_are_replaced_stacked_and_cleared(bot: Any, opened: Member) -> None:
    """An update changes the modal, a push lays one on top of it, a clear takes all away."""
    bot.answer = {"response_action": "update", "view": ask("Sure?")}
    await opened.submits(outcome="Stet", why="quotation")
    assert opened.view
    assert opened.view.title == "Sure?"

    bot.answer = {"response_action": "push", "view": ask("Really?")}
    await opened.submits()
    below = opened.view
    assert below.title == "Really?"
    assert below.previous

    bot.answer = {"response_action": "clear"}
    await opened.submits(outcome="Stet", why="quotation")
    assert opened.view is None


async def test_closing_is_heard_only_on_request(
    sandbox: Sandbox, bot: Any, opened: Member
) -> None:
    """view_closed comes for a view with notify_on_close, and for no other."""
    bot.take(bot.app.view_closed, "settle")
    await opened.closes()
    assert bot.done == []

    trigger = sandbox.hub.trigger(opened.id)
    await bot.client.views_open(trigger_id=trigger, view=ask(notify_on_close=True))
    await opened.closes()
    [body] = bot.done
    assert (body["type"], body["is_cleared"]) == ("view_closed", False)


async def test_a_button_in_a_modal_can_lay_another_on_top(
    sandbox: Sandbox, bot: Any, opened: Member
) -> None:
    """A press in a view has a trigger for views.push; closing the top shows the one below."""

    async def rule(ack: Any, body: dict[str, Any], client: Any) -> None:
        bot.done.append(body)
        await ack()
        await client.views_push(trigger_id=body["trigger_id"], view=ask("The rule"))

    bot.app.action("rule")(rule)
    below = opened.view
    await opened.presses_in_view("The rule")
    await sandbox.until(lambda: opened.view is not below)
    assert opened.view
    assert below
    assert (opened.view.previous, opened.view.root) == (below.id, below.id)
    assert bot.done[0]["container"] == {"type": "view", "view_id": below.id}
    await opened.closes()
    assert opened.view is below


async def test_an_open_view_is_updated_unless_it_changed_meanwhile(
    sandbox: Sandbox, bot: Any, opened: Member
) -> None:
    """views.update keeps what was typed; with an old hash it is refused."""
    assert opened.view
    first = opened.view.hash
    await opened.fills(why="quotation")
    await bot.client.views_update(view_id=opened.view.id, hash=first, view=ask("Now"))
    assert opened.view.title == "Now"
    assert opened.view.values["why"]["words"]["value"] == "quotation"
    with pytest.raises(SlackApiError, match="hash_conflict"):
        await bot.client.views_update(view_id=opened.view.id, hash=first, view=ask("Old"))


async def test_a_trigger_is_good_for_three_seconds_and_one_view(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """A trigger expires after three seconds, opens one view, and has to be Slack's."""
    trigger = sandbox.hub.trigger(sana.id)
    await bot.client.views_open(trigger_id=trigger, view=ask())
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        await bot.client.views_open(trigger_id=trigger, view=ask())
    late = sandbox.hub.trigger(sana.id)
    sandbox.clock.advance(3.1)
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        await bot.client.views_open(trigger_id=late, view=ask())
    with pytest.raises(SlackApiError, match="invalid_trigger_id"):
        await bot.client.views_open(trigger_id="made.up", view=ask())


def home(*words: str) -> dict[str, Any]:
    buttons = [{"type": "button", "action_id": w.lower(), "text": plain(w)} for w in words]
    return {"type": "home", "blocks": [{"type": "actions", "elements": buttons}]}


async def test_the_home_tab_is_published_and_pressed(
    sandbox: Sandbox, bot: Any, sana: Member
) -> None:
    """Looking at it is told; what is published is seen, pressed, and opens a modal in time."""

    async def press(ack: Any, body: dict[str, Any], client: Any) -> None:
        bot.done.append(body)
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=ask("From home"))

    bot.app.action("refresh")(press)
    await sana.opens_home()
    await sandbox.until(lambda: bot.events("app_home_opened"))
    await bot.client.views_publish(user_id=sana.id, view=home("Refresh"))
    assert sana.home
    await sana.presses_at_home("Refresh")
    [body] = bot.done
    assert body["container"] == {"type": "view", "view_id": sana.home.id}
    assert body["view"]["type"] == "home"
    await sandbox.until(lambda: sana.view)
    assert sana.view
    assert sana.view.title == "From home"


async def test_a_home_tab_that_changed_meanwhile_is_not_overwritten(
    sandbox: Sandbox, bot: Any, sana: Member
) -> None:
    """With an old hash a new home is refused, and the view keeps its id."""
    first = (await bot.client.views_publish(user_id=sana.id, view=home("One")))["view"]
    second = (
        await bot.client.views_publish(user_id=sana.id, view=home("Two"), hash=first["hash"])
    )["view"]
    assert second["id"] == first["id"]
    with pytest.raises(SlackApiError, match="hash_conflict"):
        await bot.client.views_publish(user_id=sana.id, view=home("Three"), hash=first["hash"])
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        await bot.client.views_publish(user_id=sana.id, view=ask())
    await bot.client.views_update(view_id=second["id"], view=home("Four"))
    assert sana.home
    assert sana.home.text == "Four"


async def test_a_direct_message_reaches_the_bot(sandbox: Sandbox, bot: Any, sana: Member) -> None:
    """What is written to the app alone is a message of the channel type im, without a mention."""
    await sana.posts("A draft, @copychief", sana.direct)
    await sandbox.settled()
    [event] = bot.events("message")
    assert (event["channel_type"], event["channel"]) == ("im", sana.direct.id)
    assert bot.events("app_mention") == []
