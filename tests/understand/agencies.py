"""The agencies that readings are tested on: each is loaded once a session, and its names indexed once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.understand.agency import Agency
from bot.understand.roster_files import load_roster

LOTS = Path(__file__).parent / "lots"


@cache
def agency_in(folder: Path) -> Agency:
    """The agency whose roster's files are in `folder`."""
    return Agency.of(load_roster(folder))


SAMPLE = agency_in(Path(__file__).parents[2] / "sample" / "roster")
LAKEBRIDGE = agency_in(LOTS / "lot1" / "lakebridge" / "roster")
