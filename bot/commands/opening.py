"""What most commands begin with: the settings in force, the policy, the database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import SettingsError
from bot.rules.policy import Policy, load_policy
from bot.settings import Settings
from storage.database import Database

DOTENV = Path(".env")


def settings_in_force() -> Settings:
    """From the environment and the `.env` of the present folder. SettingsError for a wrong one."""
    return Settings.from_env(os.environ, DOTENV)


def policy_in_force(settings: Settings) -> Policy:
    """The policy profile, in the agency's zone. SettingsError for a wrong one."""
    return load_policy(settings.policy, timezone=settings.agency_timezone)


@contextmanager
def migrated_database(settings: Settings) -> Iterator[Database]:
    """The database with its schema up to date; closed afterwards."""
    database = settings.open_database()
    try:
        database.migrate()
        yield database
    finally:
        database.close()


@contextmanager
def existing_database(settings: Settings) -> Iterator[Database]:
    """The database as it is, which nothing is changed in. SettingsError where there is none yet."""
    database = settings.open_database(create=False)
    try:
        if database.pending_migrations():
            raise SettingsError(
                "DATABASE_URL names a database that is not set up or of an older version: "
                "`fieldnote import` and `fieldnote serve` bring it up to date"
            )
        yield database
    finally:
        database.close()
