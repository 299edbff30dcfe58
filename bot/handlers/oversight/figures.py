"""Figures asked for by who answers for others: of a worker, a unit, the team, of some days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.posting import answer_with
from bot.handlers.small_talk import say
from bot.handlers.talk import Answer, Said, unless
from bot.rules.permissions import SENIORS
from bot.services.desk import Desk
from bot.services.oversight import figures, scope
from bot.understand.office.asked_figures import (
    Figure,
    FigureAsked,
    asks_a_number,
    asks_to_pass_on,
    figure_asked,
)
from bot.understand.parts import Intent
from bot.views.drawn import Drawn
from bot.views.oversight.figures import figures_card

CARD = "figures"
_TELLING = frozenset({Intent.LOG_CONTACT, Intent.PLAN_VISIT, Intent.PLAN_LEAVE})
_FOUND = frozenset({Intent.LOG_CRISIS, Intent.SAFETY_CONCERN, Intent.LOOKUP_ONCALL, Intent.HELP})
"""What knows its own answer, though a number is asked for: "how many gaps in the on-call"."""
AHEAD = frozenset({Figure.HEARINGS, Figure.COURT_REPORTS})


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the figures."""
    gallery.hang(CARD, _draw)


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the message asks for no figure; alarms always come first."""
    return unless(asked, answers)


def asked(said: Said) -> bool:
    """Whether who answers for others asks for a figure; answered then. NotAllowed of others' workers."""
    if said.thread_ts or said.visit.actor.role not in SENIORS:
        return False
    named = _named(said)
    if named and asks_to_pass_on(said.text):
        say(said.visit, "not_passed_on", said.ts, said.channel)
        return True
    telling = said.reading.intent in _TELLING
    wanted = figure_asked(said.text, of_somebody=bool(named), telling=telling)
    report = wanted is not None and wanted.what is Figure.COURT_REPORTS
    if not named and of_a_family(said) and not (report and _cases(said)):
        return False
    if wanted is None:
        return _not_reckoned(said)
    _answer(said, wanted, named)
    return True


def _not_reckoned(said: Said) -> bool:
    """Whether a number or a list is asked for that is none of the figures; that is said then."""
    unknown = said.reading.intent not in _FOUND and asks_a_number(said.text)
    if unknown:
        say(said.visit, "no_such_figure", said.ts, said.channel)
    return unknown


def doing_of_named(said: Said) -> bool:
    """Whether who answers for others names somebody on staff, not oneself; how they do is answered then."""
    if said.visit.actor.role not in SENIORS:
        return False
    if named := _named(said):
        _answer(said, FigureAsked(Figure.DOING), named)
    return bool(named)


def _named(said: Said) -> tuple[str, ...]:
    """Whom on staff the words name; no database: this is asked of every message of a senior's."""
    return scope.named(said.visit.agency, said.visit.actor.id, said.text)


def _answer(said: Said, wanted: FigureAsked, named: tuple[str, ...]) -> None:
    """Post the figure. NotAllowed where none of those named is theirs to see."""
    with said.visit.look() as desk:
        scope.of(desk, named)
    answer_with(said.visit, CARD, _details(said, wanted, named), key=said.ts, channel=said.channel)


def of_a_family(said: Said) -> bool:
    """Whether a child or somebody around one is named: then it is a question about them."""
    subject = said.reading.subject
    told = any(each.children or each.people for each in said.reading.contacts)
    return (
        told
        or (said.reading.intent is not Intent.REPORT and said.reading.questions and not said.reading.contacts)
        or bool(subject and (subject.children or subject.people))
    )


def _cases(said: Said) -> list[str]:
    """Whose court report is asked about: "did Luis do his court report for Guzmán"."""
    agency, subject = said.visit.agency, said.reading.subject
    fitting = [i for question in said.reading.questions for i in question.candidates]
    children = [*(subject.children if subject else ()), *(i for i in fitting if i in agency.children)]
    people = subject.people if subject else ()
    cases = [agency.children[each].case_id for each in children]
    return list(dict.fromkeys([*cases, *(agency.contacts[each].case_id for each in people)]))


def _details(said: Said, wanted: FigureAsked, named: tuple[str, ...]) -> dict[str, Any]:
    days = said.days(Intent.LIST_DUE if wanted.what in AHEAD else Intent.REPORT)
    details: dict[str, Any] = {"what": wanted.what.value, "of": list(named)}
    if wanted.what is Figure.COURT_REPORTS:
        details["cases"] = _cases(said)
    details |= {"trend": wanted.trend, "compared": wanted.compared, "late": wanted.late}
    if days and days.first:
        details |= {"from": str(days.first), "to": str(days.last or days.first)}
    return details


def _draw(desk: Desk, wanted: Wanted) -> Drawn | None:
    """The figures as they stand when they are sent."""
    details = wanted.details
    if "what" not in details:
        return None
    first, last = (date.fromisoformat(details[k]) if k in details else None for k in ("from", "to"))
    how = {each: bool(details.get(each)) for each in ("trend", "compared", "late")}
    cases = tuple(each for each in details.get("cases") or () if each in desk.agency.cases)
    asked_for = figures.Wanted(Figure(details["what"]), first, last, **how, cases=cases)
    found = figures.reckoned(desk, asked_for, scope.of(desk, details["of"]))
    return figures_card(found, desk.policy.zone)
