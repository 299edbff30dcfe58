"""A remark on a draft with all that stands in it: names, times, who was there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.understand.agency import Agency
from bot.understand.amend.parts import Facts
from bot.understand.amend.said import Said
from bot.understand.amend.who import Cast, cast_of, merged
from bot.understand.amend.world import only_cases
from bot.understand.message import Message
from bot.understand.parts import NameMention, Tense, TimeMention
from bot.understand.writing.text import folded

_CASES = 6
"""A draft whose question is about children of more cases than this is read in the whole agency alone."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on a draft, with what stands in it: names, times, who was there.

    `message` is what is said to hold, read within the draft's own case; `close`: it was said in the thread
    of the draft's own card. `sent_at` is in `tz`. `wrong_days` are said to be wrong.
    """

    agency: Agency
    facts: Facts
    said: Said
    message: Message
    mentions: Sequence[NameMention]
    cast: Cast
    sent_at: datetime
    tz: ZoneInfo
    close: bool
    wrong_days: frozenset[date] = frozenset()

    @property
    def on(self) -> date:
        """The local day of sending."""
        return self.sent_at.date()

    def times(self, *, anywhere: bool) -> list[TimeMention]:
        """The times that are said to hold; those of the event itself unless `anywhere`."""
        return [
            t
            for t in self.message.times(Tense.PAST)
            if (anywhere or self.said.at(t.span.start).about) and not self._is_a_name(t)
        ]

    def _is_a_name(self, time: TimeMention) -> bool:
        """“Sunday”, where a child of that name may be meant."""
        word = self.said.low[time.span.start : time.span.end]
        offered = (c for q in self.facts.asked for c in q.candidates)
        children = (*self.facts.children, *(c for c in offered if c in self.agency.children))
        return any(folded(self.agency.children[c].first_name) == word for c in children)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who says it, and when; `sent_at` is in `tz`. `read` keeps what was read already, for several drafts."""

    staff_id: str
    sent_at: datetime
    tz: ZoneInfo
    voice: bool
    read: list[Message] = field(default_factory=list, compare=False, repr=False)

    def message(self, agency: Agency, text: str) -> Message:
        """The text as this sender's message."""
        known = (m for m in self.read if m.agency is agency and m.text == text)
        if there := next(known, None):
            return there
        made = Message.of(agency, self.staff_id, text, self.sent_at, self.tz, voice=self.voice)
        self.read.append(made)
        return made


def heard(agency: Agency, facts: Facts, said: Said, sender: Sender, *, close: bool) -> Remark:
    """The remark, its names looked for in the draft's own case first, and everywhere beside."""
    cases = {facts.case_id} if facts.case_id else set()
    cases |= {agency.children[c].case_id for q in facts.asked for c in q.candidates if c in agency.children}
    small = only_cases(agency, sorted(cases), sender.staff_id) if 0 < len(cases) < _CASES else None
    texts = [said.new, said.wrong] if said.olds else [said.new]
    mentions: list[NameMention] = []
    days: set[date] = set()
    for text in texts:
        whole = sender.message(agency, text)
        near = sender.message(small, text) if small else None
        mentions += merged(whole, near)
        if text is texts[0]:
            fresh = near or whole
        else:
            days = {t.on for t in whole.times(Tense.PAST) if t.on and t.day_said}
    cast = cast_of(agency, said, mentions, sender.sent_at.date())
    return Remark(
        agency, facts, said, fresh, mentions, cast, sender.sent_at, sender.tz, close, frozenset(days)
    )
