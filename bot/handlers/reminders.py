"""Reminders as people see them: the morning digest, the pings, each with its action and Snooze."""

from __future__ import annotations

from datetime import date, timedelta

from bot.handlers.cards import Gallery, Wanted
from bot.handlers.front_desk import FrontDesk, Visit
from bot.reminders.digest import digest_entries
from bot.reminders.needed import OBLIGATION
from bot.rules.reminders import Kind
from bot.services import due, obligations
from bot.services.desk import Desk
from bot.views.drawn import Drawn
from bot.views.reminder import dead_letter, digest_card, ping_card
from bot.views.wording import moment
from storage.models import Obligation

SNOOZE = timedelta(hours=3)


def hang(gallery: Gallery) -> None:
    """Hang the drawers of all reminders."""
    gallery.hang("digest", draw_digest)
    for kind in Kind:
        gallery.hang(f"{kind.value}_reminder", draw_ping)
    gallery.hang("dead_letter", lambda _desk, wanted: dead_letter(wanted.details))


def register(front: FrontDesk) -> None:
    """Listen for Snooze."""
    front.action("reminder.snooze", snooze)


def draw_digest(desk: Desk, wanted: Wanted) -> Drawn | None:
    """The morning digest of the day it was planned for; None where nothing is owed any more."""
    if "day" not in wanted.details:
        return None
    day = date.fromisoformat(wanted.details["day"])
    entries = digest_entries(desk.session, desk.actor.id, day, desk.policy)
    owed = [o for e in entries if (o := due.owed_of(desk, e.owed)) is not None]
    return digest_card(owed, desk.policy.zone, day) if owed else None


def draw_ping(desk: Desk, wanted: Wanted) -> Drawn | None:
    """One reminder about one thing."""
    row = desk.session.get(Obligation, wanted.details.get(OBLIGATION, ""))
    owed = due.owed_of(desk, row) if row is not None else None
    return ping_card(owed, desk.policy.zone) if owed else None


def snooze(visit: Visit) -> None:
    """Keep silent for a while, never beyond the deadline; said to the person."""
    obligation_id = str(visit.body["actions"][0]["value"])
    with visit.desk() as desk:
        silent = obligations.snooze(
            desk.session,
            obligation_id=obligation_id,
            person_id=desk.actor.id,
            wanted=desk.now + SNOOZE,
            now=desk.now,
            policy=desk.policy,
        )
        until = moment(silent.until, desk.policy.zone)
    visit.say(f"I'll remind you again {until}. The deadline stays.")
