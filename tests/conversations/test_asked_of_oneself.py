"""What somebody asks of her own month and of her own work, and a supervisor of the team's."""

from __future__ import annotations

import pytest

from tests.conversations.office import Office


def plain(text: str) -> str:
    return " ".join(text.replace("*", "").split())


@pytest.mark.parametrize(
    "asked", ["who do i still have to see this month", "cuántos me faltan por visitar?", "any visits left"]
)
def test_visits_still_owed_are_counted_and_named_alone(office: Office, asked: str) -> None:
    office.demo.fieldnote.scheduler.beat()
    office.dana.says(asked)
    office.dana.waits_for("3 of 3 children still to see by Nov 30")
    card = plain(office.dana.newest_card("still to see"))
    assert "• Maya Lindgren • Maya Okafor • Tobi Okafor" in card
    assert "hearing" not in card
    assert "Caretaker" not in card


def test_who_was_seen_is_left_out(office: Office) -> None:
    office.demo.fieldnote.scheduler.beat()
    office.dana.says("saw Tobi today at 4pm at the foster home, 30 min")
    office.dana.waits_for("[Submit]")

    def asked_again() -> bool:
        office.dana.says("which kids do i still need to see")
        office.dana.waits_for("still to see")
        return office.dana.sees("2 of 3 children still to see")

    # The month's visits are counted again once the card stands (afterwards.py), so soon, not at once.
    assert office.demo.workspace.wait_until(asked_again)
    assert "Tobi" not in office.dana.newest_card("2 of 3")


def test_other_questions_still_get_the_whole_list(office: Office) -> None:
    office.demo.fieldnote.scheduler.beat()
    office.dana.says("what do i still owe this month")
    office.dana.waits_for("What's due")
    assert "permanency hearing" in office.dana.newest_card("What's due")


def test_a_supervisor_is_told_worker_by_worker(office: Office) -> None:
    office.demo.fieldnote.scheduler.beat()
    office.sam.says("who still needs to be seen this month")
    office.sam.waits_for("3 of 3 children still to see")
    assert "Dana Ellis: 3 of 3" in office.sam.newest_card("still to see")
    office.sam.says("hows everybody doing this month")
    office.sam.waits_for("the last 7 days")
    card = office.sam.newest_card("the last 7 days")
    assert "Dana Ellis: 3 of 3 still to see" in card
    assert "Maya" not in card
    office.dana.says("hows everybody doing this month")
    office.dana.waits_for("That report I can't make")


def test_a_director_gets_the_units_numbers(office: Office) -> None:
    office.demo.fieldnote.scheduler.beat()
    office.alex.says("how is everyone doing this month")
    office.alex.waits_for("the last 7 days")
    assert "Riley Shaw" in office.alex.newest_card("the last 7 days")


def test_what_i_filed_is_my_own_with_its_hour(office: Office) -> None:
    office.sam.says("what did i file today")
    office.sam.waits_for("no note of yours")
    office.dana.says("saw Tobi yesterday at 4pm at the foster home, he is fine")
    office.dana.waits_for("[Submit]")
    office.dana.clicks("Submit")
    office.sam.waits_for("[Read]")
    office.dana.says("what did i file today")
    office.dana.waits_for("1 note of yours")
    assert "submitted Mon Nov 9" in office.dana.newest_card("of yours")
    office.dana.says("a qué hora mandé lo de corte")
    office.dana.waits_for("1 note of yours")
    office.kim.says("what did i do today")
    office.kim.waits_for("no note of yours")


def test_nobody_is_reminded_by_word(office: Office) -> None:
    office.sam.says("remind dana about tobi")
    office.sam.waits_for("I pass nothing on")


def test_my_supervisors_number(office: Office) -> None:
    office.dana.says("whats my supervisors number")
    office.dana.waits_for("212-555-0111")
    assert "Sam Ortega" in office.dana.newest_card("212-555-0111")


def test_who_supervises_asks_of_one_worker_and_of_figures(sqlite_office: Office) -> None:
    sqlite_office.sam.says("is dana late on anything")
    sqlite_office.sam.waits_for("Dana Ellis: overdue now")
    sqlite_office.alex.says("how are we doing on timeliness")
    sqlite_office.alex.waits_for("Note by note: your administrator can export")
    sqlite_office.dana.says("how are we doing on timeliness")
    sqlite_office.dana.waits_for("That report I can't make")
