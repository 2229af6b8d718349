"""A file goes to Slack by the way that everything else goes."""

import pytest

from bot.sandbox import Sandbox
from bot.slack import Slack
from bot.slack.uploads import upload


async def test_through_the_proxy(
    slack: Slack, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the net is reached through a proxy, an upload goes through it, too."""
    sana, upload_address = sandbox.person("Sana"), slack.upload_address

    async def behind(name: str, size: int) -> tuple[str, str]:
        address, file = await upload_address(name, size)
        return address.replace(sandbox.url, "http://127.0.0.1:1"), file

    monkeypatch.setattr(slack, "upload_address", behind)
    slack.web.proxy = sandbox.url  # it looks at the path alone, whatever port is asked for
    file = await upload(slack, "record.json", b"{}")
    assert await slack.show_files(sana.direct.id, [file], "The record.")
    (message,) = sandbox.messages(sana.direct)
    assert [file.content for file in message.files] == [b"{}"]
