"""An alarm acknowledged in words ("got it", "ack"): the button is offered, for words stop nothing."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.crisis import timeline
from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.posting import put_answer
from bot.handlers.talk import Answer, Said
from bot.services.crisis import crisis_reading
from bot.services.crisis import timeline as lines
from bot.services.crisis.taking_on import CARD, on_hand, waiting
from bot.services.desk import Desk
from bot.understand.danger.incidents import incidents_in
from bot.understand.danger.taking_on import nods, says_more, takes_on
from bot.understand.parts import Intent
from bot.views.crisis.crisis import take_on_card, who_has_card
from bot.views.drawn import Drawn


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the question."""
    gallery.hang(CARD, _draw)


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the words take no alarm on."""

    def unless_taken_on(answer: Answer) -> Answer:
        def first(said: Said) -> None:
            if not (takes_on(said.text) and not _tells_another(said) and _offered(said)):
                answer(said)

        return first

    return {intent: unless_taken_on(answer) for intent, answer in answers.items()}


def _tells_another(said: Said) -> bool:
    """“Got it. Now Malik has a knife": an emergency of its own, by whom or what it names."""
    alarming = said.reading.intent in (Intent.LOG_CRISIS, Intent.SAFETY_CONCERN)
    named = any(item.children for item in said.reading.contacts)
    return alarming and (named or said.reading.said_as_crisis or bool(incidents_in(said.text)))


def _offered(said: Said) -> bool:
    """Whether an alarm waits for them: then Acknowledge is offered; what else they say is a line of it.

    Of who reported it, or has it already: who has it is said.
    """
    with said.visit.look() as desk:
        found = waiting(desk) or ([] if says_more(said.text) or nods(said.text) else on_hand(desk))
        if said.thread_ts:
            found = [one for one in found if one == lines.call_at(desk, said.channel, said.thread_ts)]
    if not found:
        return False
    with said.visit.desk() as desk:
        for call_id in found:
            key = f"{call_id}:{said.ts}"
            put_answer(said.visit, desk, CARD, {}, key=key, channel=said.channel, subject_id=call_id)
        if says_more(said.text):
            timeline.keep(said, desk, found[0], among=found if len(found) > 1 else ())
    return True


def _draw(desk: Desk, wanted: Wanted) -> Drawn:
    call = crisis_reading.crisis(desk, wanted.subject_id)
    if call.reported_by.id == desk.actor.id:
        return who_has_card(call, timeline.whose_short(desk, call) or "This crisis", desk.policy.zone)
    return take_on_card(call, timeline.whose_short(desk, call) or "this crisis", desk.policy.zone)
