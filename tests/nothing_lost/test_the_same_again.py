"""The same request more than once: Slack's retries, a network that doubles and shuffles. One effect each."""

from __future__ import annotations

import random
import urllib.request

from slack_sdk.signature import SignatureVerifier
from sqlalchemy import func, select

from bot.clock import SystemClock
from playground import acts
from storage.models import InboxItem, Note, NoteVersion, OutboxItem
from storage.types import NoteStatus
from tests.conversations.office import Office

VISIT = "h/v Maya Okafor today 4pm at Ms Stone's, 45 min. both kids home, healthy, rm clean"

SHIFT_NOTICE = "Your shift"


def drafts(office: Office) -> int:
    with office.db.reading() as session:
        return session.scalar(select(func.count()).select_from(Note)) or 0


def cards(office: Office, slack_user: str) -> int:
    """What the bot said to somebody, but for the notices of a shift (Kim's begins on this evening)."""
    said = [m for m in office.demo.workspace.conversations.visible_to(slack_user) if m.from_bot]
    return sum(not m.text.startswith(SHIFT_NOTICE) for m in said)


def quiet(office: Office) -> None:
    """Until every payload is answered and worked."""

    def worked() -> bool:
        with office.db.reading() as session:
            return not session.scalar(select(func.count()).where(InboxItem.done_at.is_(None)))

    assert office.demo.workspace.settled(quiet=0.1), "every payload is acknowledged, so stored"
    assert office.demo.workspace.wait_until(worked)
    assert office.demo.workspace.settled(quiet=0.3)


def test_the_same_event_three_times_gives_one_draft_and_one_card(office: Office) -> None:
    workspace = office.demo.workspace
    workspace.deliveries.hold()
    office.dana.says(VISIT)
    workspace.deliveries.release(lambda held: held * 3)
    office.dana.waits_for("[Submit]")
    again = workspace.deliver_again(workspace.deliveries.sent[0])
    quiet(office)
    assert again.state == "acked", "what is known is acknowledged and goes no further"
    assert (drafts(office), cards(office, "U0DANA")) == (1, 1)


def test_slacks_retries_are_known_by_their_event(office_over_http: Office) -> None:
    """Signed HTTP with x-slack-retry-num, as after an acknowledgement that came too late."""
    office = office_over_http
    office.dana.says(VISIT)
    office.dana.waits_for("[Submit]")
    raw = office.demo.workspace.deliveries.sent[0].raw
    for attempt in (1, 2, 3):
        assert post_signed(office, raw, attempt) == 200
    quiet(office)
    assert (drafts(office), cards(office, "U0DANA")) == (1, 1)


def post_signed(office: Office, body: str, attempt: int) -> int:
    stamp = str(int(SystemClock().now().timestamp()))
    verifier = SignatureVerifier(office.demo.workspace.signing_secret)
    headers = {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": verifier.generate_signature(timestamp=stamp, body=body) or "",
        "x-slack-retry-num": str(attempt),
        "x-slack-retry-reason": "http_timeout",
    }
    address = f"http://127.0.0.1:{office.demo.fieldnote.port}/slack/events"
    request = urllib.request.Request(address, body.encode(), headers)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.status


def test_an_acknowledgement_lost_on_the_way_doubles_nothing(office: Office) -> None:
    workspace = office.demo.workspace
    quiet(office)  # Slack also tells of the bot's own posts: no acknowledgement of those is to be lost
    workspace.deliveries.acks_to_lose = 1
    office.dana.says(VISIT)
    office.dana.waits_for("[Submit]")
    quiet(office)
    (told,) = [e for e in workspace.deliveries.sent if (e.payload.get("event") or {}).get("text") == VISIT]
    assert told.attempts == 2, "Slack tried again"
    assert (drafts(office), cards(office, "U0DANA")) == (1, 1)


def test_every_payload_four_times_shuffled_has_one_effect(office: Office) -> None:
    """R5: eight messages, then every tap on their cards, each delivered four times in any order."""
    workspace, chance = office.demo.workspace, random.Random(5)

    def fourfold(held: list) -> list:
        shuffled = held * 4
        chance.shuffle(shuffled)
        return shuffled

    workspace.deliveries.hold()
    for hour in range(1, 5):
        office.dana.says(f"h/v Maya Okafor today at {hour}:15pm at Ms Stone's, 45 min, kids healthy")
        office.kim.says(f"called Ms Stone today at {hour}:30pm, 10 min")
    workspace.deliveries.release(fourfold)
    quiet(office)
    assert drafts(office) == 8
    assert workspace.wait_until(lambda: (cards(office, "U0DANA"), cards(office, "U0KIM")) == (4, 4))
    workspace.deliveries.hold()
    for message in workspace.conversations.visible_to("U0DANA"):
        if message.from_bot:
            block, submit = next(
                (b, e)
                for b in message.blocks
                for e in b.get("elements", [])
                if e.get("action_id") == "note.submit"
            )
            acts.use(workspace, "U0DANA", message, (block, submit))
    workspace.deliveries.release(fourfold)
    quiet(office)
    with office.db.reading() as session:
        submitted = session.scalars(select(Note.id).where(Note.status == NoteStatus.SUBMITTED)).all()
        sent = session.scalars(select(OutboxItem.id).where(OutboxItem.kind == "review_card")).all()
        submissions = session.scalars(
            select(NoteVersion.submission).where(NoteVersion.submission.is_not(None))
        )
        assert (len(submitted), len(sent), submissions.all()) == (4, 4, [1, 1, 1, 1])
    assert office.demo.workspace.wait_until(lambda: cards(office, "U0SAM") == 4)
