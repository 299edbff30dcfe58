"""Words about a visit that is yet to happen: which plan they are about, and what becomes of it.

"Make that Friday" behind a plan moves the plan; taken for a draft's correction it would put a visit that
was on a day that it never was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select

from bot.services import plans
from bot.services.desk import Desk
from bot.services.drafts.concerning import touched
from bot.services.drafts.continuing import RECENT, on_the_table
from bot.services.drafts.heard import Heard
from bot.services.drafts.open_drafts import MOST, open_drafts
from bot.understand.amend import replan
from bot.understand.amend.glance import corrects_alone
from bot.understand.amend.remark import Sender
from bot.understand.amend.replan import Planned, Replanned, may_go_on, may_replan, planned_at, to_put_off
from bot.understand.parts import Intent
from storage.models import PlannedVisit, PostedCard
from storage.types import EventType, Outcome

_NEVER = frozenset({Intent.LOG_CRISIS, Intent.SAFETY_CONCERN, Intent.LOOKUP, Intent.LOOKUP_ONCALL})
_MOST = 9
"""Plans of one message that words are held against."""
MOVED, ASKED = "plan_moved", "plan_asked"
"""The answers to such words: when it is now; or what is to be tapped."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A plan and what words make of it; when it was before, in the actor's zone, and for which children."""

    plan_id: str
    now: Replanned
    was_on: date | None
    was_at: time | None
    was_for: tuple[str, ...] = ()


def may_be_about_one(said: Heard) -> bool:
    """A cheap look, no database."""
    if may_go_on(said.text):
        return True
    told = said.reading.contacts
    whole = said.reading.intent is Intent.LOG_CONTACT and said.whole
    # "Sorry I mean Isabella", right behind Manny's plan, asks for no card of hers.
    asked = said.reading.intent in _NEVER and not (
        said.reading.intent is Intent.LOOKUP and corrects_alone(said.text)
    )
    if asked or (whole and told[0].outcome is not Outcome.CANCELLED):
        return False
    return may_replan(said.text)


def meant(desk: Desk, said: Heard) -> Meant | None:
    """The plan that the words are about, with what they mean for it; None: they are about none.

    Of several that one message made, the one of whom they name; where they name nobody, it is not told.
    """
    rows = _in_thread(desk, said) if said.thread_ts else _on_the_table(desk, said) or _named(desk, said)
    rows = rows or _of_the_day_named(desk, said)
    found = [each for row in rows if (each := _made_of(desk, said, row))]
    return found[0] if len(found) == 1 else None


def goes_on(desk: Desk, said: Heard) -> bool:
    """Whether words right behind a plan tell of another one: "and Friday Ms Lee at 3"."""
    if said.thread_ts or said.reading.intent is not Intent.LOG_CONTACT or not may_go_on(said.text):
        return False
    tz = ZoneInfo(desk.actor.timezone)
    sender = Sender(desk.actor.id, said.sent_at.astimezone(tz), tz, said.voice)
    return replan.goes_on(desk.agency, said.text, sender) and bool(_on_the_table(desk, said))


def _made_of(desk: Desk, said: Heard, row: PlannedVisit) -> Meant | None:
    tz = ZoneInfo(desk.actor.timezone)
    at = planned_at(row.starts_at.astimezone(tz) if row.starts_at else None)
    cases = {row.case_id} if row.case_id else set()
    types = [EventType(each) for each in row.types]
    plan = Planned(row.on, at, {*row.children, *row.people}, cases, types)
    sender = Sender(desk.actor.id, said.sent_at.astimezone(tz), tz, said.voice)
    now = replan.replan(desk.agency, said.text, sender, plan)
    return Meant(row.id, now, row.on, at, tuple(row.children)) if now else None


def follow(desk: Desk, found: Meant) -> None:
    """Change the plan as it was said; it is called off by a tap alone. Unusable for a time that is over."""
    now = found.now
    if now.children:
        plans.give(desk, found.plan_id, now.children)
    if now.on is None or (now.on, now.at) == (found.was_on, found.was_at):
        return
    if now.at is None:
        plans.move(desk, found.plan_id, now.on, None)
        return
    # The actor's clock, and the agency's, by which plans are kept.
    there = datetime.combine(now.on, now.at, ZoneInfo(desk.actor.timezone)).astimezone(desk.policy.zone)
    plans.move(desk, found.plan_id, there.date(), there.time())


def _on_the_table(desk: Desk, said: Heard) -> list[PlannedVisit]:
    """The actor's plans that a message of the last minutes made, where no draft was touched since."""
    query = (
        _open(desk)
        .where(PlannedVisit.made_at >= said.sent_at - RECENT, PlannedVisit.source_ts != said.ts)
        .order_by(PlannedVisit.made_at.desc(), PlannedVisit.item)
        .limit(_MOST)
    )
    rows = list(desk.session.scalars(query))
    since = touched(desk, on_the_table(desk, said)).values() if rows else ()
    if not rows or any(at > rows[0].made_at for at in since):
        return []
    return [row for row in rows if row.made_at == rows[0].made_at]


def _named(desk: Desk, said: Heard) -> list[PlannedVisit]:
    """The actor's plans, however old, of the child whose visit is to be moved or called off by its name."""
    tz = ZoneInfo(desk.actor.timezone)
    at = said.sent_at.astimezone(tz)
    children = to_put_off(desk.agency, said.text, Sender(desk.actor.id, at, tz, said.voice))
    if not children:
        return []
    query = _open(desk).where(PlannedVisit.on >= at.date()).order_by(PlannedVisit.on)
    return [row for row in desk.session.scalars(query) if children & set(row.children)]


def _of_the_day_named(desk: Desk, said: Heard) -> list[PlannedVisit]:
    """“Friday is no good, make it Monday”: the plans for that Friday, whatever was told since they were made.

    Not where a draft of these minutes is about the same day of the week: then the day may be the draft's.
    """
    if said.thread_ts:
        return []
    tz = ZoneInfo(desk.actor.timezone)
    sender = Sender(desk.actor.id, said.sent_at.astimezone(tz), tz, said.voice)
    off = replan.days_off(desk.agency, said.text, sender)
    if not off:
        return []
    lately = set(on_the_table(desk, said))
    told = {facts.on.weekday() for i, facts in open_drafts(desk, MOST) if i in lately and facts.on}
    days = [day for day in off if day.weekday() not in told]
    return list(desk.session.scalars(_open(desk).where(PlannedVisit.on.in_(days)).limit(_MOST)))


def _in_thread(desk: Desk, said: Heard) -> list[PlannedVisit]:
    """The plan under whose card, or the plans under whose own message, the words stand."""
    card = select(PostedCard.subject_id).where(
        PostedCard.channel == said.channel,
        PostedCard.ts == said.thread_ts,
        PostedCard.kind.in_(("plan", MOVED, ASKED)),
    )
    plan_id = desk.session.scalar(card)
    if plan_id is not None:
        return list(desk.session.scalars(_open(desk).where(PlannedVisit.id == plan_id)))
    own = (PlannedVisit.source_channel == said.channel, PlannedVisit.source_ts == said.thread_ts)
    return list(desk.session.scalars(_open(desk).where(*own).limit(_MOST)))


def _open(desk: Desk) -> Select[PlannedVisit]:
    return select(PlannedVisit).where(
        PlannedVisit.staff_id == desk.actor.id,
        PlannedVisit.cancelled_at.is_(None),
        PlannedVisit.note_id.is_(None),
    )
