"""`fieldnote import DIR`: load or update the roster."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.clock import SystemClock
from bot.commands import Command
from bot.commands.opening import migrated_database, policy_in_force, settings_in_force
from bot.services.roster.roster import import_roster


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("directory", metavar="DIR", type=Path, help="the folder with staff.csv, cases.csv, …")


def _run(args: Namespace) -> int:
    settings = settings_in_force()
    zone = policy_in_force(settings).zone
    with migrated_database(settings) as database, database.begin() as session:
        report = import_roster(session, args.directory, now=SystemClock().now(), tz=zone)
    print("\n".join(report.lines()))
    return 0


COMMAND = Command("import", "load or update the roster from CSV files", _run, _configure)
