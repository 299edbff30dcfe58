"""Words about a visit that is yet to happen: "make that Friday", "can't make it"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.posting import put_answer
from bot.handlers.notes.follow_up import heard_of
from bot.handlers.talk import Answer, Said, understand, unless
from bot.handlers.visits.plans import children_of, put_plans
from bot.services import plan_words, plans
from bot.services.desk import Desk
from bot.services.plan_words import ASKED, MOVED, Meant
from bot.understand.parts import Intent
from bot.views.drawn import Drawn
from bot.views.visits.plan_words import asked_card, moved_card

AS_A_PLAN = "remind me: "
"""Read before words that are a plan, though they do not say so."""


def hang(gallery: Gallery) -> None:
    """Hang the drawers of the answers."""
    gallery.hang(MOVED, draw_moved)
    gallery.hang(ASKED, draw_asked)


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the message is not about a plan; alarms always come first."""
    return unless(taken, answers)


def taken(said: Said) -> bool:
    """Whether the message was about a plan, which was moved, or asked about."""
    heard = heard_of(said)
    if not plan_words.may_be_about_one(heard):
        return False
    said.visit.wait_for_earlier(said.channel, said.ts)
    with said.visit.look() as desk:
        goes_on = plan_words.goes_on(desk, heard)
        if not goes_on and plan_words.meant(desk, heard) is None:
            return False
    if goes_on:
        _as_a_plan(said)
        return True
    with said.visit.desk() as desk:
        found = plan_words.meant(desk, heard)
        if found is None:
            return False
        plan_words.follow(desk, found)
        said.visit.redraw(found.plan_id)
        _put(said, desk, found)
    return True


def _as_a_plan(said: Said) -> None:
    """Keep what comes on top of a plan as a plan: by itself it reads as something that was."""
    again = understand(
        said.visit,
        said.text,
        channel=said.channel,
        ts=said.ts,
        sent_at=said.sent_at,
        voice=said.voice,
        heading=AS_A_PLAN,
    )
    with said.visit.desk() as desk:
        put_plans(again, desk)


def _put(said: Said, desk: Desk, found: Meant) -> None:
    now = found.now
    asks = "cancel" if now.called_off else "what" if now.unclear else ""
    details = {
        "asks": asks,
        "was_on": found.was_on.isoformat() if found.was_on else "",
        "was_at": found.was_at.isoformat() if found.was_at else "",
        "was_for": ",".join(found.was_for) if now.children else "",
    }
    kind = ASKED if asks else MOVED
    put_answer(said.visit, desk, kind, details, key=said.ts, channel=said.channel, subject_id=found.plan_id)


def draw_moved(desk: Desk, wanted: Wanted) -> Drawn | None:
    """When it is now, and when it was; a plan that changes later on leaves this as it was said."""
    row = plans.planned(desk, wanted.subject_id)
    if row is None or not wanted.details:
        return None
    before = _before(wanted, ZoneInfo(desk.actor.timezone))
    was_for = (desk.agency.children.get(c) for c in str(wanted.details.get("was_for") or "").split(","))
    return moved_card(
        children_of(desk, row),
        row.on,
        row.starts_at,
        before,
        tz=desk.policy.zone,
        was_for=[child for child in was_for if child],
    )


def draw_asked(desk: Desk, wanted: Wanted) -> Drawn | None:
    """What is to be tapped; once the visit is called off, that."""
    row = plans.planned(desk, wanted.subject_id)
    if row is None or (not wanted.details and row.cancelled_at is None):
        return None
    asks = "" if row.cancelled_at is not None else str(wanted.details["asks"])
    return asked_card(
        plan_id=row.id,
        asks=asks,
        children=children_of(desk, row),
        on=row.on,
        starts_at=row.starts_at,
        tz=desk.policy.zone,
    )


def _before(wanted: Wanted, tz: ZoneInfo) -> tuple[date | None, datetime | None]:
    """The day and the moment for which it was planned before the words."""
    on = date.fromisoformat(str(wanted.details["was_on"])) if wanted.details.get("was_on") else None
    at = time.fromisoformat(str(wanted.details["was_at"])) if wanted.details.get("was_at") else None
    return on, datetime.combine(on, at, tz) if on and at else None
