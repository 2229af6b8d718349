"""The tables. A change here needs a migration in ``migrations/versions``."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from bot.store.columns import Json, Moment, Prose
from rules.model import Flag

metadata = MetaData()

Spans = tuple[tuple[int, int], ...]
Places = tuple[int, ...]

drafts = Table(
    "drafts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("team", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("thread", String),
    Column("own_message", Boolean, nullable=False),
    Column("slug", String, nullable=False),
    Column("writer", String, nullable=False),
    Column("writer_name", Prose, nullable=False),
    Column("state", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("change", Integer, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("handed_in", Moment, nullable=False),
    Column("cleared_by", String),
    Column("cleared_by_name", Prose),
    UniqueConstraint("team", "channel", "thread", name="drafts_thread"),
    Index("drafts_channel", "channel", "slug"),
    sqlite_autoincrement=True,  # the number of a draft is never given again
)

revisions = Table(
    "revisions",
    metadata,
    Column("draft", ForeignKey("drafts.id"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("text", Prose, nullable=False),
    Column("sha256", String, nullable=False),
    Column("words", Integer, nullable=False),
    Column("handed_in", Moment, nullable=False),
    Column("read_at", Moment),  # the rest is known once it is read
    Column("title", Prose),
    Column("language", String),
    Column("sentences", Json(Spans)),
    Column("sourced", Json(Places)),
)

flags = Table(
    "flags",
    metadata,
    Column("draft", Integer, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("mark", String, nullable=False),
    Column("flag", Json(Flag), nullable=False),
    ForeignKeyConstraint(["draft", "version"], ["revisions.draft", "revisions.version"]),
)

# What a person did, once: ``key`` is Slack's id of it, so that a second delivery writes nothing.
acts = Table(
    "acts",
    metadata,
    Column("key", String, primary_key=True),
    Column("draft", ForeignKey("drafts.id"), nullable=False),
    Column("verb", String, nullable=False),
    Column("by", String, nullable=False),
    Column("by_name", Prose, nullable=False),
    Column("at", Moment, nullable=False),
    Index("acts_draft", "draft"),
)

# Rows are only ever added.
resolutions = Table(
    "resolutions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("act", ForeignKey("acts.key"), nullable=False),
    Column("draft", ForeignKey("drafts.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("outcome", String, nullable=False),
    Column("reason", Prose, nullable=False),
    UniqueConstraint("act", "number", name="resolutions_act"),
    Index("resolutions_draft", "draft", "number"),
    sqlite_autoincrement=True,
)

# Messages of ours in Slack.
messages = Table(
    "messages",
    metadata,
    Column("key", String, primary_key=True),
    Column("draft", ForeignKey("drafts.id"), nullable=False),
    Column("channel", String, nullable=False),
    Column("ts", String),
    Column("page", Integer, nullable=False),
    Column("drawn", Integer, nullable=False),
    Column("sha", String, nullable=False),
    Index("messages_draft", "draft"),
)
