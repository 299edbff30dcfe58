"""What stands on a hand-over sheet, and on the one that gives the families back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import select

from bot.rules.moments import DAY, start_of_day
from bot.services.conferences.case_sheets import sheets_of
from bot.services.desk import Desk
from bot.services.leave.hand_over import families_of, find, may_have
from storage.case_sheets import CaseSheet, CrisisLine, LeaveSheet
from storage.models import CrisisCall
from storage.queries.people import people, person_of
from storage.types import CrisisStatus, Leave


def sheet_of(desk: Desk, details: dict[str, str], *, back: bool) -> LeaveSheet | None:
    """The sheet as it stands for the actor; None where the leave was taken back, or is none of theirs.

    `back`: of each family only what happened in the days of leave, and what is open now.
    """
    leave = find(desk, details)
    if leave is None or not may_have(desk, leave):
        return None
    families = families_of(desk, leave)
    known = {each for each in (leave.staff_id, leave.covering_staff_id) if each}
    drafts = known if back else {leave.staff_id}
    cases = sheets_of(
        desk,
        families,
        drafts_of=drafts,
        until=desk.today + 30 * DAY if back else leave.last_day,
        since=leave.first_day if back else None,
    )
    staff = desk.agency.staff
    cover = staff.get(leave.covering_staff_id or "")
    return LeaveSheet(
        who=person_of(staff[leave.staff_id]),
        cover=person_of(cover) if cover else None,
        first_day=leave.first_day,
        last_day=leave.last_day,
        made_at=desk.now,
        back=back,
        cases=tuple(_of_the_days(each, leave) for each in cases) if back else cases,
        crises=_crises(desk, families, leave) if back else {},
    )


def _of_the_days(sheet: CaseSheet, leave: Leave) -> CaseSheet:
    """The family with the notes of the leave's days, those written in them, and what is open still."""
    kept = tuple(
        note
        for note in sheet.notes
        if note.open
        or (note.on is not None and leave.first_day <= note.on <= leave.last_day)
        or (note.author.id != leave.staff_id and note.created_at.date() >= leave.first_day)
    )
    return replace(sheet, notes=kept)


def _crises(desk: Desk, case_ids: Collection[str], leave: Leave) -> dict[str, tuple[CrisisLine, ...]]:
    zone = desk.policy.zone
    rows = desk.session.scalars(
        select(CrisisCall)
        .where(
            CrisisCall.case_id.in_(case_ids),
            CrisisCall.status != CrisisStatus.NOT_A_CRISIS,
            CrisisCall.opened_at >= start_of_day(leave.first_day, zone),
            CrisisCall.opened_at < start_of_day(leave.last_day + DAY, zone),
        )
        .order_by(CrisisCall.opened_at)
    ).all()
    who = people(desk.session, {row.acknowledged_by_id or row.reported_by_id for row in rows})
    found: defaultdict[str, list[CrisisLine]] = defaultdict(list)
    for row in rows:
        by = who.get(row.acknowledged_by_id or row.reported_by_id)
        found[str(row.case_id)].append(CrisisLine(row.opened_at, row.kind, row.ended or "", by))
    return {case: tuple(lines) for case, lines in found.items()}
