"""Whether words that could be about a draft tell of something else that happened: then it is asked.

What is wrongly taken for a correction turns one family's note into another's, and the first visit is gone
from the record; what is wrongly added puts one family's words among another's. A tap costs less.
"""

from __future__ import annotations

import re

from bot.services.desk import Desk
from bot.services.drafts.amending import facts_of
from bot.services.drafts.continuing import is_by_name
from bot.services.drafts.heard import Heard
from bot.services.drafts.own_event import is_another, is_likewise
from bot.understand.amend import Amendment
from bot.understand.parts import Intent, Item
from bot.understand.who.unknown import unknown_name
from bot.understand.writing.text import folded
from storage.records import NoteRecord
from storage.types import NoteStatus

_ALSO = re.compile(r"(?<!\w)(?:also|too|as well|another|tambien|ademas|otra visita)(?!\w)")
_THERE_TOO = re.compile(
    r"(?<!\w)(?:(?:was|were|came|joined|sat in|estaban?|estuv(?:o|ieron)|vino|vinieron)(?: \w+){0,3}"
    r" (?:too|also|as well|tambien)"
    r"|(?:also|tambien) (?:was|were|came|joined|estaban?|estuv(?:o|ieron)))(?!\w)"
)
"""“Grandma was there too”: of somebody at the same event."""
_MET = r"(?:saw|met|visited|spoke (?:with|to)|talked (?:with|to)|vi a|visit[eé] a|habl[eé] con)"
_MET_BY_NAME = re.compile(rf"(?<!\w){_MET} [A-ZÀ-Ý]\w")
_MET_ANYBODY = re.compile(rf"(?<!\w){_MET}(?!\w)", re.IGNORECASE)


def told_in_thread(desk: Desk, said: Heard, note: NoteRecord, amendment: Amendment) -> bool:
    """Whether a reply under a card clearly tells of something else that happened: then it is asked.

    So is whatever names another family only, for no note holds words about two. Under a note that came back
    a reply says what was asked for: somebody of another family must be named there, and not only resemble.
    """
    item = said.item
    if amendment.strong or amendment.answered:
        return False
    others = bool(item and item.types and _elsewhere(item, note))
    if note.status is NoteStatus.RETURNED and not (item and others and is_by_name(desk, said.text, item)):
        return item is not None and bool(item.types) and _at_another_time(item, note)
    if amendment.evidence < 0 or others:
        return True
    if item is None or said.reading.intent is not Intent.LOG_CONTACT or not item.types:
        return False
    return not (amendment.states or amendment.adds) and _at_another_time(item, note)


def told_beside(desk: Desk, said: Heard, note: NoteRecord, amendment: Amendment) -> bool:
    """Whether words that begin as a correction or an addition tell of somebody else, or of another time.

    “Sorry, I also saw …", "also met Will at 5". What speaks of the draft itself ("no, it was …") does not.
    """
    item = said.item
    if is_likewise(said):
        return True
    if item is None or said.reading.intent is not Intent.LOG_CONTACT:
        return False
    if amendment.wish or amendment.states:
        return False
    if amendment.adds and is_another(said, facts_of(note)):
        return True
    if _moves_the_case(item, note, amendment):
        return True
    if amendment.answered and amendment.fragment:
        return said.whole and _at_another_time(item, note)
    if said.whole and not (amendment.led or amendment.adds):
        return True
    if amendment.answered or amendment.fragment:
        return False
    if amendment.strong and amendment.changed:
        return _laid_over(said, note, amendment)
    if amendment.changed or amendment.evidence > 0:
        return False
    if said.thread_ts and note.status is NoteStatus.RETURNED and not is_by_name(desk, said.text, item):
        return False
    return _elsewhere(item, note) or (said.thread_ts is None and _somebody_else(desk, said, item, note))


def _at_another_time(item: Item, note: NoteRecord) -> bool:
    """Whether both tell when, and it is not the same day, or not the same hour."""
    there = note.content
    other_day = bool(item.on and there.on and item.on != there.on)
    return other_day or bool(item.starts_at and there.starts_at and item.starts_at != there.starts_at)


def _elsewhere(item: Item, note: NoteRecord) -> bool:
    return bool(note.case_id and item.case_ids and note.case_id not in item.case_ids)


def _moves_the_case(item: Item, note: NoteRecord, amendment: Amendment) -> bool:
    """Whether an event that is told would turn the note into another family's, and nobody on it was wrong."""
    moves = amendment.strong and "case_id" in amendment.changed and note.case_id
    return bool(moves and item.types and amendment.evidence <= 0)


def _laid_over(said: Heard, note: NoteRecord, amendment: Amendment) -> bool:
    """Whether taking the words for a correction would have the event that was told before disappear."""
    before, after = note.content, amendment.after
    gone = set(before.children) - set(after.children)
    moved = (before.on, before.starts_at) != (after.on, after.starts_at)
    told = _THERE_TOO.sub(" ", folded(said.text))
    return bool(_ALSO.search(told)) and (bool(gone) or moved)


def _somebody_else(desk: Desk, said: Heard, item: Item, note: NoteRecord) -> bool:
    """Whether somebody is told of who is not on file, or an hour that is not this note's."""
    start = note.content.starts_at
    if item.starts_at and start and item.starts_at != start:
        return True
    if _MET_BY_NAME.search(said.text):
        return True
    if not _MET_ANYBODY.search(said.text):
        return False
    return unknown_name(desk.agency, desk.actor.id, said.text, desk.today) is not None
