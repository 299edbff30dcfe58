"""`fieldnote backup FILE` and `fieldnote restore FILE`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.commands import Command
from bot.commands.opening import existing_database, migrated_database, settings_in_force
from storage import audit
from storage.backup import CannotRestore, back_up, restore


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path)


def _back_up(args: Namespace) -> int:
    try:
        with existing_database(settings_in_force()) as database:
            back_up(database, args.file)
    except FileExistsError:
        print(f"{args.file} is there already: name another file", file=sys.stderr)
        return 2
    print(f"backed up into {args.file} (of no use without RECORD_KEYS: keep both, apart)")
    return 0


def _restore(args: Namespace) -> int:
    settings = settings_in_force()
    try:
        with migrated_database(settings) as database:
            rows = restore(database, args.file)
            with database.reading() as session:
                broken = audit.verify(session, settings.audit_keys)
    except CannotRestore as why:
        print(why, file=sys.stderr)
        return 2
    print(f"restored {rows} rows; audit trail {f'BROKEN at row {broken.seq}' if broken else 'whole'}")
    return 1 if broken else 0


BACKUP = Command("backup", "copy the whole database into a file, while it runs", _back_up, _configure)
RESTORE = Command("restore", "fill an empty database from a backup", _restore, _configure)
