"""`fieldnote audit verify`: whether the audit trail is what was once written."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from bot.commands import Command
from bot.commands.opening import existing_database, settings_in_force
from bot.errors import SettingsError
from storage import audit


def _configure(parser: ArgumentParser) -> None:
    parts = parser.add_subparsers(dest="what", required=True, metavar="verify")
    parts.add_parser("verify", help="check the chain; name the first broken row")


def _run(_args: Namespace) -> int:
    settings = settings_in_force()
    anchors = list(_anchored(settings.audit_anchor))
    with existing_database(settings) as database, database.reading() as session:
        broken = audit.verify(session, settings.audit_keys, anchors)
        head = audit.head(session)
    if broken:
        print(f"BROKEN at row {broken.seq}: {broken.reason}")
        return 1
    against = f", {len(anchors)} anchors agree" if anchors else ""
    print(f"whole: {head.seq if head else 0} rows{against}")
    return 0


def _anchored(place: str) -> Iterator[audit.Head]:
    """The heads in the anchor's file; an address cannot be read back and is compared by hand."""
    if not place or "://" in place or not Path(place).is_file():
        return
    for number, line in enumerate(Path(place).read_text().splitlines(), 1):
        try:
            yield audit.Head.of_line(line)
        except ValueError:
            raise SettingsError(f"AUDIT_ANCHOR: line {number} of {place} is no anchor") from None


COMMAND = Command("audit", "check the audit trail", _run, _configure)
