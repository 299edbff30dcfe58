"""What shifts bring with them, at each beat, on any replica: hand-overs, and who comes on call unheard."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from slack_sdk import WebClient

from bot.reminders import calls
from bot.reminders.at_a_beat import Beat
from bot.reminders.place import addresses_of
from bot.rules.policy import Policy
from bot.services.on_call import nights, shift_silence
from bot.services.shelf import Shelf
from storage.database import Database
from storage.types import Shift


class ShiftWatch:
    """Writes hand-overs down; an hour ahead asks Slack whether who comes on call will hear an alarm."""

    def __init__(self, db: Database, policy: Policy, shelf: Shelf, client: WebClient) -> None:
        self._db, self._shelf, self._client = db, shelf, client
        self._beat = Beat(db, policy, shelf)
        self._asked: set[str] = set()

    def hand_over(self, now: datetime) -> int:
        """Write down the messages of hand-overs whose moment has come; how many."""
        return self._beat.where_needed(nights.untold, nights.tell, now)

    def look_who_is_silent(self, now: datetime) -> int:
        """Tell those to whom Slack is silent within the shift that begins soon; how many.

        Slack is asked once a shift and process; where it gives no answer, at the next beat again.
        """
        with self._db.reading() as session:
            soon = shift_silence.soon(session, self._shelf.agency(session), now)
            new = [(owed_id, duty) for owed_id, duty in soon if owed_id not in self._asked]
            places = addresses_of(session, {duty.staff_id for _, duty in new})
        self._asked = {owed_id for owed_id, _ in soon} & self._asked
        users = {staff_id: place.slack_user_id for staff_id, place in places.items()}
        return sum(self._look(owed_id, duty, users[duty.staff_id], now) for owed_id, duty in new)

    def _look(self, owed_id: str, duty: Shift, user: str | None, now: datetime) -> bool:
        found = calls.silence_within(self._client, user, duty.starts_at, duty.ends_at) if user else ()
        if found is None:
            return False
        self._asked.add(owed_id)
        if not found:
            return False
        begins, ends = found
        self._db.write(
            partial(shift_silence.tell, owed_id=owed_id, duty=duty, silence=(begins, ends), now=now)
        )
        return True
