"""A hand-over as its message shows it, as things stand when it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.services.crisis.whose import case_of
from bot.services.desk import Desk
from bot.services.on_call.nights import going_on
from storage.models import CrisisCall
from storage.queries.people import people
from storage.shifting import NightCase, NightCrisis
from storage.types import CrisisStatus


def still_open(desk: Desk, ids: Iterable[str]) -> list[NightCrisis]:
    """Those of the crises that are not closed by now."""
    going = set(going_on(desk.session, desk.now))
    return _crises(desk, (i for i in ids if i in going))


def of_night(desk: Desk, cases: Mapping[str, Mapping[str, Any]]) -> list[NightCase]:
    """What there was, family by family."""
    return [_case(desk, case_id, about) for case_id, about in cases.items() if case_id in desk.agency.cases]


def _case(desk: Desk, case_id: str, about: Mapping[str, Any]) -> NightCase:
    staff = desk.agency.staff

    def named(pairs: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
        return tuple((staff[i].name, count) for i, count in pairs if i in staff)

    return NightCase(
        family=desk.agency.cases[case_id].family_name,
        crises=tuple(_crises(desk, about["crises"])),
        lookups=named(about["lookups"]),
        notes=named(about["notes"]),
    )


def _crises(desk: Desk, ids: Iterable[str]) -> list[NightCrisis]:
    calls = [call for i in ids if (call := desk.session.get(CrisisCall, i)) is not None]
    who = people(desk.session, [i for c in calls for i in (c.reported_by_id, c.acknowledged_by_id)])
    return [
        NightCrisis(
            at=call.opened_at,
            by=who[call.reported_by_id],
            family=_family(desk, call),
            status=call.status,
            has=who.get(call.acknowledged_by_id or ""),
            ended=call.ended,
        )
        for call in calls
        if call.status is not CrisisStatus.NOT_A_CRISIS
    ]


def _family(desk: Desk, call: CrisisCall) -> str:
    case = desk.agency.cases.get(case_of(desk.session, call) or "")
    return case.family_name if case else ""
