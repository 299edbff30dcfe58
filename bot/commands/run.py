"""`fieldnote run` (`make run`): Slack where `.env` has its tokens, the local workspace where it has none."""

from __future__ import annotations

from argparse import Namespace
from importlib.metadata import entry_points

from sqlalchemy import func, select

from bot.commands import Command
from bot.commands.opening import DOTENV, settings_in_force
from bot.errors import SettingsError
from bot.keys import ensure_keys
from bot.settings import Settings
from storage.models import Staff

EMPTY = (
    "The database has no staff yet. Import your roster with `.venv/bin/fieldnote import DIR`; "
    "what its CSV files look like: sample/roster/ (try `.venv/bin/fieldnote import sample/roster`)."
)


def _run(_args: Namespace) -> int:
    settings = settings_in_force()
    if not settings.has_slack:
        return _demo()
    for line in ensure_keys(DOTENV):
        print(line, flush=True)
    settings = settings_in_force()
    _say_if_empty(settings)
    from bot.app import serve  # noqa: PLC0415 - loads Slack's libraries: for this alone

    return serve(settings)


def _say_if_empty(settings: Settings) -> None:
    database = settings.open_database()
    database.migrate()
    with database.reading() as session:
        staff = session.scalar(select(func.count()).select_from(Staff))
    database.close()
    if not staff:
        print(EMPTY, flush=True)


def _demo() -> int:
    """The local workspace is another package's command; the bot does not know it."""
    found = [e for e in entry_points(group="fieldnote.commands") if e.name == "demo"]
    if not found:
        raise SettingsError("There are no Slack tokens in .env, and the local workspace is not installed")
    command: Command = found[0].load()
    from argparse import ArgumentParser  # noqa: PLC0415 - the demo's own defaults

    parser = ArgumentParser()
    command.configure(parser)
    return command.run(parser.parse_args([]))


COMMAND = Command("run", "connect to Slack, or without tokens start the local workspace", _run)
