"""Words that want something done with notes: nothing is done by words, and what was wanted is one tap away."""

from __future__ import annotations

import pytest

from tests.conversations.office import Office
from tests.conversations.test_a_note_to_its_end import submit

VISIT = "h/v Maya Okafor today 4pm at Ms Stone's, 45 min. both kids home, healthy, rm clean"
SCHOOL = "saw Tobi Okafor today 3pm at school, 20 min, he likes his teacher"


def returned(office: Office) -> None:
    """Sam returns the note that waits: it is asked which room."""
    office.sam.waits_for("[Return]")
    office.sam.clicks("Return")
    office.sam.waits_for_window("Return note")
    office.sam.fills("Reason", "Which room?")
    office.sam.submits()


@pytest.mark.parametrize("said", ["scrap that", "delete that last one", "ok send it in", "borra esa nota"])
def test_of_several_drafts_all_are_shown_with_their_buttons(sqlite_office: Office, said: str) -> None:
    office = sqlite_office
    for words in (VISIT, SCHOOL):
        office.dana.says(words)
        office.dana.waits_for(words[:30])
    office.dana.says(said)
    office.dana.waits_for("2 drafts still open")
    card = office.dana.newest_card("drafts still open")
    assert card.count("[Submit]") == card.count("[Discard]") == 2
    assert "Which note is that about?" not in office.dana.reads()
    assert said not in card


@pytest.mark.parametrize(
    "said",
    [
        "approve the first one",
        "send it back, she forgot the time",
        "return Maya's, she needs to say what they talked about",
        "the Okafor one - send it back, she didnt say how long",
        "looks good approve maya",
        "danas is fine too",
        "maya's - did ms stone say anything about the inhaler?",
        "the okafor one - tell her I need the time",
    ],
)
def test_a_reviewer_who_decides_in_words_is_shown_what_waits(sqlite_office: Office, said: str) -> None:
    office = sqlite_office
    submit(office)
    office.sam.waits_for("[Return]")
    office.sam.says(said)
    office.sam.waits_for("Waiting for your review (1 note)")
    office.sam.waits_for("I decide nothing by words")
    assert "nothing is filed yet" not in office.sam.reads()


def test_what_a_colleague_is_to_be_told_is_passed_on_by_nobody_and_no_note(sqlite_office: Office) -> None:
    office = sqlite_office
    submit(office)
    office.sam.waits_for("[Return]")
    office.sam.says("ask dana did Maya say anything about wanting to see her mother")
    office.sam.waits_for("Ask puts a question to its author")
    returned(office)
    office.sam.waits_for("[Record meeting]")
    office.sam.says("did dana get it")
    cards = lambda: office.sam.reads().count("Returned by S. Ortega")  # noqa: E731 - looked at again and again
    assert office.demo.workspace.wait_until(lambda: cards() == 2), office.sam.reads()
    office.sam.says("reassign okafor to noor")
    office.sam.waits_for("I move no case")
    assert "nothing is filed yet" not in office.sam.reads()
    office.sam.says("saw Maya Okafor at Ms Stone's today 4pm, she asked to see her mother")
    office.sam.waits_for("nothing is filed yet")


def test_a_reviewer_who_tells_of_the_meeting_is_shown_where_to_record_it(sqlite_office: Office) -> None:
    office = sqlite_office
    submit(office)
    returned(office)
    office.sam.waits_for("[Record meeting]")
    office.sam.says("met w dana by phone just now about the note")
    cards = lambda: office.sam.reads().count("[Record meeting]")  # noqa: E731 - looked at again and again
    assert office.demo.workspace.wait_until(lambda: cards() == 2), office.sam.reads()
    assert "nothing is filed yet" not in office.sam.reads()


def test_what_nothing_was_made_of_is_said_so_and_thanks_get_a_nod(sqlite_office: Office) -> None:
    office = sqlite_office
    office.dana.says("blue folder, second drawer")
    office.dana.waits_for("I could make nothing of these words: they are in no note")
    office.dana.says("ok thanks!!")
    office.dana.waits_for("👍 I'm here when something happened")


def test_who_asks_why_a_note_came_back_is_shown_it_with_the_reason(sqlite_office: Office) -> None:
    office = sqlite_office
    submit(office)
    returned(office)
    office.dana.waits_for("Which room?")
    cards = lambda: office.dana.reads().count("Which room?")  # noqa: E731 - looked at again and again
    before = cards()
    office.dana.says("why did sam send the okafor note back")
    assert office.demo.workspace.wait_until(lambda: cards() > before), office.dana.reads()
    assert "[Revise]" in office.dana.newest_card("Which room?")
