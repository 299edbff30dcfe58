"""The program `fieldnote`: finds the command, runs it, says in one line what was wrong."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from importlib.metadata import entry_points

from sqlalchemy.exc import OperationalError

from bot.commands import (
    Command,
    auditing,
    backups,
    doctor,
    exporting,
    importing,
    keys,
    run,
    serve,
    understanding,
)
from bot.errors import Refusal, SettingsError
from bot.understand.roster_files import RosterError
from storage.sealing import CannotOpen

_OWN = (
    run.COMMAND,
    serve.COMMAND,
    importing.COMMAND,
    understanding.COMMAND,
    exporting.COMMAND,
    doctor.COMMAND,
    auditing.COMMAND,
    backups.BACKUP,
    backups.RESTORE,
    keys.COMMAND,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` names; its exit code. 2: bad input or settings, said in one line."""
    words = list(sys.argv[1:] if argv is None else argv)
    commands = _commands(words)
    parser = _parser(commands)
    if not words:
        parser.print_help()
        return 0
    args = parser.parse_args(words)
    return _run(next(command for command in commands if command.name == args.command), args)


def _commands(words: Sequence[str]) -> list[Command]:
    """The own commands, and, unless one of those is meant, those other packages add (the demo)."""
    own = list(_OWN)
    if words and words[0] in {command.name for command in own}:
        return own
    return own + [entry.load() for entry in entry_points(group="fieldnote.commands")]


def _parser(commands: Iterable[Command]) -> ArgumentParser:
    parser = ArgumentParser(prog="fieldnote", description="A Slack assistant for caseworkers' notes.")
    names = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in commands:
        command.configure(names.add_parser(command.name, help=command.help, description=command.help))
    return parser


def _run(command: Command, args: object) -> int:
    try:
        return command.run(args)  # type: ignore[arg-type]
    except (SettingsError, RosterError, Refusal) as wrong:
        print(f"fieldnote: {wrong}", file=sys.stderr)
        return 2
    except CannotOpen:
        print(
            "fieldnote: RECORD_KEYS do not open what is stored: the key it was sealed with is missing",
            file=sys.stderr,
        )
        return 2
    except OperationalError as unreachable:
        print(f"fieldnote: the database does not answer: {_first_line(unreachable.orig)}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read our output has enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _first_line(error: object) -> str:
    return str(error).strip().partition("\n")[0]


if __name__ == "__main__":
    sys.exit(main())
