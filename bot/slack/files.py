"""The calls that files take."""

from collections.abc import Sequence

from bot.slack.looks import Looks

_GONE = frozenset({"file_not_found", "file_deleted", "files_not_found"})


class Files(Looks):
    """The part of Slack that hands files out."""

    async def upload_address(self, name: str, length: int) -> tuple[str, str]:
        """Where the bytes of a file go, and the id it will have."""
        method = "files.getUploadURLExternal"
        answer = await self._call(method, filename=name, length=length)
        return str(answer["upload_url"]), str(answer["file_id"])

    async def is_shown(self, file: str, channel: str) -> bool:
        """Tell whether a file was shown in a channel."""
        answer = await self._call("files.info", forgive=_GONE, file=file)
        known = answer.get("file", {})
        return any(channel in known.get(kind, ()) for kind in ("channels", "groups", "ims"))

    async def show_files(
        self, channel: str, files: Sequence[str], comment: str, thread: str | None = None
    ) -> bool:
        """Show uploaded files in a channel, or in a thread; False where they are gone."""
        answer = await self._call(
            "files.completeUploadExternal",
            forgive=_GONE,
            channel_id=channel,
            thread_ts=thread,
            files=[{"id": file} for file in files],
            initial_comment=comment,
        )
        return bool(answer)
