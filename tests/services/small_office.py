"""The office of the conversations without Slack: its services, asked by people at their desks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from bot.rules.policy import load_policy
from bot.services import notes
from bot.services.desk import Desk
from bot.services.drafts.drafting import Source, draft
from bot.services.review import review
from bot.services.shelf import Shelf
from bot.understand.parts import Reading
from bot.understand.reading import read
from storage.database import Database
from storage.queries.people import person
from storage.records import NoteRecord
from tests.stock import MONDAY, NEW_YORK

DANA, NOOR, KIM = "W1", "W3", "W2"
SAM, RILEY, ALEX, ROBIN, JO = "V1", "V2", "D1", "O1", "A1"
MAYA, TOBI, OTHER_MAYA, BENCE = "C1", "C2", "C3", "C4"
STONE, QUIST, TALBOT, COLBY = "P2", "P5", "P7", "P8"
VISIT = "h/v Maya Okafor today 4pm at Ms Stone's, 45 min. both kids home, healthy, rm clean"


class SmallOffice:
    """Dana and Noor work for Sam, Kim for Riley, both supervisors for Alex; Robin is on call, Jo the admin."""

    def __init__(self, db: Database, now: datetime = MONDAY) -> None:
        """In a database that holds its roster (the fixture `stocked`)."""
        self.db, self.now = db, now
        self.policy, self.shelf = load_policy(), Shelf()
        self._messages = 0

    @contextmanager
    def desk(self, who: str) -> Iterator[Desk]:
        """One transaction of that person's."""
        with self.db.begin() as session:
            yield Desk(session, person(session, who), self.shelf.agency(session), self.policy, self.now)

    def later(self, **gone: float) -> None:
        self.now += timedelta(**gone)

    def reading(self, who: str, text: str) -> Reading:
        with self.desk(who) as desk:
            return read(desk.agency, staff_id=who, text=text, sent_at=self.now, tz=NEW_YORK)

    def source(self, text: str) -> Source:
        self._messages += 1
        return Source("D1", f"{self._messages}.0", text)

    def drafts(self, who: str, text: str) -> list[NoteRecord]:
        """What is drafted from a message."""
        reading = self.reading(who, text)
        with self.desk(who) as desk:
            return draft(desk, reading, self.source(text))

    def draft(self, who: str = DANA, text: str = VISIT) -> NoteRecord:
        (note,) = self.drafts(who, text)
        return note

    def seen_by(self, who: str, note_id: str) -> NoteRecord:
        with self.desk(who) as desk:
            return notes.read(desk, note_id)

    def submits(self, note: NoteRecord, who: str = DANA) -> NoteRecord:
        with self.desk(who) as desk:
            return notes.submit(desk, note.id, note.version)

    def submitted(self, who: str = DANA, text: str = VISIT) -> NoteRecord:
        return self.submits(self.draft(who, text), who)

    def opens(self, note: NoteRecord, who: str = SAM) -> NoteRecord:
        with self.desk(who) as desk:
            return review.open_note(desk, note.id)

    def approves(self, note: NoteRecord, who: str = SAM) -> NoteRecord:
        self.opens(note, who)
        with self.desk(who) as desk:
            return review.approve(desk, note.id, note.version)

    def returns(self, note: NoteRecord, who: str = SAM, reason: str = "Which room?") -> NoteRecord:
        with self.desk(who) as desk:
            return review.return_note(desk, note.id, note.version, reason)

    def approved(self) -> NoteRecord:
        return self.approves(self.submitted())
