"""The commands of `fieldnote`, one file each; a command is its name, what it offers and a function."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass


def _no_options(_parser: ArgumentParser) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Command:
    """`fieldnote NAME …`. `run` returns the exit code: 0 well, 1 something is wrong, 2 bad input."""

    name: str
    help: str
    run: Callable[[Namespace], int]
    configure: Callable[[ArgumentParser], None] = _no_options
