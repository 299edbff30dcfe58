"""What goes to the bot: payloads in envelopes, handed to a carrier (sockets or signed HTTP)."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from playground.records import JSON, Envelope

if TYPE_CHECKING:
    from playground.workspace import Workspace

Carrier = Callable[[Envelope], None]
Answer = Callable[[Envelope], None]


class Deliveries:
    """Makes envelopes, hands them on, and keeps each with its history."""

    def __init__(self, workspace: Workspace, *, redelivery: Sequence[float], ack_seconds: float) -> None:
        self._workspace = workspace
        self.redelivery = tuple(redelivery)
        self.ack_seconds = ack_seconds
        self.sent: list[Envelope] = []
        self.last_activity = 0.0
        self.held: list[Envelope] | None = None
        self.acks_to_lose = 0
        self.answered_once = False
        self._open = 0
        self._lock = threading.Lock()
        self._carrier: Carrier | None = None
        self._answers: list[Answer] = []

    def carry_with(self, carrier: Carrier | None) -> None:
        """Sets who takes envelopes to the bot; None while no server runs (envelopes then fail at once)."""
        self._carrier = carrier

    def on_answer(self, answer: Answer) -> None:
        """Calls `answer` with every envelope that was acknowledged or failed."""
        self._answers.append(answer)

    def event(self, user: str, event: JSON, *, event_id: str | None = None) -> Envelope:
        """Sends an Events API event that concerns this person."""
        return self.send("events_api", self._wrap(user, event, event_id), user)

    def send(self, kind: str, payload: JSON, user: str, surface: JSON | None = None) -> Envelope:
        """Sends a payload of this kind; `surface` says where it came from, for the answer's handling."""
        with self._workspace.changed:
            raw = json.dumps(payload)
        envelope = Envelope(kind, payload, raw, user, time.monotonic(), surface or {})
        self._hand_over(envelope)
        return envelope

    def again(self, envelope: Envelope) -> Envelope:
        """Sends the same payload once more, as a network that doubles things would."""
        return self.send(envelope.kind, json.loads(envelope.raw), envelope.user, dict(envelope.surface))

    def hold(self) -> None:
        """Keeps envelopes back until `release`, so that a test can shuffle or multiply them."""
        self.held = []

    def release(self, order: Callable[[list[Envelope]], list[Envelope]] = list) -> list[Envelope]:
        """Sends what was held, in the order that `order` makes of it."""
        held, self.held = self.held or [], None
        released = order(held)
        for envelope in released:
            self._carry(envelope)
        return released

    def settle(self, envelope: Envelope, *, acked: bool, response: JSON | None = None) -> None:
        """Notes how an envelope ended and lets the answer take effect."""
        self.last_activity = time.monotonic()
        with self._lock:
            if envelope.state != "waiting":
                return
            self._open -= 1
            envelope.state = "acked" if acked else "failed"
            envelope.response = response
            if acked:
                envelope.acked_at, self.answered_once = self.last_activity, True
        for answer in self._answers:
            answer(envelope)
        self._workspace.touch([envelope.user])

    def note_attempt(self, envelope: Envelope) -> None:
        """Notes that an envelope is sent now, for the first time or again."""
        envelope.attempts += 1
        envelope.delivered_at = self.last_activity = time.monotonic()

    def loses_ack(self) -> bool:
        """True where the acknowledgement that comes now gets lost: `acks_to_lose` says how many do."""
        with self._lock:
            lost = self.acks_to_lose > 0
            self.acks_to_lose -= lost
            return lost

    def open_count(self) -> int:
        """How many envelopes are on their way without an answer."""
        with self._lock:
            return self._open

    def unanswered(self) -> str:
        """What became of the payloads that were not acknowledged, in a sentence; empty where all were."""
        with self._lock:
            left = [e for e in self.sent if e.state != "acked"]
        told = [
            f"{e.kind} {e.state} after {e.attempts} tries ({', '.join(e.reasons) or 'on its way'})"
            for e in left
        ]
        return f"Not acknowledged: {'; '.join(told)}. " if told else ""

    def _hand_over(self, envelope: Envelope) -> None:
        with self._lock:
            self._open += 1
            self.sent.append(envelope)
            if self.held is not None:
                self.held.append(envelope)
                return
        self._carry(envelope)

    def _carry(self, envelope: Envelope) -> None:
        self.last_activity = time.monotonic()
        if self._carrier is None:
            self.settle(envelope, acked=False)
            return
        self._carrier(envelope)

    def _wrap(self, user: str, event: JSON, event_id: str | None) -> JSON:
        workspace = self._workspace
        person = workspace.people.get(user)
        return {
            "token": "verification-token",
            "team_id": workspace.team_id,
            "context_team_id": workspace.team_id,
            "context_enterprise_id": None,
            "api_app_id": workspace.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": event_id or workspace.new_id("Ev"),
            "event_time": int(workspace.now().timestamp()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": workspace.team_id,
                    "user_id": workspace.bot_user,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": bool(person and person.is_stranger),
            "event_context": workspace.new_id("EC"),
        }
