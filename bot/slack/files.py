"""The calls that files take."""

from bot.slack.looks import Looks

_LATEST = 50  # messages of a direct message in which a file is looked for


class Files(Looks):
    """The part of Slack that hands files out."""

    async def has_file(self, channel: str, name: str) -> bool:
        """Tell whether a file of this name was sent in a channel lately."""
        answer = await self._call("conversations.history", channel, limit=_LATEST)
        sent = (file for each in answer.get("messages", ()) for file in each.get("files") or ())
        return any(file.get("name") == name for file in sent)

    async def upload_address(self, name: str, length: int) -> tuple[str, str]:
        """Where the bytes of a file go, and the id it will have."""
        method = "files.getUploadURLExternal"
        answer = await self._call(method, filename=name, length=length)
        return str(answer["upload_url"]), str(answer["file_id"])

    async def share_file(self, channel: str, file: str, title: str, comment: str) -> None:
        """Show an uploaded file in a channel."""
        await self._call(
            "files.completeUploadExternal",
            channel_id=channel,
            files=[{"id": file, "title": title}],
            initial_comment=comment,
        )
