"""A visit yet to come that was only spoken of: "texted dad, the visit is Saturday" (READING)."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understand.parts import Item
from storage.types import EventType, Method

_VISIT = re.compile(r"(?<!\w)(?:visits?|visita|family time|parenting time)(?!\w)")
_WIRED = (Method.PHONE, Method.TEXT, Method.EMAIL, Method.MAIL)


def visit_spoken_of(told: Item, words: str) -> Item:
    """The event told before, or the visit that its call with a parent was about, where `words` name one."""
    with_parent = told.types == (EventType.BIRTH_PARENT_CASEWORKER,)
    if told.method not in _WIRED or not with_parent or not _VISIT.search(words):
        return told
    return replace(told, types=(EventType.BIRTH_PARENT_CHILD,), method=Method.IN_PERSON)
