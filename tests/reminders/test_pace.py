"""How fast, and who first: lanes, buckets and pauses that hold for all replicas together."""

from __future__ import annotations

from datetime import timedelta

from bot.reminders import pace
from bot.reminders.limits import POST
from playground import faults
from storage.models import MethodPause
from storage.types import Lane, OutboxState
from tests.reminders.office import SAM, Office


def paused(office: Office) -> frozenset[str]:
    with office.db.reading() as session:
        return pace.paused(session, office.clock.now())


def test_a_429_pauses_the_method_for_everybody_and_is_not_a_post(office: Office) -> None:
    office.workspace.faults.add(faults.RATE_LIMITED, "chat.postMessage", retry_after=30)
    office.put("one")
    office.put("two", to=SAM)
    one_by_one = office.limits_with(threads=1)
    office.send_until(lambda: paused(office) == {POST}, limits=one_by_one)
    office.send(limits=one_by_one, seconds=0.5)
    assert len(office.workspace.calls_of("chat.postMessage")) == 1, "nobody knocks while the door is shut"
    office.clock.forward(timedelta(seconds=31))
    assert office.send()
    assert (office.sees(), office.sees(SAM)) == (["card"], ["card"])
    assert not office.workspace.calls_of("conversations.history"), "a 429 is no doubt"


def test_urgent_goes_first_and_digests_last(office: Office) -> None:
    for number in range(3):
        office.put(f"digest{number}", lane=Lane.DIGEST, details={"text": "digest"}, channel="D0DANA")
    office.put("answer", details={"text": "answer"}, channel="D0DANA")
    office.put("urgent", lane=Lane.URGENT, details={"text": "urgent"}, channel="D0DANA")
    assert office.send(limits=office.limits_with(threads=1))
    assert office.sees() == ["urgent", "answer", "digest", "digest", "digest"]


def test_digests_spend_from_one_bucket_for_all_replicas(office: Office) -> None:
    for number in range(12):
        office.put(f"digest{number}", lane=Lane.DIGEST, channel="D0DANA")
    slow = office.limits_with(digests_per_second=5.0, digest_burst=2.0)
    start = office.clock.now()
    for enough in (5, 9):  # the second sender finds what the first one has left in the bucket
        office.send_until(lambda enough=enough: office.states()[OutboxState.SENT] >= enough, limits=slow)
    sent, passed = office.states()[OutboxState.SENT], office.clock.now() - start
    assert sent <= 2 + 5 * passed.total_seconds() + 1
    with office.db.begin() as session:
        assert pace.Bucket(session, office.clock.now(), slow).room_for(10) <= 2


def test_what_leaves_unasked_is_missing_to_digests_and_comes_back_with_time(office: Office) -> None:
    limits, now = office.limits_with(digests_per_second=2.0, digest_burst=4.0), office.clock.now()

    def room(after: int) -> int:
        with office.db.begin() as session:
            return pace.Bucket(session, now + timedelta(seconds=after), limits).room_for(10)

    with office.db.begin() as session:
        bucket = pace.Bucket(session, now, limits)
        bucket.spend(1)
        assert bucket.room_for(10) == 3
        bucket.spend(9)
        bucket.put_back()
    assert [room(0), room(1), room(2), room(60)] == [0, 0, 2, 4], "it owes one second's digests at most"


def test_one_message_a_second_a_channel(office: Office) -> None:
    for number in range(3):
        office.put(f"card{number}", channel="D0DANA")
    office.put("other", to=SAM)
    polite = office.limits_with(channel_gap=timedelta(seconds=600))
    office.send_until(lambda: (len(office.sees()), len(office.sees(SAM))) == (1, 1), limits=polite)
    office.send(limits=polite, seconds=0.3)
    assert len(office.sees()) == 1
    office.clock.forward(timedelta(seconds=601))
    office.send_until(lambda: len(office.sees()) == 2, limits=polite)
    office.send(limits=polite, seconds=0.3)
    assert len(office.sees()) == 2


def test_a_longer_pause_is_not_shortened(office: Office) -> None:
    now = office.clock.now()
    with office.db.begin() as session:
        pace.pause(session, POST, now + timedelta(minutes=5), "ratelimited")
        pace.pause(session, POST, now + timedelta(seconds=1), "ratelimited")
        assert session.get_one(MethodPause, POST).until == now + timedelta(minutes=5)
