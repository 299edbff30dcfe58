"""Where an event was that took place where the one before did: "there", right after, on the same unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.understand.events.moments import Told
from bot.understand.items import Built
from bot.understand.parts import Item
from bot.understand.writing.text import folded
from storage.types import Method, Outcome, Place, PlacementType

_THERE = re.compile(
    r"(?<!\w)(?:there|(?:the )?same (?:place|spot|unit|house)|mismo lugar"
    r"|in (?:the )?(?:parking lot|hall(?:way)?"
    r"|corridor|lobby|waiting (?:room|area))|outside the courtroom"
    r"|pasillo|stayed (?:behind|back|after|on|with)|me quede|nos quedamos|"
    r"alli|ahi|afuera de la sala|(?:outside|in) the (?:conference |meeting |visit )?room)(?!\w)"
)
_INSTEAD = re.compile(r"(?<!\w)(?:instead|en vez de eso|en su lugar)(?!\w)")
_SOON = timedelta(minutes=45)
_NO_WAY_BETWEEN = timedelta(minutes=10)
"""So soon after an event the next one, of the same family, was at the same place."""


def where_before(events: Sequence[Built], told: Told) -> list[Built]:
    """“There”, "in the hallway afterwards": where the event before was."""
    out: list[Built] = []
    for one in events:
        said = folded(" ".join(told.text[a:b] for a, b in one.item.spans))
        before = out[-1].item if out else None
        there = _THERE.search(said) or (
            before is not None
            and (
                _on_the_unit(one.item, before, told)
                or _right_after(one.item, before, told)
                or _stayed_on(one.item, before)
                or (_INSTEAD.search(said) is not None and _in_its_stead(one.item, before))
            )
        )
        near = one.item.place is None and one.item.method in (Method.IN_PERSON, None) and there
        if before is not None and near and before.method in (Method.IN_PERSON, None):
            out.append(replace(one, item=replace(one.item, place=before.place, method=before.method)))
        else:
            out.append(one)
    return out


def _right_after(item: Item, before: Item, told: Told) -> bool:
    """“Visit at the agency 5:00-6:30. At 6:40 I sat with PARENT": no time to have gone elsewhere.

    Not where somebody was met at home after a place that is no home of theirs: only of the same family.
    """
    if item.starts_at is None or before.starts_at is None or before.method is not Method.IN_PERSON:
        return False
    gap = item.starts_at - before.starts_at - timedelta(minutes=before.minutes or 0)
    met = item.method is Method.IN_PERSON or not told.plan
    same = bool(set(item.case_ids) & set(before.case_ids)) and before.outcome is Outcome.COMPLETED
    return met and same and item.outcome is Outcome.COMPLETED and timedelta(0) <= gap <= _NO_WAY_BETWEEN


def _stayed_on(item: Item, before: Item) -> bool:
    """“When it was over PARENT and I spoke": afterwards, with nobody who had not been there."""
    after = item.part_of_day == "afterwards" and before.method is Method.IN_PERSON
    held = before.outcome is Outcome.COMPLETED is item.outcome
    return after and held and bool(item.people) and set(item.people) <= set(before.people)


def _in_its_stead(item: Item, before: Item) -> bool:
    """“Was to meet me at 11 at her school, no show. Caught the counselor at 11:20 instead": there, too."""
    if item.starts_at is None or before.starts_at is None or before.outcome is not Outcome.ATTEMPTED:
        return False
    soon = timedelta(0) <= item.starts_at - before.starts_at <= _SOON
    met = item.method is Method.IN_PERSON and item.outcome is Outcome.COMPLETED
    return soon and met and bool(set(item.case_ids) & set(before.case_ids))


def _on_the_unit(item: Item, before: Item, told: Told) -> bool:
    """“Cedar Ridge: 1:00 DeShawn. Pao 2:00": the next child of the same facility."""
    if before.place is not Place.RESIDENTIAL or item.method is not Method.IN_PERSON or not item.children:
        return False
    kinds = {told.view.agency.placement_type(child, told.on) for child in item.children}
    return kinds == {PlacementType.RESIDENTIAL} and item.outcome is not Outcome.PLANNED
