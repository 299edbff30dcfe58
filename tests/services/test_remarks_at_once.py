"""Words about a draft that come at the moment of its Submit: kept, and nothing is changed any more."""

from __future__ import annotations

import threading

from sqlalchemy import select

from bot.services import notes
from bot.services.drafts import remarks
from bot.services.drafts.heard import Heard
from storage.models import NoteVersion, Remark
from storage.records import NoteRecord
from storage.types import NoteStatus
from tests.services.small_office import DANA, VISIT, SmallOffice

SAID = "no, it was at 3pm"
LONG_ENOUGH = 0.6


def heard(office: SmallOffice) -> Heard:
    return Heard("D1", "99.0", None, SAID, office.now, office.reading(DANA, SAID))


def test_words_beside_a_submit_are_kept_and_change_nothing(office: SmallOffice) -> None:
    (note,) = office.drafts(DANA, VISIT)
    submitted, errors = threading.Event(), list[BaseException]()

    def says(said: Heard) -> None:
        assert submitted.wait(60)
        try:
            with office.desk(DANA) as desk:
                remarks.hear(desk, said)
        except Exception as error:  # noqa: BLE001 - of the thread, told by the test
            errors.append(error)

    speaking = threading.Thread(target=says, args=(heard(office),))
    speaking.start()
    _submits(office, note, submitted)
    speaking.join()
    assert errors == []
    with office.db.reading() as session:
        remark = session.scalars(select(Remark)).one()
        assert (remark.words, remark.choice) == (SAID, "filed")
        assert session.scalars(select(NoteVersion.number)).all() == [1]


def _submits(office: SmallOffice, note: NoteRecord, submitted: threading.Event) -> None:
    """Submit, its transaction still open while the words are read."""
    with office.desk(DANA) as desk:
        assert notes.submit(desk, note.id, note.version).status is NoteStatus.SUBMITTED
        submitted.set()
        threading.Event().wait(LONG_ENOUGH)
