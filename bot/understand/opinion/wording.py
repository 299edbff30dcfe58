"""A message as the encoder sees it: names as roles in everyday words, one sentence at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
_CLAUSE = re.compile(r"(?<=[,;:])\s+| (?=but |pero |- )")
OPENING, LONGEST = 600, 1500
"""Letters that say what a message wants, and letters searched for danger."""
SHORTEST, STRETCH = 4, 40
"""Words of a stretch: fewer say nothing alone, more would drown what one half says in the other."""


def in_words(text: str) -> str:
    """Canonical words (`words.Plain.text`) without the labels that only the rules know."""
    return _ROLE.sub(lambda label: _ROLES[label.group()], text[:LONGEST])


def stretches(text: str) -> list[str]:
    """`in_words` cut where it can be: half a sentence of danger is heard beside "saw her at 4"."""
    found = [" ".join(cut) for sentence in _SENTENCE.split(text) for cut in _cuts(sentence)]
    return [one for one in found if one.count(" ") >= 2] or [text]


def _cuts(sentence: str) -> Iterator[list[str]]:
    """A sentence by its clauses, short ones with the next; a voice clip, without stops, by 40 words."""
    words: list[str] = []
    for clause in _CLAUSE.split(sentence):
        words += clause.split()
        while len(words) > STRETCH:
            yield words[:STRETCH]
            words = words[STRETCH:]
        if len(words) >= SHORTEST:
            yield words
            words = []
    if words:
        yield words
