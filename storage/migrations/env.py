"""Run by Alembic: the connection comes from `storage.migrations.config`, with its transaction open."""

from alembic import context
from sqlalchemy import Connection

from storage.migrations.drafting import none_where_nothing_differs, render_plainly
from storage.models import Base

connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=render_plainly,
    process_revision_directives=none_where_nothing_differs,
    # SQLite's DDL is transactional too, now that no driver commits behind our back.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
