"""The card is drawn from memory: what was just stored must be what anybody would read back."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import delete, insert, select

from bot.services import notes
from bot.services.drafts.blank import visit_to_log
from storage.models import NoteChild, NotePerson, Obligation
from tests.services.small_office import DANA, MAYA, NOOR, STONE, TOBI, VISIT, SmallOffice

TOLD = (
    VISIT,
    "saw Maya today",
    "saw Tobi alone at school yesterday 2:15pm, 20 min. says all is fine",
    "called Maya's mom this morning, left a voicemail",
    "met with Ms Stone and Ms Quist today at 3, talked about Maya and Tobi",
    "visited someone today",
)


def test_the_record_in_memory_is_the_one_that_is_read_back(office: SmallOffice) -> None:
    for text in TOLD:
        for who in (DANA, NOOR):
            made = office.drafts(who, text)
            assert made, text
            assert [office.seen_by(who, note.id) for note in made] == made, text


def test_its_parts_are_read_in_one_order_however_they_lie_in_the_database(office: SmallOffice) -> None:
    """As PostgreSQL may lay them down where rows were deleted before, or an upkeep has changed its plans."""
    first = office.draft()
    both = {"children": (TOBI, MAYA), "seen_alone": (TOBI, MAYA), "people": ("P3", STONE, "P1")}
    with office.desk(DANA) as desk:
        note = notes.change(desk, first.id, first.version, replace(first.content, **both), how="edited")
    assert (len(note.content.seen_alone), len(note.people)) == (2, 3)
    with office.db.begin() as session:
        for part in (NoteChild, NotePerson):
            rows = [dict(row) for row in session.execute(select(*part.__table__.columns)).mappings()]
            session.execute(delete(part))
            for row in reversed(rows):
                session.execute(insert(part).values(row))
    assert office.seen_by(DANA, note.id) == note


def test_a_message_that_was_drafted_before_gives_the_same_notes(office: SmallOffice) -> None:
    first = office.drafts(DANA, VISIT)
    office._messages -= 1  # Slack's retry: the very same message
    assert office.drafts(DANA, VISIT) == first


def test_a_draft_from_a_button_is_read_back_as_it_was_given(office: SmallOffice) -> None:
    with office.desk(DANA) as desk:
        made = visit_to_log(desk, MAYA, key="tap")
    assert office.seen_by(DANA, made.id) == made
    with office.desk(DANA) as desk:
        assert visit_to_log(desk, MAYA, key="tap") == made


def test_it_is_owed_by_the_time_that_stands_on_its_card(office: SmallOffice) -> None:
    note = office.draft()
    with office.desk(DANA) as desk:
        owed = desk.session.query(Obligation).filter_by(subject_id=note.id).one()
        assert (owed.due_at, owed.late_after) == (note.due_at, note.late_after)
        assert owed.person_id == DANA
        assert notes.read(desk, note.id).due_at == note.due_at
