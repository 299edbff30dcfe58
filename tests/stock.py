"""The small office's roster in a database, without an import for every test."""

from __future__ import annotations

import threading
from copy import copy
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Table, select

from bot.rules.policy import load_policy
from bot.services.roster.roster import import_roster
from bot.services.shelf import Shelf
from storage.database import Database
from storage.models import Base
from storage.queries.roster_kept import Kept

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 30, tzinfo=NEW_YORK)
ROSTER = Path(__file__).parent / "conversations" / "roster"


class Stock:
    """The rows of a database that holds an agency's roster, to be copied into many: importing costs more."""

    def __init__(self, roster: Path, database: Database, now: datetime) -> None:
        """Import the roster into this empty database, and keep the rows."""
        with database.begin() as session:
            import_roster(session, roster, now=now, tz=load_policy().zone)
        with database.reading() as session:
            found = (
                (table, session.execute(select(table)).mappings()) for table in Base.metadata.sorted_tables
            )
            self._rows: list[tuple[Table, list[dict[str, Any]]]] = [
                (table, [dict(row) for row in rows]) for table, rows in found
            ]
            self._shelf = Shelf()
            self._shelf.agency(session)

    def fill(self, database: Database) -> None:
        """Have an empty database under the same keys hold the same."""
        with database.begin() as session:
            for table, rows in self._rows:
                if rows:
                    session.connection().execute(table.insert(), rows)

    def shelf(self) -> Shelf:
        """One that has read this roster: what follows is read anew, what it knows is shared by all of them."""
        found, reader = copy(self._shelf), copy(self._shelf._reader)
        for name, kept in vars(reader).items():
            if isinstance(kept, Kept):
                setattr(reader, name, replace(kept, looks=dict(kept.looks), records=dict(kept.records)))
        found._guard, found._reader = threading.Lock(), reader
        return found
