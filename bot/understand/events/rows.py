"""Rows of a list that was typed line by line or behind numbers: each may tell of an event of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.understand.events.clauses import Clause
from bot.understand.parts import Kind

if TYPE_CHECKING:
    from bot.understand.events.segments import Segment

_ROW = re.compile(r"\W*\d{1,2}[.):]? (?=\S)")
_CALLS = re.compile(
    r"\W*(?:\d{1,2}[.):] )?(?:(?:and|then|also|i|we|y|yo|luego|tambien) )*(?:phone call|called|texted|"
    r"emailed|left (?:a )?(?:voicemail|message)|llame|hable con|le (?:deje|mande|escribi))(?!\w)"
    r"(?! (?:me|us|back|off|out|in)(?!\w))(?: (?!to say|and|he|she)[a-z]+){0,4}? "
    r"(?:PARENT|CAREGIVER|KIN|PRO|DOC|SCHOOLSTAFF|CCW|PERSON|CHILD|FAMILY)(?!\w)"
)


def another_row(clause: Clause, told: Sequence[Clause]) -> bool:
    """Whether a clause begins the next row of a list, with somebody of its own or words of an event."""
    if not clause.hard or not _ROW.match(clause.text):
        return False
    rows = [one for one in told if one.hard and _ROW.match(one.text)]
    led = told[: next((n for n, one in enumerate(told) if one in rows), 0)]
    if not rows or any(one.names or one.cues for one in led):
        return False  # "talked about 1) school 2) his mother"
    before = {i for one in told for name in one.names for i in name.ids or name.case_ids}
    mine = {i for name in clause.names for i in name.ids or name.case_ids}
    return bool(mine - before and (clause.cues or clause.times or _children(clause)))


def _children(clause: Clause) -> bool:
    return any(name.kind in (Kind.CHILD, Kind.FAMILY) for name in clause.names)


def calls_somebody(clause: Clause) -> bool:
    """“…, called Ms Lee no answer": words that begin with a contact of the sender's own."""
    return (clause.hard or clause.follows(",")) and _CALLS.match(clause.text) is not None


_BEGINS = re.compile(
    r"\s*(?:\(?\d{1,2}[.)]|#\d{1,2}[:.)]?|[-•*–](?! ?(?:CHILD|FAMILY)\b)) ?"
    r"(?!(?:he|she|they|it|ella|el|kids|both|the|his|her|their)\b)(?=\S|$)"
)


def row_head(clause: Clause, now: Segment | None) -> Clause | None:
    """The clause before, where it is no more than the head of the row: "2) 18 Mar, | letter to Ms Lee"."""
    if now is None or len(now.clauses) < 2 or clause.hard:
        return None
    last = now.clauses[-1]
    return last if last.hard and _BEGINS.match(last.text) and not (last.cues or last.names) else None


def begins_a_row(clause: Clause, now: Segment) -> bool:
    """Whether a clause begins a row of a list, itself or behind the row's head, and not its first."""
    if clause.hard and _BEGINS.match(clause.text):
        return bool(now.clauses)
    return row_head(clause, now) is not None
