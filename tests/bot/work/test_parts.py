"""Which messages in a row are one draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.parts import Part
from bot.work.intake import joined
from bot.work.parts import CUT, Post, is_talk, posts_in, run_with

ME = "U0ME"
LONG = "The council voted on the harbour fees on Monday evening in the hall. " * 7
PARAGRAPH = "The fees go up in May, and the harbour office will close on Sundays."


def said(at: float, text: str = LONG, user: str = "U1", **more: object) -> dict[str, object]:
    """A message as Slack tells it, so many seconds after the first."""
    return {"ts": f"{1_700_000_000 + at:.6f}", "user": user, "text": text, **more}


def found(*messages: dict[str, object], at: int, **known: Part) -> list[int]:
    """Which of these messages make up a draft with the one at this place."""
    posts = posts_in(messages)
    order = [str(message["ts"]) for message in messages]
    of = {order[int(place.removeprefix("n"))]: part for place, part in known.items()}
    run = run_with(posts, order[at], begins=lambda p: p.words >= 80, known=of, me=ME)
    return [order.index(post.ts) for post in run]


def test_what_follows_within_a_minute_is_the_same_draft() -> None:
    """Each part has a minute from the one before it, not from the first."""
    row = [said(0), said(50, PARAGRAPH), said(100, PARAGRAPH), said(161, PARAGRAPH)]
    assert found(*row, at=0) == found(*row, at=2) == [0, 1, 2]
    assert found(*row, at=3) == []


@pytest.mark.parametrize(
    "between",
    [
        said(5, "On it.", "U2"),
        said(5, "Could somebody look at the second par?"),
        said(5, f"<@{ME}> check this"),
        said(5, "", subtype="file_share", files=[{"name": "pier.png"}]),
        said(5, "see above", subtype="thread_broadcast", thread_ts="1600000000.000000"),
    ],
)
def test_a_word_in_between_ends_it(between: dict[str, object]) -> None:
    """Whoever speaks, the writer too: what comes after is a draft of its own, or none."""
    assert found(said(0), between, said(9), at=0) == [0]
    assert found(said(0), between, said(9), at=2) == [2]
    assert found(said(0), between, said(9, PARAGRAPH), at=2) == []


def test_apps_and_slack_itself_do_not_speak() -> None:
    """A feed, or somebody's coming in, does not cut a draft in two."""
    feed = said(3, "Ferry timetable", "U9", bot_id="B9")
    coming = said(4, "<@U3> has joined the channel", "U3", subtype="channel_join")
    assert found(said(0), feed, coming, said(9, PARAGRAPH), at=0) == [0, 3]


def test_after_a_cut_even_talk_is_copy() -> None:
    """Slack cuts where the limit is, in the middle of what somebody says."""
    whole = LONG * 8
    assert len(whole) > CUT
    assert found(said(0, whole), said(1, "Can you believe it?"), at=0) == [0, 1]


def test_a_recorded_part_stays_one() -> None:
    """Edited into talk it is still of its draft; a draft that is closed takes no more."""
    row = [said(0), said(5, "you"), said(9, PARAGRAPH)]
    root = str(row[0]["ts"])
    assert found(*row, at=1, n0=Part(root, True), n1=Part(root, True)) == [0, 1, 2]
    assert found(*row, at=0, n0=Part(root, False), n1=Part(root, False)) == [0, 1]
    assert found(*row, at=2, n0=Part(root, False), n1=Part(root, False)) == []


@pytest.mark.parametrize(
    "copy",
    ["Thanks, Tom", "can you sub this please", "<@U2> for you", "<https://a.example>", ":memo:",
     "Who has the number of the harbour office?", "…", "Here's the rest"],
)  # fmt: skip
def test_talk(copy: str) -> None:
    """It speaks to somebody, or says nothing."""
    assert is_talk(copy)


@pytest.mark.parametrize(
    "copy",
    [PARAGRAPH, "“I told you so,” she said.", "ENDS", "The talks resume at 10:30.", LONG + " you",
     "Additional reporting by Tom Reed", "“Do you think I like it?"],
)  # fmt: skip
def test_copy(copy: str) -> None:
    """A short paragraph, whoever is quoted in it."""
    assert not is_talk(copy)


@given(st.lists(st.text(min_size=1), min_size=1))
def test_nothing_is_lost_in_joining(parts: list[str]) -> None:
    """Every word of every part is there, in its order."""
    assert joined(parts).split() == [word for part in parts for word in part.split()]


@given(st.data())
def test_a_post_is_of_one_draft(data: st.DataObject) -> None:
    """Whichever of its messages is looked at, the draft is the same."""
    kinds = st.sampled_from([LONG, PARAGRAPH, "Thanks!", LONG * 8])
    posts = st.tuples(kinds, st.sampled_from(["U1", "U2"]), st.floats(0.1, 90))
    at, row = 0.0, []
    for text, user, pause in data.draw(st.lists(posts, min_size=1, max_size=12)):
        at += pause
        row.append(said(at, text, user))
    for n in range(len(row)):
        run = found(*row, at=n)
        assert not run or n in run
        assert all(found(*row, at=other) == run for other in run)


def test_a_post_knows_what_it_is() -> None:
    """Words are counted as they are read, not as Slack writes them."""
    (post,) = posts_in([said(0, "<https://a.example|the *new* report> &amp; more")])
    assert isinstance(post, Post)
    assert post.words == 5
