"""A note that is wanted back or asked after, a double, one day's agenda, what came back."""

from __future__ import annotations

import pytest

from bot.understand.office.asked_figures import Figure, figure_asked
from bot.understand.office.wanted_back import After, wanted_back
from bot.understand.office.why_returned import asks_what_is_wanted, asks_why_returned
from bot.understand.wants.asking import asks_for_a_day
from bot.understand.wants.how_to import Topic, question_of
from bot.understand.wants.leaning import drops


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("wait i didnt mean to discard that, can I get it back?", After.DISCARDED),
        ("hmm wait I didnt want to discard the first one, can I get it back?", After.DISCARDED),
        ("bring that note back please", After.DISCARDED),
        ("i discarded the wrong one", After.DISCARDED),
        ("no queria borrarla", After.DISCARDED),
        ("bring back the one i discarded", After.DISCARDED),
        ("can you get back the note I just deleted?", After.DISCARDED),
        ("recupera la que borré", After.DISCARDED),
        ("undo that discard", After.DISCARDED),
        ("put back her toys", None),
        ("ask for it back", After.SENT),
        ("can you ask patricia for it back", After.SENT),
        ("did it go to Patricia?", After.ARRIVED),
        ("did it go through", After.ARRIVED),
        ("did my supervisor get my note", After.ARRIVED),
        ("did patricia get my note", After.ARRIVED),
        ("llego la nota?", After.ARRIVED),
        ("did he get back to his room", None),
        ("can i get her number back", None),
        ("did mom get it", None),
        ("did it go well", None),
        ("scrap that", None),
    ],
)
def test_a_note_that_is_wanted_back(text: str, wish: After | None) -> None:
    assert wanted_back(text) is wish


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("that last one is a double, throw it away please", True),
        ("thats a duplicate", True),
        ("that one is a repeat, delete it", True),
        ("throw it away please", True),
        ("esa nota esta repetida, borrala", True),
        ("that is a double room", False),
        ("that is a double, it was tuesday", False),
        ("he said throw it away", False),
    ],
)
def test_a_double_is_put_aside(text: str, dropped: bool) -> None:
    assert drops(text) is dropped


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what do i have thurs", True),
        ("whats on tomorrow", True),
        ("que tengo el jueves", True),
        ("what do i have due thursday", False),
        ("what do i have this week", False),
        ("what did will have thurs", False),
    ],
)
def test_one_days_agenda(text: str, asked: bool) -> None:
    assert asks_for_a_day(text) is asked


@pytest.mark.parametrize(
    "text", ["what notes did patricia send back", "which notes came back", "que notas me devolvieron"]
)
def test_which_notes_came_back(text: str) -> None:
    assert asks_why_returned(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("whats patricia want on will", True),
        ("what does she need on hope", True),
        ("what did Patricia say about the Hall note", True),
        ("what time does will eat", False),
        ("who wants what", False),
    ],
)
def test_what_is_wanted_of_a_note(text: str, asked: bool) -> None:
    assert asks_what_is_wanted(text) is asked


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("does sat count for winnie", Topic.COUNTS),
        ("does that count as a visit", Topic.COUNTS),
        ("what if i forgot to log a visit from last week", Topic.LATE),
        ("do i have to call the hotline for that?", Topic.DANGER),
    ],
)
def test_how_it_is_done(text: str, topic: Topic) -> None:
    found = question_of(text)
    assert found is not None
    assert found.topic is topic


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("which notes were late this month", Figure.TIMELY),
        ("how many notes came in late last week", Figure.TIMELY),
        ("which notes are late", Figure.NOTES_LATE),
        ("what percent of kids were seen in their home this month", None),
        ("what percent of kids were seen this month", Figure.VISITS),
    ],
)
def test_late_then_is_not_late_now(text: str, what: Figure | None) -> None:
    found = figure_asked(text, of_somebody=False)
    assert (found and found.what) == what
