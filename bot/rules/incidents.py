"""The clocks of what must be reported, and of hearings; a person ticks each step, never the assistant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.rules.moments import add_hours, end_of_day, start_of_day, utc
from bot.rules.policy import Policy
from bot.rules.reminder_days import consultation_day, report_day


class Incident(StrEnum):
    MISSING_CHILD = "missing_child"
    SERIOUS_INJURY = "serious_injury"
    DEATH = "death"
    ABUSE = "abuse"


class IncidentStep(StrEnum):
    """What has to be done and ticked with who was called, when and the report's number."""

    LAW_ENFORCEMENT = "law_enforcement"
    NCMEC = "ncmec"
    STATE_REPORT = "state_report"
    ORAL_REPORT = "oral_report"
    WRITTEN_REPORT = "written_report"


@dataclass(frozen=True, slots=True)
class ReportDue:
    """One report: `at_once` says that it should not wait at all, `due` (UTC) when it is late."""

    step: IncidentStep
    due: datetime
    at_once: bool


def report_clocks(incident: Incident, learned_at: datetime, *, policy: Policy) -> tuple[ReportDue, ...]:
    """What must be reported, to be shown as a checklist, counted from when the agency learned of it.

    Sources: 42 USC 671(a)(35) (missing: law enforcement and NCMEC at once, at the latest 24 h);
    18 NYCRR 441.7(c) (death or serious injury: 24 h to the state); NY Social Services Law 415 (suspected
    abuse or neglect: orally at once, in writing within 48 h).
    """
    hours = policy.incidents
    if incident is Incident.MISSING_CHILD:
        due = add_hours(learned_at, hours.missing_child_hours)
        both = (IncidentStep.LAW_ENFORCEMENT, IncidentStep.NCMEC)
        return tuple(ReportDue(step, due, at_once=True) for step in both)
    if incident is Incident.ABUSE:
        written = add_hours(learned_at, hours.abuse_written_hours)
        return (
            ReportDue(IncidentStep.ORAL_REPORT, utc(learned_at), at_once=True),
            ReportDue(IncidentStep.WRITTEN_REPORT, written, at_once=False),
        )
    due = add_hours(learned_at, hours.serious_injury_hours)
    return (ReportDue(IncidentStep.STATE_REPORT, due, at_once=True),)


@dataclass(frozen=True, slots=True)
class HearingClocks:
    """From when the case consultation may be held, and by when the report is due (UTC)."""

    consultation_from: datetime
    report_due: datetime


def hearing_clocks(starts_at: datetime, *, policy: Policy) -> HearingClocks:
    """Consultation not earlier than 60 days before the hearing's day, report by the end of the 14th before.

    Days are the agency's. Source: 18 NYCRR 428.9(b).
    """
    return HearingClocks(
        consultation_from=start_of_day(consultation_day(starts_at, policy=policy), policy.zone),
        report_due=end_of_day(report_day(starts_at, policy=policy), policy.zone),
    )
