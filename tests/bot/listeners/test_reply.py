"""Replying in a draft's thread with the numbers of flags."""

import pytest

from bot.serve import Bot
from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room
from tests.trouble import BreaksOnce


async def test_stet_lets_a_query_stand(sana: Editor, imran: Editor) -> None:
    """It is struck through with name and reason, and the reply gets a mark."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    reply = await imran.replies(f"stet {query.number} house style", thread)
    await imran.is_answered(reply)
    await thread.settles(query)
    assert query.text.endswith("stet by Imran: house style")
    assert imran.whispers == []


async def test_a_source_settles_and_stays_a_link(sana: Editor) -> None:
    """A writer may source their own copy."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await sana.replies(f"source {query.number} ONS, 12 May, https://ons.example/a_b?c=1", thread)
    await thread.settles(query)
    assert query.text.endswith("sourced by Sana: “ONS, 12 May, <https://ons.example/a_b?c=1>”")


async def test_several_flags_are_fixed_at_once(sana: Editor, imran: Editor) -> None:
    """A span means those of it that are there."""
    thread = await sana.hands_in(RIVER)
    first, second, third, *_ = thread.flags("query")
    await imran.replies(f"Fixed {first.number} and {second.number}-{third.number}.", thread)
    await thread.settles(first, second, third)


async def test_wrong_says_that_the_rule_erred(sana: Editor, imran: Editor) -> None:
    """With a reason, like stet."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.replies(f"wrong {query.number} that is his title", thread)
    await thread.settles(query)
    assert "wrong by Imran: that is his title" in query.text


async def test_reopen_opens_again(sana: Editor, imran: Editor, room: Room) -> None:
    """What was settled asks again."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.replies(f"fixed {query.number}", thread)
    await thread.settles(query)
    await imran.replies(f"reopen {query.number}", thread)
    await room.sandbox.until(lambda: not query.settled)


async def test_why_is_whispered(sana: Editor, imran: Editor, room: Room) -> None:
    """Nothing is decided and nothing drawn."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    reply = await imran.replies(f"why {query.number}", thread)
    await imran.hears("To settle it:")
    await room.quiet()
    assert reply.reactions == {}


async def test_several_lines_do_several_things(sana: Editor, imran: Editor) -> None:
    """What cannot be done is whispered; the rest is done."""
    thread = await sana.hands_in(RIVER)
    first, second, *_ = thread.flags("query")
    reply = await imran.replies(f"fixed {first.number}\nstet {second.number}", thread)
    await thread.settles(first)
    await imran.hears("Say why it may stand")
    await imran.is_answered(reply)
    assert not second.settled


async def test_a_hold_needs_a_second_person(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """The first answers and is told that it waits; the second settles."""
    thread = await sana.hands_in(RIVER)
    (hold,) = thread.flags("hold")
    await imran.replies(f"fixed {hold.number}", thread)
    await imran.hears(f"Flag {hold.number} waits for a second editor")
    await room.sandbox.until(lambda: "waits for a second editor" in hold.text)
    assert not hold.settled
    await leila.replies(f"fixed {hold.number}", thread)
    await thread.settles(hold)


async def test_a_writer_cannot_settle_a_hold(sana: Editor, imran: Editor) -> None:
    """Their own copy needs another editor, and they are told so."""
    thread = await sana.hands_in(RIVER)
    (hold,) = thread.flags("hold")
    await sana.replies(f"fixed {hold.number}", thread)
    await sana.hears("waits for a second editor")
    await sana.replies(f"fixed {hold.number}", thread)
    await sana.hears("A hold on your own copy needs another editor")
    assert not hold.settled


async def test_a_flag_that_is_not_there_is_asked_about(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """The nearest open flag is offered, and nothing is decided, nor explained."""
    thread = await sana.hands_in(RIVER)
    last = len(thread.flags())
    reply = await imran.replies("stet 99 quotation\nwhy 98", thread)
    line = await imran.hears("there is no flag 99 on this draft")
    assert line.splitlines() == [
        f"I read “{said}”, but there is no flag {n} on this draft: it has 1 to {last}. "
        f"Did you mean {last}?"
        for said, n in (("stet 99", 99), ("why 98", 98))
    ]
    await room.quiet()
    assert reply.reactions == {}


async def test_a_flag_that_went_is_told_from_one_that_never_was(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """The last flag of version 1 is not in version 2: the line says so."""
    thread = await sana.hands_in(RIVER)
    last = len(thread.flags())
    await sana.member.shares(
        "v2.md", b"The mayor slammed the crew.\n", thread.channel, f"{room.me} v2", to=thread.ts
    )
    (reply,) = (m for m in room.sandbox.thread(thread.ts, thread.channel) if m.files)
    await imran.member.reacts("memo", reply, thread.channel)
    await thread.says("version 2")
    await imran.replies(f"fixed {last}", thread)
    await imran.hears(f"flag {last} is not in version 2 any more")


async def test_a_reply_of_several_lines_decides_line_by_line(sana: Editor, imran: Editor) -> None:
    """No decision is lost in the reason of the one above it."""
    thread = await sana.hands_in(RIVER)
    first, second, *_ = thread.flags("query")
    said = f"stet {first.number} quotation\nfixed {second.number}\nthanks!"
    await imran.is_answered(await imran.replies(said, thread))
    await thread.settles(first, second)
    assert first.text.endswith("stet by Imran: quotation")
    assert second.text.endswith("fixed by Imran")


async def test_in_other_threads_nobody_is_looked_up(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """Where no draft is, it is silent, whatever Slack would answer."""
    thread = await sana.posts("Lunch?")
    asked = [method for method, _ in room.sandbox.api.calls].count("users.info")
    room.sandbox.fail("users.info", times=3, how="error:internal_error")
    await imran.replies(f"Ask {leila.member.mention} about it", thread)
    await room.quiet()
    assert imran.whispers == []
    assert [method for method, _ in room.sandbox.api.calls].count("users.info") == asked


async def test_stet_without_a_reason_shows_the_form(sana: Editor, imran: Editor) -> None:
    """The person is told what to type."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.replies(f"stet {query.number}", thread)
    await imran.hears(f"reply “stet {query.number}” and the reason")
    assert not query.settled


async def test_a_settled_flag_says_who_was_first(
    sana: Editor, imran: Editor, leila: Editor
) -> None:
    """The second person learns who settled it, and how."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.replies(f"stet {query.number} house style", thread)
    await thread.settles(query)
    await leila.replies(f"fixed {query.number}", thread)
    line = await leila.hears("is settled: stet by Imran")
    assert "house style" in line


async def test_a_slip_of_the_finger_is_asked_about(sana: Editor, imran: Editor) -> None:
    """The nearest form is whispered."""
    thread = await sana.hands_in(RIVER)
    await imran.replies("fixd 2", thread)
    await imran.hears("Did you mean “fixed 2”?")


async def test_talk_is_left_alone(sana: Editor, imran: Editor, room: Room) -> None:
    """No reaction, no whisper, nothing decided."""
    thread = await sana.hands_in(RIVER)
    before = thread.words
    said = await imran.replies("fixed it, thanks! Source 2 says the talks go on.", thread)
    await room.quiet()
    assert said.reactions == {}
    assert imran.whispers == []
    assert thread.words == before


async def test_numbers_in_other_threads_mean_nothing(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """Where no draft is, a reply that looks like a decision is talk."""
    thread = await sana.posts("Who takes the late shift?")
    said = await imran.replies("stet 4 quotation", thread)
    await room.quiet()
    assert said.reactions == {}
    assert imran.whispers == []


async def test_guests_settle_nothing(sana: Editor, room: Room) -> None:
    """They are told who may."""
    guest = room.editor("Gwen", guest=True)
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await guest.replies(f"fixed {query.number}", thread)
    await guest.hears("ask somebody of the team")
    assert not query.settled


async def test_a_reason_pings_nobody(sana: Editor, imran: Editor) -> None:
    """A reason is drawn as it was typed, and harmless."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.replies(f"stet {query.number} see <!channel> *now*", thread)
    await thread.settles(query)
    assert "<!" not in query.text


async def test_slack_sending_it_again_changes_nothing(
    sana: Editor, imran: Editor, room: Room, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fails after the decision is on record is done again, and decides nothing again."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    answer = BreaksOnce(bot.work.answer)
    monkeypatch.setattr(bot.work, "answer", answer)
    room.sandbox.hub.link.ack_seconds = 0.5
    reply = await imran.replies(f"stet {query.number} house style", thread)
    await imran.is_answered(reply)
    draft = await bot.work.newsroom.draft_at(bot.work.place(reply.channel, thread.ts))
    assert draft is not None
    (entry,) = await bot.work.newsroom.entries(draft.id, [query.number])
    assert [(said.by.name, said.reason) for said in entry.resolutions] == [
        ("Imran", "house style")
    ]
    assert answer.tries == 2


async def test_why_of_many_says_how_to_ask_for_the_rest(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """Five are explained at a time; nobody is left to think that there were no more."""
    slammed = "".join(f"The mayor slammed crew {n}. " for n in range(1, 10))
    thread = await sana.hands_in(slammed + CLEAN)
    await imran.replies("why 1-9", thread)
    line = await imran.hears("tells of the rest")
    assert line.count("To settle it:") == 5
    assert line.endswith("“why 6 to 9” tells of the rest.")
    await imran.replies("why 6 to 9", thread)
    await room.sandbox.until(lambda: imran.whispers[-1].count("To settle it:") == 4)
