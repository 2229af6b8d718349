"""A desk is set in a window, by those who may, and the record keeps who set what."""

from typing import Any

from tests.bot.listeners.drafts import ASKED
from tests.conversation import Editor, Room

EDITORS = ("editor_people", "editor_groups")


async def opened(editor: Editor) -> None:
    """Somebody opens the settings of the channel's desk."""
    await editor.types("/desk settings")
    await editor.room.sandbox.until(lambda: editor.member.view)


async def sets(editor: Editor, **values: Any) -> dict[str, str]:
    """Somebody opens the settings, changes some and sends them in."""
    await opened(editor)
    return await editor.submits(**values)


def shown(editor: Editor) -> str:
    """The words of the window that is open."""
    view = editor.member.view
    assert view is not None
    return view.text


async def test_set_and_seen_again(imran: Editor, leila: Editor, room: Room) -> None:
    """What one editor sets, the next finds in the window, with who set it last."""
    lines = await sets(
        imran,
        profile="Court",
        emoji=":pencil2:",
        switches=["Pause"],
        editor_people=[imran.member, leila.member],
        off_stone="17:30",
        zone="Asia/Karachi",
        nudge="45",
        hours_from="09:00",
        hours_until="18:00",
    )
    assert lines == {}
    desk = await room.bot.work.newsroom.desk(room.sandbox.ws.team_id, desk_id(room))
    assert (desk.profile, desk.emoji, desk.paused, desk.nudge) == ("court", "pencil2", True, 45)
    assert f"{desk.off_stone} {desk.zone} {desk.hours[1]}" == "17:30:00 Asia/Karachi 18:00:00"
    assert set(desk.editors.people) == {imran.member.id, leila.member.id}

    await opened(leila)
    assert "Last set by Imran" in shown(leila)
    assert "profile, reaction, reading everything, pause" in shown(leila)
    assert await leila.submits() == {}
    assert await room.bot.work.newsroom.desk(room.sandbox.ws.team_id, desk_id(room)) == desk


def desk_id(room: Room) -> str:
    """The id of the room's channel."""
    return room.sandbox.find(room.channel).id


async def test_a_channel_that_is_read_by_the_environment(imran: Editor, room: Room) -> None:
    """Until somebody sets the desk, COPYCHIEF_READ_CHANNELS says what is read, and is shown."""
    await opened(imran)
    view = imran.member.view
    assert view is not None
    (boxes,) = [b["element"] for b in view.blocks if b.get("block_id") == "switches:0"]
    assert [option["value"] for option in boxes["initial_options"]] == ["reads_all"]


async def test_what_cannot_be_set(imran: Editor, room: Room) -> None:
    """What cannot be set is told at its field, and nothing is kept."""
    room.editor("Gus", guest=True)
    lines = await sets(
        imran,
        emoji="two words",
        editor_people=["Imran", "Gus"],
        zone="Mars/Olympus",
        hours_from="18:00",
        hours_until="18:00",
    )
    assert sorted(lines) == ["editor_people:0", "emoji:0", "hours_until:0", "zone:0"]
    assert "Gus is a guest, an app or from outside" in lines["editor_people:0"]
    team = room.sandbox.ws.team_id
    assert await room.bot.work.newsroom.desk_changes(team, desk_id(room)) == ()


async def test_a_night_desk(imran: Editor, room: Room) -> None:
    """Hours that end on the next morning are hours like others."""
    assert await sets(imran, hours_from="22:00", hours_until="06:00") == {}
    desk = await room.bot.work.newsroom.desk(room.sandbox.ws.team_id, desk_id(room))
    assert [hour.hour for hour in desk.hours] == [22, 6]


async def test_who_may_set(imran: Editor, leila: Editor, sana: Editor, room: Room) -> None:
    """Once standards are named the settings are theirs, and the line says so by name."""
    assert await sets(imran, standards_people=[leila.member]) == {}
    line = await sana.types("/desk settings")
    assert line == "Settings belong to standards: Leila can change them."
    await opened(leila)
    assert await leila.submits(standards_people=[], editor_people=[imran.member]) == {}
    line = await leila.types("/desk settings")
    assert line == "Settings belong to the editors: Imran can change them."


async def test_a_right_lost_while_the_window_was_open(
    imran: Editor, leila: Editor, room: Room
) -> None:
    """Who may not any more when the window is sent in changes nothing."""
    await opened(imran)
    assert await sets(leila, standards_people=[leila.member]) == {}
    lines = await imran.submits(nudge="10")
    assert list(lines.values()) == ["Settings belong to standards: Leila can change them."]


async def test_a_window_that_shows_what_is_no_more(
    imran: Editor, leila: Editor, room: Room
) -> None:
    """What another set while it was open is not undone: it comes back as the desk stands now."""
    await opened(imran)
    await leila.types("/desk pause")
    assert await imran.submits(nudge="10") == {}
    assert "Somebody changed these settings while you had them open" in shown(imran)
    assert "Last set by Leila" in shown(imran)
    team, newsroom = room.sandbox.ws.team_id, room.bot.work.newsroom
    desk = await newsroom.desk(team, desk_id(room))
    assert (desk.paused, desk.nudge == 10) == (True, False)

    assert await imran.submits(nudge="10") == {}
    assert imran.member.view is None
    desk = await newsroom.desk(team, desk_id(room))
    assert (desk.paused, desk.nudge) == (True, 10)
    first, second = await newsroom.desk_changes(team, desk_id(room))
    assert second.before == first.after


async def test_a_guest_sets_nothing(room: Room) -> None:
    """Guests do not get to see the window."""
    gus = room.editor("Gus", guest=True)
    assert "Guests and people from other organisations" in await gus.types("/desk settings")
    assert gus.member.view is None


async def test_a_group_changes(sana: Editor, imran: Editor, leila: Editor, room: Room) -> None:
    """Who comes into the editors' group is an editor at once, who leaves it is none any more."""
    room.sandbox.group("editors", [imran.member])
    assert await sets(imran, editor_groups=["@editors"]) == {}
    thread = await sana.hands_in(ASKED)
    label, verb = thread.flags("query")
    await leila.replies(f"stet {label.number} quotation", to=thread)
    await leila.hears("waits for a second editor")

    room.sandbox.group("editors", [leila.member])
    await room.quiet()
    await leila.replies(f"stet {label.number} quotation", to=thread)
    await thread.settles(label)
    await imran.replies(f"stet {verb.number} quotation", to=thread)
    await imran.hears("waits for a second editor")
    assert not verb.settled
