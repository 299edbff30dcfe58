"""A family out of reach: opened for an hour when it cannot wait, reviewed; and who looked at whom."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from storage.models import AuditRow
from tests.conversations.office import Office
from tests.stock import NEW_YORK

ASKED = "number for Bence Varga's foster father Hugh Talbot"
OPEN, NUMBER = "It can't wait: open for 60 min", "718-555-0107"


def opened(office: Office) -> None:
    office.dana.says(ASKED)
    office.dana.clicks(OPEN)
    office.dana.fills("Why can't it wait?", "police are at my door with Bence")
    office.dana.submits()
    office.dana.waits_for(NUMBER)


def test_it_is_opened_with_a_reason_told_at_once_and_reviewed_with_a_tap(office: Office) -> None:
    opened(office)
    for supervisor in (office.sam, office.riley):  # hers, and the case's
        supervisor.waits_for("police are at my door")
        supervisor.waits_for("Looked up: Hugh Talbot")
        assert "police" not in supervisor.newest_message("outside their caseload").text
    office.riley.opens_home()
    office.sam.opens_home()
    assert "Opened outside a caseload" in office.sam.home
    assert "Opened outside a caseload" not in office.riley.home, "one of them owes the review"
    office.riley.clicks("Reviewed")
    office.sam.waits_for("Reviewed by Riley Shaw")
    office.sam.opens_home()
    assert "Opened outside a caseload" not in office.sam.home


def test_while_the_supervisor_is_away_it_is_with_who_stands_in(sqlite_office: Office) -> None:
    office = sqlite_office
    opened(office)
    office.sam.waits_for("police are at my door")
    office.sam.says("I'm off Nov 10 thru Nov 12, Riley covers")
    office.sam.clicks("Confirm")
    office.sam.waits_for("[Take back]")
    office.fast_forward(datetime(2026, 11, 10, 10, 0, tzinfo=NEW_YORK))
    office.sam.waits_for("While you are away it is with Riley Shaw")
    assert not office.sam.sees("police are at my door")
    office.riley.opens_home()
    assert "Opened outside a caseload" in office.riley.home
    office.riley.clicks("Reviewed")
    office.riley.waits_for("Reviewed by Riley Shaw")


def test_after_an_hour_it_is_out_of_reach_again(office: Office) -> None:
    opened(office)
    office.dana.says("what is Hugh Talbot's address")
    office.dana.waits_for("24 Gum Lane")
    office.fast_forward(office.demo.workspace.clock.now() + timedelta(minutes=61))
    office.dana.waits_until_gone("24 Gum Lane")
    office.dana.says("what is Hugh Talbot's address")
    office.dana.waits_for(OPEN)
    assert not office.dana.sees("24 Gum Lane")


def test_who_writes_no_notes_is_told_whom_to_ask_and_no_more(office: Office) -> None:
    office.jo.says(ASKED)
    office.jo.waits_for("not on your caseload")
    assert office.jo.sees("Kim Osei")
    assert not office.jo.sees("It can't wait")


def test_the_cases_worker_and_supervisor_see_who_looked(office: Office) -> None:
    office.robin.says(ASKED)
    office.robin.clicks("Crisis call")
    office.robin.waits_for(NUMBER)
    office.robin.clicks("Add words")
    office.robin.fills("Why, in your words", "he called from the station")
    office.robin.submits()
    office.dana.says(ASKED)
    office.dana.waits_for("not on your caseload")
    for person in (office.kim, office.riley):
        person.says("who looked at Bence's case?")
        person.waits_for("Who looked at the Varga case")
        said = "said why: Crisis call “he called from the station”"
        for words in ("Robin Pike", "looked up Hugh Talbot (number)", said, "was refused"):
            assert person.sees(words), words
    office.sam.says("who looked at Bence's case?")
    office.sam.waits_for("told to its worker and the supervisors above")
    with office.db.reading() as session:
        actions = session.scalars(select(AuditRow.action)).all()
    assert actions.count("lookup") == 1
    assert actions.count("lookup.explained") == 1
    assert actions.count("access.read") == 2


def test_two_families_of_a_name_are_asked_with_case_and_age(office: Office) -> None:
    office.robin.says("number for Maya")
    office.robin.clicks("Maya Lindgren, 12")
    office.robin.clicks("Medical")
    office.robin.waits_for("718-555-0105")
    assert "Speaks Spanish" in office.robin.newest_card("718-555-0105")


def test_of_two_namesakes_the_mother_of_the_one_meant_is_given(office: Office) -> None:
    """Two taps and a line; the number is the mother's, not that of where the child lives."""
    office.robin.says("number for mayas mom")
    office.robin.clicks("Maya Lindgren, 12")
    office.robin.clicks("Medical")
    assert "Astrid Lindgren" in office.robin.waits_for("718-555-0104")
    assert not office.robin.sees("718-555-0105")


def test_who_is_not_on_file_is_said_before_anybody_elses_number(sqlite_office: Office) -> None:
    office = sqlite_office
    office.dana.says("number for tobis grandma")
    card = office.dana.newest_card("718-555-0102")
    missing = card.index("No grandmother of Tobi on file")
    assert missing < card.index("718-555-0102")
    assert "foster parent of Tobi" in card
