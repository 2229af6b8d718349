"""The record of a draft as it is handed out: for a complaint, or a libel answer."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.model import Draft, Person


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, populate_by_name=True)


class Version(_Frozen):
    """The text at one hand-in; ``sha256`` is of its UTF-8 bytes and stands in the rows."""

    version: int
    sha256: str
    words: int
    handed_in: datetime  # UTC
    profile: str | None = None
    packs: Mapping[str, str] | None = None  # hashes of the rules that read it
    text: str


class Asked(_Frozen):
    """A flag, in the version where it was last seen; offsets are code points into its text."""

    number: int
    rule: str
    title: str
    level: str
    quote: str
    start: int
    end: int
    first: int  # the version it first appeared in
    last: int


class Happened(_Frozen):
    """A row: what somebody did, when (UTC), sealed with the row before it."""

    n: int
    at: datetime
    kind: str
    by: Person
    body: Mapping[str, Any]
    before: str
    hash: str


class Record(_Frozen):
    """Everything kept of one draft; ``sealed`` is false where hashes do not fit.

    New keys may come; schema stays 1.
    """

    schema_: Literal[1] = Field(1, alias="schema")
    draft: Draft
    versions: tuple[Version, ...]
    flags: tuple[Asked, ...]
    rows: tuple[Happened, ...]
    sealed: bool
