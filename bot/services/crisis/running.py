"""Which of the crises that go on a message outside of their threads is a line of.

Whoever has one on their hands writes about it without saying so: "ms Etienne has him", "xray shows a break".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.rules.moments import utc
from bot.rules.timeline import begins_with_a_clock, may_begin_with_a_clock
from bot.services.crisis import at_hand, crisis_reading
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
from bot.understand.names.text import split_name, tokens_of
from storage.models import CrisisCall
from storage.types import CrisisStatus

_BEFORE = timedelta(minutes=30)
"""What was earlier than that was not done about the call."""


@dataclass(frozen=True, slots=True)
class Sounds:
    """What the reading makes of a message. `case_id`: the family that it is about, if one.

    `alarming`: it sounds like an emergency; `telling`: like something that happened, or like nothing;
    `happened`: something did, by itself no visit with its time. `own_hour`: when an ordinary contact was.
    """

    case_id: str | None
    alarming: bool
    telling: bool
    happened: bool = False
    own_hour: datetime | None = None


def may_be_line(agency: Agency, words: str, sounds: Sounds) -> bool:
    """A cheap look, no database: whether the words may be a line of anybody's crisis (`calls_meant`)."""
    if closes(words) or ends(words) or may_begin_with_a_clock(words):
        return True
    if sounds.alarming:
        return _goes_on_alarming(words) or only_responders(words)
    if goes_on(words) or gone(words) or (sounds.telling and (sounds.happened or tells_on(words))):
        return True
    return sounds.telling and (sounds.case_id is not None or _names_somebody(agency, words))


def _goes_on_alarming(words: str) -> bool:
    """Whether what sounds like an emergency answers one, is its news, or puts right what was told."""
    return responds(words) or is_news(words) or acted(words) or corrects(words) or gone(words)


def _names_somebody(agency: Agency, words: str) -> bool:
    """Whether a child or family of the agency stands there by name."""

    def named() -> frozenset[str]:
        return frozenset(word for case_id in agency.cases for word in _names(agency, case_id))

    return not agency.kept("running.names", named).isdisjoint(_words_of(words))


def calls_meant(desk: Desk, line: Line, sounds: Sounds) -> list[str]:
    """The actor's own crises that go on of which the message may be a line; none where it is no such line.

    By a clock of the time since the call at its beginning, by what it tells soon after it; of another family
    by its own name it never is one.
    """
    calls = _newest_of_each(desk, at_hand.calls(desk, line.sent_at))
    if not calls:
        return []
    words = _words_of(line.words)
    # "Rosa said …": whoever has it on their hands as well, and no mother of another family.
    others = _named(desk, sounds.case_id, words)
    ours = [] if others else [call for call in calls if at_hand.holder_named(desk, call, words)]
    sounds = replace(sounds, case_id=None) if ours else sounds
    cases = {call.id: case_of(desk.session, call) for call in calls}
    theirs = [call for call in calls if sounds.case_id and cases[call.id] == sounds.case_id]
    # The reading knows two Mayas apart; where it read nothing, a name is enough.
    by_name = [] if others else calls
    named = [call for call in by_name if _named(desk, cases[call.id], words)] or theirs or ours
    if not named and sounds.case_id and not _by_the_way(desk, line, sounds, words):
        return []
    return [call.id for call in named or calls if _is_line(desk, call, line, sounds, named=bool(named))]


def _newest_of_each(desk: Desk, calls: Sequence[CrisisCall]) -> list[CrisisCall]:
    """Of two about the same children of one family the newer one alone: she ran, was found, and ran again."""
    found: dict[object, CrisisCall] = {}
    for call in calls:
        family = case_of(desk.session, call)
        whose = (family, *sorted(crisis_reading.children_of(desk, call))) if family else call.id
        found.setdefault(whose, call)
    return list(found.values())


def _words_of(text: str) -> set[str]:
    words = {token.word for token in tokens_of(text)}
    return words | {word.removesuffix("s").removesuffix("'") for word in words}


def _named(desk: Desk, case_id: str | None, words: set[str]) -> bool:
    """Whether a child of that family, or the family, stands there by a name of its own."""
    return case_id is not None and any(word in words for word in _names(desk.agency, case_id))


def _names(agency: Agency, case_id: str) -> Iterator[str]:
    """Of the family by its own name, of its children by first names and nicknames; word by word."""
    names = [agency.cases[case_id].family_name]
    names += [name for c in agency.children_of(case_id) for name in (c.first_name, c.nickname or "")]
    return (word for name in names for word in split_name(name))


def _by_the_way(desk: Desk, line: Line, sounds: Sounds, words: set[str]) -> bool:
    """Whether another family is only there by an adult's surname ("officer Ruiz left", "told ms Lee, ref 8").

    On-call staff have the whole agency for a caseload, where nearly every surname is somebody's.
    """
    if _named(desk, sounds.case_id, words):
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
        same = not sounds.case_id and _leans(desk, call) and only_responders(line.words)
        return same or _goes_on_alarming(line.words)
    if at_hand.answers_its_note(desk, call, line.words, line.sent_at):
        return False
    if goes_on(line.words) or gone(line.words) or (named and sounds.telling):
        return True
    return sounds.telling and (sounds.happened or tells_on(line.words)) and _leans(desk, call)


def _leans(desk: Desk, call: CrisisCall) -> bool:
    """Whether whatever is told may be of it: a worry is told and done with, a crisis is worked on."""
    return call.kind == "crisis" and at_hand.is_last(desk, call)
