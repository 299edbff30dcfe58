"""The sample agency's workspace."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from playground.clock import MovableClock
from playground.people import Person, outsiders, people_of
from playground.workspace import Workspace


def sample_workspace(
    roster: Path, *, start: datetime, manifest: Path | None = None, hints: dict[str, str] | None = None
) -> Workspace:
    """A workspace of a roster's staff and of four who are not on it; its clock begins at `start` (aware).

    `manifest` is the Slack app's, for the commands and shortcuts that the page offers; `hints` say by
    Slack id what there is to try as that person.
    """
    staff = [_hinted(person, hints or {}) for person in people_of(roster)]
    workspace = Workspace([*staff, *outsiders()], MovableClock(start))
    if manifest is not None and manifest.exists():
        workspace.install(json.loads(manifest.read_text(encoding="utf-8")))
    return workspace


def _hinted(person: Person, hints: dict[str, str]) -> Person:
    return replace(person, hint=hints.get(person.slack_user_id, person.hint))
