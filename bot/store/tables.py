"""The tables. A change here needs a migration in ``migrations/versions``."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.desk import Desk, Right
from bot.model import Kind
from bot.store.columns import Json, Moment, Prose
from rules.model import Flag

metadata = MetaData()

Spans = tuple[tuple[int, int], ...]
Places = tuple[int, ...]
Hashes = dict[str, str]  # of a pack, by its name
Rules = tuple[str, ...]
Names = tuple[str, ...]

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
    Column("link", String, nullable=False, server_default=""),
    Column("taken_by", String),
    Column("taken_by_name", Prose),
    Column("due", Moment),
    Column("closed_by", String),
    Column("closed_by_name", Prose),
    Column("second", String),
    Column("second_name", Prose),
    Column("closed_why", Prose, nullable=False, server_default=""),
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
    Column("profile", String),
    Column("packs", Json(Hashes)),  # of the rules it was read with
    Column("stopped", Json(Rules)),  # those that took too long on it
    Column("authors", Json(Names)),
)

# The files that versions were read from.
files = Table(
    "files",
    metadata,
    Column("draft", ForeignKey("drafts.id"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("name", Prose, nullable=False),
    Column("file", String, nullable=False),  # Slack's id, or ""
    Column("data", LargeBinary),  # of a Word file, to be handed back with comments in it
    Index("files_file", "file"),
)

# The files that we sent to Slack: their ids are kept before anybody sees them.
uploads = Table(
    "uploads",
    metadata,
    Column("key", String, primary_key=True),
    Column("files", Json(Names), nullable=False),  # by Slack's ids
    Column("at", Moment, nullable=False),
)

# The messages that a draft consists of, where they are more than the one it lives under.
parts = Table(
    "parts",
    metadata,
    Column("team", String, primary_key=True),
    Column("channel", String, primary_key=True),
    Column("ts", String, primary_key=True),
    Column("draft", ForeignKey("drafts.id"), nullable=False),
    Index("parts_draft", "draft"),
)

flags = Table(
    "flags",
    metadata,
    Column("draft", Integer, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("mark", String, nullable=False),
    Column("flag", Json(Flag), nullable=False),
    Column("trace", Text),  # JSON: what it is known again by in the next version
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
    Column("right", String, nullable=False, server_default=Right.SETTLES),
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
    Column("kind", String, nullable=False, server_default=Kind.PAGE),
    Column("sweep_until", Moment),
    Index("messages_draft", "draft"),
)

# Whose turn a flag is; the newest row of a flag counts. Rows are only ever added.
assignments = Table(
    "assignments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("act", ForeignKey("acts.key"), nullable=False),
    Column("draft", ForeignKey("drafts.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("to", String, nullable=False),
    Column("to_name", Prose, nullable=False),
    Column("due", Moment),
    Index("assignments_draft", "draft", "number"),
    sqlite_autoincrement=True,
)

# Who was reminded of what: a key says it once and for all.
nudges = Table(
    "nudges",
    metadata,
    Column("key", String, primary_key=True),
    Column("draft", ForeignKey("drafts.id"), nullable=False),
    Column("at", Moment, nullable=False),
)

# A wish to run a draft with its holds, that waits for the second name.
runs = Table(
    "runs",
    metadata,
    Column("draft", ForeignKey("drafts.id"), primary_key=True),
    Column("act", ForeignKey("acts.key"), nullable=False),
    Column("second", String, nullable=False),
    Column("second_name", Prose, nullable=False),
    Column("reason", Prose, nullable=False),
    Column("version", Integer, nullable=False),
)

desks = Table(
    "desks",
    metadata,
    Column("team", String, primary_key=True),
    Column("channel", String, primary_key=True),
    Column("desk", Json(Desk), nullable=False),
)

# Who set what, newest last. Rows are only ever added.
desk_changes = Table(
    "desk_changes",
    metadata,
    Column("key", String, primary_key=True),  # Slack's id of what was done
    Column("team", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("by", String, nullable=False),
    Column("by_name", Prose, nullable=False),
    Column("at", Moment, nullable=False),
    Column("before", Json(Desk), nullable=False),
    Column("after", Json(Desk), nullable=False),
    Index("desk_changes_channel", "team", "channel"),
)

# What happened to a draft, for a complaint or a libel answer: each row holds the hash of the one
# before it. Rows are only ever added.
record = Table(
    "record",
    metadata,
    Column("draft", ForeignKey("drafts.id"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("kind", String, nullable=False),
    Column("by", String, nullable=False),
    Column("by_name", Prose, nullable=False),
    Column("body", Text, nullable=False),  # canonical JSON
    Column("before", String, nullable=False),
    Column("hash", String, nullable=False),
)
