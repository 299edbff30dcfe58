"""A reviewer speaks of notes that wait or went back: they are shown with their buttons, none is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.handlers.door.posting import put_answer
from bot.handlers.review import queue as queue_card
from bot.handlers.small_talk import say
from bot.handlers.talk import Said
from bot.rules.permissions import SENIORS
from bot.services.desk import Desk
from bot.services.review import queue
from bot.understand.agency import Agency
from bot.understand.office.about_notes import Wish, may_be_about_notes, wish_of
from bot.understand.office.why_returned import names_in
from bot.understand.writing.text import folded
from storage.records import NoteRecord

_MOST = 5


def taken(said: Said) -> bool:
    """Whether a senior decides on, asks of or wants something told about notes of the team; answered then."""
    if said.thread_ts or said.visit.actor.role not in SENIORS or not may_be_about_notes(said.text):
        return False
    with said.visit.look() as desk:
        waiting = queue.waiting(desk)
        returned = queue.sent_back(desk)
        wish = wish_of(said.text, waiting=names_of([*waiting, *returned]), staff=staff_called(desk.agency))
        if wish is None:
            return False
        back = [each for each in returned if _is_by(each, wish[1])]
        waits = any(_is_by(each, wish[1]) for each in waiting)
        if wish[0] is not Wish.TELL and (meant := _named(said.text, [*waiting, *back])):
            back, waits = [each for each in back if each in meant], any(each in meant for each in waiting)
    return _answer(said, wish[0], back[:_MOST], waits=waits, of_somebody=bool(wish[1]))


def _answer(said: Said, wish: Wish, back: Sequence[NoteRecord], *, waits: bool, of_somebody: bool) -> bool:
    visit = said.visit
    if wish is Wish.GOT:
        if back:
            with visit.desk() as desk:
                _put(said, desk, back)
        elif waits or of_somebody:
            queue_card.show(visit, said.ts, said.channel)
        return bool(back) or waits or of_somebody
    if wish is Wish.DECIDE and back and not waits:  # it went back, and waits for its author
        with visit.desk() as desk:
            _put(said, desk, back)
        return True
    if wish is Wish.TELL:
        say(visit, "ask_on_note" if waits or back else "not_passed_on", said.ts, said.channel)
    if wish is not Wish.TELL or waits:
        queue_card.show(visit, said.ts, said.channel, told=wish is not Wish.TELL)
    return True


def _named(text: str, notes: Sequence[NoteRecord]) -> list[NoteRecord]:
    """Those whose child or family is named; a name that is a word too ("will she fix it") is none alone."""
    return [each for each in notes if names_in(text, names_of([each], author=False))]


def _put(said: Said, desk: Desk, notes: Sequence[NoteRecord]) -> None:
    for note in notes:
        key = f"{said.ts}:{note.id}"
        put_answer(said.visit, desk, "review_card", {}, key=key, channel=said.channel, subject_id=note.id)


def _is_by(note: NoteRecord, called: str) -> bool:
    return not called or called in _parts(note.author.name)


def names_of(notes: Sequence[NoteRecord], *, author: bool = True) -> frozenset[str]:
    """What the notes may be called by, folded: their children, families and authors."""

    def each() -> Iterator[str]:
        for note in notes:
            yield from (note.author.name if author else "", note.family_name)
            yield from (child.name for child in note.children)

    return frozenset(part for name in each() for part in _parts(name))


def _parts(name: str) -> list[str]:
    """A name's words as `wish_of` has them: folded, and joined by a hyphen where they are written so."""
    return folded(name).replace("’", "'").split()


def staff_called(agency: Agency) -> frozenset[str]:
    """First and last names of everybody on staff."""

    def named() -> frozenset[str]:
        names = (_parts(each.name) for each in agency.staff.values())
        return frozenset(part for parts in names for part in (parts[0], parts[-1]) if len(part) > 1)

    return agency.kept("about_notes.staff", named)
