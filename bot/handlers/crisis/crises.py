"""Questions about crises that there were: a list, and no alarm."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.posting import put_answer
from bot.handlers.talk import Answer, Said, unless
from bot.rules.permissions import SENIORS
from bot.services.desk import Desk
from bot.services.oversight import crises
from bot.understand.danger.asked_crises import CrisesAsked, crises_asked
from bot.understand.parts import Intent
from bot.understand.writing.text import folded
from bot.views.crisis.crises_seen import crises_card
from bot.views.drawn import Drawn
from storage.types import Role

_CARD = "crises_seen"
_NIGHT = re.compile(r"\b(?:night|nite|overnight|tonight|anoche)\b")
_WEEKEND = re.compile(r"\b(?:weekend|fin de semana)\b")
_OF_ANYTHING = re.compile(r"\b(?:what|que paso|anything|something)\b")
"""“What happened last night": who answers for nobody may mean their own notes."""


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the list."""
    gallery.hang(_CARD, _draw)


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the message asks for no crises; alarms always come first."""
    return unless(asked, answers)


def asked(said: Said) -> bool:
    """Whether a message asks about crises that there were; answered then. In a thread it is a line of one."""
    wanted = None if said.thread_ts else crises_asked(said.text)
    if wanted is None:
        return False
    with said.visit.look() as desk:
        since, until, ids = _found(desk, said, wanted)
    if not ids and (_may_mean_else(said, wanted) if wanted.leaning else _may_mean_notes(said)):
        return False
    _answer(said, (since, until), ids, reports=wanted.reports)
    return True


def _found(desk: Desk, said: Said, wanted: CrisesAsked) -> tuple[datetime | None, datetime, list[str]]:
    """(from when, until when, ids of the crises); None: no time is asked about."""
    words, days = folded(said.text), said.days(Intent.REPORT)
    night, weekend = bool(_NIGHT.search(words)), bool(_WEEKEND.search(words))
    first, last = (days.first, days.last) if days else (None, None)
    since, until = crises.span(desk, first, last, night=night, weekend=weekend)
    if not wanted.leaning:
        return since, until, crises.between(desk, since, until)
    if first is None and not night:
        found = crises.meant(desk, wanted.names, missing=wanted.missing)
        return None if found else desk.now - crises.JUST_NOW, desk.now, found
    within = crises.between(desk, since, until)
    named = crises.meant(desk, wanted.names, missing=wanted.missing) if wanted.names else within
    return since, until, [each for each in within if each in named]


def _may_mean_else(said: Said, wanted: CrisesAsked) -> bool:
    """Whether words that lean on a crisis may lean on something else; a note of nobody they never are."""
    told, answers_for_others = said.reading.contacts, said.visit.actor.role in {*SENIORS, Role.ONCALL}
    nothing_else = said.reading.intent in {Intent.LOG_CONTACT, Intent.OTHER} and not wanted.names
    return not (nothing_else and answers_for_others) or any(each.children or each.people for each in told)


def _may_mean_notes(said: Said) -> bool:
    role = said.visit.actor.role
    return role not in {*SENIORS, Role.ONCALL} and _OF_ANYTHING.search(folded(said.text)) is not None


def _answer(said: Said, time: tuple[datetime | None, datetime], ids: Sequence[str], *, reports: bool) -> None:
    since, until = (at.isoformat() if at else "" for at in time)
    details = {"ids": list(ids), "from": since, "to": until, "reports": reports}
    with said.visit.desk() as desk:
        crises.read(desk, ids)
        put_answer(said.visit, desk, _CARD, details, key=said.ts, channel=said.channel)


def _draw(desk: Desk, wanted: Wanted) -> Drawn | None:
    """The list as the crises stand when it is sent."""
    details = wanted.details
    if "ids" not in details:
        return None
    since = datetime.fromisoformat(details["from"]) if details["from"] else None
    until = datetime.fromisoformat(details["to"])
    found = crises.seen(desk, details["ids"], since, until)
    return crises_card(found, desk.policy.zone, reports=bool(details.get("reports")))
