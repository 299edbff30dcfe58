"""Make one table what one file says, and count what that took."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.services.roster.roster_report import FileReport
from bot.services.roster.roster_rows import Key, Wanted
from storage.models import Base, ContactChild, Placement, Shift, Staff


def sync(
    session: Session,
    model: type[Base],
    key: tuple[str, ...],
    file: str,
    wanted: Wanted,
    *,
    touched: Collection[str] = (),
) -> FileReport:
    """Add and change rows so that they are as `wanted`; keep those it does not name.

    `touched`: ids of rows that count as changed for another reason.
    """
    existing = {tuple(getattr(row, name) for name in key): row for row in session.scalars(select(model))}
    # New rows first and in order, as an old row may come to refer to one of them.
    new = [model(**dict(zip(key, k, strict=True)), **wanted[k]) for k in wanted if k not in existing]
    session.add_all(new)
    session.flush()
    report = FileReport(file, added=len(new))
    for k, row in existing.items():
        _bring_in_line(report, row, k, wanted.get(k), touched)
    session.flush()
    return report


def _bring_in_line(
    report: FileReport, row: Base, key: Key, values: Mapping[str, Any] | None, touched: Collection[str]
) -> None:
    from_slack: bool = getattr(row, "from_slack", False)
    if values is None:
        if not from_slack and not getattr(row, "implied", False):
            report.absent.append(_spoken(key))
    elif from_slack:
        report.unchanged += 1
        report.kept += 1
        if isinstance(row, Shift):
            row.rostered_id = values["rostered_id"]
    elif _apply(row, values) or key[0] in touched:
        report.changed += 1
    else:
        report.unchanged += 1


def _apply(row: Base, values: Mapping[str, Any]) -> bool:
    different = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in different.items():
        setattr(row, name, value)
    return bool(different)


def _spoken(key: Key) -> str:
    parts = (part.isoformat() if isinstance(part, (date, datetime)) else str(part or "") for part in key)
    return " ".join(parts)


def free_slack_ids(session: Session, wanted: Wanted) -> None:
    """Let go of Slack ids that change, so that two people can swap theirs."""
    for row in session.scalars(select(Staff).where(Staff.slack_user_id.is_not(None))):
        values = wanted.get((row.id,))
        if values and values["slack_user_id"] != row.slack_user_id:
            row.slack_user_id = None
    session.flush()


def contacts_with_other_children(
    session: Session, wanted: set[tuple[str, str]], contact_ids: set[str]
) -> set[str]:
    """Those of `contact_ids` whose children are not what they are to be."""
    return {contact for contact, _ in _links(session, contact_ids) ^ wanted}


def relink_children(session: Session, wanted: set[tuple[str, str]], contact_ids: set[str]) -> None:
    """Make these contacts those of the wanted children, and of no others."""
    present = _links(session, contact_ids)
    for contact, child in present - wanted:
        session.delete(session.get_one(ContactChild, (contact, child)))
    session.add_all(
        ContactChild(contact_id=contact, child_id=child) for contact, child in sorted(wanted - present)
    )
    session.flush()


def _links(session: Session, contact_ids: set[str]) -> set[tuple[str, str]]:
    rows = session.execute(select(ContactChild.contact_id, ContactChild.child_id))
    return {(contact, child) for contact, child in rows if contact in contact_ids}


def drop_implied(session: Session, wanted: Wanted) -> None:
    """Forget what children.csv implied for children whose placements are now listed."""
    listed = {child for child, _ in wanted}
    for row in session.scalars(select(Placement).where(Placement.implied)):
        if row.child_id in listed and (row.child_id, row.starts_on) not in wanted:
            session.delete(row)
    session.flush()
