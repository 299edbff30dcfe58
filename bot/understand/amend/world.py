"""The agency as it is for one draft: its case alone, so that "grandma" is that family's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.understand.agency import Agency
from storage.types import CaseStatus, Roster


def only_cases(agency: Agency, case_ids: Iterable[str], staff_id: str) -> Agency:
    """A small agency of these cases, all of them the sender's own."""
    cases = tuple(dict.fromkeys(c for c in case_ids if c in agency.cases))
    return agency.kept(("only", cases, staff_id), lambda: _only(agency, cases, staff_id))


def _only(agency: Agency, case_ids: tuple[str, ...], staff_id: str) -> Agency:
    children = tuple(c for i in case_ids for c in agency.children_of(i))
    mine = {c.id for c in children}
    cases = (agency.cases[i] for i in case_ids)
    return Agency.of(
        Roster(
            staff=agency.roster.staff,
            cases=tuple(
                replace(c, status=CaseStatus.OPEN, closed_on=None, primary_worker_id=staff_id) for c in cases
            ),
            children=children,
            contacts=tuple(k for i in case_ids for k in agency.contacts_of(i)),
            placements=tuple(p for p in agency.roster.placements if p.child_id in mine),
        )
    )


def age_of(agency: Agency, child_id: str, on: date) -> int | None:
    """Whole years on that day; None where the date of birth is not known."""
    born = agency.children[child_id].date_of_birth
    if born is None:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
