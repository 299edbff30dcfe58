"""Words that want something done with notes: nothing is done by words, and what was wanted is one tap away."""

from __future__ import annotations

import pytest

from tests.conversations.office import Office
from tests.conversations.test_a_note_to_its_end import submit

VISIT = "h/v Maya Okafor today 4pm at Ms Stone's, 45 min. both kids home, healthy, rm clean"
SCHOOL = "saw Tobi Okafor today 3pm at school, 20 min, he likes his teacher"


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
    ],
)
def test_a_reviewer_who_decides_in_words_is_shown_what_waits(sqlite_office: Office, said: str) -> None:
    office = sqlite_office
    submit(office)
    office.sam.waits_for("[Return]")
    office.sam.says(said)
    office.sam.waits_for("Waiting for your review (1 note)")
    assert "nothing is filed yet" not in office.sam.reads()


def test_a_reviewer_who_tells_of_the_meeting_is_shown_where_to_record_it(sqlite_office: Office) -> None:
    office = sqlite_office
    submit(office)
    office.sam.waits_for("[Return]")
    office.sam.clicks("Return")
    office.sam.waits_for_window("Return note")
    office.sam.fills("Reason", "Which room?")
    office.sam.submits()
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
