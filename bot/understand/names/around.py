"""What the rest of a message says of an event's children where the event itself names none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.understand.agency import Agency
from bot.understand.names.parts import Stance
from bot.understand.parts import Kind, NameMention, Question


def children_of_context(
    agency: Agency, context: Sequence[NameMention], on: date
) -> tuple[tuple[str, ...], Question | None]:
    """The children of one case named elsewhere, or the one family's; else what must be asked."""
    known = [m for m in context if m.kind is Kind.CHILD]
    unsure = next((m for m in known if len(m.ids) > 1), None)
    named = tuple(dict.fromkeys(m.ids[0] for m in known if len(m.ids) == 1))
    if named and len({agency.children[child].case_id for child in named}) == 1:
        return named, None
    families = {case for m in context if m.kind is Kind.FAMILY for case in m.case_ids}
    if not named and len(families) == 1:
        return tuple(child for case in families for child in agency.in_care(case, on)), None
    return (), Question("child", unsure.ids if unsure else named)


def stood_for(agency: Agency, contacts: Sequence[str], on: date) -> tuple[tuple[str, ...], Question | None]:
    """The children whom the adults stand for; asked where one adult's rows are of several cases."""
    meant = tuple(dict.fromkeys(child for key in contacts for child in agency.children_meant(key, on)))
    names = {agency.contacts[key].name for key in contacts}
    cases = {agency.contacts[key].case_id for key in contacts}
    if len(cases) > 1 and (len(names) < len(contacts)):
        return (), Question("child", meant)
    return meant, None if meant else Question("child")


def same_for_all(agency: Agency, candidates: Sequence[str], on: date) -> tuple[str, ...]:
    """The children, where every adult who may be meant stands for the same ones."""
    sets = {agency.children_meant(key, on) for key in candidates}
    return next(iter(sets)) if len(sets) == 1 else ()


def telling(before: Stance | None, now: Stance) -> Stance:
    """Of two stances of one child the one that tells more."""
    order = (Stance.SEEN, Stance.SPOKE, Stance.CONTACTED, Stance.PRESENT, Stance.ABSENT, Stance.STATED)
    ranked = [stance for stance in order if stance in {before, now}]
    return ranked[0] if ranked else before or now
