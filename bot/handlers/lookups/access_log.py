"""Who looked at a family: asked in words by its worker or a supervisor above."""

from __future__ import annotations

from bot.errors import NotAllowed
from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import Visit
from bot.handlers.door.posting import put_answer
from bot.handlers.lookups.lookup_questions import as_details, clear_at, from_details
from bot.services.desk import Desk
from bot.services.lookups import access_log, lookup
from bot.views.drawn import Drawn
from bot.views.lookups.access_log import access_card

WANTS = "access"
"""What a look-up wants that asks for the log."""


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the log."""
    gallery.hang("access_log", _draw)


def answer(visit: Visit, wanted: lookup.Wanted, *, key: str, channel: str | None) -> None:
    """Answer with the log; that it was read is in it from then on."""
    with visit.desk() as desk:
        cases = lookup.cases_of(desk, wanted)
        access_log.read_logs(desk, cases)
        access_log.put_on_record(desk, cases)
        put_answer(visit, desk, "access_log", as_details(wanted), key=key, channel=channel)


def _draw(desk: Desk, wanted: Wanted) -> Drawn | None:
    cases = lookup.cases_of(desk, from_details(wanted.details))
    if not cases:
        return None
    try:
        logs = access_log.read_logs(desk, cases)
    except NotAllowed:
        return None
    return access_card(logs, desk.policy.zone, clear_at(desk))
