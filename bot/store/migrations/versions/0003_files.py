"""The files that versions were read from, and those that we sent."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the tables; what was read before is handed back as it can be made from its text."""
    op.create_table(
        "files",
        sa.Column("draft", sa.Integer, sa.ForeignKey("drafts.id"), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("file", sa.String, nullable=False),
        sa.Column("data", sa.LargeBinary),
    )
    op.create_index("files_file", "files", ["file"])
    op.create_table(
        "uploads",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("files", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
