"""A file through the outbox: given once, whatever Slack answers, and never half."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from bot.reminders.papers import PLACE, SHARE
from bot.views.drawn import Drawn, Paper
from playground import faults
from storage.models import OutboxItem
from storage.types import OutboxState
from tests.reminders.office import PAT, Office, say


def paper(session: Session, item: OutboxItem, now: datetime) -> Drawn | None:
    """A row of kind "paper" is a file; all else is drawn as usual."""
    return (
        Drawn("For you", paper=Paper("sheet", "Sheet", lambda: b"%PDF words"))
        if _is(item)
        else say(session, item, now)
    )


def undrawable(session: Session, item: OutboxItem, now: datetime) -> Drawn | None:
    return (
        Drawn("For you", paper=Paper("sheet", "Sheet", lambda: 1 / 0))
        if _is(item)
        else say(session, item, now)
    )


def _is(item: OutboxItem) -> bool:
    return item.kind == "paper"


def files(office: Office) -> list[str]:
    shown = office.workspace.conversations.visible_to("U0DANA")
    return [office.workspace.files.get(one).name for message in shown for one in message.files]


def test_it_is_given_once_under_a_name_that_tells_it_from_others(office: Office) -> None:
    item_id = office.put("one", kind="paper")
    assert office.send(draw=paper)
    assert files(office) == [f"sheet-{item_id[:8]}.pdf"]
    assert office.row(item_id).state is OutboxState.SENT
    assert office.sees() == ["For you"]


@pytest.mark.parametrize("kind", [faults.ERROR_AFTER, faults.RESET_AFTER])
def test_one_that_arrived_without_an_answer_is_found_and_not_repeated(office: Office, kind: str) -> None:
    office.workspace.faults.add(kind, SHARE)
    item_id = office.put("one", kind="paper")
    office.send(draw=paper)
    assert office.row(item_id).state is OutboxState.MAYBE_SENT
    office.clock.forward(office.limits.ambiguity)
    assert office.send(draw=paper)
    assert len(files(office)) == 1
    assert office.row(item_id).state is OutboxState.SENT


@pytest.mark.parametrize(("kind", "method"), [(faults.RESET_BEFORE, PLACE), (faults.RATE_LIMITED, PLACE), (faults.ERROR_BEFORE, SHARE)])  # fmt: skip
def test_one_that_did_not_arrive_is_given_later(office: Office, kind: str, method: str) -> None:
    office.workspace.faults.add(kind, method)
    office.put("one", kind="paper")
    office.send(draw=paper)
    assert files(office) == []
    office.clock.forward(office.limits.ambiguity)
    office.send_until(lambda: len(files(office)) == 1, draw=paper)


def test_slack_s_limit_on_files_holds_up_no_message(office: Office) -> None:
    office.workspace.faults.add(faults.RATE_LIMITED, PLACE, retry_after=600)
    office.put("one", kind="paper")
    office.put("two", to=PAT)
    office.send_until(lambda: office.sees(PAT) == ["card"], draw=paper)


def test_one_that_cannot_be_drawn_is_told_and_holds_up_nobody(office: Office) -> None:
    item_id = office.put("one", kind="paper")
    office.put("two")
    assert office.send(draw=undrawable)
    assert office.sees() == ["card"]
    assert office.row(item_id).error == "draw: ZeroDivisionError"
    assert office.sees(PAT) == ["dead_letter"]
