"""Which of the crises that go on a message outside of their threads is a line of.

Whoever has one on their hands writes about it without saying so: "ms Etienne has him", "xray shows a break".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.rules.moments import utc
from bot.rules.timeline import begins_with_a_clock, may_begin_with_a_clock
from bot.services.crisis import at_hand, crisis_reading, told
from bot.services.crisis.named import is_named, names_of, words_of
from bot.services.crisis.timeline import Line
from bot.services.crisis.whose import case_of
from bot.services.desk import Desk
from bot.understand.agency import Agency
from bot.understand.danger.ending import ends
from bot.understand.danger.gone_again import gone
from bot.understand.danger.responding import (
    acted,
    closes,
    corrects,
    goes_on,
    is_news,
    names_officials,
    only_responders,
    reports,
    responds,
    tells_on,
)
from bot.understand.danger.turns import first_aid, of_the_body
from storage.models import CrisisCall
from storage.types import CrisisStatus

_BEFORE = timedelta(minutes=30)
"""What was earlier than that was not done about the call."""


@dataclass(frozen=True, slots=True)
class Sounds:
    """What the reading makes of a message. `case_id`: the family that it names, if one.

    `cases`: all that it may be about, also by a role or a likeness alone.
    `alarming`: it sounds like an emergency; `telling`: like something that happened, or like nothing;
    `happened`: something did, by itself no visit with its time. `own_hour`: when an ordinary contact was.
    `whole`: it tells an event, and is no mere answer to what a note asks.
    """

    case_id: str | None
    alarming: bool
    telling: bool
    happened: bool = False
    own_hour: datetime | None = None
    cases: frozenset[str] = frozenset()
    whole: bool = False


def may_be_line(agency: Agency, words: str, sounds: Sounds) -> bool:
    """A cheap look, no database: whether the words may be a line of anybody's crisis (`calls_meant`)."""
    if closes(words) or ends(words) or may_begin_with_a_clock(words):
        return True
    if sounds.alarming:
        return _goes_on_alarming(words) or only_responders(words) or first_aid(words)
    if goes_on(words) or gone(words) or (sounds.telling and (sounds.happened or tells_on(words))):
        return True
    return sounds.telling and (sounds.case_id is not None or _names_somebody(agency, words))


def _goes_on_alarming(words: str) -> bool:
    """Whether what sounds like an emergency answers one, is its news, or puts right what was told."""
    return responds(words) or is_news(words) or acted(words) or corrects(words) or gone(words)


def _names_somebody(agency: Agency, words: str) -> bool:
    """Whether a child or family of the agency stands there by name."""

    def named() -> frozenset[str]:
        return frozenset(word for case_id in agency.cases for word in names_of(agency, case_id))

    return not agency.kept("running.names", named).isdisjoint(words_of(words))


def calls_meant(desk: Desk, line: Line, sounds: Sounds) -> list[str]:
    """The actor's own crises that go on of which the message may be a line; none where it is no such line.

    By a clock of the time since the call at its beginning, by what it tells soon after it; of another family
    by its own name it never is one.
    """
    calls = _newest_of_each(desk, at_hand.calls(desk, line.sent_at))
    if not calls:
        return []
    words = words_of(line.words)
    # "Rosa said …": whoever has it on their hands as well, and no mother of another family.
    others = is_named(desk.agency, sounds.case_id, words)
    ours = [] if others else [call for call in calls if at_hand.holder_named(desk, call, words)]
    sounds = replace(sounds, case_id=None) if ours else sounds
    cases = {call.id: case_of(desk.session, call) for call in calls}
    theirs = [call for call in calls if cases[call.id] in (sounds.case_id, *sounds.cases)]
    # The reading knows two Mayas apart; where it read nothing, a name is enough.
    by_name = [] if others else calls
    named = [call for call in by_name if is_named(desk.agency, cases[call.id], words)] or theirs or ours
    if not named and sounds.case_id and not _by_the_way(desk, line, sounds, words):
        return []
    if not (named or sounds.alarming) and any(_answers(desk, call, line, sounds) for call in calls):
        return []
    return [call.id for call in named or calls if _is_line(desk, call, line, sounds, named=bool(named))]


def _answers(desk: Desk, call: CrisisCall, line: Line, sounds: Sounds) -> bool:
    """Whether the words are for the call's note: of none of the others they are a line either."""
    return at_hand.answers_its_note(desk, call, line.words, line.sent_at, whole=sounds.whole)


def _newest_of_each(desk: Desk, calls: Sequence[CrisisCall]) -> list[CrisisCall]:
    """Of two about the same children of one family the newer one alone: she ran, was found, and ran again."""
    found: dict[object, CrisisCall] = {}
    for call in calls:
        family = case_of(desk.session, call)
        whose = (family, *sorted(crisis_reading.children_of(desk, call))) if family else call.id
        found.setdefault(whose, call)
    return list(found.values())


def _by_the_way(desk: Desk, line: Line, sounds: Sounds, words: set[str]) -> bool:
    """Whether another family is only there by an adult's surname ("officer Ruiz left", "told ms Lee, ref 8").

    On-call staff have the whole agency for a caseload, where nearly every surname is somebody's.
    """
    if is_named(desk.agency, sounds.case_id, words):
        return False
    told_of_them = names_officials(line.words) or reports(line.words)
    return not sounds.telling or sounds.alarming or line.words[:1].isdigit() or told_of_them


def _is_line(desk: Desk, call: CrisisCall, line: Line, sounds: Sounds, *, named: bool) -> bool:
    when = {"sent_at": line.sent_at, "opened_at": call.opened_at}
    if closes(line.words) or begins_with_a_clock(line.words, tz=desk.policy.zone, **when):
        return True
    over = ends(line.words)  # "he is back": what still rings may be ended however long it has rung
    if not at_hand.in_hand(desk, call, line.sent_at):
        return over and call.status is CrisisStatus.OPEN
    if sounds.own_hour and not sounds.alarming and sounds.own_hour < utc(call.opened_at) - _BEFORE:
        return False  # "ms Lee 9a 5 min about Leo's glasses": of the day before it, and none of its news
    if over:
        return True
    if sounds.alarming:
        return _is_answer(desk, call, line.words, named=named, leans=not sounds.case_id)
    if _answers(desk, call, line, sounds):
        return False
    if goes_on(line.words) or gone(line.words) or (named and sounds.telling):
        return True
    return sounds.telling and (sounds.happened or tells_on(line.words)) and _leans(desk, call)


def _is_answer(desk: Desk, call: CrisisCall, words: str, *, named: bool, leans: bool) -> bool:
    """Whether what sounds like an emergency is what is done about this one.

    "Foster dad doing cpr" answers a child who does not breathe; of a runaway it is an emergency of its own.
    """
    if first_aid(words):
        told_of = (call.words, *(entry.words for entry in told.entries(desk.session, call.id)))
        return any(of_the_body(each or "") for each in told_of) and (
            _goes_on_alarming(words) or only_responders(words, aid=True)
        )
    same = named or (leans and _leans(desk, call))
    return _goes_on_alarming(words) or (same and only_responders(words))


def _leans(desk: Desk, call: CrisisCall) -> bool:
    """Whether whatever is told may be of it: a worry is told and done with, a crisis is worked on."""
    return call.kind == "crisis" and at_hand.is_last(desk, call)
