"""The crises of some days, for those who may know of them: when, whose, who took it, what was reported.

A director sees every crisis; a supervisor those of cases below; whoever is on call those that go on;
everybody those they reported, were alerted of, or whose case is theirs. A safety concern is for those alone
whom it was told. What was said does not stand in the list: it is read on the crisis's card (DOMAIN 5 and 7).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select

from bot.rules.incidents import Incident
from bot.rules.moments import DAY, at_local, start_of_day
from bot.rules.office_hours import office_day
from bot.rules.permissions import may_read_case, may_see_agency
from bot.services.crisis import crisis_reading, timeline
from bot.services.crisis.whose import case_of
from bot.services.desk import Desk
from bot.services.office import case_ties, office_on
from bot.services.on_call.on_call import own_shift
from bot.understand.names.text import split_name
from storage.crisis_records import CrisisRecord
from storage.models import CrisisCall
from storage.oversight import CrisesSeen, CrisisSeen
from storage.types import CRISIS_GOING_ON, Child, CrisisStatus

MOST = 8
LATELY = timedelta(days=30)
JUST_NOW = timedelta(days=7)
"""Words that name no crisis ("who took it") lean on one of these days."""
_CRISIS = "crisis"
_SATURDAY = 5


def span(
    desk: Desk, first: date | None, last: date | None, *, night: bool, weekend: bool
) -> tuple[datetime, datetime]:
    """The time that is asked about, up to now: a night and a weekend run from closing to opening time."""
    if first is None:
        return (_closed(desk, desk.today - DAY), desk.now) if night else (desk.now - LATELY, desk.now)
    end = last or first
    if weekend and first > desk.today:  # "this weekend", asked on Monday, is the one that was
        first, end = first - 7 * DAY, end - 7 * DAY
    if not (night or weekend):
        return start_of_day(first, desk.policy.zone), min(desk.now, start_of_day(end + DAY, desk.policy.zone))
    begins = first - DAY if weekend and first.weekday() == _SATURDAY else first
    opens = office_day(end + DAY, policy=desk.policy)
    until = opens.start if opens else at_local(end + DAY, desk.policy.office.opens, desk.policy.zone)
    return _closed(desk, begins), min(desk.now, until)


def _closed(desk: Desk, day: date) -> datetime:
    """When the office closes on that day; where it never opens, at the hour at which it would."""
    hours = office_day(day, policy=desk.policy)
    return hours.end if hours else at_local(day, desk.policy.office.closes, desk.policy.zone)


def between(desk: Desk, since: datetime, until: datetime) -> list[str]:
    """Ids of the crises that began then and that the actor may know of, newest first."""
    query = select(CrisisCall).where(
        CrisisCall.opened_at >= since,
        CrisisCall.opened_at <= until,
        CrisisCall.status != CrisisStatus.NOT_A_CRISIS,
    )
    calls = desk.session.scalars(query.order_by(CrisisCall.opened_at.desc()))
    return [call.id for call in calls if _may_see(desk, call)]


def _may_see(desk: Desk, call: CrisisCall) -> bool:
    if timeline.concerns_actor(desk, call):
        return True
    if call.kind != _CRISIS:
        return False
    if may_see_agency(desk.me) or (call.status in CRISIS_GOING_ON and own_shift(desk) is not None):
        return True
    case_id = case_of(desk.session, call)
    return case_id is not None and _reads(desk, case_id)


def _reads(desk: Desk, case_id: str) -> bool:
    office = office_on(desk.session, desk.agency, desk.today)
    return may_read_case(desk.me, case_ties(case_id, desk.agency, office, desk.today))


def meant(desk: Desk, names: Sequence[str], *, missing: bool) -> list[str]:
    """Ids of the crises that words such as "the Will Hall one" or "it" may mean; none where there is none."""
    since = desk.now - (LATELY if names else JUST_NOW)
    found = between(desk, since, desk.now)
    calls = [crisis_reading.crisis(desk, each) for each in found[:MOST]]
    if names:
        return [call.id for call in calls if set(names) <= _names(desk, call)]
    lost = [call.id for call in calls if any(r.incident == Incident.MISSING_CHILD for r in call.reports)]
    return (lost if missing and lost else [call.id for call in calls])[:1]


def _names(desk: Desk, call: CrisisRecord) -> set[str]:
    """The words by which the crisis's children and family may be named."""
    case = desk.agency.cases.get(call.case_id or "")
    names = [case.family_name] if case else []
    for child in _children(desk, call):
        names += [child.first_name, child.last_name, child.nickname or ""]
    words = {word for name in names for word in split_name(name)}
    return words | {f"{word}s" for word in words}


def _children(desk: Desk, call: CrisisRecord) -> list[Child]:
    return [desk.agency.children[i] for i in crisis_reading.children_of(desk, call)]


def seen(desk: Desk, ids: Sequence[str], since: datetime | None, until: datetime) -> CrisesSeen:
    """These crises as they stand now, without any that is no longer the actor's to know of.

    `since` None: single ones were asked about, and no time.
    """
    calls = [call for i in ids if (call := desk.session.get(CrisisCall, i)) is not None]
    still = [c.id for c in calls if c.status is not CrisisStatus.NOT_A_CRISIS and _may_see(desk, c)]
    shown = [crisis_reading.crisis(desk, each) for each in still[:MOST]]
    return CrisesSeen(
        since=since,
        until=until,
        crises=tuple(CrisisSeen(call, _whose(desk, call)) for call in shown),
        more=len(still) - len(shown),
        all_of_agency=may_see_agency(desk.me),
    )


def _whose(desk: Desk, call: CrisisRecord) -> str:
    """Whose it is: by name for who may read the case or has to do with it, else initials and the number."""
    if call.case_id is None or call.case_id not in desk.agency.cases:
        return ""
    children = _children(desk, call)
    row = desk.session.get_one(CrisisCall, call.id)
    if not (timeline.concerns_actor(desk, row) or _reads(desk, call.case_id) or own_shift(desk) is not None):
        return ", ".join([*(f"{c.first_name[:1]}.{c.last_name[:1]}." for c in children), call.case_id])
    names = ", ".join(f"{c.first_name} {c.last_name}" for c in children)
    return f"{names or desk.agency.cases[call.case_id].family_name + ' family'} · {call.case_id}"


def read(desk: Desk, ids: Sequence[str]) -> None:
    """Put on record that the actor was shown these."""
    for crisis_id in ids[:MOST]:
        desk.record("crisis_list.read", crisis_id, kind="crisis")
