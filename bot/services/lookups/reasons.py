"""The reasons that on-call staff gave in this shift for looking families up (DOMAIN 5)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from bot.services.desk import Desk
from storage.models import LookupReason


def given(desk: Desk, case_ids: Sequence[str]) -> dict[str, str]:
    """Case to the reason that the actor gave for it in a shift that still goes on; others are left out."""
    return {row.case_id: row.reason for row in _rows(desk, case_ids)}


def explain(desk: Desk, case_ids: Sequence[str], words: str) -> None:
    """Words beside the reason that the actor gave for these cases in this shift; they add to earlier ones."""
    for row in _rows(desk, case_ids):
        row.words = "\n".join(filter(None, (row.words, words.strip())))
        desk.record("lookup.explained", row.case_id, kind="case")


def _rows(desk: Desk, case_ids: Sequence[str]) -> Sequence[LookupReason]:
    query = select(LookupReason).where(
        LookupReason.staff_id == desk.actor.id,
        LookupReason.case_id.in_(case_ids),
        LookupReason.shift_ends_at > desk.now,
    )
    return desk.session.scalars(query).all()
