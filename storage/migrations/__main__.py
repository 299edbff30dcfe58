"""Draft the next migration: what the models have and the migrations so far do not make.

    python -m storage.migrations "Add the colour of the file"

Read the draft before it is committed: Alembic takes a renamed column for one dropped and one added.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import make_url

from storage import engines, migrations


def draft(message: str) -> None:
    """Write `versions/NNNN_words_of_message.py`, from the difference to an empty, migrated database."""
    with tempfile.TemporaryDirectory() as scratch:
        engine = engines.sqlite_migrator(make_url(f"sqlite:///{Path(scratch)}/draft.sqlite3"))
        with engine.begin() as connection:
            settings = migrations.config(connection)
            command.upgrade(settings, "head")
            steps = len(list(ScriptDirectory.from_config(settings).walk_revisions()))
            command.revision(settings, message, autogenerate=True, rev_id=f"{steps + 1:04d}")
        engine.dispose()


if __name__ == "__main__":
    draft(sys.argv[1])
