"""One message with what stands in it: names, times, canonical words. Each step is computed once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.understand.agency import Agency
from bot.understand.danger.alarms import Alarm, alarm_of
from bot.understand.events.asides import put_aside
from bot.understand.events.clauses import Clause, clause_at, cut, joined
from bot.understand.events.cues import cues_of
from bot.understand.events.dictated import statements
from bot.understand.events.each_an_hour import days_of_each, hours_of_each
from bot.understand.events.entries import entries
from bot.understand.events.planned_days import days_apart
from bot.understand.events.put_off import called_off, put_off
from bot.understand.events.run_on import run_ons
from bot.understand.labels import labelled
from bot.understand.names import View, find_names, settle, view_for
from bot.understand.names.view import NO_NICKNAMES, Nicknames
from bot.understand.names.withdrawn import corrected
from bot.understand.parts import Kind, NameMention, Tense, TimeMention
from bot.understand.wants.how_to import asks_only
from bot.understand.wants.intents import Words
from bot.understand.when import find
from bot.understand.when.arranged import arranged_from, with_subject
from bot.understand.writing.taken_back import without_withdrawn
from bot.understand.writing.words import Plain, plain
from storage.types import Role

# "On Sundays", "los domingos": a habit and no day of an event.
_HABIT = re.compile(
    r"(?<!\w)(?:on|every|most|los) (?:(?:sun|mon|tues|wednes|thurs|fri|satur)days|domingos|lunes|martes|"
    r"miercoles|miércoles|jueves|viernes|s[aá]bados)(?![\w'])",
    re.IGNORECASE,
)

# From the second to the first of these hours a call told without its half of the day was a moment ago.
_DAWN, _LATE = 5, 23
# From this hour on the calls of an emergency were this evening's ("called 7:05", sent at 19:30).
_EVENING = 17
_OVERNIGHT = re.compile(r"(?<!\w)(?:overnight|middle of the night|de madrugada)(?!\w)")
_CALL = re.compile(r"(?<!\w)(?:called|call|rang|phoned|llamo|llame|texted|paged)(?!\w)")


@dataclass(frozen=True)
class Message:
    """A decoded text, who sent it and when; `sent_at` is in `tz`.

    `text` is `typed` without the words by which a name was taken back; every offset is the same in both.
    """

    typed: str
    text: str
    agency: Agency
    staff_id: str
    sent_at: datetime
    tz: ZoneInfo
    voice: bool
    view: View
    mentions: Sequence[NameMention]
    plain: Plain
    alarm: Alarm

    @classmethod
    def of(
        cls,
        agency: Agency,
        staff_id: str,
        text: str,
        sent_at: datetime,
        tz: ZoneInfo,
        *,
        voice: bool,
        nicknames: Nicknames = NO_NICKNAMES,
    ) -> Message:
        """Find the names and put the text into canonical words."""
        view = view_for(agency, staff_id, sent_at.date(), nicknames)
        found = find_names(text, view, on=sent_at.date(), voice=voice)
        meant = corrected(text, found, agency.siblings)
        typed, text = text, meant.text
        mentions = settle(text, meant.mentions, view, on=sent_at.date())
        words = without_withdrawn(plain(text, labelled(text, agency, mentions, sent_at.date())))
        return cls(
            typed, text, agency, staff_id, sent_at, tz, voice, view, mentions, words, alarm_of(words.text)
        )

    @property
    def on(self) -> date:
        """The local day of sending."""
        return self.sent_at.date()

    def times(self, tense: Tense) -> list[TimeMention]:
        """The times said, bare weekdays pointing as the tense says."""
        return self._told if tense is Tense.PAST else self._found(tense)

    @cached_property
    def _told(self) -> list[TimeMention]:
        return self._found(Tense.PAST)

    def _found(self, tense: Tense) -> list[TimeMention]:
        return find(
            self.typed,
            sent_at=self.sent_at,
            tz=self.tz,
            tense=tense,
            voice=self.voice,
            on_call_night=self._on_call_at_night(),
            mask=self.masked(),
        )

    def masked(self) -> list[tuple[int, int]]:
        """The stretches that are names and never times."""
        habits = [match.span() for match in _HABIT.finditer(self.text)]
        return [(m.span.start, m.span.end) for m in self.mentions] + habits

    def words(self) -> Words:
        """What the intent rules look at."""
        times = [t for t in self.times(Tense.PAST) if t.role != "reported" and (t.day_said or t.starts_at)]
        ahead = any(_later(t, self.sent_at) for t in times)
        behind = any(t.role == "event" and not _later(t, self.sent_at) for t in times)
        return Words(
            self.plain.text,
            self.alarm,
            future_date=ahead,
            past_date=behind and not ahead,
            all_ahead=ahead and not behind,
            held_first=bool(times) and bool(times[0].starts_at) and not _later(times[0], self.sent_at),
            weekday=self.on.weekday(),
            how_to=not self.alarm.said and asks_only(self.typed),
        )

    def clauses(self, times: Sequence[TimeMention], *, plan: bool = False) -> list[Clause]:
        """The clauses with the cues, times and names that begin in each; of plans, for each day its own."""
        marks = [(m.span.start, m.span.end) for m in self.mentions] + [
            (t.span.start, t.span.end) for t in times
        ]
        whole = [(self.plain.from_raw(a), self.plain.from_raw(b)) for a, b in marks]
        apart = days_apart(self.plain, self.mentions, times) if plan else set()
        clauses = cut(self.plain, whole, self._begun(times) | apart)
        for cue in cues_of(self.plain.text):
            if clause := clause_at(clauses, cue.start):
                clause.cues.append(cue)
        for time in times:
            if clause := clause_at(clauses, self.plain.from_raw(time.span.start)):
                clause.times.append(time)
        for name in self.mentions:
            if clause := clause_at(clauses, self.plain.from_raw(name.span.start)):
                clause.names.append(name)
                clause.cases |= self._case_of(name)
        put_aside(clauses)
        return joined(clauses, {start for start, _ in apart})

    def _case_of(self, name: NameMention) -> set[str]:
        """The one case of somebody named; empty where it may be another's too."""
        cases = set(name.case_ids)
        for one in name.ids if name.kind in (Kind.CHILD, Kind.CONTACT) else ():
            row = self.agency.children.get(one) or self.agency.contacts[one]
            cases.add(row.case_id)
        return cases if len(cases) == 1 else set()

    def _begun(self, times: Sequence[TimeMention]) -> set[tuple[int, int]]:
        """Stretches with which something else begins, whatever stands before them."""
        each = hours_of_each(self.plain, self.mentions, times)
        others = entries(self.plain, self.mentions, times)
        each |= days_of_each(self.plain, times) | others
        # No verb reaches over the beginning of the next entry to the hour of that.
        runs = {(a, b) for a, b in run_ons(self.plain, times) if not any(a < c < b for c, _ in others)}
        moved = put_off(self.plain, times) | called_off(self.plain, times)
        return self._arranged(times) | each | runs | statements(self.plain, times) | moved

    def _arranged(self, times: Sequence[TimeMention]) -> set[tuple[int, int]]:
        """What is arranged for later, told behind what happened: from its words up to its time."""
        told = {t.role for t in times if t.starts_at or t.on}
        ahead = [t for t in times if t.role != "event" and (t.on or t.starts_at)] if "event" in told else []
        ends = [self.plain.from_raw(t.span.start) for t in ahead]
        starts = {end: arranged_from(self.plain.text, end) for end in ends}
        return {(with_subject(self.plain.text, start), end) for end, start in starts.items() if start}

    def _on_call_at_night(self) -> bool:
        """Whether the sender is on call and writes in the night, when an hour means the latest one."""
        member = self.agency.staff.get(self.staff_id)
        night = self.sent_at.hour < 9 or self.sent_at.hour >= 20
        if night and _OVERNIGHT.search(self.plain.text):
            return True
        if self.alarm.crisis and self.sent_at.hour >= _EVENING:
            return True
        if night and (
            self.alarm.crisis or (not _DAWN <= self.sent_at.hour < _LATE and _CALL.search(self.plain.text))
        ):
            return True
        return night and member is not None and (member.role is Role.ONCALL or self._on_shift())

    def _on_shift(self) -> bool:
        shifts = self.agency.roster.shifts
        return any(s.staff_id == self.staff_id and s.starts_at <= self.sent_at < s.ends_at for s in shifts)


def _later(time: TimeMention, sent_at: datetime) -> bool:
    if time.starts_at:
        return time.starts_at > sent_at
    return bool(time.on and time.on > sent_at.date())
