"""The first tables: drafts, revisions, flags, acts, resolutions, messages."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create them."""
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("team", sa.String, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("thread", sa.String),
        sa.Column("own_message", sa.Boolean, nullable=False),
        sa.Column("slug", sa.String, nullable=False),
        sa.Column("writer", sa.String, nullable=False),
        sa.Column("writer_name", sa.Text, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("change", sa.Integer, nullable=False),
        sa.Column("changed", sa.DateTime, nullable=False),
        sa.Column("handed_in", sa.DateTime, nullable=False),
        sa.Column("cleared_by", sa.String),
        sa.Column("cleared_by_name", sa.Text),
        sa.UniqueConstraint("team", "channel", "thread", name="drafts_thread"),
        sqlite_autoincrement=True,
    )
    op.create_index("drafts_channel", "drafts", ["channel", "slug"])
    op.create_table(
        "revisions",
        sa.Column("draft", sa.Integer, sa.ForeignKey("drafts.id"), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("handed_in", sa.DateTime, nullable=False),
        sa.Column("read_at", sa.DateTime),
        sa.Column("title", sa.Text),
        sa.Column("language", sa.String),
        sa.Column("sentences", sa.Text),
        sa.Column("sourced", sa.Text),
    )
    op.create_table(
        "flags",
        sa.Column("draft", sa.Integer, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("mark", sa.String, nullable=False),
        sa.Column("flag", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["draft", "version"], ["revisions.draft", "revisions.version"]),
    )
    _create_records()


def _create_records() -> None:
    op.create_table(
        "acts",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("draft", sa.Integer, sa.ForeignKey("drafts.id"), nullable=False),
        sa.Column("verb", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("by_name", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_index("acts_draft", "acts", ["draft"])
    op.create_table(
        "resolutions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("act", sa.String, sa.ForeignKey("acts.key"), nullable=False),
        sa.Column("draft", sa.Integer, sa.ForeignKey("drafts.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.UniqueConstraint("act", "number", name="resolutions_act"),
        sqlite_autoincrement=True,
    )
    op.create_index("resolutions_draft", "resolutions", ["draft", "number"])
    op.create_table(
        "messages",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("draft", sa.Integer, sa.ForeignKey("drafts.id"), nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("ts", sa.String),
        sa.Column("page", sa.Integer, nullable=False),
        sa.Column("drawn", sa.Integer, nullable=False),
        sa.Column("sha", sa.String, nullable=False),
    )
    op.create_index("messages_draft", "messages", ["draft"])
