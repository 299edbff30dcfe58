"""A message as the encoder sees it: names as roles in everyday words, one sentence at a time."""

from __future__ import annotations

import re

_ROLES = {
    "CHILD": "the child",
    "PARENT": "the mother",
    "CAREGIVER": "the foster mother",
    "KIN": "the grandmother",
    "PRO": "the lawyer",
    "DOC": "the therapist",
    "SCHOOLSTAFF": "the teacher",
    "CCW": "the child care worker",
    "STAFF": "my colleague",
    "FAMILY": "the family",
    "PERSON": "somebody",
}
_ROLE = re.compile(r"\b(?:" + "|".join(_ROLES) + r")\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
OPENING, LONGEST, STRETCH = 600, 1500, 40
"""Letters that say what a message wants, letters searched for danger, and words of one stretch at most."""


def in_words(text: str) -> str:
    """Canonical words (`words.Plain.text`) without the labels that only the rules know."""
    return _ROLE.sub(lambda label: _ROLES[label.group()], text[:LONGEST])


def stretches(text: str) -> list[str]:
    """`in_words` by its sentences; one without an end, as in a voice clip, by 40 words. Short ones are left out."""
    found: list[str] = []
    for sentence in _SENTENCE.split(text):
        words = sentence.split()
        cuts = [words[n : n + STRETCH] for n in range(0, len(words), STRETCH)]
        found += [" ".join(cut) for cut in cuts if len(cut) >= 3]
    return found or [text]
