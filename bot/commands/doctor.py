"""`fieldnote doctor`: what is set up well, and what is wrong, a line each."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import SystemClock
from bot.commands import Command
from bot.commands.doctor_roster import look_at_roster
from bot.commands.doctor_slack import look_at_slack
from bot.commands.findings import Finding, none_of
from bot.commands.opening import policy_in_force, settings_in_force
from bot.errors import SettingsError
from bot.rules.policy import Policy
from bot.settings import Settings
from storage.database import Database
from storage.queries.roster import agency_roster
from storage.sealing import CannotOpen


def _run(_args: Namespace) -> int:
    well = True
    for finding in _examine(SystemClock().now()):
        print(finding.line(), flush=True)
        well &= finding.well
    return 0 if well else 1


def _examine(now: datetime) -> Iterator[Finding]:
    try:
        settings = settings_in_force()
        policy = policy_in_force(settings)
    except SettingsError as wrong:
        yield Finding("settings", well=False, says=str(wrong))
        return
    yield Finding("settings", well=True, says=f"policy {policy.name}, {policy.timezone}")
    yield _look_at_model()
    yield from _look_at_database(settings, policy, now)
    yield from look_at_slack(settings)


def _look_at_model() -> Finding:
    """Without the model messages are still read, by rules: worth mending, nothing is lost meanwhile."""
    from bot.understand.opinion import shipped  # noqa: PLC0415 - a second of work: for this alone

    if wrong := shipped().wrong:
        return Finding("model", well=False, says=f"messages are read by rules alone: {wrong}")
    return Finding("model", well=True, says="gives its second opinion on messages")


def _look_at_database(settings: Settings, policy: Policy, now: datetime) -> Iterator[Finding]:
    try:
        database = settings.open_database(create=False)
    except SettingsError as wrong:
        yield Finding("database", well=False, says=str(wrong))
        return
    try:
        yield from _look_inside(database, policy, now)
    except SQLAlchemyError as error:
        yield Finding("database", well=False, says=f"does not answer ({type(error).__name__})")
    finally:
        database.close()


def _look_inside(database: Database, policy: Policy, now: datetime) -> Iterator[Finding]:
    pending = database.pending_migrations()
    kind = "SQLite" if database.is_sqlite else "PostgreSQL"
    yield Finding("database", well=True, says=f"{kind} answers")
    yield none_of("migrations", "pending (`fieldnote serve` runs them)", pending, "up to date")
    if pending:
        return
    try:
        with database.reading() as session:
            roster = agency_roster(session)
    except CannotOpen:
        yield Finding(
            "RECORD_KEYS",
            well=False,
            says="do not open what is stored: the key it was sealed with is missing",
        )
        return
    yield Finding("RECORD_KEYS", well=True, says="open what is stored")
    yield from look_at_roster(roster, policy, now)


COMMAND = Command("doctor", "check settings, database, Slack and roster", _run)
