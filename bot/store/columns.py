"""Column types: pydantic models as JSON, times in UTC, prose that any database can hold."""

import re
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import DateTime, Dialect, Text, TypeDecorator

# Slack may send half a character or a NUL; neither can be stored. Replaced one for one, so that
# offsets into the text stay true.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(prose: str) -> str:
    """The same text, as long, with what no database holds made U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", prose)


class Prose(TypeDecorator[str]):
    """Text that people wrote."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


class Moment(TypeDecorator[datetime]):
    """A time: aware and in UTC on our side."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Json(TypeDecorator[Any]):
    """A pydantic model, or anything pydantic can check, kept as JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, shape: Any) -> None:
        super().__init__()
        self.shape = shape
        self._adapter = TypeAdapter[Any](shape)

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else self._adapter.dump_json(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else self._adapter.validate_json(value)
