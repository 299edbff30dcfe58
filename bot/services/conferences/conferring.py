"""What is written down in a weekly conference: that a family was discussed, what was decided, the note of it.

Supervisor and worker both may. That the conference as a whole was held is the supervisor's to record
(`duties.doing`), and follows by itself once every family was discussed.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select

from bot.errors import AlreadyDecided, NotAllowed, Unusable
from bot.services.conferences.conference import discussed_in, due_of, families_of, worker_seen
from bot.services.desk import Desk
from bot.services.drafts.blank import begin
from bot.services.duties.doing import hold_conference
from storage.models import ConferenceCase, new_id
from storage.queries.people import person
from storage.records import NoteContent, NoteRecord
from storage.types import EventType, Outcome
from storage.upserts import insert_into


def hold(desk: Desk, worker_id: str, case_id: str, on: date, decided: str) -> datetime | None:
    """Write down that the family was discussed on that local day, and what was decided.

    Once every family was, the conference is recorded where the actor owes it: then when the next one is due,
    else None. NotAllowed; Unusable for a day to come, without words, or of a family that has gone to another;
    AlreadyDecided where somebody wrote it down before.
    """
    worker_seen(desk, worker_id)
    families, due = families_of(desk, worker_id), due_of(desk, worker_id)
    if case_id not in families:
        raise Unusable("That family is no longer on this caseload.")
    if on > desk.today:
        raise Unusable("That day is still to come: write it down once it was discussed.")
    if not decided.strip():
        raise Unusable("A word of what was decided, please.")
    _write(desk, worker_id, case_id, on=on, decided=decided.strip())
    if due.owes and set(families) <= set(discussed_in(desk, worker_id)):
        return hold_conference(desk, worker_id, on)
    return None


def _write(desk: Desk, worker_id: str, case_id: str, *, on: date, decided: str) -> None:
    """Of two who write at once one is first, and the other is told."""
    row_id = new_id()
    sealed = desk.session.info["keyring"].columns(ConferenceCase.__tablename__, row_id, {"decided": decided})
    row = {
        "id": row_id,
        "worker_id": worker_id,
        "case_id": case_id,
        "conference": "",
        "on": on,
        "recorded_by_id": desk.actor.id,
        "recorded_at": desk.now,
        **sealed,
    }
    unique = ("worker_id", "case_id", "conference")
    statement = insert_into(desk.session, ConferenceCase).values(row)
    ours = statement.on_conflict_do_nothing(index_elements=unique).returning(ConferenceCase.id)
    if desk.session.execute(ours).first() is None:
        there = desk.session.scalars(
            select(ConferenceCase).filter_by(worker_id=worker_id, case_id=case_id, conference="")
        ).one()
        by = person(desk.session, there.recorded_by_id).short
        raise AlreadyDecided(f"{by} wrote that down already, for {there.on:%b} {there.on.day}.")
    desk.record(
        "conference.discussed", case_id, kind="case", details={"worker": worker_id, "on": on.isoformat()}
    )


def note_of(desk: Desk, item_id: str) -> NoteRecord:
    """A draft of the Case Conference with the actor's own words; asked again, the same one.

    NotAllowed where somebody else wrote them: nobody's words go into another's note. One that was discarded
    can be brought back; it is not begun a second time.
    """
    row = desk.session.get(ConferenceCase, item_id, with_for_update=True)
    if row is None or row.recorded_by_id != desk.actor.id:
        raise NotAllowed("The note is for the one to make who wrote down what was decided.")
    content = NoteContent(
        types=(EventType.CASE_CONFERENCE,),
        children=desk.agency.in_care(row.case_id, row.on),
        on=row.on,
        outcome=Outcome.COMPLETED,
        narrative=row.decided,
    )
    note = begin(desk, content, row.case_id, key=f"conference:{row.id}")
    row.note_id = note.id
    desk.session.flush()
    return note
