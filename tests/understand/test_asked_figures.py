"""Which figure is asked for by who answers for others; what tells of something, or asks of oneself, is none."""

from __future__ import annotations

import pytest

from bot.understand.office.asked_figures import Figure, asks_to_pass_on, figure_asked


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("what percent of notes were on time in september", Figure.TIMELY),
        ("our on-time rate last quarter", Figure.TIMELY),
        ("print me the timeliness for the board", Figure.TIMELY),
        ("how many notes were sent back this month", Figure.RETURNED),
        ("whats the federal visit number", Figure.FEDERAL),
        ("which supervisor is worst on visits", Figure.VISITS),
        ("why is unit c at 3 seen", Figure.VISITS),
        ("which kids were never visited this month", Figure.UNSEEN),
        ("any court reports overdue", Figure.COURT_REPORTS),
        ("hearings next week", Figure.HEARINGS),
        ("who has court tomorrow? any hearings", Figure.HEARINGS),
        ("who is behind in my unit", Figure.BEHIND),
        ("how many notes are overdue", Figure.NOTES_LATE),
        ("who still owes me a conference", Figure.CONFERENCES),
        ("how many meetings after returns are open", Figure.MEETINGS),
        ("which supervisor has most notes waiting", Figure.REVIEWS),
    ],
)
def test_a_figure_of_nobody_in_particular(text: str, what: Figure) -> None:
    found = figure_asked(text, of_somebody=False)
    assert found is not None
    assert found.what is what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("is kevin late on anything", Figure.BEHIND),
        ("kevins timeliness pls", Figure.TIMELY),
        ("hows marisol doing with her notes", Figure.TIMELY),
        ("how many kids has luis not seen yet", Figure.UNSEEN),
        ("how is unit b doing", Figure.DOING),
    ],
)
def test_a_figure_of_somebody(text: str, what: Figure) -> None:
    found = figure_asked(text, of_somebody=True)
    assert found is not None
    assert found.what is what


def test_months_and_comparisons_are_heard() -> None:
    trend = figure_asked("trend on time last 3 months", of_somebody=False)
    assert trend is not None
    assert trend.trend
    worst = figure_asked("compare the units on visits", of_somebody=False)
    assert worst is not None
    assert worst.compared


@pytest.mark.parametrize(
    "text",
    [
        "what am i late on",
        "whats overdue",
        "how many times does each kid have to be seen",
        "what happens if a note is late",
        "what's due",
        "am i on time with my notes",
        "how's everybody doing this month",
        "did my conference with kevin, he is late on notes",
        "kevin is behind on notes, talked to him at 3",
        "the hall kids were not seen today",
        "late entry: home visit with hope on 11/5",
        "who still needs to be seen this month",
    ],
)
def test_other_words_ask_for_none(text: str) -> None:
    assert figure_asked(text, of_somebody="kevin" in text) is None


def test_what_begins_as_a_story_is_no_question_where_the_reading_takes_it_for_one() -> None:
    told = "did conference with kevin today, he is late on notes"
    assert figure_asked(told, of_somebody=True, telling=True) is None
    assert figure_asked("why is unit a at 2 seen", of_somebody=True, telling=True) is not None


def test_a_colleague_is_to_be_told_something() -> None:
    assert asks_to_pass_on("send keisha a note that her visits are behind")
    assert asks_to_pass_on("pls shoot kevin a quick message about the hall report")
    assert not asks_to_pass_on("send me a report about visits")
    assert not asks_to_pass_on("sent the school a letter about hope")
