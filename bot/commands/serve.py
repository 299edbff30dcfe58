"""`fieldnote serve`: connect to Slack and work until told to stop."""

from __future__ import annotations

from argparse import Namespace

from bot.commands import Command
from bot.commands.opening import settings_in_force


def _run(_args: Namespace) -> int:
    settings = settings_in_force()
    settings.check_keys()
    settings.check_slack()
    from bot.app import serve  # noqa: PLC0415 - loads Slack's libraries: for this alone

    return serve(settings)


COMMAND = Command("serve", "connect to Slack", _run)
