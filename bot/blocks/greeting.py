"""What we say of ourselves: in a channel that we come into, and to somebody who writes to us."""

DOES = "I read drafts and ask in their thread what a desk would ask."  # read out for the line


def greeting(emoji: str, me: str, *, reads: bool, shared: bool) -> str:
    """The line for a channel; ``reads`` if everything in it is read, ``shared`` if nothing is."""
    if shared:
        return (
            f"{DOES} This channel is shared with another organisation, so I post no flags in it: "
            "invite me to one that is not."
        )
    begin = f"put :{emoji}: on a post, name <@{me}> on it, or type `/desk check`"
    if reads:
        return (
            f"{DOES} Here I read every file and every post of 80 words or more by myself; for "
            f"anything else {begin}. `/desk help` tells the rest."
        )
    return f"{DOES} To begin, {begin}. `/desk help` tells the rest."


DIRECT = (
    "Send me a draft and I ask in its thread what a desk would ask: 20 words or more, a text "
    "file, or a link. In a channel, `/desk help` tells the rest."
)
