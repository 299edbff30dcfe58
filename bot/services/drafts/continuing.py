"""Words right behind a draft that go on about its event without saying so: "she told me she misses Will".

Logged by themselves they would be a second note of one visit, or nothing at all. Nor are they added unasked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import func, select

from bot.services import notes
from bot.services.desk import Desk
from bot.services.drafts.heard import Heard
from bot.services.drafts.own_event import is_likewise
from bot.understand.parts import Intent, Item
from bot.understand.text import folded
from storage.models import Note, NoteVersion
from storage.records import NoteRecord
from storage.types import EventType, Method, NoteStatus, Outcome

RECENT = timedelta(minutes=10)
"""A draft touched within this is on the table: what follows may be about it."""
_TOGETHER = timedelta(seconds=1)
_JOINED = r"(?:(?:and|but|also|so|then|y|e|pero|tambien|luego) )?"
_GOES_ON = re.compile(
    rf"\W*{_JOINED}(?:"
    r"(?:about|re|regarding|because|bc|cuz|cause|due to|for the|over|sobre|porque|por lo de)(?!\w)|"
    r"(?:she|he|they|we|both|everyone|nobody|no one|ella|el|ellos|ellas|ambos|nosotros)(?:'?s|'?re|'?d)? \w+|"
    r"(?:les?|l[oa]s?|me|nos) \w+|(?:it|that|this|esto|eso)(?:'?s)? \w+|(?:her|his|their|su|sus) \w+ \w+|"
    r"(?:no|sin) (?!thank|problem|prob|worr|gracias|hay de que)\w+|"
    r"(?:tried|called|went|came|spoke|talked|met|saw|left|texted|stayed|intente|volvi|fui|llame|hable)(?!\w))"
)
"""Of words that by themselves are no event: those that lean on what was said before."""


def may_go_on(said: Heard) -> bool:
    """A cheap look, no database: whether the words have no time of their own, or lean on earlier ones."""
    if said.thread_ts or "?" in said.text:
        return False
    if said.reading.intent is Intent.OTHER:
        return is_likewise(said) or _GOES_ON.match(folded(said.text)) is not None
    return said.reading.intent is Intent.LOG_CONTACT and _is_timeless(said)


def _is_timeless(said: Heard) -> bool:
    """Whether they tell of one held meeting at most, and of no day, hour or call."""
    item = said.item
    if item is None or len(said.reading.contacts) > 1 or item.outcome is not Outcome.COMPLETED:
        return False
    return not (item.on or item.starts_at or item.part_of_day) and item.method in (None, Method.IN_PERSON)


def gone_on_about(desk: Desk, said: Heard) -> list[NoteRecord]:
    """The drafts that were touched last, where the words may go on about them; else none."""
    if not may_go_on(said):
        return []
    found = [notes.read(desk, i) for i in on_the_table(desk, said)]
    item = said.item if said.reading.intent is Intent.LOG_CONTACT else None
    return [note for note in found if item is None or _of_the_same(desk, said, item, note)]


def on_the_table(desk: Desk, said: Heard) -> Sequence[str]:
    """The actor's draft that was touched last within `RECENT`; several where one message made them."""
    last = func.max(NoteVersion.made_at).label("last")
    query = (
        select(NoteVersion.note_id, last)
        .join(Note, Note.id == NoteVersion.note_id)
        .where(Note.author_id == desk.actor.id, Note.status == NoteStatus.DRAFT)
        .group_by(NoteVersion.note_id)
        .having(last >= said.sent_at - RECENT)
        .order_by(last.desc(), NoteVersion.note_id)
    )
    rows = desk.session.execute(query).all()
    return [row.note_id for row in rows if row.last >= rows[0].last - _TOGETHER]


def _of_the_same(desk: Desk, said: Heard, item: Item, note: NoteRecord) -> bool:
    """Whether nobody is told of who is not on the note, nor cares for a child who is."""
    content, agency = note.content, desk.agency
    asked = {c for q in said.reading.questions if q.slot == "child" for c in q.candidates}
    if asked and not asked & set(content.children):
        return False
    adults_alone = item.people and EventType.CASEWORKER_CHILD not in item.types
    # "He told me he misses Leo": a child of whom only is told, in words that are no event.
    only_told = not item.types and not item.people and _GOES_ON.match(folded(said.text))
    if not (adults_alone or only_told) and not set(item.children) <= set(content.children):
        return False
    theirs = set(content.people).union(*(agency.carers_of(c) for c in content.children))
    return set(item.people) <= theirs
