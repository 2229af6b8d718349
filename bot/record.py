"""The record of a draft as it is handed out: for a complaint, or a libel answer."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from pydantic import ConfigDict, Field

from bot.model import Draft, Person
from rules.model import Frozen


class Version(Frozen):
    """The text at one hand-in; ``sha256`` is of its UTF-8 bytes and stands in the rows."""

    version: int
    sha256: str
    words: int
    handed_in: datetime  # UTC
    profile: str | None = None
    packs: Mapping[str, str] | None = None  # hashes of the rules that read it
    stopped: tuple[str, ...] = ()  # the rules, by id, that took too long on it
    text: str


class Asked(Frozen):
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


class Happened(Frozen):
    """A row: what somebody did, when (UTC), sealed with the row before it."""

    n: int  # counted from 1
    at: datetime
    kind: str
    by: Person
    body: Mapping[str, Any]  # never a draft's text: versions are named by their sha256
    before: str
    hash: str


class Record(Frozen):
    """Everything kept of one draft; ``sealed`` is false where hashes do not fit.

    New keys may come; schema stays 1.
    """

    model_config = ConfigDict(populate_by_name=True)

    schema_: Literal[1] = Field(1, alias="schema")
    draft: Draft
    versions: tuple[Version, ...]
    flags: tuple[Asked, ...]
    rows: tuple[Happened, ...]
    sealed: bool
