"""The names by which a worker calls her children: learned when she confirms one, for her reading alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from bot.errors import Outdated
from bot.services.desk import Desk
from bot.understand.agency import Agency
from bot.understand.names import find_names, view_for
from bot.understand.parts import Kind
from bot.understand.who.unknown import unknown_name
from bot.understand.writing.text import folded
from storage.models import Nickname, new_id
from storage.records import NoteRecord

_LONGEST = 40
_ANY = (
    select(Nickname.id).where(Nickname.staff_id == bindparam("staff"), Nickname.removed_at.is_(None)).limit(1)
)
NICKNAME = "nickname"
"""The slot of a mark that asks whether a name is to be remembered."""


@dataclass(frozen=True, slots=True)
class Known:
    """One nickname: its row, as she wrote it, who that is."""

    id: str
    alias: str
    row_id: str


def known(session: Session, staff_id: str) -> list[Known]:
    """The nicknames of a member of staff, the oldest first."""
    query = select(Nickname).where(Nickname.staff_id == staff_id, Nickname.removed_at.is_(None))
    rows = session.scalars(query.order_by(Nickname.learned_at, Nickname.id))
    return [Known(row.id, row.alias, row.row_id) for row in rows]


def for_reading(session: Session, staff_id: str) -> Mapping[str, str]:
    """The same as the reading takes them: a folded name to the id meant."""
    if session.connection().execute(_ANY, {"staff": staff_id}).first() is None:
        return {}  # as for most, at every message: it costs no more than this
    return {folded(nick.alias): nick.row_id for nick in known(session, staff_id)}


def offer(desk: Desk, note: NoteRecord, row_id: str) -> tuple[dict[str, Any], ...]:
    """A mark that asks whether the one unknown name in a note's words is that child's, who was just picked.

    None where somebody on file was in question, or where it could not be learned. Nothing is assumed.
    """
    words, name = note.content.narrative, _said_for_all(desk, note)
    if name is None or not _fits(desk, folded(name), row_id):
        return ()
    if for_reading(desk.session, desk.actor.id).get(folded(name)) == row_id:
        return ()
    at = words.find(name)
    return ({"slot": NICKNAME, "value": row_id, "why": "called", "at": [at, at + len(name)]},)


def as_said(desk: Desk, note: NoteRecord, row_id: str) -> Mapping[str, str]:
    """How the note's words are read once more, now that it is known whose the one unknown name is."""
    name = _said_for_all(desk, note)
    return {**for_reading(desk.session, desk.actor.id), **({folded(name): row_id} if name else {})}


def _said_for_all(desk: Desk, note: NoteRecord) -> str | None:
    """The one unknown name of a note that names no child on file."""
    words = note.content.narrative
    view = view_for(desk.agency, desk.actor.id, desk.today)
    named = any(m.kind is Kind.CHILD and m.ids for m in find_names(words, view, on=desk.today))
    if named or note.content.children:
        return None
    return unknown_name(desk.agency, desk.actor.id, words, desk.today)


def learn(desk: Desk, alias: str, row_id: str, note_id: str) -> bool:
    """Remember for the actor that the alias means this child or person of her caseload.

    False, and nothing is learned: off her caseload, already that one's name, or the real name of another one
    there. A nickname that meant somebody else until now means the newer one.
    """
    name = " ".join(alias.split()).strip(".,;:!?'’\"")
    if not _fits(desk, folded(name), row_id):
        return False
    for old in known(desk.session, desk.actor.id):
        if folded(old.alias) == folded(name):
            if old.row_id == row_id:
                return False
            _remove(desk, old.id)
    nick = Nickname(
        id=new_id(), staff_id=desk.actor.id, alias=name, row_id=row_id, learned_at=desk.now, note_id=note_id
    )
    desk.session.add(nick)
    desk.session.flush()
    desk.record("nickname.learn", nick.id, kind="nickname", details={"row": row_id, "note": note_id})
    return True


def _fits(desk: Desk, name: str, row_id: str) -> bool:
    """Whether the name may stand for the row: a name, of nobody else on the caseload."""
    agency = desk.agency
    row = agency.children.get(row_id) or agency.contacts.get(row_id)
    cases = agency.caseload(desk.actor.id, desk.today).case_ids
    if row is None or row.case_id not in cases or not 1 < len(name) <= _LONGEST:
        return False
    return name[0].isalpha() and name not in _real_names(agency, cases)


def _real_names(agency: Agency, cases: tuple[str, ...]) -> frozenset[str]:
    """Every name, first name, surname and nickname on file on the caseload, folded; also the meant one's."""
    children = [c for case in cases for c in agency.children_of(case)]
    contacts = [k for case in cases for k in agency.contacts_of(case)]
    names = [
        n for c in children for n in (c.first_name, c.last_name, f"{c.first_name} {c.last_name}", c.nickname)
    ]
    names += [n for k in contacts for n in (k.name, *k.name.split())]
    return frozenset(folded(name).strip(".,") for name in names if name)


def forget(desk: Desk, nickname_id: str) -> None:
    """Remove one of the actor's nicknames. Outdated where it is gone already, or somebody else's."""
    if not _remove(desk, nickname_id):
        raise Outdated("That nickname is removed already.")


def _remove(desk: Desk, nickname_id: str) -> bool:
    gone = (
        update(Nickname)
        .where(
            Nickname.id == nickname_id,
            Nickname.staff_id == desk.actor.id,
            Nickname.removed_at.is_(None),
        )
        .values(removed_at=desk.now)
        .returning(Nickname.id)
        .execution_options(synchronize_session=False)
    )
    removed = desk.session.scalar(gone) is not None
    if removed:
        desk.record("nickname.remove", nickname_id, kind="nickname")
    return removed


def listed(desk: Desk) -> list[tuple[Known, str]]:
    """The actor's nicknames, each with the name on file; those off her caseload are not used, and said so."""
    cases = desk.agency.caseload(desk.actor.id, desk.today).case_ids
    found = []
    for nick in known(desk.session, desk.actor.id):
        child, contact = desk.agency.children.get(nick.row_id), desk.agency.contacts.get(nick.row_id)
        row = child or contact
        name = (
            f"{child.first_name} {child.last_name}"
            if child
            else contact.name
            if contact
            else "nobody on file"
        )
        rests = "" if row is not None and row.case_id in cases else " (not on your caseload now)"
        found.append((nick, name + rests))
    return found
