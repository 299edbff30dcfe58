"""A supervisor asks about her unit's notes, in words; and what goes on from a list she was just shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.posting import answer_with
from bot.handlers.notes import find
from bot.handlers.oversight import figures
from bot.handlers.review.queue import CARD as QUEUE
from bot.handlers.review.queue import asks_for_queue
from bot.handlers.talk import Answer, Said, unless
from bot.rules.permissions import SENIORS
from bot.services.desk import Desk
from bot.services.lookups.carried import last_answer
from bot.services.oversight import scope
from bot.services.oversight.unit_notes import unit_notes
from bot.understand.office.asked_figures import Figure
from bot.understand.office.asked_unit import UnitAsk, unit_asked
from bot.understand.office.narrowing import narrows_to, other_days, wants_names, wants_ranking
from bot.understand.parts import Intent
from bot.views.drawn import Drawn
from bot.views.review.unit_notes import unit_card

_CARD = "unit_notes"
_COUNTED = frozenset({Figure.VISITS.value, Figure.FEDERAL.value, Figure.DOING.value, Figure.UNSEEN.value})
_UNSEEN = {"what": Figure.UNSEEN.value, "of": []}
_OPEN = {"what": UnitAsk.OPEN.value, "of": []}
_LISTS: dict[str, tuple[str, dict[str, Any]]] = {
    "visits_left": (figures.CARD, _UNSEEN),
    "team_doing": (figures.CARD, {"what": Figure.DOING.value, "of": []}),
    "team_overdue": (_CARD, _OPEN),
}
"""Lists of a team that hold no question of their own, and the one that narrows them."""


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the list."""
    gallery.hang(_CARD, _draw)


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where nothing of the unit is asked; alarms always come first."""
    return unless(asked, answers)


def asked(said: Said) -> bool:
    """Whether who answers for others asks about their notes; answered then. NotAllowed of others' workers."""
    if find.went_asked(said):
        return True
    if said.thread_ts or said.visit.actor.role not in SENIORS or asks_for_queue(said.text):
        return False
    return _of_notes(said) or _goes_on(said)


def _of_notes(said: Said) -> bool:
    named = scope.named(said.visit.agency, said.visit.actor.id, said.text)
    what = unit_asked(said.text, of_somebody=bool(named))
    if what is None or (what is not UnitAsk.CHANGED and figures.of_a_family(said)):
        return False
    subject = said.reading.subject
    children = list(subject.children) if subject and what is UnitAsk.CHANGED else []
    details = {"what": what.value, "of": list(named), "children": children} | _days(said, Intent.REPORT)
    _answer(said, _CARD, details)
    return True


def _days(said: Said, intent: Intent) -> dict[str, str]:
    days = said.days(intent)
    if days is None or days.first is None:
        return {}
    return {"from": str(days.first), "to": str(days.last or days.first)}


def _answer(said: Said, kind: str, details: Mapping[str, Any]) -> None:
    with said.visit.look() as desk:
        if kind != QUEUE:
            scope.of(desk, details["of"])
    answer_with(said.visit, kind, details, key=said.ts, channel=said.channel)


def _goes_on(said: Said) -> bool:
    """Whether the words narrow the list that was the last answer, or ask who was counted in it."""
    to = narrows_to(said.visit.agency, said.visit.actor.id, said.text)
    names, days, ranked = wants_names(said.text), other_days(said.text), wants_ranking(said.text)
    if to is None and not (names or days or ranked):
        return False
    said.visit.wait_for_earlier(said.channel, said.ts)
    with said.visit.look() as desk:
        last = last_answer(desk)
        shown = (last.kind, dict(last.details)) if last is not None else ("", {})
    kind, details = _LISTS.get(*shown[:1], shown)
    if kind not in {figures.CARD, _CARD, QUEUE} or (kind == QUEUE and to is None):
        return False
    if to is not None:
        details = details | {"of": list(to)}
    elif days:
        details = details | _days(
            said, Intent.LIST_DUE if details["what"] in figures.AHEAD else Intent.REPORT
        )
    elif ranked and kind == figures.CARD:
        details = details | {"compared": True}
    elif kind == figures.CARD:
        kind, details = _by_name(details)
    _answer(said, kind, details)
    return True


def _by_name(details: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The list behind a figure: children to see, or what is open."""
    if details["what"] in _COUNTED:
        return figures.CARD, details | {"what": Figure.UNSEEN.value, "trend": False}
    if details["what"] in {Figure.HEARINGS.value, Figure.COURT_REPORTS.value, Figure.CONFERENCES.value}:
        return figures.CARD, details
    return _CARD, {"what": UnitAsk.OPEN.value, "of": details["of"]}


def _draw(desk: Desk, wanted: Wanted) -> Drawn | None:
    """The notes as they stand when the list is sent."""
    details = wanted.details
    if "what" not in details:
        return None
    first, last = (date.fromisoformat(details[k]) if k in details else None for k in ("from", "to"))
    of = scope.of(desk, details["of"])
    found = unit_notes(desk, UnitAsk(details["what"]), of, (first, last), details.get("children") or ())
    return unit_card(found, desk.policy.zone)
