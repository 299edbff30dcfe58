"""Answers that go at once: the intent is committed with the change, the post follows in the same thread."""

from __future__ import annotations

from datetime import timedelta

from bot.reminders import pace
from bot.reminders.at_once import Posted, Ready, settle_posted
from bot.reminders.limits import POST
from bot.services import outbox
from bot.views.drawn import Drawn
from playground import faults
from storage.types import OutboxState
from tests.reminders.office import BRISK, Office


def test_it_is_posted_in_the_callers_thread(office: Office) -> None:
    item_id = office.put("one", subject_id="N1", sending_now=True, lease=BRISK.ambiguity)
    place = office.sender().send_claimed(item_id)
    assert place == ("D0DANA", office.row(item_id).posted_ts)
    assert office.sees() == ["card"]
    assert office.row(item_id).state is OutboxState.SENT
    assert [card.subject_id for card in office.posted()] == ["N1"]


def test_a_post_that_is_settled_later_is_held_until_then(office: Office) -> None:
    item_id = office.put("one", channel="D0DANA", subject_id="N1", sending_now=True, lease=BRISK.ambiguity)
    sender, posts = office.sender(), list[Posted]()
    ready = Ready(office.row(item_id), Drawn(text="as drawn before"))
    assert sender.send_claimed(item_id, ready=ready, later=posts.append) is not None
    assert office.sees() == ["as drawn before"]
    assert office.row(item_id).state is OutboxState.MAYBE_SENT
    office.clock.forward(BRISK.ambiguity)
    sender.drain(0.2)
    assert not office.workspace.calls_of("conversations.history"), "it is still in hand"
    with office.db.begin() as session:
        settle_posted(session, posts)
    posts[0].settled()
    assert office.row(item_id).state is OutboxState.SENT
    assert [card.subject_id for card in office.posted()] == ["N1"]


def test_a_crash_before_it_is_settled_is_found_and_not_repeated(office: Office) -> None:
    item_id = office.put("one", channel="D0DANA", sending_now=True, lease=BRISK.ambiguity)
    ready = Ready(office.row(item_id), Drawn(text="card"))
    office.sender().send_claimed(item_id, ready=ready, later=lambda _posted: None)
    assert office.send_after_ambiguity()
    assert office.sees() == ["card"]
    assert office.row(item_id).state is OutboxState.SENT


def test_a_pause_known_at_the_commit_is_kept(office: Office) -> None:
    item_id = office.put("one", channel="D0DANA", sending_now=True, lease=BRISK.ambiguity)
    ready = Ready(office.row(item_id), Drawn(text="card"), rests=True)
    assert office.sender().send_claimed(item_id, ready=ready, later=lambda _posted: None) is None
    assert office.sees() == []
    assert office.row(item_id).state is OutboxState.WAITING


def test_a_second_send_of_it_does_nothing(office: Office) -> None:
    item_id = office.put("one", sending_now=True, lease=BRISK.ambiguity)
    sender = office.sender()
    sender.send_claimed(item_id)
    assert sender.send_claimed(item_id) is None
    assert office.sees() == ["card"]


def test_a_crash_before_the_post_is_found_and_made_good(office: Office) -> None:
    item_id = office.put("one", sending_now=True, lease=BRISK.ambiguity)
    assert office.send()
    assert office.sees() == [], "it may be on its way still"
    assert office.send_after_ambiguity()
    assert office.sees() == ["card"]
    assert office.row(item_id).state is OutboxState.SENT


def test_a_crash_after_the_post_is_found_and_not_repeated(office: Office) -> None:
    item_id = office.put("one", subject_id="N1", sending_now=True, lease=BRISK.ambiguity)
    sender = office.sender()
    sender._engine.settle = list  # type: ignore[method-assign] # killed here
    assert sender.send_claimed(item_id) is None
    assert office.row(item_id).state is OutboxState.MAYBE_SENT
    assert office.send_after_ambiguity()
    assert office.sees() == ["card"]
    assert len(office.posted()) == 1


def test_a_doubtful_answer_is_left_to_the_sender(office: Office) -> None:
    office.workspace.faults.add(faults.RESET_AFTER, "chat.postMessage")
    item_id = office.put("one", sending_now=True, lease=BRISK.ambiguity)
    assert office.sender().send_claimed(item_id) is None
    assert office.send_after_ambiguity()
    assert office.sees() == ["card"]


def test_it_waits_while_slack_has_the_method_paused(office: Office) -> None:
    item_id = office.put("one", sending_now=True, lease=BRISK.ambiguity)
    with office.db.begin() as session:
        pace.pause(session, POST, office.clock.now() + timedelta(seconds=20), "ratelimited")
    assert office.sender().send_claimed(item_id) is None
    assert not office.workspace.calls_of("chat.postMessage")
    office.clock.forward(timedelta(seconds=21))
    assert office.send()
    assert office.sees() == ["card"]


def test_an_answer_that_cannot_be_drawn_is_tried_again_later(office: Office) -> None:
    item_id = office.put("one", sending_now=True, details={"broken": True})
    assert office.sender().send_claimed(item_id) is None
    assert office.row(item_id).error == "draw: RuntimeError"
    assert office.row(item_id).state is OutboxState.WAITING


def test_another_process_keeps_its_hands_off(office: Office) -> None:
    item_id = office.put("one", sending_now=True, lease=BRISK.ambiguity)
    assert office.sender().send_claimed(item_id, fence=2) is None
    assert office.send()
    assert office.sees() == []


def test_the_lookups_words_leave_the_chat_even_where_the_post_was_found_later(office: Office) -> None:
    leaves = (office.clock.now() + timedelta(minutes=30)).isoformat()
    office.workspace.faults.add(faults.RESET_AFTER, "chat.postMessage")
    office.put("one", sending_now=False, details={"text": "555-0123", "clear_at": leaves})
    office.send()
    office.clock.forward(BRISK.ambiguity)
    office.send()
    assert office.cards().clear_due() == 0
    office.clock.forward(timedelta(minutes=31))
    assert office.cards().clear_due() == 1
    assert office.sees() == ["The words were taken out."]


def test_the_row_is_the_same_row_for_the_same_key(office: Office) -> None:
    office.put("one", sending_now=True, lease=BRISK.ambiguity)
    with office.db.begin() as session:
        again = outbox.put(
            session,
            dedupe_key="one",
            kind="card",
            recipient_id=None,
            now=office.clock.now(),
            sending_now=True,
        )
    assert again is None


def test_an_answer_with_a_shorter_lease_goes_at_once_too(office: Office) -> None:
    """As the cards of messages do (`posting.PATIENCE`): measured by its own lease, it is not late."""
    item_id = office.put("one", channel="D0DANA", sending_now=True, lease=BRISK.ambiguity / 3)
    ready = Ready(office.row(item_id), Drawn(text="card"))
    assert office.sender().send_claimed(item_id, ready=ready, later=lambda _posted: None) is not None
    assert office.sees() == ["card"]


def test_after_a_quarter_of_its_lease_it_is_left_to_the_sender(office: Office) -> None:
    item_id = office.put("one", channel="D0DANA", sending_now=True, lease=BRISK.ambiguity / 3)
    ready = Ready(office.row(item_id), Drawn(text="card"))
    office.clock.forward(BRISK.ambiguity / 8)
    assert office.sender().send_claimed(item_id, ready=ready, later=lambda _posted: None) is None
    assert office.sees() == []
