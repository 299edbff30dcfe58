"""Who looked at a family: a line each, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, clean, context, cut, escape, sections
from bot.views.drawn import Drawn
from bot.views.wording import ROLES, listed, moment
from storage.types import CaseFile, StaffMember

_LETTERS = 160
_WANTS = {
    "phone": "number",
    "address": "address",
    "alerts": "alerts",
    "summary": "summary",
    "worker": "worker",
    "supervisor": "supervisor",
    "next_hearing": "next hearing",
    "last_contact": "last contact",
}
_ACTIONS = {
    "lookup.reason": "said why",
    "lookup.glass": "🔓 opened it outside their caseload",
    "lookup.glass_reviewed": "reviewed that",
    "lookup.refused": "was refused",
    "access.read": "looked at this log",
    "note.read": "read a note",
}


class Access(Protocol):
    """One row of the log."""

    @property
    def at(self) -> datetime: ...
    @property
    def who(self) -> StaffMember | None: ...
    @property
    def action(self) -> str: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def wants(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def words(self) -> str: ...


class AccessLog(Protocol):
    """A family's newest rows, and how many there are before them."""

    @property
    def case(self) -> CaseFile: ...
    @property
    def rows(self) -> Sequence[Access]: ...
    @property
    def before(self) -> int: ...


def access_card(logs: Sequence[AccessLog], tz: ZoneInfo, clear_at: datetime) -> Drawn:
    """The logs; what they tell leaves the chat as the look-ups do."""
    blocks: list[Block] = []
    for log in logs:
        lines = [f"*Who looked at the {escape(log.case.family_name)} case, {log.case.id}*"]
        lines += [_line(row, tz) for row in log.rows] or ["Nobody yet."]
        lines += [f"… and {log.before} before"] if log.before else []
        blocks += sections(lines)
    blocks.append(context("That you asked is on record as well."))
    return Drawn(text="Who looked at a family", blocks=blocks, clear_at=clear_at)


def _line(row: Access, tz: ZoneInfo) -> str:
    who = f"*{escape(row.who.name)}*, {ROLES[row.who.role]}" if row.who else "Somebody who has left"
    return f"{moment(row.at, tz)}  {who}: {_did(row)}"


def _did(row: Access) -> str:
    if row.action == "lookup":
        wants = _WANTS.get(row.wants, "who it is")
        return f"looked up {escape(listed(list(row.names))) or 'the case'} ({wants})"
    said = _ACTIONS.get(row.action, row.action)
    words = f" “{escape(cut(clean(row.words), _LETTERS))}”" if row.words else ""
    return f"{said}: {row.reason}{words}" if row.reason else said
