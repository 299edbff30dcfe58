"""A court report is told to be filed: what is owed is shown, with the tap that puts it on record."""

from __future__ import annotations

from collections.abc import Sequence

from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.posting import answer_with
from bot.handlers.talk import Said
from bot.services import due
from bot.services.desk import Desk
from bot.understand.office.reports_told import court_report_told
from bot.understand.writing.text import folded
from bot.views.drawn import Drawn
from bot.views.duties.due import due_list
from storage.owed import Owed

_CARD = "court_reports_told"


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the reports owed."""
    gallery.hang(_CARD, _draw)


def taken(said: Said) -> bool:
    """Whether a report that the sender owes is told to be filed; offered to be put on record then."""
    who = court_report_told(said.text) if not said.thread_ts else ""
    if not who:
        return False
    with said.visit.look() as desk:
        owed = _owed(desk, who)
    if not owed:
        return False
    details = {"who": who}
    answer_with(said.visit, _CARD, details, key=said.ts, channel=said.channel)
    return True


def _owed(desk: Desk, who: str) -> Sequence[Owed]:
    """The reports that the actor owes of the family, or of a child's family, that is called so."""
    named = frozenset(part for each in (who, *who.split()) for part in (each, each.removesuffix("s")))

    def called(owed: Owed) -> frozenset[str]:
        hearing = owed.hearing
        children = desk.agency.children_of(hearing.case_id) if hearing else ()
        parts = (owed.family or "", *(each.first_name for each in children))
        return frozenset(part for name in parts for part in (folded(name), *folded(name).split()))

    owed = (each for each in due.list_due(desk).owed if each.kind == "hearing" and each.period == "report")
    return [each for each in owed if named & called(each)]


def _draw(desk: Desk, wanted: Wanted) -> Drawn | None:
    who = str(wanted.details.get("who") or "")
    return due_list(_owed(desk, who), (), desk.policy.zone, title="Court report") if who else None
