"""The sender against the local Slack with its faults: every answer means what it should."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.reminders import claim, settle
from bot.reminders.intents import intend
from bot.reminders.settle import Word
from bot.services import outbox
from playground import faults
from storage.models import OutboxItem, SlackStanding
from storage.types import OutboxState
from tests.reminders.office import BRISK, DANA, PAT, SAM, Office


def test_a_message_arrives_once_and_its_place_is_remembered(office: Office) -> None:
    item_id = office.put("card:N1", subject_id="N1", details={"text": "A note of K.R."})
    assert office.send()
    assert office.sees() == ["A note of K.R."]
    row, (card,) = office.row(item_id), office.posted()
    assert row.state is OutboxState.SENT
    assert (card.channel, card.ts, card.subject_id, card.staff_id) == (row.channel, row.posted_ts, "N1", DANA)


def test_the_same_key_is_written_once(office: Office) -> None:
    office.put("note:N1:ping")
    with office.db.begin() as session:
        again = outbox.put(
            session, dedupe_key="note:N1:ping", kind="card", recipient_id=DANA, now=office.clock.now()
        )
    assert again is None
    office.send()
    assert len(office.sees()) == 1


def test_what_is_due_later_waits(office: Office) -> None:
    office.put("later", due_at=office.clock.now() + timedelta(hours=1))
    assert office.send()
    assert office.sees() == []
    office.clock.forward(timedelta(hours=1))
    assert office.send()
    assert len(office.sees()) == 1


def test_the_channel_is_opened_once(office: Office) -> None:
    office.put("one")
    office.send()
    office.put("two")
    office.send()
    assert len(office.workspace.calls_of("conversations.open")) == 1
    with office.db.reading() as session:
        standing = session.scalars(select(SlackStanding)).one()
    assert standing.dm_channel == office.row_by_key("two").channel
    assert not standing.member, "whether somebody is a member is asked of Slack, not assumed"


def test_somebody_known_by_email_alone_is_found(office: Office) -> None:
    office.forget_slack_user(SAM, email="sam@harborfamily.example")
    office.put("one", to=SAM)
    assert office.send()
    assert office.sees(SAM) == ["card"]


def test_somebody_without_slack_is_a_dead_letter(office: Office) -> None:
    office.forget_slack_user(SAM, email="")
    item_id = office.put("one", to=SAM)
    assert office.send()
    assert office.row(item_id).error == "no_slack_user"
    assert office.sees(PAT) == ["dead_letter"]


@pytest.mark.parametrize("kind", [faults.ERROR_AFTER, faults.RESET_AFTER, faults.TIMEOUT_AFTER])
def test_a_post_that_arrived_without_an_answer_is_found_and_not_repeated(office: Office, kind: str) -> None:
    office.workspace.faults.add(kind, "chat.postMessage", seconds=2)
    item_id = office.put("one", subject_id="N1")
    office.send(**({"timeout": 1} if kind == faults.TIMEOUT_AFTER else {}))
    assert office.row(item_id).state is OutboxState.MAYBE_SENT, "it is left alone for a while first"
    assert office.send_after_ambiguity()
    assert office.sees() == ["card"]
    assert office.row(item_id).state is OutboxState.SENT
    assert len(office.workspace.calls_of("chat.postMessage")) == 1
    assert len(office.posted()) == 1


@pytest.mark.parametrize("kind", [faults.ERROR_BEFORE, faults.RESET_BEFORE])
def test_a_post_that_never_arrived_is_probed_then_repeated(office: Office, kind: str) -> None:
    office.workspace.faults.add(kind, "chat.postMessage")
    office.put("one")
    office.send()
    assert office.sees() == []
    assert office.send_after_ambiguity()
    assert office.sees() == ["card"]
    assert len(office.workspace.calls_of("conversations.history")) == 1


def test_a_probe_that_fails_is_no_leave_to_post(office: Office) -> None:
    office.workspace.faults.add(faults.ERROR_AFTER, "chat.postMessage")
    office.workspace.faults.add(faults.REFUSE, "conversations.history", times=2, code="invalid_arguments")
    office.workspace.faults.add(faults.ERROR_BEFORE, "conversations.history", times=2)
    office.put("one")
    office.send()
    office.clock.forward(BRISK.ambiguity)
    office.send_until(lambda: office.states() == {OutboxState.SENT: 1})
    assert office.sees() == ["card"]
    assert len(office.workspace.calls_of("conversations.history")) == 5


def test_a_reply_in_a_thread_is_probed_in_its_thread(office: Office) -> None:
    office.put("root")
    office.send()
    root = office.row_by_key("root")
    office.workspace.faults.add(faults.RESET_AFTER, "chat.postMessage")
    office.put("reply", thread_ts=root.posted_ts, channel=root.channel)
    office.send()
    assert office.send_after_ambiguity()
    assert office.sees() == ["card", "card"]
    assert len(office.workspace.calls_of("conversations.replies")) == 1


def test_a_definite_no_is_dead_and_the_admin_is_told_once(office: Office) -> None:
    office.workspace.faults.add(faults.REFUSE, "chat.postMessage", code="msg_too_long")
    item_id = office.put("one", kind="review")
    assert office.send()
    assert office.row(item_id).state is OutboxState.DEAD
    told = office.row_by_key(f"dead_letter:{item_id}:{PAT}")
    assert told.details == {"kind": "review", "recipient_id": DANA, "error": "msg_too_long"}
    assert office.sees(PAT) == ["dead_letter"]


def test_of_an_alarm_that_is_tried_again_the_admin_is_told_once_an_hour(office: Office) -> None:
    def refused(key: str) -> None:
        office.workspace.faults.add(faults.REFUSE, "chat.postMessage", code="messages_tab_disabled")
        office.put(key, kind="crisis_alarm", subject_id="call", details={"tells_others": True})
        assert office.send()

    for key in ("first round", "second round", "third round"):
        refused(key)
    assert office.states() == {OutboxState.DEAD: 3, OutboxState.SENT: 1}
    assert office.sees(PAT) == ["dead_letter"]
    office.clock.forward(timedelta(hours=1))
    refused("an hour on")
    assert office.sees(PAT) == ["dead_letter", "dead_letter"]


def test_a_dead_dead_letter_is_no_endless_tale(office: Office) -> None:
    office.workspace.faults.add(faults.REFUSE, "chat.postMessage", times=None, code="is_archived")
    office.put("one")
    assert office.send()
    assert office.states() == {OutboxState.DEAD: 2}


def test_a_refused_token_holds_everything_until_it_is_mended(office: Office) -> None:
    trouble = office.workspace.faults.add(faults.REFUSE, "chat.postMessage", times=None, code="token_revoked")
    item_id = office.put("one")
    office.send()
    assert office.row(item_id).state is OutboxState.HELD
    trouble.times = 0
    office.clock.forward(BRISK.token_pause)
    office.release_held()
    assert office.send()
    assert office.sees() == ["card"]


def test_a_token_refused_while_opening_the_channel_holds_too(office: Office) -> None:
    office.workspace.faults.add(faults.REFUSE, "conversations.open", code="invalid_auth")
    item_id = office.put("one")
    office.send()
    assert office.row(item_id).state is OutboxState.HELD


def test_no_connection_is_retried_without_a_doubt(office: Office) -> None:
    address = office.stop_slack()
    item_id = office.put("one", channel="D0DANA")
    office.send_until(lambda: office.row(item_id).attempts > 1)
    row = office.row(item_id)
    assert (row.state, row.error) == (OutboxState.WAITING, "ConnectionRefusedError")
    assert address


def test_what_is_no_longer_needed_or_too_late_is_dropped(office: Office) -> None:
    gone = office.put("gone", details={"gone": True})
    late = office.put("late", expires_at=office.clock.now())
    assert office.send()
    assert (office.row(gone).error, office.row(late).error) == ("nothing to say", "expired")
    assert office.states() == {OutboxState.DROPPED: 2}
    assert office.sees() == []


def test_a_bad_drawing_holds_up_nobody_and_ends_as_a_dead_letter(office: Office) -> None:
    broken = office.put("broken", details={"broken": True})
    office.put("fine", to=SAM)
    office.send_until(lambda: bool(office.sees(PAT)))
    assert office.sees(SAM) == ["card"]
    assert office.row(broken).state is OutboxState.DEAD
    assert office.row(broken).error == "draw: RuntimeError"
    assert office.sees(PAT) == ["dead_letter"]


def test_cancelled_before_it_was_tried(office: Office) -> None:
    item_id = office.put("one", subject_id="N1", due_at=office.clock.now() + timedelta(hours=1))
    with office.db.begin() as session:
        assert outbox.cancel(session, subject_id="N1", kind="card", now=office.clock.now()) == 1
    office.clock.forward(timedelta(hours=2))
    assert office.send()
    assert office.sees() == []
    assert office.row(item_id).state is OutboxState.DROPPED


def test_the_thread_sends_when_it_is_woken_and_stops_cleanly(office: Office) -> None:
    sender = office.sender(limits=office.limits_with(idle=30))
    sender.start()
    try:
        office.put("one")
        sender.kick()
        assert office.workspace.wait_until(lambda: office.sees() == ["card"])
    finally:
        sender.stop()
    office.wait_for(lambda: office.states() == {OutboxState.SENT: 1})


def test_metadata_carries_the_outbox_id_and_nothing_else(office: Office) -> None:
    item_id = office.put("one", subject_id="N1")
    office.send()
    (call,) = office.workspace.calls_of("chat.postMessage")
    assert call.args["metadata"] == {"event_type": "fieldnote", "event_payload": {"id": item_id}}
    assert (call.args["unfurl_links"], call.args["unfurl_media"]) == (False, False)


def test_a_row_that_somebody_else_took_over_is_not_written(office: Office) -> None:
    """The first claimer was frozen past its lease: its late word on the row changes nothing."""
    item_id = office.put("one", channel="D0DANA")
    now = office.clock.now()
    with office.db.begin() as session:
        (first,) = claim.claim(session, now=now, room=5, limits=BRISK)
    later = now + timedelta(minutes=5)
    with office.db.begin() as session:
        (second,) = claim.claim(session, now=later, room=5, limits=BRISK)
    assert second.fence == first.fence + 1
    with office.db.begin() as session:
        assert intend(session, [first], now=later, limits=BRISK) == ([], [first])
        for word in (Word(first, OutboxState.SENT, later, ts="1.1"), Word(first, OutboxState.WAITING, later)):
            assert not settle.write(session, word)
            assert not settle.write_together(session, [word])
        assert intend(session, [second], now=later, limits=BRISK) == ([second], [])
    assert office.row(item_id).state is OutboxState.MAYBE_SENT


def test_a_claim_takes_no_more_than_it_has_room_for(office: Office) -> None:
    for number in range(30):
        office.put(f"n{number}")
    with office.db.begin() as session:
        taken = claim.claim(session, now=office.clock.now(), room=7, limits=BRISK)
    with office.db.reading() as session:
        fences = session.scalars(select(OutboxItem.fence)).all()
    assert (len(taken), sum(fences)) == (7, 7)
