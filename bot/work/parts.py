"""Several messages in a row by one writer are one draft: which, and which are not.

Slack cuts a long paste into messages of about 4,000 characters, and people post a story paragraph
by paragraph. So what a writer posts within a minute of a draft's last message belongs to it, until
anybody else speaks in the channel. A draft is read at once, and each part that follows makes a new
version of it: waiting a minute for parts that mostly never come would be worse for everybody. Only
after a message that is as long as Slack's own cut is the next one waited for, a moment long.

The writer's own talk ends a draft, too: a short message that speaks to somebody ("could you look
at the second par?") is no copy. What is recorded as a part stays one, however it is edited; a file
is a draft of its own; and a draft that was cleared takes no more parts.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.readers.mrkdwn import mentions, read_mrkdwn
from bot.store.parts import Part
from bot.work.intake import LONG, root_of

WITHIN = 60.0  # seconds between one part and the next
CUT = 3_000  # characters after which Slack may have cut: it looks for the end of a line

_SPOKEN = frozenset({"", "file_share", "me_message", "thread_broadcast"})
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?|„[^“]*“?")
_ANGLED = re.compile(r"<[^<>\n]*>")
_PERSON = re.compile(r"<[@!]")
_EMOJI = re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]*:")
_TO_SOMEBODY = re.compile(
    r"\b(?:I|me|my|mine|you|yours?|u|please|pls|plz|thanks|thank you|thx|ta|cheers|sorry|oops|"
    r"hi|hello|hey|hang on|here'?s|this is|that'?s (?:it|all)|fyi|ps|nb|wdyt|lmk|any ?one|"
    r"any ?body|some ?one|some ?body|can we|could we|shall we|let'?s|ok|okay|done)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Post:
    """A message of a person's in a channel, as far as it may be a part; ``copy`` as Slack has it.

    ``alone``: a file, or a reply that was sent to the channel as well.
    """

    ts: str
    user: str
    copy: str
    alone: bool
    message: Mapping[str, Any]

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(read_mrkdwn(self.copy).split())

    @property
    def may_be_cut(self) -> bool:
        """True if Slack may have made it by cutting a longer one."""
        return not self.alone and len(self.copy) >= CUT

    def names(self, user: str) -> bool:
        """Tell whether it mentions this user."""
        return mentions(self.copy, user)


def posts_in(messages: Sequence[Mapping[str, Any]]) -> tuple[Post, ...]:
    """What people said in a channel, oldest first; apps and Slack itself say nothing."""
    spoken = [
        Post(
            ts=str(message["ts"]),
            user=str(message["user"]),
            copy=str(message.get("text") or ""),
            alone=bool(message.get("files") or root_of(message)),
            message=message,
        )
        for message in messages
        if message.get("user")
        and not message.get("bot_id")
        and (message.get("subtype") or "") in _SPOKEN
    ]
    return tuple(sorted(spoken, key=lambda post: post.ts))


def run_with(
    posts: Sequence[Post],
    ts: str,
    *,
    begins: Callable[[Post], bool],
    known: Mapping[str, Part],
    me: str,
) -> tuple[Post, ...]:
    """The posts that make up one draft together with the one at ``ts``; () if that is in none.

    ``begins`` tells with which a draft begins where none is under way; ``known`` is what belongs
    to a draft already.
    """
    run: list[Post] = []
    root, is_open = "", False
    for post in posts:
        part = known.get(post.ts)
        if part is not None:
            joins = bool(run) and part.root == root
            is_open = part.open
        else:
            joins = bool(run) and is_open and follows(run[-1], post, me)
        if joins:
            run.append(post)
            continue
        if any(each.ts == ts for each in run):
            break
        starts = part is not None or begins(post)
        run = [post] if starts else []
        root = part.root if part else post.ts
        is_open = part.open if part else True
    return tuple(run) if any(each.ts == ts for each in run) else ()


def follows(before: Post, post: Post, me: str) -> bool:
    """Tell whether a post goes on with the one before it."""
    near = float(post.ts) - float(before.ts) <= WITHIN
    if post.user != before.user or not near or before.alone or post.alone or post.names(me):
        return False
    return before.may_be_cut or not is_talk(post.copy)


def is_talk(copy: str) -> bool:
    """Tell a short message that speaks to somebody from a short paragraph of copy.

    Copy says I and you inside quotation marks alone, and what is long is copy in any case.
    """
    plain = read_mrkdwn(_ANGLED.sub(" ", copy))
    words = plain.split()
    if len(words) >= LONG:
        return False
    own = _QUOTED.sub(" ", plain)
    return (
        not any(character.isalnum() for character in plain)
        or bool(_PERSON.search(copy))
        or bool(_EMOJI.search(plain))
        or own.rstrip().endswith("?")
        or bool(_TO_SOMEBODY.search(own))
    )
