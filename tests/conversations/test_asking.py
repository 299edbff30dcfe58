"""Questions: who is on call, a number, what is due, notes, help."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from storage.models import AuditRow
from tests.conversations.office import Office
from tests.stock import NEW_YORK


def test_who_is_on_call_now_until_when_and_who_is_next(office: Office) -> None:
    office.dana.says("who is on call right now?")
    office.dana.waits_for("On call now")
    answer = office.dana.newest_card()
    for words in ("Robin Pike", "212-555-0131", "until Tue Nov 10, 9:00 AM", "Kim Osei", "Riley Shaw"):
        assert words in answer, words
    assert "next, from Tue Nov 10, 5:00 PM: Kim Osei" in answer.replace("_", "")


def test_in_office_hours_the_cases_own_people_are_asked_first(office: Office) -> None:
    office.fast_forward(datetime(2026, 11, 10, 11, 0, tzinfo=NEW_YORK))
    office.dana.command("/oncall")
    office.dana.waits_for("Office hours until 5:00 PM")
    assert "Kim Osei" in office.dana.newest_card()


def test_a_number_for_a_child_on_ones_caseload(office: Office) -> None:
    office.dana.says("whats the number for Tobi's foster mother")
    office.dana.waits_for("718-555-0102")
    assert "Calls after 6 pm" in office.dana.newest_card()
    with office.db.reading() as session:
        assert "lookup" in session.scalars(select(AuditRow.action)).all()


def test_a_lookups_words_leave_the_chat_after_half_an_hour(office: Office) -> None:
    office.dana.says("whats the number for Tobi's foster mother")
    office.dana.waits_for("718-555-0102")
    office.fast_forward(datetime(2026, 11, 9, 18, 5, tzinfo=NEW_YORK))
    office.dana.waits_until_gone("718-555-0102")


def test_somebody_elses_family_is_refused_and_told_whom_to_ask(office: Office) -> None:
    office.dana.says("phone number for Bence Varga's foster father Hugh Talbot")
    office.dana.waits_for("not on your caseload")
    for words in ("212-555-0102", "Kim Osei", "case's worker", "212-555-0131", "Robin Pike", "on call"):
        assert office.dana.sees(words), words
    assert not office.dana.sees("718-555-0107")


def test_on_call_staff_give_a_reason_once_a_case_and_shift(office: Office) -> None:
    office.robin.says("number for Hugh Talbot")
    office.robin.waits_for("Why do you need")
    office.robin.clicks("Crisis call")
    office.robin.waits_for("718-555-0107")
    office.robin.says("what is Hugh Talbot's address")
    office.robin.waits_for("24 Gum Lane")
    office.robin.waits_until_gone("Why do you need")


def test_a_treatment_programme_never_shows(office: Office) -> None:
    office.robin.says("number for Piers Colby")
    office.robin.waits_for("Why do you need")
    office.robin.clicks("Crisis call")
    office.robin.waits_for("Varga case")
    assert not office.robin.sees("718-555-0108")


def test_what_is_due_has_its_action_one_tap_away(office: Office) -> None:
    office.demo.fieldnote.scheduler.beat()
    office.dana.says("what's due?")
    office.dana.waits_for("What's due")
    due = office.dana.newest_card()
    assert "Maya Lindgren" in due
    assert "Okafor · permanency hearing" in due
    office.dana.clicks("Log visit")
    office.dana.waits_for_window("Edit note")


def test_notes_on_a_child_are_found_by_who_may_read_them(office: Office) -> None:
    office.dana.says("saw Tobi today at 4pm at the foster home, he is fine")
    office.dana.waits_for("[Submit]")
    office.dana.clicks("Submit")
    office.sam.waits_for("[Read]")
    office.sam.says("show me the notes on Tobi Okafor")
    office.sam.waits_for("1 note")


def test_help_comes_from_examples(office: Office) -> None:
    office.dana.command("/fieldnote")
    office.dana.waits_for("What I can do")
    assert office.dana.sees("saw Maya at the foster home today 4pm")


def test_the_home_shows_the_day_by_role(office: Office) -> None:
    office.demo.fieldnote.scheduler.beat()
    office.robin.opens_home()
    assert "You are on call until Tue Nov 10, 9:00 AM" in office.robin.home
    office.dana.opens_home()
    assert "Log a contact" in office.dana.home
    assert "Maya Lindgren" in office.dana.home


def still_owed(office: Office) -> str:
    """The list of what is due, asked for just now."""
    workspace, before = office.demo.workspace, len(office.dana.reads())
    office.dana.command("/due")
    assert workspace.wait_until(
        lambda: len(office.dana.reads()) > before and office.dana.sees("Hearings"), 10
    )
    return office.dana.newest_card("What's due")


def test_a_visit_that_was_logged_is_owed_no_more_until_it_is_discarded(office: Office) -> None:
    office.demo.fieldnote.scheduler.beat()
    assert "Visit this month Tobi Okafor" in plain(still_owed(office))
    office.dana.says("saw Tobi today at 4pm at the foster home, 30 min")
    office.dana.waits_for("[Submit]")
    # The month's visits are counted again once the card stands (afterwards.py), so soon, not at once.
    workspace = office.demo.workspace
    assert workspace.wait_until(lambda: "Visit this month Tobi Okafor" not in plain(still_owed(office)))
    assert "Visit this month Maya Lindgren" in plain(still_owed(office))
    office.dana.clicks("Discard")
    office.dana.waits_for("it can be brought back")
    assert "Visit this month Tobi Okafor" in plain(still_owed(office))


def plain(text: str) -> str:
    return " ".join(text.replace("*", "").split())
