"""“He ran again", "left the hosp ama, cant find him" beside a crisis: a line, and an alarm of its own."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.crisis import timeline
from bot.handlers.talk import Answer, Said
from bot.services.crisis import gone_again
from bot.services.crisis import timeline as lines
from bot.services.crisis.crisis import case_named
from bot.services.desk import Desk
from bot.understand.danger.gone_again import gone
from bot.understand.parts import Intent
from storage.models import CrisisCall


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where they do not say that a crisis's child is gone again."""

    def unless_gone(answer: Answer) -> Answer:
        def first(said: Said) -> None:
            if not _raised(said):
                answer(said)

        return first

    return {intent: unless_gone(answer) for intent, answer in answers.items()}


def _raised(said: Said) -> bool:
    """Whether that was so, and those who are on it are alerted."""
    case_id = case_named(said.visit.agency, said.reading)
    named = case_id is not None or any(item.children for item in said.reading.contacts)
    if not gone(said.text, _first_names(said)) or (said.reading.said_as_crisis and named):
        return False
    said.visit.wait_for_earlier(said.channel, said.ts)
    with said.visit.look() as desk:
        call = _meant(desk, said, case_id)
        if call is None:
            return False
        call_id = call.id
    with said.visit.desk() as desk:
        entry = lines.add(desk, call_id, timeline.line(said))
        if timeline.raise_if_gone(said.visit, desk, call_id, entry.id):
            said.visit.redraw(call_id)
        else:
            timeline.keep(said, desk, call_id)
    return True


def _first_names(said: Said) -> list[str]:
    """Names of children whom the reading knows in them: they may be gone as well as "he"."""
    children = said.visit.agency.children
    rows = [children.get(c) for item in said.reading.contacts for c in item.children]
    return [row.first_name.casefold() for row in rows if row]


def _meant(desk: Desk, said: Said, case_id: str | None) -> CrisisCall | None:
    """The crisis in whose thread it stands, else the one that its words mean."""
    if not said.thread_ts:
        return gone_again.call_meant(desk, said.text, said.sent_at, case_id)
    call_id = lines.call_at(desk, said.channel, said.thread_ts)
    call = desk.row(CrisisCall, call_id) if call_id else None
    if call is None or not lines.concerns_actor(desk, call):
        return None
    return call if gone_again.news_of(desk, call, said.text) else None
