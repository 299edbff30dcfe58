"""Where children live over time, where only children.csv says so (READING, The roster).

The placement of children.csv has held since the child entered care. When a later import names another
one, the former ends the day before and the new one begins on the import's local date.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy.orm import Session

from storage import types
from storage.models import Placement


def follow(session: Session, child: types.Child, rows: Iterable[Placement], today: date) -> bool:
    """Bring the child's placements (`rows`) in line with children.csv; whether the child moved."""
    history = sorted(rows, key=lambda row: row.starts_on or date.min)
    if not history:
        _open(session, child, child.entered_care_on)
        return False
    last = history[-1]
    if len(history) == 1 and last.implied:
        last.starts_on = child.entered_care_on
    if child.placement_type is None:
        _end(last, child.left_care_on or today - timedelta(days=1))
        return False
    if (last.placement_type, last.placement_contact_id) == (child.placement_type, child.placement_contact_id):
        if last.implied:
            last.ends_on = child.left_care_on
        return False
    return _move(session, child, last, today)


def _move(session: Session, child: types.Child, last: Placement, today: date) -> bool:
    if child.left_care_on and child.left_care_on <= today:
        return False  # a correction of the past is for placements.csv to make
    if last.starts_on and last.starts_on >= today:
        last.placement_type, last.placement_contact_id = child.placement_type, child.placement_contact_id  # type: ignore[assignment]
    else:
        _end(last, today - timedelta(days=1))
        _open(session, child, today)
    return True


def _end(row: Placement, day: date) -> None:
    if row.ends_on is None or row.ends_on > day:
        row.ends_on = max(day, row.starts_on or day)


def _open(session: Session, child: types.Child, day: date | None) -> None:
    if child.placement_type is not None:
        session.add(
            Placement(
                child_id=child.id,
                placement_type=child.placement_type,
                placement_contact_id=child.placement_contact_id,
                starts_on=day,
                ends_on=child.left_care_on,
                implied=True,
            )
        )
