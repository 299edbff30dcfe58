"""The parent a missed visit was to be with, though only his absence names him (READING, "Who")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understand.agency import Agency
from bot.understand.event import PARENTS
from bot.understand.names import Stance, Taking
from bot.understand.parts import Kind
from storage.types import Outcome


def with_missed(agency: Agency, taking: Taking, outcome: Outcome, kinds: Sequence[str]) -> Taking:
    """“Supervised visit for Leo at 3. Mom did not attend": an attempt lists those it was to be with."""
    if outcome is not Outcome.ATTEMPTED or "parent_visit" not in kinds or taking.people:
        return taking
    away = [m for m, stance in taking.stances if m.kind is Kind.CONTACT and stance is Stance.ABSENT]
    parents = [
        m.ids[0] for m in away if len(m.ids) == 1 and agency.contacts[m.ids[0]].relationship in PARENTS
    ]
    return replace(taking, people=tuple(dict.fromkeys(parents))) if parents else taking
