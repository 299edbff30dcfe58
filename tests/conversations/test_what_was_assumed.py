"""What was assumed is marked where it stands on the card; one tap changes or confirms precisely that."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from storage.models import AuditRow, Nickname, NoteVersion
from tests.conversations.office import Office
from tests.stock import NEW_YORK


def newest(office: Office) -> NoteVersion:
    with office.db.reading() as session:
        found = session.scalars(select(NoteVersion).order_by(NoteVersion.number.desc())).first()
        assert found is not None
        return found


def test_an_hour_without_am_or_pm_is_marked_and_turned_with_one_tap(office: Office) -> None:
    office.dana.says("saw Tobi yesterday at 4 at Ms Stone's")
    card = office.dana.waits_for("assumed PM")
    assert "[Submit]" in card
    office.dana.clicks("Make it 4:00 AM")
    office.dana.waits_until_gone("assumed PM")
    assert office.dana.sees("4:00 AM")
    assert newest(office).made_how == "checked"
    office.dana.clicks("Submit")
    office.dana.waits_for("Submitted")


def test_what_was_said_in_full_is_not_marked(office: Office) -> None:
    office.dana.says("saw Tobi yesterday at 4pm at Ms Stone's")
    card = office.dana.waits_for("[Submit]")
    assert "assumed" not in card
    assert "you wrote" not in card


def test_a_school_visited_on_a_sunday_is_told_until_the_day_is_put_right(office: Office) -> None:
    office.dana.says("saw Tobi at school yesterday at 10am, 20 min")
    assert "[Submit]" in office.dana.waits_for("School on a Sunday? Check the day.")
    office.dana.says("no, it was Friday")
    office.dana.waits_until_gone("School on a Sunday?")
    assert office.dana.sees("Fri, Nov 6")


def test_a_time_still_to_come_is_refused_and_the_mark_stays(office: Office) -> None:
    office.fast_forward(datetime(2026, 11, 9, 17, 40, tzinfo=NEW_YORK))
    office.dana.says("saw Tobi today at 8 at Ms Stone's")
    office.dana.waits_for("assumed AM")
    office.dana.clicks("Make it 8:00 PM")
    office.dana.waits_for("still to come")
    assert office.dana.sees("assumed AM")


def test_a_misspelt_name_shows_what_was_written_and_is_confirmed_with_one_tap(office: Office) -> None:
    office.dana.says("saw Tobbi today 4pm at Ms Stone's")
    office.dana.waits_for("you wrote “Tobbi”")
    office.dana.chooses("Yes, Tobi Okafor", from_="Tobi Okafor? Check")
    office.dana.waits_until_gone("you wrote")
    office.dana.waits_for("I will know that name")
    with office.db.reading() as session:
        assert session.scalars(select(Nickname)).one().alias == "Tobbi"
        assert "nickname.learn" in session.scalars(select(AuditRow.action)).all()


def test_a_misspelt_name_is_changed_to_another_child_with_one_tap(office: Office) -> None:
    office.dana.says("saw Tobbi today 4pm, 30 min")
    office.dana.waits_for("you wrote “Tobbi”")
    office.dana.chooses("Maya Okafor", from_="Tobi Okafor? Check")
    office.dana.waits_until_gone("you wrote")
    assert office.dana.newest_card("[Submit]").startswith("Maya Okafor")


def test_the_day_of_a_bare_hour_is_marked(office: Office) -> None:
    office.dana.says("saw Tobi at 3:15pm at Ms Stone's")
    office.dana.waits_for("day assumed")
    office.dana.chooses("2026-11-06", from_="Another day")
    office.dana.waits_until_gone("day assumed")
    assert office.dana.sees("Fri, Nov 6, 2026, 3:15 PM")


def test_a_child_of_somebody_elses_caseload_is_marked(office: Office) -> None:
    office.dana.says("saw Bence Varga today 4pm at his foster home")
    card = office.dana.waits_for("Not your own case")
    assert "Bence Varga? Check" in card
    assert "you wrote" not in card


def test_an_old_mark_tapped_a_second_time_is_told(office: Office) -> None:
    office.dana.says("saw Tobi yesterday at 4 at Ms Stone's")
    late = office.dana.finds("Make it 4:00 AM")
    office.dana.clicks("Make it 4:00 AM")
    office.dana.waits_until_gone("assumed PM")
    office.dana.clicks(late)
    office.dana.waits_for("settled already")


def test_advice_on_wording_is_shown_and_never_blocks(office: Office) -> None:
    office.dana.says("saw Tobi today 4pm at Ms Stone's. fm was rude")
    office.dana.waits_for("💬")
    office.dana.clicks("Submit")
    office.dana.waits_for("Submitted")
    office.sam.clicks("Read")
    assert "fm was rude" in office.sam.waits_for_window("Tobi")


def test_nothing_assumed_stands_on_what_the_supervisor_gets(office: Office) -> None:
    office.dana.says("saw Tobbi yesterday at 4 at Ms Stone's")
    office.dana.waits_for("you wrote")
    office.dana.clicks("Submit")
    office.sam.waits_for("[Read]")
    office.sam.clicks("Read")
    assert "assumed" not in office.sam.waits_for_window("Tobi")
