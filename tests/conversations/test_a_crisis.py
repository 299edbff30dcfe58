"""A crisis is saved first, its first answer carries the numbers, and somebody is alerted."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from storage.models import NoteVersion
from storage.queries import exports
from tests.conversations.office import Office


def test_said_as_a_crisis_the_alarm_goes_at_once(office: Office) -> None:
    office.dana.says("CRISIS Tobi Okafor ran away from Ms Stone's, she called me 5:20 pm")
    office.dana.waits_for("Call by hand now")
    card = office.dana.newest_card("Call by hand now")
    assert "Riley Shaw" in card
    assert "212-555-0112" in card
    office.riley.waits_for("Acknowledge")
    office.riley.clicks("Acknowledge")
    office.dana.waits_for("Seen by Riley Shaw")
    office.riley.waits_for("Acknowledged by Riley Shaw")


def test_beside_its_crisis_a_draft_is_a_line_until_it_is_asked_for_or_over(office: Office) -> None:
    office.dana.says("CRISIS Tobi Okafor ran away from Ms Stone's, she called me 5:20 pm")
    office.dana.waits_for("Draft note: Tobi Okafor")
    assert "nothing is filed yet" not in office.dana.reads()
    office.dana.clicks("Show all")
    office.dana.waits_for("nothing is filed yet")
    office.dana.clicks("Close", on="Call by hand now")
    office.dana.chooses("Found, safe", from_="How did it end?")
    office.dana.submits()
    office.dana.waits_for("Closed")
    office.dana.waits_for("nothing is filed yet")
    office.dana.waits_until_gone("Draft note: Tobi Okafor")


def test_the_crisis_window_has_the_numbers_and_goes_the_way_of_words(office: Office) -> None:
    office.dana.command("/crisis", "")
    assert "212-555-0112" in office.dana.waits_for_window("Crisis")
    office.dana.fills("What happened?", "ran away from the foster home")
    office.dana.fills("Who is it about?", "Tobi Okafor")
    office.dana.chooses("17:05", from_="When was it?")
    office.dana.submits()
    office.dana.waits_for("Call by hand now")
    office.dana.waits_for("Okafor case, K1")
    office.riley.waits_for("Acknowledge")
    with office.db.reading() as session:
        note = session.scalars(select(NoteVersion)).one()
        assert note.narrative == "ran away from the foster home\nWho: Tobi Okafor\nWhen: at 5:05 pm"
    assert note.starts_at == datetime.fromisoformat("2026-11-09T17:05:00-05:00")


def test_the_homes_crisis_opens_the_window_for_everybody_and_asks_what_happened(office: Office) -> None:
    office.jo.opens_home()
    office.jo.clicks("Crisis")
    office.jo.waits_for_window("What happened?")
    office.jo.fills("What happened?", "a child is alone at the bus stop, name not known")
    office.jo.submits()
    office.jo.waits_until_closed()
    office.jo.waits_for("Call by hand now")
    office.riley.waits_for("a child is alone at the bus stop")


def test_only_inferred_it_waits_a_minute_and_can_be_taken_back(office: Office) -> None:
    office.dana.says("Ms Stone called 5:20 pm, Tobi is being taken to the ER by ambulance")
    office.dana.waits_for("Not a crisis")
    assert not office.riley.sees("Acknowledge")
    office.dana.clicks("Not a crisis")
    office.dana.waits_for("Taken back")
    office.fast_forward(office.demo.workspace.clock.now() + timedelta(minutes=3))
    assert not office.riley.sees("Acknowledge")


def test_only_inferred_it_goes_by_itself_after_a_minute(office: Office) -> None:
    office.dana.says("Ms Stone called 5:20 pm, Tobi is being taken to the ER by ambulance")
    office.dana.waits_for("Not a crisis")
    office.fast_forward(office.demo.workspace.clock.now() + timedelta(seconds=61))
    office.riley.waits_for("Acknowledge")


def test_a_safety_concern_goes_to_the_supervisor_at_once(office: Office) -> None:
    office.fast_forward(datetime.fromisoformat("2026-11-10T11:00:00-05:00"))
    office.dana.says("saw Tobi at school at 10 am, he has bruises on his arm and says Ms Stone hit him")
    office.dana.waits_for("Safety concern saved")
    office.sam.waits_for("Acknowledge")
    assert "reported" not in office.dana.newest_card("Safety concern saved").replace("I report nothing", "")


def test_a_concern_about_a_family_out_of_reach_shows_only_to_those_who_must_act(office: Office) -> None:
    office.fast_forward(datetime.fromisoformat("2026-11-10T11:00:00-05:00"))
    office.kim.says("safety concern: Maya Okafor has bruises on her arm, she says somebody hit her")
    office.kim.waits_for("Safety concern saved")
    office.sam.waits_for("Acknowledge")
    assert "Peanut" in office.sam.newest_card("Acknowledge")
    office.dana.waits_for("Safety concern")  # the child's worker
    assert not office.kim.sees("Peanut"), "nothing of the family but what Kim said"
    office.kim.clicks("Who was told")
    window = office.kim.waits_for_window("Police")
    assert "Dana Ellis" in window
    assert "Beverly Stone" not in window
    for other in (office.riley, office.alex, office.robin, office.jo):
        other.opens_home()
        other.command("/due")
        other.waits_for("due")
        for words in ("bruises", "oncern", "Maya Okafor"):
            assert words not in other.reads() + other.home, (other.user, words)
    with office.db.reading() as session:
        listed = [row.action for row in exports.access_log(session, None, None)]
    assert not [action for action in listed if "crisis" in action]
