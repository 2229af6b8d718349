"""A process of its own: a Bolt app that replies to every message, until it is killed."""

import asyncio
import os
from typing import Any

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient


async def listen() -> None:
    """Connect to the workspace that the environment names, and never stop."""
    client = AsyncWebClient(
        token=os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["SLACK_API_URL"]
    )
    app = AsyncApp(client=client)

    @app.event("message")
    async def _reply(event: dict[str, Any]) -> None:
        if not event.get("bot_id"):
            place = {"channel": event["channel"], "thread_ts": event["ts"]}
            await client.chat_postMessage(text="read", **place)

    await AsyncSocketModeHandler(app, os.environ["SLACK_APP_TOKEN"]).start_async()  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    asyncio.run(listen())
