"""`fieldnote serve`: connect to Slack and work until told to stop."""

from __future__ import annotations

import logging
from argparse import Namespace

from bot.commands import Command
from bot.commands.opening import migrated_database, settings_in_force
from bot.settings import Settings
from storage.queries.roster import roster_stamp

_EMPTY = (
    "The database holds no roster yet: `.venv/bin/fieldnote import DIR` loads one from CSV files "
    "(sample/roster shows what they look like)."
)


def _run(_args: Namespace) -> int:
    settings = settings_in_force()
    settings.check_keys()
    settings.check_slack()
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for chatty in ("sqlalchemy", "alembic", "apscheduler"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    _say_where_empty(settings)
    from bot.app import serve  # noqa: PLC0415 - loads Slack's libraries: for this alone

    return serve(settings)


def _say_where_empty(settings: Settings) -> None:
    with migrated_database(settings) as database, database.reading() as session:
        if roster_stamp(session) == 0:
            print(_EMPTY, flush=True)


COMMAND = Command("serve", "connect to Slack", _run)
