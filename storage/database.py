"""The database: one code for SQLite (the default, one process) and PostgreSQL (two replicas or more)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, make_url
from sqlalchemy.orm import Session, sessionmaker

from storage import audit, concerned, engines, migrations, roster_log
from storage.contention import anew_where_lost
from storage.sealing import Keyring
from storage.turns import Turns

_PATIENCE = 30.0
T = TypeVar("T")


class Database:
    """Where Fieldnote remembers. Sessions carry the keyring and the audit key in their `info`.

    Rows stay readable after the commit, but sealed words open inside the transaction only.
    """

    def __init__(self, url: str, *, keyring: Keyring, audit_key: bytes) -> None:
        """Open `sqlite:///file` or `postgresql+psycopg://…`; nothing is connected to before it is needed."""
        self._url = make_url(url)
        self.is_sqlite = self._url.get_backend_name() == "sqlite"
        self._turns = Turns(patience=_PATIENCE) if self.is_sqlite else None
        self._writer, self._reader = self._engines()
        info = {"keyring": keyring, "audit_key": audit_key}
        self._writing = sessionmaker(self._writer, expire_on_commit=False, info=info)
        self._reading = sessionmaker(
            self._reader, expire_on_commit=False, autoflush=False, info={**info, audit.READ_ONLY: True}
        )
        roster_log.write_at_commit(self._writing)
        audit.write_at_commit(self._writing)
        self._told = concerned.Told(self._writing)

    def _engines(self) -> tuple[Engine, Engine]:
        if self.is_sqlite:
            return engines.sqlite_writer(self._url), engines.sqlite_reader(self._url)
        engine = engines.postgres(self._url)
        reader = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        return engine, reader

    @property
    def sqlite_file(self) -> Path:
        """The file it is kept in; on PostgreSQL there is none (ValueError)."""
        if not self.is_sqlite or not self._url.database:
            raise ValueError("this database is not kept in a file")
        return Path(self._url.database)

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """One write transaction: all of it or nothing. On SQLite writers queue, first come first served."""
        with self._turns.turn() if self._turns else nullcontext(), self._writing.begin() as session:
            yield session

    def write(self, work: Callable[[Session], T]) -> T:
        """What `work` gives in a write transaction; done again where that lost against another one's."""

        def once() -> T:
            with self.begin() as session:
                return work(session)

        return anew_where_lost(once)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One state of the data, to read only; holds up nobody who writes."""
        with self._reading() as session:
            yield session

    def tell_of_changes(self, listener: concerned.Listener) -> None:
        """Have `listener` told, after each commit, whom it concerned (see `storage.concerned`)."""
        self._told.add(listener)

    def tell_no_more(self, listener: concerned.Listener) -> None:
        """Undo `tell_of_changes`."""
        self._told.drop(listener)

    def migrate(self) -> None:
        """Bring the schema up to date. Safe where several replicas start at once: the first does it."""
        if not self.pending_migrations():
            return
        with self._migrating() as connection:
            migrations.upgrade(connection)

    def pending_migrations(self) -> list[str]:
        """Names of the migrations that this database has not seen; empty where it is up to date."""
        with self._reader.connect() as connection:
            return migrations.pending(connection)

    @contextmanager
    def _migrating(self) -> Iterator[Connection]:
        engine = engines.sqlite_migrator(self._url) if self.is_sqlite else self._writer
        with self._turns.turn() if self._turns else nullcontext(), engine.begin() as connection:
            if not self.is_sqlite:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({migrations.LOCK})")
            yield connection
            if self.is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise RuntimeError("a migration left rows that point nowhere; nothing was changed")

    def close(self) -> None:
        """Let go of all connections."""
        self._reader.dispose()
        self._writer.dispose()
