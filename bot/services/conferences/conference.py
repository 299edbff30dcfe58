"""The weekly conference's agenda, family by family (DOMAIN 3 and 9). Supervisor and worker both see it."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import select

from bot.errors import NotAllowed
from bot.rules.permissions import may_see_team
from bot.rules.reminders import Kind
from bot.rules.reviewer import line_above
from bot.services import obligations
from bot.services.conferences.case_sheets import sheets_of
from bot.services.desk import Desk
from bot.services.duties.duty import World
from bot.services.duties.people import WORKER, next_conference
from bot.understand.agency import Agency
from storage.case_sheets import CaseSheet
from storage.conferences import Agenda, AgendaCase, ConferenceLine, Discussed
from storage.models import AuditRow, ConferenceCase, Obligation
from storage.queries.people import people, person_of
from storage.records import Person
from storage.types import Role, StaffMember

PAGE = 8
"""Families on one page of the agenda: as many as a thumb likes to scroll."""
_OPEN = ""
"""The conference that is not recorded yet, as its rows have it."""
_AHEAD = timedelta(days=60)
"""Hearings are shown so far ahead: from then on the consultation may be held."""


@dataclass(frozen=True, slots=True)
class Due:
    """The conference that is due: by when, and whether the actor is to record it."""

    at: datetime
    owes: bool


def members(desk: Desk) -> list[StaffMember]:
    """The caseworkers whose agendas the actor may see, by name; oneself first."""
    return members_seen(desk.agency, desk.actor.id)


def members_seen(agency: Agency, staff_id: str) -> list[StaffMember]:
    """The same for whoever on staff it is; no database."""
    workers = (each for each in agency.staff.values() if each.role is Role.CASEWORKER)
    found = [each for each in workers if _may_see(agency, staff_id, each.id)]
    return sorted(found, key=lambda each: (each.id != staff_id, each.name, each.id))


def _may_see(agency: Agency, staff_id: str, worker_id: str) -> bool:
    staff = agency.staff
    line = line_above(worker_id, staff=staff)
    return worker_id in staff and may_see_team(staff[staff_id], staff[worker_id], line)


def worker_seen(desk: Desk, worker_id: str) -> StaffMember:
    """The worker; NotAllowed for whoever is neither the worker nor above."""
    if not _may_see(desk.agency, desk.actor.id, worker_id):
        raise NotAllowed("That conference is between others: I can't show it to you.")
    return desk.agency.staff[worker_id]


def due_of(desk: Desk, worker_id: str) -> Due:
    """The conference with that worker that comes next."""
    rows = obligations.open_about(desk.session, kind=Kind.CONFERENCE, subject_id=worker_id)
    return _of_rows(desk, rows)


def _of_rows(desk: Desk, rows: Sequence[Obligation]) -> Due:
    owes = any(r.person_id == desk.actor.id and not r.period.endswith(WORKER) for r in rows)
    if rows:
        return Due(rows[0].due_at, owes)
    _, at = next_conference(World(desk.agency, desk.policy, desk.now), None)
    return Due(at, owes=False)


def families_of(desk: Desk, worker_id: str) -> list[str]:
    """The worker's own open cases, by family name."""
    own = desk.agency.caseload(worker_id, desk.today).own
    return sorted(own, key=lambda case: (desk.agency.cases[case].family_name, case))


def agenda(desk: Desk, worker_id: str, *, skip: int = 0, most: int | None = PAGE) -> Agenda:
    """That worker's families with what there is to discuss of each, `most` from `skip` on. NotAllowed."""
    worker, due = worker_seen(desk, worker_id), due_of(desk, worker_id)
    families = families_of(desk, worker_id)
    skip = min(max(skip, 0), max(len(families) - 1, 0))
    page = families[skip:] if most is None else families[skip : skip + most]
    told = _discussed(desk, worker_id, families)
    sheets = sheets_of(desk, page, drafts_of={worker_id}, until=desk.today + _AHEAD)
    chief = desk.agency.supervisor_of(worker_id)
    return Agenda(
        worker=person_of(worker),
        chief=person_of(chief) if chief else None,
        due_at=due.at,
        overdue=due.at < desk.now,
        cases=tuple(_of_case(sheet, told.get(sheet.case.id, {})) for sheet in sheets),
        total=len(families),
        held=sum(_OPEN in each for each in told.values()),
        skip=skip,
        page=most or len(families),
        today=desk.today,
        made_at=desk.now,
        owes=due.owes,
    )


def _of_case(sheet: CaseSheet, told: Mapping[str, Discussed]) -> AgendaCase:
    last = max((each for each in told if each != _OPEN), default=None)
    return AgendaCase(sheet, told.get(_OPEN), told[last] if last else None)


def _discussed(desk: Desk, worker_id: str, families: Sequence[str]) -> dict[str, dict[str, Discussed]]:
    """By case and conference what was decided."""
    rows = desk.session.scalars(
        select(ConferenceCase)
        .where(ConferenceCase.worker_id == worker_id, ConferenceCase.case_id.in_(families))
        .order_by(ConferenceCase.recorded_at)
    ).all()
    who = people(desk.session, {row.recorded_by_id for row in rows})
    found: dict[str, dict[str, Discussed]] = {}
    for row in rows:
        found.setdefault(row.case_id, {})[row.conference] = _shown(desk, row, who)
    return found


def _shown(desk: Desk, row: ConferenceCase, who: Mapping[str, Person]) -> Discussed:
    return Discussed(
        id=row.id,
        on=row.on,
        decided=row.decided or "",
        by=who[row.recorded_by_id],
        note_id=row.note_id,
        mine=row.recorded_by_id == desk.actor.id,
    )


def listed(desk: Desk) -> list[ConferenceLine]:
    """The conferences that the actor may see, own ones first, then what is due soonest."""
    workers = members(desk)
    rows = desk.session.scalars(
        select(Obligation).where(
            Obligation.kind == Kind.CONFERENCE,
            Obligation.subject_id.in_([each.id for each in workers]),
            Obligation.closed_at.is_(None),
        )
    ).all()
    found = [_line(desk, each, [r for r in rows if r.subject_id == each.id]) for each in workers]
    return sorted(found, key=lambda line: (not line.own, line.due_at, line.worker.name))


def _line(desk: Desk, worker: StaffMember, rows: Sequence[Obligation]) -> ConferenceLine:
    due, families = _of_rows(desk, rows), set(families_of(desk, worker.id))
    held = families & set(discussed_in(desk, worker.id))
    return ConferenceLine(
        worker=person_of(worker),
        due_at=due.at,
        overdue=due.at < desk.now,
        held=len(held),
        total=len(families),
        own=worker.id == desk.actor.id,
        owes=due.owes,
    )


def lines_of(desk: Desk, worker_ids: Collection[str]) -> list[ConferenceLine]:
    """The same of these workers alone, each with the day of the last conference on record."""
    lines = [each for each in listed(desk) if each.worker.id in worker_ids]
    return [replace(each, last=_last_held(desk, each.worker.id)) for each in lines]


def _last_held(desk: Desk, worker_id: str) -> date | None:
    """By the record of what was recorded: two in a week are one duty."""
    rows = desk.session.scalars(
        select(AuditRow.details).where(AuditRow.subject_id == worker_id, AuditRow.action == "conference.held")
    )
    return max((date.fromisoformat(each["on"]) for each in rows), default=None)


def discussed_in(desk: Desk, worker_id: str) -> list[str]:
    """The cases that were discussed in the conference that is not recorded yet."""
    query = select(ConferenceCase.case_id).where(
        ConferenceCase.worker_id == worker_id, ConferenceCase.conference == _OPEN
    )
    return list(desk.session.scalars(query))


def named(desk: Desk, words: str) -> list[StaffMember]:
    """Those of `members` whose names have all of these words; everybody where there are none."""
    wanted = {folded(each) for each in words.split()}
    return [each for each in members(desk) if wanted <= {folded(part) for part in each.name.split()}]


def folded(word: str) -> str:
    """A name as it is compared: no accents, no case, no signs; "Dana's" is Dana."""
    plain = unicodedata.normalize("NFKD", word.casefold().removesuffix("'s").removesuffix("’s"))
    return "".join(c for c in plain if c.isalnum())
