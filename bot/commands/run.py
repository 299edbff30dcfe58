"""`fieldnote run` (`make run`): Slack where `.env` has its tokens, the local workspace where it has none."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from importlib.metadata import entry_points

from bot.commands import Command, keys, serve
from bot.commands.opening import settings_in_force
from bot.errors import SettingsError


def _run(_args: Namespace) -> int:
    if not settings_in_force().has_slack:
        return _demo()
    keys.ensure()
    return serve.COMMAND.run(Namespace())


def _demo() -> int:
    """The local workspace is another package's command; the bot does not know it."""
    found = [e for e in entry_points(group="fieldnote.commands") if e.name == "demo"]
    if not found:
        raise SettingsError("There are no Slack tokens in .env, and the local workspace is not installed")
    command: Command = found[0].load()
    parser = ArgumentParser()
    command.configure(parser)
    return command.run(parser.parse_args([]))


COMMAND = Command("run", "connect to Slack, or without tokens start the local workspace", _run)
