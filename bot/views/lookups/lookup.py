"""The answer to a lookup: small, the number first, nothing that the call does not need."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, context, escape, section
from bot.views.drawn import Drawn
from bot.views.wording import RELATIONSHIPS, ROLES, day, listed, moment, phone_link
from storage.records import NoteRecord, years_old
from storage.types import CaseFile, Child, Contact, Hearing, StaffMember


class CaseAnswer(Protocol):
    """What may be shown of one case."""

    @property
    def case(self) -> CaseFile: ...
    @property
    def worker(self) -> StaffMember | None: ...
    @property
    def supervisor(self) -> StaffMember | None: ...
    @property
    def children(self) -> tuple[Child, ...]: ...
    @property
    def contacts(self) -> tuple[Contact, ...]: ...
    @property
    def hearing(self) -> Hearing | None: ...
    @property
    def at_risk(self) -> tuple[Child, ...]: ...
    @property
    def hidden(self) -> bool: ...
    @property
    def missing(self) -> tuple[str, ...]: ...


PUSH = "The answer to your lookup"
_DO_NOT_CALL = re.compile(
    r"\b(?:do not|don'?t|never|no) (?:call|phone|text|contact|ring|llame|llamar|marcar)\b", re.IGNORECASE
)
_CHILDS = frozenset({None, "alerts", "summary"})
"""What is asked about the child itself."""
_WITH_ADDRESS = frozenset({"address", "summary"})


def lookup_card(
    cases: Sequence[CaseAnswer],
    staff: Sequence[StaffMember],
    *,
    shared: Contact | None = None,
    wants: str | None,
    last_contact: NoteRecord | None,
    today: date,
    tz: ZoneInfo,
    clear_at: datetime,
    minutes: int,
) -> Drawn:
    """The facts asked for; taken out of the chat at `clear_at`, `minutes` from now.

    `shared`: a professional of several families, shown without any of them.
    """
    blocks: list[Block] = [section(_contact(shared, (), wants))] if shared else []
    for shown in cases:
        blocks += _case(shown, wants, last_contact, today, tz)
    blocks += [section(_staff(member)) for member in staff]
    if cases:
        blocks.append(
            context(f"These details leave the chat in {minutes} minutes. This lookup is on record.")
        )
    return Drawn(text=PUSH, blocks=blocks, clear_at=clear_at if cases else None)


def _case(
    shown: CaseAnswer, wants: str | None, last: NoteRecord | None, today: date, tz: ZoneInfo
) -> list[Block]:
    """The number first, whose it is, what to know before calling; then the case's own people."""
    blocks = [section(line) for line in (*_missing(shown), *_people_of_case(shown, wants))]
    blocks += [section(_contact(k, shown.children, wants)) for k in shown.contacts]
    if wants in _CHILDS:
        blocks += [section(_child(c, today)) for c in shown.children if wants or not shown.contacts]
    elif shown.at_risk and wants in {"phone", "address"}:
        blocks.append(section("\n".join(_alert(c) for c in shown.at_risk)))
    blocks += [section(line) for line in _events(shown, wants, last, tz)]
    if shown.hidden:
        blocks.append(section("That contact does not show in look-ups. Please ask the case's worker."))
    people = [_office("Worker", shown.worker), _office("Supervisor", shown.supervisor)]
    family = escape(f"{shown.case.family_name} case, {shown.case.id}")
    names = escape(listed([c.first_name for c in shown.children])) if wants not in _CHILDS else ""
    blocks.append(context("  ·  ".join(filter(None, (names, family, *people)))))
    return blocks


def _missing(shown: CaseAnswer) -> list[str]:
    """Said before anybody else's number is: that one is not whom they asked for."""
    if not shown.missing:
        return []
    names = [c.first_name for c in shown.children] or [f"the {shown.case.family_name} case"]
    asked = " or ".join(name.replace("_", " ") for name in shown.missing)
    return [f"⚠️ *No {asked} of {escape(listed(names))} on file.*" + (" There is:" if shown.contacts else "")]


def _people_of_case(shown: CaseAnswer, wants: str | None) -> list[str]:
    """Its worker or supervisor, where that is asked."""
    if wants not in {"worker", "supervisor"}:
        return []
    who = shown.worker if wants == "worker" else shown.supervisor
    return [_staff(who, f"the case's {wants}") if who else f"Nobody is the case's {wants}."]


def _events(shown: CaseAnswer, wants: str | None, last: NoteRecord | None, tz: ZoneInfo) -> list[str]:
    """Its next hearing and last contact, where these are asked."""
    lines = []
    if wants in {"next_hearing", "summary"}:
        lines.append("*Next hearing*  " + _hearing(shown.hearing, tz))
    if wants in {"last_contact", "summary"}:
        lines.append("*Last contact*  " + _last(last))
    return lines


def _contact(contact: Contact, children: Sequence[Child], wants: str | None) -> str:
    theirs = [c.first_name for c in children if not contact.child_ids or c.id in contact.child_ids]
    whom = f" of {escape(listed(theirs))}" if theirs else ""
    lines = [f"📞 *{phone_link(contact.phone)}*" if contact.phone else "📞 no number on file"]
    note = escape(contact.notes)
    stop = bool(_DO_NOT_CALL.search(contact.notes))
    lines += [f"🚫 *{note}*"] if stop else []
    lines += [f"or {phone_link(contact.alt_phone)}"] if contact.alt_phone else []
    lines.append(f"*{escape(contact.name)}*, {RELATIONSHIPS[contact.relationship]}{whom}")
    if contact.language and contact.language != "English":
        lines.append(f"🗣 Speaks {escape(contact.language)}")
    lines += [f"ℹ️ {note}"] if note and not stop else []
    rest = [contact.organization, contact.address if wants in _WITH_ADDRESS else ""]
    return "\n".join([*lines, *[escape(r) for r in rest if r]])


def _child(child: Child, today: date) -> str:
    age = f", {years_old(child.date_of_birth, today)}" if child.date_of_birth else ""
    alerts = f"⚠️ {escape(child.alerts)}" if child.alerts else "No alerts on file"
    return f"*{escape(child.first_name)} {escape(child.last_name)}*{age}\n{alerts}"


def _alert(child: Child) -> str:
    return f"⚠️ {escape(child.first_name)}: {escape(child.alerts)}"


def _hearing(hearing: Hearing | None, tz: ZoneInfo) -> str:
    if hearing is None:
        return "none on file"
    return f"{moment(hearing.starts_at, tz)}, {escape(hearing.kind)}, {escape(hearing.court)}"


def _last(note: NoteRecord | None) -> str:
    if note is None or note.content.on is None:
        return "none on record that you may read"
    return f"{day(note.content.on)}, by {escape(note.author.name)}"


def _office(word: str, member: StaffMember | None) -> str:
    return f"{word} {escape(member.name)} {phone_link(member.phone)}" if member else ""


def _staff(member: StaffMember, capacity: str = "") -> str:
    unit = f", {escape(member.unit)}" if member.unit and not capacity else ""
    return f"📞 *{phone_link(member.phone)}*\n*{escape(member.name)}*, {capacity or ROLES[member.role]}{unit}"
