"""Desks, turns and deadlines, what a flag is known again by, and the record."""

import json
from datetime import UTC
from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.model import Person
from bot.store import record
from rules.text.bylines import authors

revision = "0002"
down_revision = "0001"

_NEW: dict[str, tuple[sa.Column[Any], ...]] = {
    "drafts": (
        sa.Column("link", sa.String, nullable=False, server_default=""),
        sa.Column("taken_by", sa.String),
        sa.Column("taken_by_name", sa.Text),
        sa.Column("due", sa.DateTime),
        sa.Column("second", sa.String),
        sa.Column("second_name", sa.Text),
        sa.Column("closed_why", sa.Text, nullable=False, server_default=""),
    ),
    "revisions": (
        sa.Column("profile", sa.String),
        sa.Column("packs", sa.Text),
        sa.Column("stopped", sa.Text),
        sa.Column("authors", sa.Text),
    ),
    "flags": (sa.Column("trace", sa.Text),),
    "resolutions": (sa.Column("right", sa.String, nullable=False, server_default="settles"),),
    "messages": (
        sa.Column("kind", sa.String, nullable=False, server_default="page"),
        sa.Column("sweep_until", sa.DateTime),
    ),
}


def upgrade() -> None:
    """Add them."""
    for name in ("cleared_by", "cleared_by_name"):
        closed = name.replace("cleared", "closed")
        op.execute(f"ALTER TABLE drafts RENAME COLUMN {name} TO {closed}")
    for table, added in _NEW.items():
        for column in added:
            op.add_column(table, column)
    op.execute(_OWN_COPY)
    _name_authors()
    _create_turns()
    _create_desks()
    _begin_record()


# What people said of their own copy settled nothing, and still does not.
_OWN_COPY = """
    UPDATE resolutions SET "right" = 'answers' WHERE EXISTS (
        SELECT 1 FROM acts JOIN drafts ON drafts.id = acts.draft
        WHERE acts.key = resolutions.act AND (
            acts."by" = drafts.writer OR acts."by" IN (
                SELECT handed."by" FROM acts AS handed
                WHERE handed.draft = drafts.id AND handed.verb = 'hand in')))
"""


_REVISIONS = sa.table(
    "revisions", *(sa.column(name) for name in ("draft", "version", "text", "read_at", "authors"))
)


def _name_authors() -> None:
    """Look up whom the bylines of what was read name: it is their copy from now on."""
    kept = _REVISIONS.c
    read = sa.select(kept.draft, kept.version, kept.text).where(kept.read_at.is_not(None))
    for old in op.get_bind().execute(read).all():
        is_it = (kept.draft == old.draft) & (kept.version == old.version)
        named = json.dumps(authors(old.text))
        op.execute(_REVISIONS.update().where(is_it).values(authors=named))


def _create_turns() -> None:
    op.create_table(
        "parts",
        sa.Column("team", sa.String, primary_key=True),
        sa.Column("channel", sa.String, primary_key=True),
        sa.Column("ts", sa.String, primary_key=True),
        sa.Column("draft", sa.Integer, sa.ForeignKey("drafts.id"), nullable=False),
    )
    op.create_index("parts_draft", "parts", ["draft"])
    op.create_table(
        "assignments",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("act", sa.String, sa.ForeignKey("acts.key"), nullable=False),
        sa.Column("draft", sa.Integer, sa.ForeignKey("drafts.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("to", sa.String, nullable=False),
        sa.Column("to_name", sa.Text, nullable=False),
        sa.Column("due", sa.DateTime),
        sqlite_autoincrement=True,
    )
    op.create_index("assignments_draft", "assignments", ["draft", "number"])
    op.create_table(
        "nudges",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("draft", sa.Integer, sa.ForeignKey("drafts.id"), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "runs",
        sa.Column("draft", sa.Integer, sa.ForeignKey("drafts.id"), primary_key=True),
        sa.Column("act", sa.String, sa.ForeignKey("acts.key"), nullable=False),
        sa.Column("second", sa.String, nullable=False),
        sa.Column("second_name", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )


def _create_desks() -> None:
    op.create_table(
        "desks",
        sa.Column("team", sa.String, primary_key=True),
        sa.Column("channel", sa.String, primary_key=True),
        sa.Column("desk", sa.Text, nullable=False),
    )
    op.create_table(
        "desk_changes",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("team", sa.String, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("by_name", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("after", sa.Text, nullable=False),
    )
    op.create_index("desk_changes_channel", "desk_changes", ["team", "channel"])
    op.create_table(
        "record",
        sa.Column("draft", sa.Integer, sa.ForeignKey("drafts.id"), primary_key=True),
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("by_name", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("before", sa.String, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
    )


# What was kept of a version before there was a record, under the names of the record's row.
_HANDED_IN = sa.text("""
    SELECT revisions.draft, revisions.version, revisions.sha256, revisions.handed_in AS at,
        drafts.writer AS "by", drafts.writer_name AS by_name,
        CASE WHEN drafts.own_message THEN drafts.thread ELSE '' END AS message
    FROM revisions JOIN drafts ON drafts.id = revisions.draft
    ORDER BY revisions.draft, revisions.version
""").columns(at=sa.DateTime)
_RECORD = sa.table(
    "record",
    *(sa.column(name) for name in ("draft", "n", "kind", "by", "by_name", "body")),
    *(sa.column(name) for name in ("before", "hash")),
    sa.column("at", sa.DateTime),
)


def _begin_record() -> None:
    """Put each version on record as handed in, sealed: a text without a row looks forged."""
    last: dict[int, tuple[int, str]] = {}
    rows = []
    for old in op.get_bind().execute(_HANDED_IN):
        n, before = last.get(old.draft, (0, ""))
        n, by, at = n + 1, Person(id=old.by, name=old.by_name), old.at.replace(tzinfo=UTC)
        body = {"version": old.version, "sha256": old.sha256, "file": ""}
        said = record.canonical({**body, "message": old.message or ""})
        seal = record.seal(before, old.draft, n, at, "handed in", by, said)
        last[old.draft] = n, seal
        row = {"draft": old.draft, "n": n, "at": old.at, "kind": "handed in", "by": by.id}
        rows.append({**row, "by_name": by.name, "body": said, "before": before, "hash": seal})
    if rows:
        op.bulk_insert(_RECORD, rows)
