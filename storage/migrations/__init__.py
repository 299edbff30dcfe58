"""Changes of the schema, by Alembic only. `python -m storage.migrations "Add ..."` drafts the next one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

LOCK = 0x666E_6D69
"""PostgreSQL's advisory lock under which replicas that start at once take turns."""


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings, made here so that no ini file has to be found."""
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent))
    made.attributes["connection"] = connection
    return made


def upgrade(connection: Connection) -> None:
    """Run what is missing, within the transaction of `connection`."""
    command.upgrade(config(connection), "head")


def pending(connection: Connection) -> list[str]:
    """The revisions this database has not seen, oldest first."""
    seen = MigrationContext.configure(connection).get_current_heads()
    missing = _scripts().iterate_revisions("heads", seen or "base")
    return [step.revision for step in missing if step.revision not in seen][::-1]


@cache
def _scripts() -> ScriptDirectory:
    """The revisions that the program brings, imported once: they cannot change while it runs."""
    return ScriptDirectory.from_config(config())
