"""The doctor's look at the roster: who cannot be reached, what nobody answers for, when nobody is on call."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.commands.findings import Finding, none_of
from bot.rules.policy import Policy
from bot.rules.rota import gaps, overlaps
from storage.types import CaseStatus, Role, Roster

_NEED_A_SUPERVISOR = (Role.CASEWORKER, Role.SUPERVISOR)


def look_at_roster(roster: Roster, policy: Policy, now: datetime) -> Iterator[Finding]:
    """The findings about a roster at a moment."""
    if not roster.staff:
        yield Finding(
            "roster",
            well=False,
            says="empty; `fieldnote import DIR` loads one, sample/roster shows the files",
        )
        return
    size = f"{len(roster.staff)} staff, {len(roster.cases)} cases, {len(roster.children)} children"
    yield Finding("roster", well=True, says=size)
    yield from _people(roster)
    yield from _cases(roster)
    yield from _rota(roster, policy, now)


def _people(roster: Roster) -> Iterator[Finding]:
    unknown = (row.id for row in roster.staff if not row.slack_user_id and not row.email)
    yield none_of("staff", "without Slack id and e-mail", unknown, "all can be found in Slack")
    alone = (row.id for row in roster.staff if row.role in _NEED_A_SUPERVISOR and not row.supervisor_id)
    yield none_of("supervisors", "workers without one", alone, "every worker has one")


def _cases(roster: Roster) -> Iterator[Finding]:
    orphaned = (row.id for row in roster.cases if row.status is CaseStatus.OPEN and not row.primary_worker_id)
    yield none_of("cases", "open ones without a worker", orphaned, "every open case has a worker")


def _rota(roster: Roster, policy: Policy, now: datetime) -> Iterator[Finding]:
    def spoken(start: datetime, end: datetime) -> str:
        local = (moment.astimezone(policy.zone) for moment in (start, end))
        return "–".join(f"{moment:%a %m-%d %H:%M}" for moment in local)

    days = policy.on_call.gap_days
    empty = (
        f"{gap.tier} {spoken(gap.starts_at, gap.ends_at)}"
        for gap in gaps(roster.shifts, now=now, policy=policy)
    )
    yield none_of("rota", f"gaps in the next {days} days", empty, f"no gap in the next {days} days")
    double = (
        f"{twice.tier} {spoken(twice.starts_at, twice.ends_at)} ({' and '.join(twice.staff_ids)})"
        for twice in overlaps(roster.shifts, now=now, policy=policy)
    )
    yield none_of("rota", "times held by two", double, "nobody holds another one's shift")
