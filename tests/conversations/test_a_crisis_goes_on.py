"""A crisis as it goes on: lines with their own time in its thread, who was told, closed, a note of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from storage.models import CrisisCall, CrisisEntry, Note
from tests.conversations.office import Office

SAID = "CRISIS Tobi Okafor ran away from Ms Stone's, she called me 5:20 pm"
CALL = "Call by hand now"
SEEN = "Seen by Riley Shaw"


def taken_on(office: Office) -> None:
    office.dana.says(SAID)
    office.riley.waits_for("[Acknowledge]")
    office.riley.clicks("Acknowledge")
    office.dana.waits_for(SEEN)


def lines(office: Office) -> list[tuple[str, str]]:
    zone = office.demo.fieldnote.deps.policy.zone
    with office.db.reading() as session:
        rows = session.scalars(select(CrisisEntry).where(CrisisEntry.kind == "said").order_by(CrisisEntry.at))
        return [(f"{row.at.astimezone(zone):%H:%M}", row.words) for row in rows]


def test_what_is_said_in_its_thread_is_kept_to_the_letter_with_its_own_time(office: Office) -> None:
    taken_on(office)
    office.dana.says("5:22 police  *there*, ofc. Lee", thread_of=SEEN)
    office.dana.waits_for("5:22 PM: added to the alarm")
    office.riley.waits_for("ofc. Lee")
    office.dana.edits("5:22 police", "5:23 police there, ofc. Lau")
    office.riley.waits_for("ofc. Lau")
    office.riley.says("on my way", thread_of="Acknowledged by Riley Shaw")
    office.dana.waits_for("on my way")
    assert lines(office)[0] == ("17:22", "5:22 police  *there*, ofc. Lee")
    assert lines(office)[1] == ("17:23", "5:23 police there, ofc. Lau"), "beside the old words"
    assert len(lines(office)) == 3
    with office.db.reading() as session:
        assert len(session.scalars(select(Note.id)).all()) == 1, "no line of it became a note of its own"
        assert len(session.scalars(select(CrisisCall.id)).all()) == 1, "nor an alarm"


def test_closed_it_becomes_its_reporters_note_and_everybody_sees_how_it_ended(sqlite_office: Office) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says("5:22 police there", thread_of=SEEN)
    office.dana.waits_for("5:22 PM: added")
    office.riley.says("5:25 I called Ms Stone", thread_of="Acknowledged by Riley Shaw")
    office.riley.waits_for("5:25 PM: added")
    office.dana.clicks("Who was told", on=SEEN)
    office.dana.chooses("Police")
    office.dana.submits()
    office.dana.waits_for("told Police")
    office.riley.clicks("Close", on="Acknowledged by Riley Shaw")
    office.riley.chooses("Found, safe", from_="How did it end?")
    office.riley.fills("In your words", "With his aunt.")
    office.riley.submits()
    for person in (office.dana, office.riley):
        person.waits_for("by Riley Shaw: Found, safe")
    office.dana.waits_for("[5:22 PM] 5:22 police there")
    note = office.dana.newest_card("[5:22 PM]")
    assert "I called Ms Stone" not in note, "a note holds its author's words alone"
    assert "Crisis Call" in note
    office.riley.waits_until_gone("[Close]")


def test_with_the_note_sent_already_the_rest_is_a_note_of_its_own(sqlite_office: Office) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.clicks("Submit")
    office.dana.waits_for("Submitted")
    office.dana.says("5:28 he is back", thread_of=SEEN)
    office.dana.waits_for("5:28 PM: added")
    office.dana.clicks("Close", on=SEEN)
    office.dana.chooses("Found, safe", from_="How did it end?")
    office.dana.submits()
    office.dana.waits_for("[5:28 PM] 5:28 he is back")
    with office.db.reading() as session:
        assert len(session.scalars(select(Note.id)).all()) == 2


def test_the_cases_people_have_it_by_morning(sqlite_office: Office) -> None:
    """Sam was not alerted: Riley had it at once. Her card waits until the night is over."""
    office = sqlite_office
    office.fast_forward(datetime.fromisoformat("2026-11-10T02:00:00-05:00"))
    office.dana.says("CRISIS Tobi Okafor ran away from Ms Stone's just now")
    office.riley.waits_for("[Acknowledge]")
    office.riley.clicks("Acknowledge")
    office.dana.waits_for(SEEN)
    assert not office.sam.sees("Riley Shaw has it")
    office.fast_forward(datetime.fromisoformat("2026-11-10T08:31:00-05:00"))
    office.sam.waits_for("Riley Shaw has it")
    assert "Tobi" not in office.sam.newest_message("Riley Shaw has it").text


def test_closing_stops_the_ladder(sqlite_office: Office) -> None:
    office = sqlite_office
    office.dana.says(SAID)
    office.riley.waits_for("[Acknowledge]")
    office.dana.waits_for("[Close]")
    office.dana.clicks("Close", on=CALL)
    office.dana.chooses("False alarm", from_="How did it end?")
    office.dana.submits()
    office.riley.waits_for("by Dana Ellis: False alarm")
    office.riley.waits_until_gone("[Acknowledge]")
    office.sam.waits_for("by Dana Ellis: False alarm")
    office.fast_forward(office.demo.workspace.clock.now() + timedelta(hours=1))
    office.sam.waits_for("Your shift")
    assert not office.sam.sees("Acknowledge")


def test_the_checklist_says_nothing_is_reported_until_a_person_ticks_it(sqlite_office: Office) -> None:
    office = sqlite_office
    taken_on(office)
    card = office.dana.waits_for("Police (NCIC)")
    assert "reported" not in card.replace("I report nothing", "").replace("reported it", "")
    office.riley.clicks("Report made", on="Acknowledged by Riley Shaw")
    office.riley.fills("Who was called", "Ofc. Lee, 40th precinct")
    office.riley.fills("Report number", "2231")
    office.riley.submits()
    office.dana.waits_for("Ofc. Lee, 40th precinct, no. 2231")
    office.riley.clicks("Report made", on="Acknowledged by Riley Shaw")
    assert "NCIC" not in office.riley.waits_for_window("Report made"), "what is ticked is not asked again"
    office.riley.closes_window()


def test_beside_the_thread_a_contact_is_a_note_a_line_is_no_second_alarm_and_a_crisis_is_one(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says("5:15 pm home visit with Maya Okafor at Ms Stone's, 20 min, all calm")
    office.dana.waits_for("Foster Home Visit")
    assert lines(office) == []
    office.dana.says("5:28 police there, he has a knife")
    office.dana.waits_for("5:28 PM: added to the alarm")
    office.riley.waits_for("he has a knife")
    assert calls(office) == [SAID]
    office.dana.clicks("New alarm")
    office.riley.waits_for("[Acknowledge]")
    office.dana.says("5:29 CRISIS Tobi has a knife")
    assert office.demo.workspace.wait_until(lambda: len(calls(office)) == 3)
    assert calls(office) == [SAID, "5:28 police there, he has a knife", "5:29 CRISIS Tobi has a knife"]


def calls(office: Office) -> list[str]:
    with office.db.reading() as session:
        found = session.scalars(select(CrisisCall).order_by(CrisisCall.opened_at)).all()
        return [call.words for call in found]


def test_an_officer_who_shares_a_surname_with_somebody_on_file_is_no_other_familys_alarm(
    sqlite_office: Office,
) -> None:
    """On-call staff see all families, where nearly every surname is somebody's."""
    office = sqlite_office
    office.robin.says(SAID)
    office.riley.waits_for("[Acknowledge]")
    for line in ("5:25 police there, officer Talbot, badge 4411", "5:28 talbot left"):
        office.robin.says(line)
        office.robin.waits_for(f"{line[:4]} PM: added to the alarm")
    with office.db.reading() as session:
        assert len(session.scalars(select(CrisisCall.id)).all()) == 1


def test_what_was_done_about_it_needs_no_clock_and_is_no_second_alarm(sqlite_office: Office) -> None:
    office = sqlite_office
    taken_on(office)
    for line in ("called police, report # 4471, officer Talbot", "he's back, he walked in at 5:20"):
        office.dana.says(line)
        office.riley.waits_for(line)
    office.dana.says("called Ms Quist today 5:25pm, Maya Lindgren is fine")
    office.dana.waits_for("Lindgren case, K2")
    assert calls(office) == [SAID]
    office.dana.says("police at Maya Lindgren's home right now, somebody broke the door")
    assert office.demo.workspace.wait_until(lambda: len(calls(office)) == 2), "another family: an alarm"
