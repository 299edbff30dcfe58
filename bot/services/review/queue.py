"""The notes that wait for somebody's decision; several of one worker approved in one go (DOMAIN 4)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.services.desk import Desk
from storage.queries import reviews as reads
from storage.queries.notes import notes_of
from storage.records import NoteRecord, Person
from storage.types import NoteStatus

MOST = 40


@dataclass(frozen=True, slots=True)
class OfWorker:
    """What waits of one worker: notes that were opened, and those that were not yet."""

    who: Person
    opened: tuple[NoteRecord, ...]
    unread: tuple[NoteRecord, ...]


def waiting(desk: Desk, most: int = MOST) -> list[NoteRecord]:
    """The notes that wait for the actor, by the time their review is due."""
    return reads.queue(desk.session, desk.actor, today=desk.today, most=most)


def waiting_of(desk: Desk, staff: Collection[str]) -> list[NoteRecord]:
    """Those of these authors, and of the workers of whoever of them supervises."""
    below = {each.id for person in staff for each in desk.agency.workers_of(person)}
    return [each for each in waiting(desk) if each.author.id in below.union(staff)]


def following(desk: Desk, note: NoteRecord) -> str | None:
    """The id of the waiting note that comes after this one, at the end the first; None where none is left."""
    return reads.next_in_queue(desk.session, desk.actor, note.id, today=desk.today)


def sent_back(desk: Desk, most: int = MOST) -> list[NoteRecord]:
    """The notes that the actor returned and that are not back yet, the newest first."""
    found = notes_of(desk.session, desk.actor, today=desk.today, statuses=(NoteStatus.RETURNED,), most=most)
    mine = [each for each in found if each.returned and each.returned.by.id == desk.actor.id]
    return sorted(mine, key=lambda each: each.returned.at if each.returned else desk.now, reverse=True)


def back_with_author(desk: Desk, most: int = MOST) -> list[NoteRecord]:
    """The actor's own notes that came back and wait for a correction."""
    found = (NoteStatus.RETURNED,)
    return notes_of(
        desk.session, desk.actor, today=desk.today, statuses=found, author_id=desk.actor.id, most=most
    )


def length(desk: Desk) -> int:
    """How many notes wait for the actor."""
    return reads.queue_length(desk.session, desk.actor)


def approvable(desk: Desk) -> Sequence[str]:
    """Ids of the waiting notes whose present version the actor has opened."""
    return reads.opened_in_queue(desk.session, desk.actor)


def by_worker(desk: Desk) -> list[OfWorker]:
    """The queue worker by worker, who waits longest first."""
    found: dict[str, list[NoteRecord]] = {}
    for note in waiting(desk):
        found.setdefault(note.author.id, []).append(note)
    return [_of(desk, notes) for notes in found.values()]


def _of(desk: Desk, notes: Sequence[NoteRecord]) -> OfWorker:
    opened = tuple(note for note in notes if desk.actor.id in note.opened_by)
    return OfWorker(notes[0].author, opened, tuple(note for note in notes if note not in opened))
