"""Homes that may be looked at are kept true: drawn anew when something of the person's has changed.

Slack asks for a Home whenever it is opened, so a picture is behind only as long as somebody looks at it. What
changed is known in memory alone: nothing is owed, and what a restart forgets the next opening draws.
"""

from __future__ import annotations

import hashlib
import json
import logging
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from sqlalchemy import select

from bot.clock import Clock, monotonic
from storage.database import Database
from storage.models import HomeSeen
from storage.upserts import insert_into

log = logging.getLogger(__name__)
LOOKED_AT = timedelta(hours=12)
"""How long after it was opened a Home is taken to be looked at."""
COALESCE = 0.7
"""Seconds in which further changes are waited for: one picture shows them all."""
SHARE = 3
"""After a drawing it rests that many times as long: those who wait for an answer come first."""
_LONGEST_PAUSE = 60.0
Draw = Callable[[str], dict[str, Any]]


class Homes:
    """Redraws the Homes of those whom a change concerns; `draw(staff_id)` gives one's present picture."""

    def __init__(self, db: Database, client: WebClient, clock: Clock, *, draw: Draw) -> None:
        self._db, self._client, self._clock, self._draw = db, client, clock, draw
        self._changed = threading.Condition()
        self._behind: set[str] = set()
        self._shown: dict[str, str] = {}
        self._ended = False
        self._thread: threading.Thread | None = None
        db.tell_of_changes(self.concern)

    def start(self) -> None:
        """Begin to redraw, in a thread of its own."""
        self._thread = threading.Thread(target=self._run, name="homes", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End; what is behind is drawn when it is opened."""
        self._db.tell_no_more(self.concern)
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(timeout=15)
            self._thread = None

    def opened(self, staff_id: str, slack_user_id: str) -> None:
        """Somebody opened the Home: publish it, and keep it true from here on."""
        self._publish(staff_id, slack_user_id, anew=True)
        row = {"slack_user_id": slack_user_id, "opened_at": self._clock.now()}
        with self._db.begin() as session:
            seen = insert_into(session, HomeSeen).values(staff_id=staff_id, **row)
            session.execute(seen.on_conflict_do_update(index_elements=["staff_id"], set_=row))

    def concern(self, staff_ids: frozenset[str]) -> None:
        """Something of theirs has changed."""
        with self._changed:
            self._behind |= staff_ids
            self._changed.notify_all()

    def _run(self) -> None:
        while self._wait():
            try:
                self.redraw()
            except Exception:  # a thread that keeps pictures true must not die of one
                log.exception("homes could not be redrawn")

    def _wait(self) -> bool:
        """Whether there is something to redraw; a moment after the change, for more may follow."""
        with self._changed:
            self._changed.wait_for(lambda: self._behind or self._ended)
            self._changed.wait_for(lambda: self._ended, timeout=COALESCE)
            return not self._ended

    def redraw(self) -> int:
        """Redraw those that are behind and may be looked at; how many were published."""
        with self._changed:
            behind, self._behind = self._behind, set()
        return sum(self._carefully(staff_id, user) for staff_id, user in self._looked_at(behind))

    def _looked_at(self, staff_ids: set[str]) -> list[tuple[str, str]]:
        since = self._clock.now() - LOOKED_AT
        query = select(HomeSeen.staff_id, HomeSeen.slack_user_id).where(HomeSeen.opened_at >= since)
        with self._db.reading() as session:
            rows = session.execute(query.order_by(HomeSeen.opened_at.desc())).all()
        return [(staff_id, user) for staff_id, user in rows if staff_id in staff_ids]

    def _carefully(self, staff_id: str, slack_user_id: str) -> bool:
        began = monotonic()
        try:
            done = self._publish(staff_id, slack_user_id)
        except SlackApiError as error:
            self._rest(staff_id, error)
            return False
        except Exception:  # one bad picture must not hold up the others
            log.exception("a home could not be drawn")
            return False
        self._pause(SHARE * (monotonic() - began))
        return done

    def _rest(self, staff_id: str, error: SlackApiError) -> None:
        """Slack asks for a pause: the Home stays behind until it is over. Else it is let be."""
        wait = error.response.headers.get("Retry-After") if error.response.status_code == _TOO_MANY else None
        if wait:
            with self._changed:
                self._behind.add(staff_id)
            self._pause(min(float(wait), _LONGEST_PAUSE))
        else:
            log.warning("a home could not be published: %s", error.response.get("error"))

    def _pause(self, seconds: float) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._ended, timeout=seconds)

    def _publish(self, staff_id: str, slack_user_id: str, *, anew: bool = False) -> bool:
        """Publish where the picture differs from the last one, or where it is asked for `anew`."""
        view = self._draw(staff_id)
        # The last block says when it was drawn: that alone is no change.
        picture = hashlib.sha256(json.dumps(view["blocks"][:-1], sort_keys=True).encode()).hexdigest()
        if not anew and self._shown.get(staff_id) == picture:
            return False
        self._client.views_publish(user_id=slack_user_id, view=view)
        self._shown[staff_id] = picture
        return True


_TOO_MANY = 429
