"""`fieldnote keys new|ensure|reseal`: the keys that seal the records and sign the audit trail."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace

from bot.commands import Command
from bot.commands.opening import DOTENV, existing_database, settings_in_force
from bot.errors import SettingsError
from bot.keys import ensure_keys, missing_keys, new_key
from storage.backup import holds_data
from storage.database import Database
from storage.resealing import reseal
from storage.sealing import Keyring


def _configure(parser: ArgumentParser) -> None:
    parts = parser.add_subparsers(dest="what", required=True, metavar="new|ensure|reseal")
    parts.add_parser("new", help="print a fresh key")
    parts.add_parser("ensure", help="write the keys that are missing into .env")
    parts.add_parser(
        "reseal", help="seal everything anew with the first of RECORD_KEYS; may run beside serve"
    )


def _run(args: Namespace) -> int:
    if args.what == "new":
        print(new_key())
    elif args.what == "reseal":
        _reseal()
    else:
        ensure()
    return 0


def _reseal() -> None:
    settings = settings_in_force()
    with existing_database(settings) as database:
        count = reseal(database, Keyring(settings.record_keys))
    print(f"sealed {count} values anew; every value is under the first of RECORD_KEYS now")


def ensure() -> None:
    """Write the keys that are missing into .env; SettingsError where data stands under lost ones."""
    missing = missing_keys(DOTENV, os.environ)
    if missing:
        _refuse_where_data_is_sealed(missing)
        ensure_keys(DOTENV, os.environ)
        print(f"Wrote {' and '.join(missing)} into .env. BACK THEM UP, apart from the database.")


def _refuse_where_data_is_sealed(missing: list[str]) -> None:
    """A fresh key beside old data would only hide that the old one is lost."""
    settings = settings_in_force()
    if not settings.has_database:
        return
    anything = os.urandom(32)  # looking for rows opens nothing
    database = Database(settings.database_url, keyring=Keyring([anything]), audit_key=anything)
    try:
        if not database.pending_migrations():
            with database.reading() as session:
                if holds_data(session):
                    raise SettingsError(
                        f"{missing[0]} is missing, and the database holds data under the old one: "
                        "take it from where you backed it up"
                    )
    finally:
        database.close()


COMMAND = Command("keys", "make the keys that seal and sign", _run, _configure)
