"""Reading begins when a message arrives: while it is stored and acknowledged, it is being read.

Nothing is said or kept of it before the message is stored; whose message it is, is found out anew, and a
reading begun under other assumptions (another roster, a nickname learned since) is thrown away.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.handlers.door.reader import Begun, Reader
from bot.services.shelf import Shelf
from bot.understand.agency import Agency
from bot.understand.two_steps import ToRead

_MOST = 64
"""Messages read ahead at most: whoever serves them forgets them."""
_SAID = frozenset({None, "thread_broadcast"})
Place = tuple[str, str]
"""A message's channel and ts."""


def at_ts(ts: str) -> datetime:
    """When Slack says that a message was sent."""
    return datetime.fromtimestamp(float(ts), UTC)


class Ahead:
    """The readings that were begun before anybody waited for them."""

    def __init__(self, reader: Reader, shelf: Shelf) -> None:
        self._reader, self._shelf = reader, shelf
        self._guard = threading.Lock()
        self._begun: OrderedDict[Place, tuple[Agency, ToRead, Begun]] = OrderedDict()
        self._nicknames: dict[str, Mapping[str, str]] = {}

    def begin_at_once(self, body: Mapping[str, Any]) -> None:
        """The same for who must not be held up, for a moment: left to `begin` where it takes one."""
        agency = self._shelf.latest
        if agency is not None and self._reader.is_free_for(agency):
            self.begin(body)

    def begin(self, body: Mapping[str, Any]) -> None:
        """Have a person's new message read, unless it was begun; what is none is let be."""
        event, agency = body.get("event") or {}, self._shelf.latest
        member = agency.by_slack(str(event.get("user") or "")) if agency else None
        if agency is None or member is None or not _is_said(event):
            return
        place = str(event["channel"]), str(event["ts"])
        if place in self._begun:
            return
        message = ToRead(
            staff_id=member.id,
            text=str(event["text"]),
            sent_at=at_ts(event["ts"]).astimezone(zone := ZoneInfo(member.timezone)),
            tz=zone,
            nicknames=self._nicknames.get(member.id, {}),
        )
        begun = self._reader.begin(agency, message)
        with self._guard:
            self._begun[place] = agency, message, begun
            if len(self._begun) > _MOST:
                self._begun.popitem(last=False)

    def begun(self, place: Place, agency: Agency, message: ToRead) -> Begun:
        """The message's reading, begun before or now."""
        self._nicknames[message.staff_id] = message.nicknames
        with self._guard:
            early = self._begun.pop(place, None)
        if early and early[0] is agency and early[1] == message:
            return early[2]
        return self._reader.begin(agency, message)

    def forget(self, body: Mapping[str, Any]) -> None:
        """The request was served, or turned away: nothing of it stays here."""
        event = body.get("event") or {}
        with self._guard:
            self._begun.pop((str(event.get("channel")), str(event.get("ts"))), None)


def _is_said(event: Mapping[str, Any]) -> bool:
    said = event.get("type") == "message" and event.get("subtype") in _SAID and not event.get("bot_id")
    return bool(said and event.get("channel_type", "im") == "im" and event.get("text") and event.get("ts"))
