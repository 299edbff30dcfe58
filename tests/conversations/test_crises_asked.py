"""What there was in the night is told to those whom it concerns, and raises no alarm."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import func, select

from storage.models import AuditRow, CrisisCall
from tests.conversations.office import Office
from tests.stock import NEW_YORK

ASKED = (
    "what happened last night",
    "did anybody run last night",
    "was the runaway reported to ncmec",
    "who took the tobi one",
    "how fast did we answer",
)


def plain(text: str) -> str:
    return " ".join(text.replace("*", "").split())


def night(office: Office) -> None:
    """Tobi ran in the evening, Riley took it at once; it is morning."""
    office.dana.says("CRISIS Tobi Okafor ran away from Ms Stone's, she called me 5:20 pm")
    office.dana.waits_for("Call by hand now")
    office.riley.waits_for("Acknowledge")
    office.riley.clicks("Acknowledge")
    office.riley.waits_for("Acknowledged by Riley Shaw")
    office.fast_forward(datetime(2026, 11, 10, 9, 10, tzinfo=NEW_YORK))


def calls(office: Office) -> int:
    with office.db.reading() as session:
        return session.scalar(select(func.count()).select_from(CrisisCall)) or 0


@pytest.mark.parametrize("asked", ASKED)
def test_a_director_reads_who_took_it_how_soon_and_what_was_ticked(office: Office, asked: str) -> None:
    night(office)
    office.alex.says(asked)
    office.alex.waits_for("acknowledged it")
    card = plain(office.alex.newest_card("acknowledged it"))
    assert "Mon Nov 9, 5:30 PM · Tobi Okafor · K1" in card
    assert "Missing child · from Dana Ellis" in card
    assert "Riley Shaw acknowledged it 5:3" in card
    assert "PM, after " in card
    assert "NCMEC: nobody has ticked it" in card
    assert "Stone" not in card, "no words of it"
    assert calls(office) == 1
    with office.db.reading() as session:
        assert "crisis_list.read" in session.scalars(select(AuditRow.action)).all()


def test_who_has_nothing_to_do_with_it_is_told_of_none(office: Office) -> None:
    night(office)
    office.kim.says("did anybody run last night")
    office.kim.waits_for("No crisis of yours or your cases on record")
    office.kim.says("who took the tobi one")
    office.kim.says("any crisis calls last night?")
    office.kim.waits_for("No crisis of yours")
    assert not office.kim.sees("of others I know nothing")
    office.sam.says("any emergencies last night")
    office.sam.waits_for("acknowledged it")
    assert "Tobi Okafor · K1" in plain(office.sam.newest_card("acknowledged it"))


def test_without_any_it_is_said_and_nothing_becomes_a_note(office: Office) -> None:
    office.alex.says("how fast did we answer")
    office.alex.waits_for("No crisis on record")
    assert not office.alex.sees("Which child?")
    office.alex.says("any crisis over the weekend")
    office.alex.waits_for("Fri Nov 6, 5:00 PM – Mon Nov 9, 9:00 AM")


def test_in_the_thread_of_a_crisis_a_question_is_still_a_line_of_it(office: Office) -> None:
    office.dana.says("CRISIS Tobi Okafor ran away from Ms Stone's, she called me 5:20 pm")
    office.dana.waits_for("Call by hand now")
    office.dana.says("was ncmec called", thread_of="Call by hand now")
    office.dana.waits_for("added to the alarm")
