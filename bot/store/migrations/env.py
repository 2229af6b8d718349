"""What Alembic runs for each migration: on the connection it is given, in our tables alone."""

from alembic import context

from bot.store.migrate import VERSION_TABLE, ours
from bot.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    include_name=ours,
)
with context.begin_transaction():
    context.run_migrations()
