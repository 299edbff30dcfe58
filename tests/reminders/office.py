"""A small office with a real database and a real (local) Slack: what the delivery tests are told in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import monotonic, sleep
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.clock import SystemClock
from bot.reminders import calls, settle
from bot.reminders.deliver import Deliverer
from bot.reminders.limits import Limits
from bot.reminders.redraw import Cards
from bot.services import outbox
from bot.views.drawn import Drawn
from playground.clock import MovableClock
from playground.people import Person
from playground.server import PlaygroundServer
from playground.workspace import PATIENCE, Workspace
from storage.database import Database
from storage.models import OutboxItem, PostedCard, Staff
from storage.types import OutboxState, Role

DANA, SAM, RILEY, PAT = "S001", "S002", "S003", "S009"
USERS = {DANA: "U0DANA", SAM: "U0SAM", RILEY: "U0RILEY", PAT: "U0PAT"}
MONDAY = datetime(2026, 11, 9, 15, 0, tzinfo=UTC)  # 10:00 in New York
BRISK = Limits(
    ambiguity=timedelta(seconds=30),
    lease=timedelta(seconds=30),
    first_retry=timedelta(seconds=0.02),
    longest_retry=timedelta(seconds=0.1),
    channel_gap=timedelta(0),
    digests_per_second=10_000,
    digest_burst=10_000,
)


def people() -> list[Person]:
    return [
        Person("U0DANA", "Dana Ellis", email="dana@harborfamily.example"),
        Person("U0SAM", "Sam Ortega", email="sam@harborfamily.example"),
        Person("U0RILEY", "Riley Shaw", email="riley@harborfamily.example"),
        Person("U0PAT", "Pat Moore", email="pat@harborfamily.example"),
    ]


def employ(session: Session) -> None:
    """Dana, her supervisor Sam, another unit's supervisor Riley, and Pat, the admin."""
    roles = {DANA: Role.CASEWORKER, SAM: Role.SUPERVISOR, RILEY: Role.SUPERVISOR, PAT: Role.ADMIN}
    for staff_id, role in roles.items():
        member = Staff(id=staff_id, role=role, slack_user_id=USERS[staff_id], unit="A")
        session.add(member)
        member.name = staff_id
        member.email = ""


def say(_session: Session, item: OutboxItem, _now: datetime) -> Drawn | None:
    """Draws a row as its details say; what tests plant is found here."""
    if item.details.get("gone"):
        return None
    if item.details.get("broken"):
        raise RuntimeError("this one cannot be drawn")
    clear_at = item.details.get("clear_at")
    return Drawn(
        text=str(item.details.get("text", item.kind)),
        clear_at=datetime.fromisoformat(clear_at) if clear_at else None,
    )


class Office:
    """The database, the workspace, and a sender between them."""

    def __init__(self, database: Database, server: PlaygroundServer) -> None:
        self.db, self.server, self.workspace = database, server, server.workspace
        self.clock = self.workspace.clock
        self.state = "first"
        self.limits = BRISK
        with database.begin() as session:
            employ(session)

    # -- doing

    def put(self, key: str, to: str = DANA, kind: str = "card", **more: Any) -> str:
        """Write a message; its id."""
        with self.db.begin() as session:
            item = outbox.put(
                session, dedupe_key=key, kind=kind, recipient_id=to, now=self.clock.now(), **more
            )
            assert item is not None
            return item.id

    def real_put(self, key: str, to: str = DANA) -> str:
        """Write a message that is due by the real clock, which other processes go by."""
        with self.db.begin() as session:
            item = outbox.put(
                session, dedupe_key=key, kind="card", recipient_id=to, now=SystemClock().now(), subject_id=key
            )
            assert item is not None
            return item.id

    def forget_doubt(self, item_id: str) -> None:
        """What a sender without a probe would do with a post of unknown fate."""
        with self.db.begin() as session:
            doubtful = session.get_one(OutboxItem, item_id)
            doubtful.state, doubtful.next_at = OutboxState.WAITING, self.clock.now()

    def sender(self, **more: Any) -> Deliverer:
        limits = more.pop("limits", self.limits)
        timeout = more.pop("timeout", int(PATIENCE))
        client = calls.client_for(self.workspace.bot_token, self.server.api_url, timeout=timeout)
        return Deliverer(self.db, client, self.clock, draw=more.pop("draw", say), limits=limits, **more)

    def send(self, **more: Any) -> bool:
        """Send all that is due; False where something may not leave yet."""
        seconds = more.pop("seconds", PATIENCE)
        sender = self.sender(**more)
        try:
            return sender.drain(seconds)
        finally:
            sender.stop()

    def send_until(self, holds: Callable[[], bool], **more: Any) -> None:
        """Send, whatever becomes due meanwhile, until that holds."""
        sender, end = self.sender(**more), monotonic() + PATIENCE
        while not holds():
            assert monotonic() < end, "it did not come about in time"
            sender.drain(0.1)
            sleep(0.02)
        sender.stop()

    def send_after_ambiguity(self) -> bool:
        """Send once the doubts of before may be asked about."""
        self.clock.forward(self.limits.ambiguity)
        return self.send()

    def release_held(self) -> None:
        with self.db.begin() as session:
            settle.release_held(session, self.clock.now())

    def forget_slack_user(self, who: str, email: str) -> None:
        with self.db.begin() as session:
            member = session.get_one(Staff, who)
            member.slack_user_id = None
            member.email = email

    def stop_slack(self) -> str:
        self.server.stop()
        return self.server.api_url

    def limits_with(self, **changed: Any) -> Limits:
        return replace(self.limits, **changed)

    def cards(self) -> Cards:
        client = calls.client_for(self.workspace.bot_token, self.server.api_url, timeout=int(PATIENCE))
        return Cards(
            self.db,
            client,
            self.clock,
            draw_card=lambda _session, card, _now: Drawn(text=f"{card.subject_id} is {self.state}"),
            draw_cleared=lambda _session, _card, _now: Drawn(text="The words were taken out."),
            limits=self.limits,
        )

    # -- seeing

    def sees(self, who: str = DANA) -> list[str]:
        """The texts in that person's DM, oldest first."""
        return [message.text for message in self.workspace.conversations.visible_to(USERS[who])]

    def row(self, item_id: str) -> OutboxItem:
        with self.db.reading() as session:
            return session.get_one(OutboxItem, item_id)

    def row_by_key(self, key: str) -> OutboxItem:
        with self.db.reading() as session:
            return session.scalars(select(OutboxItem).where(OutboxItem.dedupe_key == key)).one()

    def wait_for(self, holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
        deadline = monotonic() + seconds
        while not holds():
            assert monotonic() < deadline, "it did not come about in time"
            sleep(0.02)

    def states(self) -> Counter[OutboxState]:
        with self.db.reading() as session:
            return Counter(session.scalars(select(OutboxItem.state)).all())

    def posted(self) -> list[PostedCard]:
        with self.db.reading() as session:
            return list(session.scalars(select(PostedCard).order_by(PostedCard.ts)))


def workspace_of(start: datetime = MONDAY) -> Workspace:
    return Workspace(people(), MovableClock(start))
