"""What a note counts for: the month's visit, and the federal measure, which are two questions (DOMAIN 3)."""

from __future__ import annotations

from bot.rules.policy import Policy
from bot.rules.visits import VisitFacts, counts_at_residence, counts_federally, counts_for_child
from storage.records import NoteRecord
from storage.reviewed import Counts


def counts_of(note: NoteRecord, policy: Policy) -> Counts:
    """What the note counts for as it stands, by the rules that the reports count by."""
    content = note.content
    if content.on is None:
        return Counts()
    facts = VisitFacts(
        note_id=note.id,
        case_id=note.case_id,
        status=note.status,
        types=frozenset(content.types),
        children=frozenset(content.children),
        on=content.on,
        method=content.method,
        outcome=content.outcome,
        author_role=note.author.role,
        place=content.place,
        at_residence=content.at_residence,
    )
    return Counts(
        visit=any(counts_for_child(facts, child, policy=policy) for child in content.children),
        federal=any(counts_federally(facts, child, policy=policy) for child in content.children),
        at_residence=any(counts_at_residence(facts, child, policy=policy) for child in content.children),
    )
