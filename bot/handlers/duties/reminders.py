"""Reminders as people see them: the morning digest, the pings, each with its action and Snooze."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.visits import plans
from bot.reminders.digest import digest_entries
from bot.reminders.needed import OBLIGATION
from bot.rules.moments import at_local
from bot.rules.quiet import after_quiet
from bot.rules.reminders import Kind
from bot.services import obligations, outbox
from bot.services.desk import Desk
from bot.services.due import by_urgency
from bot.services.shown import shown
from bot.views.drawn import Drawn
from bot.views.duties.reminder import dead_letter, digest_card, ping_card
from bot.views.wording import moment
from storage.models import Obligation
from storage.types import Lane

SNOOZE = timedelta(hours=3)


def hang(gallery: Gallery) -> None:
    """Hang the drawers of all reminders."""
    gallery.hang("digest", draw_digest)
    gallery.hang("digest_again", draw_digest)
    for kind in Kind:
        gallery.hang(f"{kind.value}_reminder", draw_ping)
    gallery.hang("planned_visit_reminder", draw_planned)
    gallery.hang("dead_letter", draw_dead_letter)


def draw_dead_letter(desk: Desk, wanted: Wanted) -> Drawn | None:
    """A message that Slack will never take, told to the admin; a card of it stays as it was."""
    if "kind" not in wanted.details:
        return None
    who = desk.agency.staff.get(str(wanted.details.get("recipient_id")))
    return dead_letter(wanted.details, who, wanted.subject_id)


def register(front: FrontDesk) -> None:
    """Listen for Snooze."""
    front.action("reminder.snooze", snooze)
    front.action("reminder.snooze_digest", snooze_digest)


def draw_digest(desk: Desk, wanted: Wanted) -> Drawn | None:
    """The morning digest of the day it was planned for; None where nothing is owed any more."""
    if "day" not in wanted.details:
        return None
    day = date.fromisoformat(wanted.details["day"])
    entries = digest_entries(desk.session, desk.actor.id, day, desk.policy)
    owed = by_urgency(shown(desk, [entry.owed for entry in entries]))
    return digest_card(owed, desk.policy.zone, day) if owed else None


def draw_ping(desk: Desk, wanted: Wanted) -> Drawn | None:
    """One reminder about one thing."""
    row = desk.session.get(Obligation, wanted.details.get(OBLIGATION, ""))
    owed = next(iter(shown(desk, [row])), None) if row is not None else None
    return ping_card(owed, desk.policy.zone, str(wanted.details.get("step", ""))) if owed else None


def draw_planned(desk: Desk, wanted: Wanted) -> Drawn | None:
    """A planned visit's reminder; drawn anew, once something has become of the plan, the plan itself."""
    return draw_ping(desk, wanted) if wanted.details else plans.draw(desk, wanted)


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
    until = moment(silent.until, ZoneInfo(visit.actor.timezone))
    why = " It cannot wait longer: it is due soon after." if silent.shortened else ""
    visit.say(f"I'll remind you again {until}.{why} The deadline stays.")


def snooze_digest(visit: Visit) -> None:
    """The whole morning's list once more, later that day; what is due sooner has reminders of its own."""
    day, zone = str(visit.body["actions"][0]["value"]), ZoneInfo(visit.actor.timezone)
    with visit.desk() as desk:
        until = after_quiet(desk.now + SNOOZE, tz=zone, policy=desk.policy)
        outbox.put(
            desk.session,
            dedupe_key=f"digest:{desk.actor.id}:{day}:again-{until:%Y%m%dT%H%M}",
            kind="digest_again",
            recipient_id=desk.actor.id,
            now=desk.now,
            due_at=until,
            lane=Lane.DIGEST,
            subject_id=desk.actor.id,
            details={"day": day},
            expires_at=_evening(until, zone, desk),
        )
    visit.say(f"I'll bring the list again {moment(until, zone)}. The deadlines stay.")


def _evening(until: datetime, zone: ZoneInfo, desk: Desk) -> datetime:
    return at_local(until.astimezone(zone).date(), desk.policy.quiet.starts, zone)
