"""`fieldnote understand`: messages in, readings out, as JSON lines. Posts nothing, stores nothing."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.commands import Command
from bot.commands.opening import existing_database, policy_in_force, settings_in_force
from bot.settings import Settings
from bot.understand.agency import Agency
from bot.understand.roster_files import load_roster
from storage.queries.roster import agency_roster
from storage.types import Roster


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--roster", metavar="DIR", type=Path, help="read against these files instead of the database"
    )
    parser.add_argument("--rules-only", action="store_true", help="read without the model's second opinion")


def _run(args: Namespace) -> int:
    from bot.understand.jsonlines import run  # noqa: PLC0415 - loads the lexicons: for this alone
    from bot.understand.opinion import RULES_ALONE  # noqa: PLC0415

    settings = settings_in_force()
    zone = policy_in_force(settings).zone
    agency = Agency.of(load_roster(args.roster) if args.roster else _stored(settings))
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    advisor = RULES_ALONE if args.rules_only else None
    return run(sys.stdin, sys.stdout, sys.stderr, agency, zone, advisor=advisor)


def _stored(settings: Settings) -> Roster:
    with existing_database(settings) as database, database.reading() as session:
        return agency_roster(session)


COMMAND = Command("understand", "read messages as JSON lines, write readings", _run, _configure)
