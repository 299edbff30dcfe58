"""What each row of the roster's files is to be in the database: its key, and the values of its columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from storage import types

Key = tuple[Any, ...]
Wanted = Mapping[Key, Mapping[str, Any]]


def staff(roster: types.Roster) -> Wanted:
    """By id, supervisors before those they supervise."""
    rows = {
        row.id: {
            "name": row.name,
            "email": row.email,
            "phone": row.phone,
            "slack_user_id": row.slack_user_id or None,
            "role": row.role,
            "supervisor_id": row.supervisor_id,
            "unit": row.unit,
            "timezone": row.timezone,
        }
        for row in roster.staff
    }
    above = {row.id: row.supervisor_id for row in roster.staff}
    return {(i,): rows[i] for i in sorted(rows, key=lambda i: len(chain_above(above, i)))}


def chain_above(above: Mapping[str, str | None], staff_id: str) -> list[str]:
    """Who is above somebody, nearest first; ends where a circle would close."""
    chain: list[str] = []
    boss = above.get(staff_id)
    while boss is not None and boss not in chain:
        chain.append(boss)
        boss = above.get(boss)
    return chain


def cases(roster: types.Roster) -> Wanted:
    """By id."""
    return {
        (row.id,): {
            "family_name": row.family_name,
            "county": row.county,
            "status": row.status,
            "permanency_goal": row.permanency_goal,
            "primary_worker_id": row.primary_worker_id,
            "opened_on": row.opened_on,
            "closed_on": row.closed_on,
            "visits_per_month": row.visits_per_month,
        }
        for row in roster.cases
    }


def children(roster: types.Roster) -> Wanted:
    """By id."""
    return {
        (row.id,): {
            "case_id": row.case_id,
            "first_name": row.first_name,
            "last_name": row.last_name,
            "nickname": row.nickname,
            "date_of_birth": row.date_of_birth.isoformat() if row.date_of_birth else "",
            "alerts": row.alerts,
            "entered_care_on": row.entered_care_on,
            "left_care_on": row.left_care_on,
            "placement_type": row.placement_type,
            "placement_contact_id": row.placement_contact_id,
        }
        for row in roster.children
    }


def contacts(roster: types.Roster) -> Wanted:
    """By id; whose children they are stands in `contact_children`."""
    return {
        (row.id,): {
            "case_id": row.case_id,
            "name": row.name,
            "relationship": row.relationship,
            "organization": row.organization,
            "phone": row.phone,
            "alt_phone": row.alt_phone,
            "address": row.address,
            "notes": row.notes,
            "language": row.language,
            "on_call_visible": row.on_call_visible,
            "part2": row.part2,
        }
        for row in roster.contacts
    }


def contact_children(roster: types.Roster) -> set[tuple[str, str]]:
    """(contact, child) for every contact that is not the whole family's."""
    return {(row.id, child) for row in roster.contacts for child in row.child_ids}


def hearings(roster: types.Roster) -> Wanted:
    """By id."""
    return {
        (row.id,): {
            "case_id": row.case_id,
            "starts_at": row.starts_at,
            "court": row.court,
            "kind": row.kind,
        }
        for row in roster.hearings
    }


def leaves(roster: types.Roster) -> Wanted:
    """By (staff, first day)."""
    return {
        (row.staff_id, row.first_day): {
            "last_day": row.last_day,
            "covering_staff_id": row.covering_staff_id,
        }
        for row in roster.leaves
    }


def shifts(roster: types.Roster) -> Wanted:
    """By (start, tier); the files name who was rostered and, until Slack says otherwise, who holds it."""
    return {
        (row.starts_at, row.tier): {
            "ends_at": row.ends_at,
            "staff_id": row.staff_id,
            "rostered_id": row.staff_id,
        }
        for row in roster.shifts
    }


def placements(roster: types.Roster) -> Wanted:
    """By (child, start)."""
    return {
        (row.child_id, row.starts_on): {
            "placement_type": row.placement_type,
            "placement_contact_id": row.placement_contact_id,
            "ends_on": row.ends_on,
            "implied": False,
        }
        for row in roster.placements
    }
