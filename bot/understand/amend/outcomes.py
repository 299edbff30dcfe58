"""Whether it was held: what a remark says came of the draft's event."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understand.amend import came_of_it
from bot.understand.amend.glance import ANSWER
from bot.understand.amend.how import outcome_said
from bot.understand.amend.parts import Facts
from bot.understand.amend.remark import Remark
from storage.types import Outcome, Place

_NO_ATTEMPT = re.compile(
    r"(?<!\w)(?:not|never|wasn'?t|isn'?t|no fue) (?:just |only )?(?:an? |un )?"
    r"(?:attempt(?:ed)?|intento)(?! to\b)(?!\w)"
)
"""“He answered, so not attempted"."""


def tells_what_came(remark: Remark) -> bool:
    """Whether the words begin by telling what came of an event: "nobody was home"."""
    first = remark.said.sentences[0]
    return came_of_it.tells_what_came(remark.said.low, first.start, first.end)


def what_came(remark: Remark, facts: Facts) -> Outcome | None:
    """What came of the event with these facts, where the words begin by telling that."""
    first = remark.said.sentences[0]
    at_home = facts.place is Place.FOSTER_HOME
    carers = {p for c in facts.children for p in remark.agency.carers_of(c)} if at_home else ()
    return came_of_it.came_of_it(
        remark.said.low, first.start, first.end, facts, remark.mentions, carers=carers
    )


def outcome_so(remark: Remark, before: Facts, facts: Facts, *, sure: bool) -> Facts:
    """The facts with what came of it. “Mom never showed": she stays on the card, as it was to be with her.

    `before`: who was on it; `sure`: nobody is named, and nothing is unclear.
    """
    if facts.outcome is Outcome.ATTEMPTED and _NO_ATTEMPT.search(remark.said.low):
        return replace(facts, outcome=Outcome.COMPLETED)
    if not tells_what_came(remark):
        whole = remark.close and remark.said.count <= ANSWER
        outcome = outcome_said(remark.said, whole=whole) if sure else None
        return replace(facts, outcome=outcome) if outcome else facts
    outcome = what_came(remark, before)
    if outcome in (None, Outcome.COMPLETED):
        return replace(facts, outcome=outcome) if outcome else facts
    return replace(facts, outcome=outcome, people=before.people, children=before.children, types=before.types)
