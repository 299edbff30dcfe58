"""What is still missing in a draft, as questions (DOMAIN 2: to submit, a note needs ...).

Questions that the reading left open ("which Maya?") stay until answered; what the policy requires and
nobody said is asked in a fixed order. "I don't know the time" is an answer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.rules.review import Missing, missing_to_submit
from storage.records import NoteContent

ORDER = ("alarm", "words", "child", "person", "type", "date", "time", "outcome", "method")
"""The order in which questions are put; at most three stand on a card at once."""


def with_questions(content: NoteContent, case_id: str | None) -> NoteContent:
    """The content with exactly the questions that are open now."""
    missing = _missing(content, case_id)
    kept = {q["slot"]: q for q in content.questions if _still_open(q["slot"], content, missing)}
    for slot in missing:
        kept.setdefault(slot, {"slot": slot, "candidates": []})
    return replace(content, questions=tuple(kept[slot] for slot in ORDER if slot in kept))


def answered(content: NoteContent, slot: str) -> NoteContent:
    """The content without the question about that slot."""
    return replace(content, questions=tuple(q for q in content.questions if q["slot"] != slot))


def _missing(content: NoteContent, case_id: str | None) -> list[str]:
    """Slots that hold nothing and must; the time only once there is a date, the type after the person."""
    missing = missing_to_submit(content, case_id=case_id)
    later = {Missing.TIME} if content.on is None else set()
    later |= {Missing.TYPE, Missing.CHILD} if _asks(content, "person") else set()
    return [slot.value for slot in missing if slot not in later]


def _asks(content: NoteContent, slot: str) -> list[dict[str, Any]]:
    return [q for q in content.questions if q["slot"] == slot]


def _still_open(slot: str, content: NoteContent, missing: list[str]) -> bool:
    """An ambiguity, or a danger asked about, stays open until it is answered; a gap until it is filled."""
    if slot == "child":
        return not content.children
    return slot in ("alarm", "words", "person") or slot in missing
