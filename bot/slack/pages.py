"""Answers that come in pages, each with the cursor of the next."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

Call = Callable[..., Awaitable[dict[str, Any]]]


async def pages(
    call: Call,
    method: str,
    channel: str = "",
    *,
    most: int | None = None,
    forgive: frozenset[str] = frozenset(),
    **fields: Any,
) -> AsyncIterator[dict[str, Any]]:
    """Page after page of what a method answers, ``most`` of them at most.

    ``call`` calls a method of the Web API as ``Slack`` does.
    """
    cursor: str | None = None
    turned = 0
    while cursor != "" and turned != most:
        answer = await call(method, channel, forgive=forgive, cursor=cursor, **fields)
        yield answer
        cursor = str(answer.get("response_metadata", {}).get("next_cursor") or "")
        turned += 1
