"""Records as the office never hopes to see them: forty children, a hundred contacts, names full of markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from storage.records import (
    Asked,
    ChildOf,
    Choice,
    NoteContent,
    NoteRecord,
    Person,
    PersonOf,
    Returned,
    Said,
)  # fmt: skip
from storage.types import EventType, Method, NoteStatus, Outcome, Place, Relationship, Role

NOW = datetime(2026, 11, 9, 22, 30, tzinfo=UTC)
DANA = Person("W1", "Dana Ellis", Role.CASEWORKER, "V1")
SAM = Person("V1", "Sam Ortega", Role.SUPERVISOR)
NAMES = {
    "plain": "Maya Okafor",
    "empty": "",
    "ping": "<!channel> <@U0SAM>",
    "markup": "*Ma_ya* ~O'k~ `afor` & <b>",
    "link": "<https://evil.example|Maya>",
    "unicode": "Ngọc\u200f 🙂 عائشة \u202e",
    "long": "Maria " * 20,
}
WORDS = {
    "none": "",
    "short": "Saw her. All well.",
    "long": "She said *so* & <!channel>. " * 430,
    "one": "x" * 12_000,
    "many lines": "- note\n" * 1700,
}
SLOTS = ("words", "child", "person", "type", "date", "time", "outcome", "method")


def note(
    status: NoteStatus = NoteStatus.DRAFT,
    *,
    name: str = NAMES["plain"],
    words: str = WORDS["short"],
    children: int = 2,
    people: int = 3,
    asked: tuple[Asked, ...] = (),
) -> NoteRecord:
    """A note in that status with so many children and people, all of that name."""
    first, _, last = name.partition(" ")
    record = NoteRecord(
        id="0b0f7c5e-1111-4222-8333-944455556666",
        status=status,
        version=3,
        author=replace(DANA, name="Dana <!channel>"),
        entered_by=DANA,
        created_at=NOW,
        content=_content(words, children, people),
        case_id="K1",
        family_name=last or name,
        children=tuple(ChildOf(f"C{n}", first, last, n % 18, n % 2 == 0) for n in range(children)),
        people=tuple(
            PersonOf(f"P{n}", f"{name} {n}" if n else name, Relationship.THERAPIST) for n in range(people)
        ),
        asked=asked,
        off_caseload=True,
        due_at=NOW,
        late_after=NOW,
    )
    return _lived(record, words) if status not in {NoteStatus.DRAFT, NoteStatus.DISCARDED} else record


def _content(words: str, children: int, people: int) -> NoteContent:
    return NoteContent(
        types=tuple(EventType),
        children=tuple(f"C{n}" for n in range(children)),
        people=tuple(f"P{n}" for n in range(people)),
        seen_alone=tuple(f"C{n}" for n in range(0, children, 2)),
        on=date(2026, 11, 9),
        starts_at=NOW,
        minutes=45,
        method=Method.IN_PERSON,
        outcome=Outcome.ATTEMPTED,
        outcome_reason=words[:3000],
        place=Place.FOSTER_HOME,
        narrative=words,
        follow_ups=words[:3000],
        marks=(
            {"slot": "child", "value": "C0", "why": "fuzzy"},
            {"slot": "date", "value": "", "why": "am_pm"},
        ),
    )


def _lived(record: NoteRecord, words: str) -> NoteRecord:
    """What others did to it by the time it has its status."""
    approved = record.status is NoteStatus.APPROVED
    return replace(
        record,
        first_submitted_at=NOW,
        submitted_at=NOW,
        submission=2,
        reviewer=SAM,
        review_due_at=NOW,
        returned=Returned(SAM, NOW, (words or "why")[:3000], 2),
        correction_due_at=NOW,
        decided_at=NOW,
        decided_by=SAM,
        meeting_id="m",
        meeting_open=True,
        meeting_planned_at=None if approved else NOW,
        questions=tuple(Said(SAM, NOW, (words or "Who?")[:2500]) for _ in range(20)),
        later=Said(SAM, NOW, (words or "ill")[:3000]),
        addenda=tuple(Said(DANA, NOW, words or "more") for _ in range(12)) if approved else (),
        entered_in_state_at=NOW if approved else None,
        entered_in_state_by=DANA if approved else None,
        earlier_words=f"{words[::-1]} before",
    )


def questions(many: int, name: str) -> tuple[Asked, ...]:
    """Every question, with so many answers of that name."""
    return tuple(
        Asked(slot, tuple(Choice(f"C{n}", name) for n in range(many)) if slot in {"child", "person"} else ())
        for slot in SLOTS
    )
