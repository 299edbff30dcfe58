"""The life of a note as a table, and what a note needs to be submitted."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Outdated
from bot.rules.review import (
    Action,
    Missing,
    actions_for,
    may_move,
    missing_to_submit,
    next_status,
    statuses_for,
)
from storage.types import EventType, Method, NoteStatus, Outcome

DRAFT, SUBMITTED, RETURNED = NoteStatus.DRAFT, NoteStatus.SUBMITTED, NoteStatus.RETURNED
APPROVED, DISCARDED = NoteStatus.APPROVED, NoteStatus.DISCARDED


def life(*actions):
    status = DRAFT
    for action in actions:
        status = next_status(status, action)
    return status


def test_a_note_is_returned_corrected_and_approved():
    assert life(Action.SUBMIT, Action.RETURN, Action.EDIT, Action.SUBMIT, Action.APPROVE) is APPROVED


def test_a_discarded_draft_can_be_brought_back():
    assert life(Action.DISCARD) is DISCARDED
    assert life(Action.DISCARD, Action.RESTORE) is DRAFT


def test_approved_is_final():
    assert actions_for(APPROVED) == {Action.ADD_ADDENDUM, Action.MARK_ENTERED}
    assert life(Action.SUBMIT, Action.APPROVE, Action.ADD_ADDENDUM, Action.MARK_ENTERED) is APPROVED


@pytest.mark.parametrize("status", [SUBMITTED, RETURNED, APPROVED])
def test_what_was_submitted_is_never_discarded(status):
    assert not may_move(status, Action.DISCARD)


def test_only_a_submitted_note_is_decided_on():
    assert statuses_for(Action.APPROVE) == statuses_for(Action.RETURN) == {SUBMITTED}
    assert statuses_for(Action.SUBMIT) == {DRAFT, RETURNED}


def test_a_late_click_is_told_how_the_note_stands():
    with pytest.raises(Outdated, match="approved, which is final"):
        next_status(APPROVED, Action.RETURN)
    with pytest.raises(Outdated, match="with the supervisor"):
        next_status(SUBMITTED, Action.EDIT)


@given(st.lists(st.sampled_from(list(Action)), max_size=30))
def test_whatever_is_clicked_approved_and_submitted_stay(clicks):
    status, submitted = DRAFT, False
    for click in clicks:
        before = status
        status = next_status(status, click) if may_move(status, click) else status
        submitted = submitted or status is SUBMITTED
        assert before is not APPROVED or status is APPROVED
        assert not (submitted and status in {DRAFT, DISCARDED})


@given(st.sampled_from(list(NoteStatus)), st.sampled_from(list(Action)))
def test_the_questions_agree(status, action):
    assert may_move(status, action) == (status in statuses_for(action)) == (action in actions_for(status))


@dataclass(frozen=True)
class Content:
    children: tuple[str, ...] = ("P0001",)
    types: tuple[EventType, ...] = (EventType.CASEWORKER_CHILD,)
    on: date | None = date(2026, 11, 20)
    starts_at: datetime | None = datetime(2026, 11, 20, 21, tzinfo=UTC)
    part_of_day: str | None = None
    time_unknown: bool = False
    method: Method | None = Method.IN_PERSON
    outcome: Outcome | None = Outcome.COMPLETED
    narrative: str = "Saw Maya at home."


WHOLE = Content()


def lacks(today=None, case_id=None, **changes):
    return missing_to_submit(replace(WHOLE, **changes), case_id=case_id, today=today)


def test_a_whole_note_lacks_nothing():
    assert lacks() == ()


@pytest.mark.parametrize(
    ("field", "value", "missing"),
    [
        ("narrative", "  \n", Missing.WORDS),
        ("children", (), Missing.CHILD),
        ("types", (), Missing.TYPE),
        ("on", None, Missing.DATE),
        ("starts_at", None, Missing.TIME),
        ("outcome", None, Missing.OUTCOME),
        ("outcome", Outcome.PLANNED, Missing.OUTCOME),
        ("method", None, Missing.METHOD),
    ],
)
def test_each_required_field_is_missed(field, value, missing):
    assert lacks(**{field: value}) == (missing,)


def test_a_case_does_in_place_of_a_child():
    assert lacks(children=(), case_id="C0001") == ()


@pytest.mark.parametrize(
    "answer", [{"time_unknown": True}, {"part_of_day": "morning"}, {"method": Method.MAIL}]
)
def test_not_knowing_the_time_is_an_answer(answer):
    assert lacks(starts_at=None, **answer) == ()


@pytest.mark.parametrize("outcome", [Outcome.ATTEMPTED, Outcome.CANCELLED])
def test_attempts_are_notes_too(outcome):
    assert lacks(outcome=outcome) == ()


def test_what_has_not_happened_cannot_be_submitted():
    assert lacks(today=date(2026, 11, 19)) == (Missing.DATE,)
    assert lacks(today=date(2026, 11, 20)) == ()


def test_an_empty_draft_is_asked_for_everything_in_order():
    empty = Content((), (), None, None, None, False, None, None, "")
    assert missing_to_submit(empty, case_id=None) == tuple(Missing)
