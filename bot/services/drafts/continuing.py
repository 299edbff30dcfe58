"""Words right behind a draft that go on about its event without saying so: "she told me she misses Will".

Logged by themselves they would be a second note of one visit, or nothing at all. Nor are they added unasked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import and_, bindparam, func, select

from bot.services.desk import Desk
from bot.services.drafts.heard import Heard
from bot.services.drafts.own_event import calls_back, is_likewise
from bot.understand.amend.said import NUMBER, ORDINAL
from bot.understand.names import find_names, view_for
from bot.understand.parts import Intent, Item
from bot.understand.patterns.lexicon import pattern
from bot.understand.wants.pleasantries import only_pleasant
from bot.understand.who.unknown import unknown_name
from bot.understand.writing.text import folded
from storage.models import Note, NoteChild, NotePerson, NoteVersion, ReviewDecision
from storage.types import Decision, EventType, Method, NoteStatus, Outcome

RECENT = timedelta(minutes=10)
"""A draft touched within this is on the table: what follows may be about it."""
ANSWERED_WITHIN = timedelta(hours=12)
"""A note returned within this, where no draft is on the table: what follows may answer why it came back."""
NONE_OF_THEM = ""
"""No note's id: words about one of several drafts, where there are not so many."""
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
_BY_NAME = re.compile(rf"\W*{_JOINED}([^\W\d]{{2,}})(?:'?s)? (?!\w+\W*$)\w+")
"""“Hope's calmer now, going to bed”: the same with a name, where it is one of the draft's children."""
_CAME_OR_WENT = re.compile(
    rf"\W*{_JOINED}(?!i |we |she and |he and )(?:[a-z][a-z.'-]* ){{1,3}}?"
    r"(?:left|came|arrived|joined(?: us| in)?|hung up|got (?:there|here|in|off)|showed up|walked in"
    r"|went home|stepped out|had to (?:go|leave)|se (?:fue|fueron|unio|conecto)"
    r"|(?:se )?tuvo que (?:irse|ir|salir)|llego|llegaron|vino|vinieron|salio|entro)"
    r"(?:[ ,]+(?:early|late|temprano|tarde|first|last|on time|a tiempo|at|around|about|like|como|a|las?"
    r"|\d[\d:.]*|[ap]\.?m?|\d+ ?min(?:ute)?s?|min(?:uto)?s?|after|before|antes|despues|in|into it"
    r"|half|an|hour|media|hora|un|una|ya|today|hoy|though|too|already|again|near|the end|casi|al final"
    r"|right|as well))*\W*"
)
"""“El tío se fue temprano como a las 5”: of somebody at an event that was told, and no event by itself."""
_AND_TOO = re.compile(r"^\W*(?:and|also|plus|y|tambien)(?!\w)|(?<!\w)(?:too|as well|also|tambien)\W*$")
_TELLS = re.compile(
    r"\W*(?:(?:dr|ms|mr|mrs)\.? )?[a-z][\w'-]+(?: [a-z][\w'-]+)? (?:wants|needs|said|says|thinks|asked"
    r"|told|is|was|will"
    r"|quiere|dice|dijo|necesita) (?!(?:number|phone|address|info|contact)(?!\w))(?:\w+ ?){2,}"
)
"""“Dr Lee wants a follow-up": told of somebody, and no question for her number."""
_OF_ONESELF = re.compile(r"(?<!\w)(?:i'?m|my|myself|ugh|lol|lmao|tired|estoy|mi)(?!\w)")
_SUBSTANCE = re.compile(r"\d|\w{2,}\W+\w{2,}\W+\w{2,}")
"""What may be something of the event: a figure, some words; and no sigh."""
# Both are asked of most messages that tell of no time, before their card: built once.
_LAST = func.max(NoteVersion.made_at).label("last")
_ON_THE_TABLE = (
    select(NoteVersion.note_id, _LAST)
    .join(Note, Note.id == NoteVersion.note_id)
    .where(Note.author_id == bindparam("author_id"), Note.status == NoteStatus.DRAFT)
    .group_by(NoteVersion.note_id)
    .having(bindparam("since", type_=NoteVersion.made_at.type) <= _LAST)
    .order_by(_LAST.desc(), NoteVersion.note_id)
)
_RETURNED = (
    select(Note.id)
    .where(
        Note.author_id == bindparam("author_id"),
        Note.status == NoteStatus.RETURNED,
        Note.id.in_(
            select(ReviewDecision.note_id).where(
                ReviewDecision.decision == Decision.RETURNED, ReviewDecision.decided_at >= bindparam("since")
            )
        ),
    )
    .order_by(Note.id)
    .limit(9)
)
_WHO_IS_ON = (
    select(Note.id, NoteChild.child_id, NotePerson.contact_id)
    .join(NoteVersion, and_(NoteVersion.note_id == Note.id, NoteVersion.number == Note.version))
    .outerjoin(NoteChild, NoteChild.version_id == NoteVersion.id)
    .outerjoin(NotePerson, NotePerson.version_id == NoteVersion.id)
    .where(Note.id.in_(bindparam("ids", expanding=True)))
)


@dataclass(slots=True)
class _Who:
    """Whom a note's present version names, by id."""

    children: set[str]
    people: set[str]


def may_go_on(said: Heard) -> bool:
    """A cheap look, no database: whether the words have no time of their own, or lean on earlier ones."""
    if said.thread_ts or "?" in said.text:
        return False
    if said.reading.intent is Intent.OTHER:
        leans = _leans(said) or _BY_NAME.match(folded(said.text)) is not None
        return leans or not only_pleasant(said.text)
    if said.reading.intent is not Intent.LOG_CONTACT:
        return _is_hardly_wished(said)
    return _is_timeless(said) or _came_or_went(said) or _names_nobody(said)


def _is_hardly_wished(said: Heard) -> bool:
    """Whether what was taken for a wish tells rather: a leave of which no word speaks, a plan with nobody."""
    low, intent = folded(said.text), said.reading.intent
    if intent is Intent.PLAN_VISIT:
        nobody = not any(i.children or i.people or i.on or i.starts_at for i in said.reading.contacts)
        return nobody and not any(q.candidates for q in said.reading.questions) and _leans(said)
    if intent is Intent.LOOKUP:
        return _TELLS.match(low) is not None
    return intent is Intent.PLAN_LEAVE and not pattern("telling", "leave").search(low)


def _came_or_went(said: Heard) -> bool:
    """Whether somebody, by a role alone, is told to have come or gone, and no more is told."""
    item = said.item
    if item is None or len(said.reading.contacts) > 1 or item.outcome is not Outcome.COMPLETED:
        return False
    return _CAME_OR_WENT.fullmatch(folded(said.text)) is not None


def _names_nobody(said: Heard) -> bool:
    """Whether a note of these words alone would hold nobody at all, and no day or no kind of event either."""
    item = said.item
    if item is None or len(said.reading.contacts) > 1 or item.children or item.people:
        return False
    asked = any(q.candidates for q in said.reading.questions) or calls_back(said.text)
    return not asked and not (item.types and item.on)


def _is_timeless(said: Heard) -> bool:
    """Whether they tell of one held meeting at most, and of no day, hour or call."""
    item = said.item
    if item is None or len(said.reading.contacts) > 1 or item.outcome is not Outcome.COMPLETED:
        return False
    return not (item.on or item.starts_at or item.part_of_day) and item.method in (None, Method.IN_PERSON)


def gone_on_about(desk: Desk, said: Heard) -> list[str]:
    """Ids of the drafts that were touched last, where the words may go on about them; else none."""
    if not may_go_on(said):
        return []
    found, item = on_the_table(desk, said) or returned_lately(desk, said), said.item
    if said.reading.intent is Intent.LOG_CONTACT and item is not None:
        if _came_or_went(said) and not is_by_name(desk, said.text, item):
            return list(found)
        if _names_nobody(said) and not _is_timeless(said):
            unknown = unknown_name(desk.agency, desk.actor.id, said.text, desk.today)
            return [] if unknown else list(on_the_table(desk, said))
        return of_the_same_people(desk, said, found)
    if _leans(said) and said.reading.intent is Intent.OTHER:
        return list(found)
    if _names_no_others(desk, said, found):
        return list(on_the_table(desk, said))
    return [i for i, on in _who_is_on(desk, found).items() if _begins_with_one(desk, said.text, on)]


def _names_no_others(desk: Desk, said: Heard, ids: Sequence[str]) -> bool:
    """Whether words that would stand in no note name nobody of another family than these notes'."""
    agency, on = desk.agency, _who_is_on(desk, ids)
    cases = {agency.children[c].case_id for who in on.values() for c in who.children if c in agency.children}
    cases |= {agency.contacts[p].case_id for who in on.values() for p in who.people if p in agency.contacts}
    names = find_names(said.text, view_for(agency, desk.actor.id, desk.today), on=desk.today)
    for name in names:
        rows = [agency.children.get(i) or agency.contacts.get(i) for i in name.ids]
        theirs = {row.case_id for row in rows if row} | set(name.case_ids)
        if theirs and not theirs & cases:
            return False
    low = folded(said.text)
    return bool(names) or (_OF_ONESELF.search(low) is None and _SUBSTANCE.search(low) is not None)


def is_by_name(desk: Desk, text: str, item: Item) -> bool:
    """Whether a child told of stands in the words by name, or an adult by a surname.

    Not so "the grandma", nor "doña Altagracia": of that first name there may be one in any family.
    """
    agency, words = desk.agency, set(re.findall(r"[^\W\d_]{2,}", folded(text)))
    names = [agency.children[c].first_name for c in item.children if c in agency.children]
    names += [" ".join(agency.contacts[p].name.split()[1:]) for p in item.people if p in agency.contacts]
    return any(set(folded(name).split()) & words for name in names)


def of_the_same_people(desk: Desk, said: Heard, ids: Sequence[str]) -> list[str]:
    """Those of the notes on which everybody stands whom the words tell of."""
    item = said.item
    if item is None:
        return list(ids)
    return [i for i, on in _who_is_on(desk, ids).items() if _of_the_same(desk, said, item, on)]


def _leans(said: Heard) -> bool:
    """Whether the words begin as those that say nothing without the ones before."""
    return is_likewise(said) or _GOES_ON.match(folded(said.text)) is not None


def _begins_with_one(desk: Desk, text: str, on: _Who) -> bool:
    """Whether the words begin with the name of a child who is on the note."""
    begins = _BY_NAME.match(folded(text))
    children = (desk.agency.children[c] for c in on.children if c in desk.agency.children)
    names = {folded(name) for c in children for name in (c.first_name, c.nickname or "")}
    return begins is not None and bool({begins[1], begins[1].removesuffix("s")} & names)


def on_the_table(desk: Desk, said: Heard) -> Sequence[str]:
    """The actor's draft that was touched last within `RECENT`; several where one message made them."""
    since = {"author_id": desk.actor.id, "since": said.sent_at - RECENT}
    rows = desk.session.connection().execute(_ON_THE_TABLE, since).all()
    return [row.note_id for row in rows if row.last >= rows[0].last - _TOGETHER]


def numbered(desk: Desk, said: Heard) -> str | None:
    """Which note of a message that told of several “for number 2, …" means, as told; None: not said.

    “The second one", of all that were touched lately; where there are not so many, it is none of them.
    """
    low = folded(said.text)
    at = len(low) - len(low.lstrip(" .,-"))
    if found := NUMBER.match(low, at):
        told = _as_told(desk, on_the_table(desk, said))
        place = int(found[1] or found[2]) - 1
        return told[place] if len(told) > 1 and 0 <= place < len(told) else None
    ordinal = ORDINAL.match(low, at)
    if ordinal is None or ordinal.lastgroup is None:
        return None
    since = {"author_id": desk.actor.id, "since": said.sent_at - RECENT}
    rows = desk.session.connection().execute(_ON_THE_TABLE, since).all()
    told = _as_told(desk, [row.note_id for row in rows])
    if len(told) < 2:
        return None if ordinal.lastgroup in ("first", "last") else NONE_OF_THEM
    place = {"first": 0, "second": 1, "third": 2, "last": -1}[ordinal.lastgroup]
    return told[place] if place < len(told) else NONE_OF_THEM


def _as_told(desk: Desk, ids: Sequence[str]) -> list[str]:
    """These notes in the order in which they were told."""
    rows = select(Note.id).where(Note.id.in_(ids)).order_by(Note.created_at, Note.source_ts, Note.item)
    return list(desk.session.scalars(rows)) if ids else []


def returned_lately(desk: Desk, said: Heard) -> Sequence[str]:
    """The actor's notes that came back lately and are not corrected yet."""
    since = {"author_id": desk.actor.id, "since": said.sent_at - ANSWERED_WITHIN}
    return desk.session.connection().execute(_RETURNED, since).scalars().all()


def _who_is_on(desk: Desk, ids: Sequence[str]) -> dict[str, _Who]:
    found = {note_id: _Who(set(), set()) for note_id in ids}
    rows = desk.session.connection().execute(_WHO_IS_ON, {"ids": ids}) if ids else ()
    for note_id, child_id, contact_id in rows:
        found[note_id].children |= {child_id} if child_id else set()
        found[note_id].people |= {contact_id} if contact_id else set()
    return found


def _of_the_same(desk: Desk, said: Heard, item: Item, on: _Who) -> bool:
    """Whether nobody is told of who is not on the note, nor cares for a child who is."""
    asked = {c for q in said.reading.questions if q.slot == "child" for c in q.candidates}
    if asked and not asked & on.children:
        return False
    adults_alone = item.people and EventType.CASEWORKER_CHILD not in item.types
    # "He told me he misses Leo": a child of whom only is told, in words that are no event.
    only_told = not item.types and not item.people and _GOES_ON.match(folded(said.text))
    if not (adults_alone or only_told) and not set(item.children) <= on.children:
        return False
    theirs = on.people.union(*(desk.agency.carers_of(c) for c in on.children))
    # "And I spoke to Mr Ruiz too", "Mr Ruiz was there for the first 10 min": of no event of his own
    low = folded(said.text)
    if not item.types or (adults_alone and (_AND_TOO.search(low) or _TELLS.match(low))):
        cases = {desk.agency.children[c].case_id for c in on.children if c in desk.agency.children}
        theirs = theirs.union(p for p in item.people if desk.agency.contacts[p].case_id in cases)
    return set(item.people) <= theirs
