"""The office, on both databases; after each conversation no payload outside Slack's limits, no name pushed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.conversations.office import Office, open_office
from tests.conversations.owing import Roster
from tests.stock import ROSTER, Stock


@pytest.fixture
def office(stocked: Database, stock: Stock, tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path, stocked, shelf=stock.shelf()) as opened:
        yield opened
        assert opened.demo.workspace.refused == []
        no_names_pushed(opened)


@pytest.fixture
def sqlite_office(sqlite_stocked: Database, stock: Stock, tmp_path: Path) -> Iterator[Office]:
    """On SQLite alone: for what the services' tests try on both."""
    with open_office(tmp_path, sqlite_stocked, shelf=stock.shelf()) as opened:
        yield opened
        assert opened.demo.workspace.refused == []
        no_names_pushed(opened)


@pytest.fixture
def office_over_http(sqlite_stocked: Database, tmp_path: Path) -> Iterator[Office]:
    """The same handlers behind signed HTTP instead of Socket Mode."""
    with open_office(tmp_path, sqlite_stocked, http=True) as opened:
        yield opened
        assert opened.demo.workspace.refused == []
        no_names_pushed(opened)


@pytest.fixture
def beaten_once(office: Office) -> None:
    """What is owed stands in the book from the first beat on."""
    office.demo.fieldnote.scheduler.beat()


@pytest.fixture
def roster(office: Office, tmp_path: Path) -> Roster:
    """The agency's files, as an administrator changes them."""
    return Roster(office, tmp_path)


def no_names_pushed(office: Office) -> None:
    """A lock screen shows initials and a case number at most (DOMAIN 7)."""
    names = _names("children.csv", "first_name", "last_name") | _names("contacts.csv", "name")
    for push in office.demo.workspace.pushes:
        told = {name for name in names if name and name in push.text}
        assert not told, f"the push text {push.text!r} names {told}"


def _names(file: str, *columns: str) -> set[str]:
    with (ROSTER / file).open(encoding="utf-8", newline="") as lines:
        return {part for row in csv.DictReader(lines) for c in columns for part in row[c].split()}
