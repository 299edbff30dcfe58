"""The small office, on both databases."""

from __future__ import annotations

import pytest

from storage.database import Database
from tests.services.small_office import SmallOffice


@pytest.fixture
def office(stocked: Database) -> SmallOffice:
    return SmallOffice(stocked)


@pytest.fixture
def sqlite_office(sqlite_stocked: Database) -> SmallOffice:
    return SmallOffice(sqlite_stocked)


@pytest.fixture
def dana(sqlite_office: SmallOffice) -> SmallOffice:
    """The office as Dana alone works in it."""
    return sqlite_office
