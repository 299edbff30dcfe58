"""Figures that a supervisor and a director ask for: of a worker, a unit, some days; nothing is made up."""

from __future__ import annotations

import pytest

from tests.conversations.office import Office


def plain(text: str) -> str:
    return " ".join(text.replace("*", "").split())


def submitted(office: Office) -> None:
    office.demo.fieldnote.scheduler.beat()
    office.dana.says("saw Tobi today at 4pm at the foster home, 30 min, he is fine")
    office.dana.waits_for("[Submit]")
    office.dana.clicks("Submit")
    office.sam.waits_for("[Read]")


def answer(office: Office, who: str, asked: str, words: str) -> str:
    person = getattr(office, who)
    person.says(asked)
    person.waits_for(words)
    return plain(person.newest_card(words))


def test_of_one_worker_that_workers_alone(office: Office) -> None:
    submitted(office)
    card = answer(office, "sam", "hows danas timeliness", "Dana Ellis: notes submitted")
    assert "100% on time, 1 of 1" in card
    assert "Noor" not in card
    card = answer(office, "sam", "is dana late on anything", "Dana Ellis: overdue now")
    assert "Noor" not in card
    card = answer(office, "alex", "how many kids has dana not seen yet", "Dana Ellis: children to see")
    assert "of 3 still to see" in card
    assert "Maya Okafor" in card


def test_of_a_unit_worker_by_worker_and_of_the_agency_unit_by_unit(office: Office) -> None:
    submitted(office)
    card = answer(office, "alex", "why is unit a at 1 seen", "Unit A · Sam Ortega: visits in November 2026")
    assert "1 of 3 seen as often as owed (33%) • Dana Ellis: 1 of 3" in card
    card = answer(office, "alex", "which unit is worst on visits", "The agency: visits")
    assert card.index("Unit B · Riley Shaw: 0 of 1") < card.index("Unit A · Sam Ortega: 1 of 3")
    assert not office.alex.sees("Which child?")


def test_what_is_not_on_record_is_said_not_to_be_reckoned(office: Office) -> None:
    submitted(office)
    card = answer(office, "alex", "percent of visits done in september", "visits in September 2026")
    assert "not reckoned" in card
    card = answer(office, "alex", "what is our federal visit percentage", "The federal measure")
    assert "is not reckoned here" in card
    card = answer(office, "alex", "on time percent for october", "notes submitted Oct 1 – Oct 31")
    assert "no note submitted" in card
    assert "%" not in card


def test_hearings_and_court_reports_of_those_one_answers_for(office: Office) -> None:
    office.demo.fieldnote.scheduler.beat()
    card = answer(office, "sam", "any hearings next week", "hearings Nov 16 – Nov 22")
    assert "Fri Nov 20, 10:00 AM · Okafor · permanency hearing · Dana Ellis" in card
    card = answer(office, "alex", "how many court reports are overdue", "court reports overdue")
    assert "Okafor family · 🔴 overdue since Fri Nov 6 · Dana Ellis" in card
    card = answer(office, "riley", "hearings next week", "hearings Nov 16")
    assert "none on record" in card


def test_nothing_of_ones_own_is_not_nothing(office: Office) -> None:
    office.demo.fieldnote.scheduler.beat()
    card = answer(office, "alex", "what's due", "The agency: overdue now")
    assert "Nothing is due. ✓" not in card
    assert "Unit A · Sam Ortega: 1 court report" in card


@pytest.mark.parametrize("asked", ["hows kims timeliness", "is kim behind on visits"])
def test_another_units_worker_is_not_shown(office: Office, asked: str) -> None:
    office.sam.says(asked)
    office.sam.waits_for("Kim Osei is not in your team")
    assert not office.sam.sees("on time")


def test_a_wish_to_tell_a_colleague_is_no_question_for_figures(office: Office) -> None:
    office.alex.says("send dana a note that her visits are behind")
    office.alex.waits_for("I pass nothing on")


def test_a_worker_gets_none_of_them(office: Office) -> None:
    office.dana.says("whats the percent on time for october")
    office.dana.waits_for("That report I can't make")


def test_what_a_worker_owes_is_that_workers_alone(office: Office) -> None:
    office.demo.fieldnote.scheduler.beat()
    card = answer(office, "sam", "what does dana still owe", "Dana Ellis: visits")
    assert "Dana Ellis: overdue now" in card
    assert "Noor" not in card


def test_what_came_in_and_what_was_decided(office: Office) -> None:
    submitted(office)
    card = answer(office, "sam", "what came in today", "Unit A · Sam Ortega: notes that came in Mon Nov 9")
    assert "Dana Ellis T.O." in card
    assert "review due" in card
    assert not answer(office, "riley", "what came in today", "No note came in").count("T.O.")
    office.sam.clicks("Read", on="Note from Dana Ellis")
    office.sam.waits_for_window("Read note")
    office.sam.clicks("Approve")
    office.dana.waits_for("approved this note")
    office.sam.closes_window()
    card = answer(office, "sam", "what did i approve today", "What you approved Mon Nov 9 (1)")
    assert "T.O." in card
    card = answer(office, "sam", "what did I send back this week", "What you sent back")
    assert "You sent no note back in these days." in card


def test_a_list_is_narrowed_and_named(office: Office) -> None:
    submitted(office)
    answer(office, "sam", "who on my team hasnt been seen", "still to see by Nov 30")
    card = answer(office, "sam", "just danas", "Dana Ellis: children to see in November 2026")
    assert "Maya Okafor" in card
    card = answer(office, "alex", "hows unit a doing on visits", "Unit A · Sam Ortega: visits")
    assert "Maya Okafor" not in card
    card = answer(office, "alex", "names please", "Unit A · Sam Ortega: children to see")
    assert "Maya Okafor" in card
    card = answer(office, "sam", "whats still open w dana", "Dana Ellis: what is open (1)")
    assert "Nothing that was sent back is still out." in card
    card = answer(office, "sam", "and noor?", "Noor Haddad: what is open")
    assert "No note waits for review." in card
    office.sam.says("what about kim?")
    office.sam.waits_for("Kim Osei is not in your team")
    card = answer(office, "sam", "my queue", "Waiting for your review (1 note)")
    assert "Noor Haddad: waiting" not in card
    office.sam.says("which of those are noors")
    office.sam.waits_for("Nothing of Noor Haddad waits for your review")


def test_one_familys_court_report(office: Office) -> None:
    office.demo.fieldnote.scheduler.beat()
    card = answer(office, "sam", "did dana do her court report for okafor", "Dana Ellis: court reports")
    assert "Okafor family · 🔴 overdue since Fri Nov 6" in card
    assert not office.sam.sees("This lookup is on record")


def test_whether_anybody_went_is_answered_by_the_notes(office: Office) -> None:
    submitted(office)
    card = answer(office, "sam", "has anybody been to the Okafors", "1 note")
    assert "T.O." in card
    assert not office.sam.sees("This lookup is on record")


def test_a_question_who_has_visits_plans_none(office: Office) -> None:
    office.sam.says("who has visits planned tomorrow")
    office.sam.waits_for("I have no answer to that question")
    assert not office.sam.sees("A plan is no note")
