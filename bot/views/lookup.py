"""The answer to a lookup: small, the number first, nothing that the call does not need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, context, escape, section, select
from bot.views.drawn import Drawn
from bot.views.wording import RELATIONSHIPS, ROLES, day, listed, moment, phone_link
from storage.records import Choice, NoteRecord, years_old
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


PUSH = "The answer to your lookup"


def lookup_card(
    cases: Sequence[CaseAnswer],
    staff: Sequence[StaffMember],
    *,
    wants: str | None,
    last_contact: NoteRecord | None,
    today: date,
    tz: ZoneInfo,
    clear_at: datetime,
) -> Drawn:
    """The facts asked for; taken out of the chat at `clear_at`."""
    blocks: list[Block] = []
    for shown in cases:
        blocks += _case(shown, wants, last_contact, today, tz)
    blocks += [section(_staff(member)) for member in staff]
    blocks.append(context("These details leave the chat in 30 minutes. This lookup is on record."))
    return Drawn(text=PUSH, blocks=blocks, clear_at=clear_at if cases else None)


def _case(
    shown: CaseAnswer, wants: str | None, last: NoteRecord | None, today: date, tz: ZoneInfo
) -> list[Block]:
    blocks = [section(_contact(k, shown.children)) for k in shown.contacts]
    blocks += [section(_child(c, today)) for c in shown.children if not shown.contacts or wants == "alerts"]
    if wants in {"next_hearing", "summary"}:
        blocks.append(section("*Next hearing*  " + _hearing(shown.hearing, tz)))
    if wants in {"last_contact", "summary"}:
        blocks.append(section("*Last contact*  " + _last(last)))
    people = [_office("Worker", shown.worker), _office("Supervisor", shown.supervisor)]
    family = escape(f"{shown.case.family_name} case, {shown.case.id}")
    blocks.append(context(f"{family}  ·  " + "  ·  ".join(filter(None, people))))
    return blocks


def _contact(contact: Contact, children: Sequence[Child]) -> str:
    theirs = [c.first_name for c in children if not contact.child_ids or c.id in contact.child_ids]
    whom = f" of {escape(listed(theirs))}" if theirs else ""
    lines = [f"*{escape(contact.name)}*, {RELATIONSHIPS[contact.relationship]}{whom}"]
    lines.append(f"📞 {phone_link(contact.phone)}" if contact.phone else "📞 no number on file")
    if contact.alt_phone:
        lines.append(f"or {phone_link(contact.alt_phone)}")
    if contact.notes:
        lines.append(f"ℹ️ {escape(contact.notes)}")
    if contact.language and contact.language != "English":
        lines.append(f"Speaks {escape(contact.language)}")
    rest = [contact.organization, contact.address]
    return "\n".join([*lines, *[escape(r) for r in rest if r]])


def _child(child: Child, today: date) -> str:
    age = f", {years_old(child.date_of_birth, today)}" if child.date_of_birth else ""
    alerts = f"⚠️ {escape(child.alerts)}" if child.alerts else "No alerts on file"
    return f"*{escape(child.first_name)} {escape(child.last_name)}*{age}\n{alerts}"


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


def _staff(member: StaffMember) -> str:
    unit = f", {escape(member.unit)}" if member.unit else ""
    return f"*{escape(member.name)}*, {ROLES[member.role]}{unit}\n📞 {phone_link(member.phone)}"


def reason_card(
    cases: Sequence[CaseFile], reasons: Mapping[str, str], reference: str, *, clear_at: datetime
) -> Drawn:
    """Asks on-call staff why, once per case and shift. `reference` names the question asked."""
    names = listed([f"{escape(c.family_name)}, {c.id}" for c in cases])
    buttons = [button(words, f"lookup.reason.{key}", f"{key}|{reference}") for key, words in reasons.items()]
    blocks = [
        section(f"*Why do you need the {names} case?*  Asked once per case and shift, and kept on record."),
        actions(buttons),
    ]
    return Drawn(text="One question before that lookup", blocks=blocks, clear_at=clear_at)


def which_card(choices: Sequence[Choice], wants: str, *, clear_at: datetime) -> Drawn:
    """Several fit the name: asked, with what tells them apart. `wants`: which fact is asked for."""
    if len(choices) <= 5:
        answers = [button(c.words, f"lookup.which.{n}", c.id) for n, c in enumerate(choices)]
    else:
        answers = [select("lookup.which.pick", "Pick one", [(c.id, c.words) for c in choices])]
    return Drawn(
        text="Which one do you mean?",
        blocks=[section("❓ *Which one do you mean?*"), actions(answers, block_id=f"which|{wants}")],
        clear_at=clear_at,
    )
