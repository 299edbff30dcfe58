"""What a careful colleague would have to ask before an event could be filed (READING, `ask`)."""

from __future__ import annotations

from bot.understand.names import Taking
from bot.understand.parts import Item, Question
from bot.understand.when import EventTime
from storage.types import Method, Outcome

ORDER = ("child", "person", "type", "date", "time")


def asked_of(item: Item, taking: Taking, when: EventTime, *, open_type: bool) -> tuple[Question, ...]:
    """The questions about one event, the root slot only where one answer gives the other."""
    asked = [*taking.questions[:1]]
    if not asked and not item.children:
        asked.append(Question("child"))
    if open_type and not asked:
        asked.append(Question("person" if _one_to_one(item) else "type"))
    return (*asked, *_about_time(item, when))


def _one_to_one(item: Item) -> bool:
    """A call, a text or a letter has no type because nobody knows with whom it was."""
    wired = (Method.PHONE, Method.TEXT, Method.EMAIL, Method.MAIL)
    return not item.people and item.method in wired


def _about_time(item: Item, when: EventTime) -> tuple[Question, ...]:
    if item.outcome is Outcome.PLANNED:
        return () if item.on else (Question("date"),)
    asked: list[Question] = []
    if item.on is None or "weekday" in when.guessed:
        asked.append(Question("date"))
    untimed = item.starts_at is None and not item.part_of_day
    if when.impossible or (untimed and item.method is not Method.MAIL):
        asked.append(Question("time"))
    return tuple(asked)
