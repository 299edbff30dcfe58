"""Which of several children a name means: those whom the rest of the message points to (READING, "Who")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from bot.understand.names.context import Context
from bot.understand.names.homes import home_told
from bot.understand.names.role_ids import has_role
from bot.understand.names.roles import RoleWord, roles
from bot.understand.names.text import fold
from bot.understand.parts import How, Kind, NameMention
from storage.types import Contact

_SORT_OF_HOUSE = re.compile(
    r"(?: (?:youth|group|residential|treatment|children'?s|middle|high|elementary|primary|k-?8|charter"
    r"|community))* (?:home|house|center|centre|school|residence|academy|elementary|middle|high|program"
    r"|services|campus|cottage|casa)$"
)
Test = Callable[[str], bool]


def which_child(context: Context, place: int, ids: tuple[str, ...], on: date) -> tuple[str, ...]:
    """Leave those children whom the message's adults, siblings, roles, age or school point to."""
    place_at = context.mentions[place].span.start
    said = fold(context.text[place_at : context.mentions[place].span.end])
    siblings = context.known(but=place, kinds=(Kind.CHILD, Kind.FAMILY))
    at_home = home_told(context.text, context.once(_homes), place_at, context.agency)
    home, ahead = _rows(context, at_home), at_home is not None and at_home.span.start > place_at
    joined = _joined_cases(context, place)
    so_called = tuple(child for child in ids if _given(context, child) == said)
    if 0 < len(so_called) < len(ids) and _also_otherwise(context, ids, said):
        ids = so_called
    tests: tuple[Test, ...] = (
        lambda child: ahead and _around(context, home, child),
        lambda child: context.case_of(child) in joined,
        lambda child: _around(context, _beside(context, place, ids), child),
        lambda child: _around(context, home, child),
        lambda child: _around(context, context.once(_adults), child),
        lambda child: context.case_of(child) in siblings,
        lambda child: context.case_of(child) in context.once(_families),
        lambda child: any(has_role(context.agency, role, child, on) for role in context.once(_roles)),
        lambda child: _age(context, child, on) in context.ages,
        lambda child: _at_organization(context, child),
        lambda child: context.case_of(child) in context.once(_unsure),
        lambda child: context.case_of(child) in context.once(_among),
    )
    return left(ids, tests)


_STOPS = re.compile(r"[.!?;\n](?=\s|$)(?<! ms\.)(?<! mr\.)(?<! dr\.)(?<! mrs\.)", re.IGNORECASE)


def _beside(context: Context, place: int, ids: tuple[str, ...]) -> list[Contact]:
    """The rows of the adult of one of `ids` named nearest before the child in a sentence, or behind."""
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(context.mentions):
            other = context.mentions[at]
            first, last = sorted((at, place))
            gap = context.text[context.mentions[first].span.end : context.mentions[last].span.start]
            if _STOPS.search(gap):
                break
            known = other.kind is Kind.CONTACT and other.how is not How.ROLE and other.ids
            rows = _rows(context, other) if known else []
            if any(_around(context, rows, child) for child in ids):
                return rows
            at += step
    return []


def _adults(context: Context) -> list[Contact]:
    """The rows of those adults of whom is known who they are."""
    return _rows(
        context,
        *(
            m
            for m in context.mentions
            if m.kind is Kind.CONTACT and m.how is not How.ROLE and (len(m.ids) == 1 or m.same_person)
        ),
    )


def _homes(context: Context) -> list[NameMention]:
    return [m for m in context.mentions if m.kind is Kind.CONTACT and m.as_place and m.ids]


def _rows(context: Context, *adults: NameMention | None) -> list[Contact]:
    contacts = context.agency.contacts
    ids = dict.fromkeys(key for adult in adults if adult is not None for key in adult.ids)
    return [contacts[key] for key in ids if key in contacts]


def _roles(context: Context) -> list[RoleWord]:
    return [roles()[role] for role in {m.role: None for m in context.mentions if m.how is How.ROLE} if role]


def listed(context: Context, one: int, other: int) -> bool:
    """Whether nothing stands between two mentions but a sign or word of listing."""
    gap = context.text[context.mentions[one].span.end : context.mentions[other].span.start]
    return gap.strip() in {"+", "&", ",", "and", "n", "y", "e", "&amp;"}


def _joined_cases(context: Context, place: int) -> set[str]:
    """The cases of children named in one breath with a name: "Amaia and Jadiel"."""
    beside = [m for m in (place - 1, place + 1) if 0 <= m < len(context.mentions)]
    joined = [context.mentions[m] for m in beside if listed(context, min(place, m), max(place, m))]
    return {case for m in joined if m.kind is Kind.CHILD and len(m.ids) == 1 for case in context.cases(m)}


def _families(context: Context) -> frozenset[str]:
    """“A neighbor of the Rivera home told me Maya …”: of two Rivera families the one with a Maya."""
    return frozenset(case for m in context.mentions if m.kind is Kind.FAMILY for case in m.case_ids)


def _of_adults(context: Context) -> list[frozenset[str]]:
    return [context.cases(m) for m in context.mentions if m.kind is Kind.CONTACT and m.ids]


def _unsure(context: Context) -> frozenset[str]:
    """“Called Ms Medina re Jayden”, of two Ms Medinas of one case: the Jayden of that case."""
    return frozenset(next(iter(cases)) for cases in context.once(_of_adults) if len(cases) == 1)


def _among(context: Context) -> frozenset[str]:
    """“Sadia didn't come home, fm Jackson …”, of two of each: the Sadia around one of the Jacksons."""
    return frozenset(case for cases in context.once(_of_adults) for case in cases)


def _given(context: Context, child: str) -> str:
    row = context.agency.children.get(child)
    return fold(row.first_name) if row else ""


def _also_otherwise(context: Context, ids: tuple[str, ...], said: str) -> bool:
    """Whether the message spells a name of the same children in another way too: "Devin … Devon"."""
    spelled = context.once(_spelled)
    return any(spelled.get(key, _NEVER) - {said, said + "s"} for key in ids)


_NEVER: frozenset[str] = frozenset()


def _spelled(context: Context) -> dict[str, set[str]]:
    """The words by which each child may be meant."""
    found: dict[str, set[str]] = {}
    for mention in context.mentions:
        for key in mention.ids if mention.kind is Kind.CHILD else ():
            found.setdefault(key, set()).add(fold(context.text[mention.span.start : mention.span.end]))
    return found


def left(ids: tuple[str, ...], tests: Iterable[Test]) -> tuple[str, ...]:
    """Each test in turn, where some but not all pass it."""
    for test in tests:
        if len(ids) < 2:
            break
        passing = tuple(key for key in ids if test(key))
        if passing and len(passing) < len(ids):
            ids = passing
    return ids


def _around(context: Context, rows: Sequence[Contact], child: str) -> bool:
    case = context.case_of(child)
    return any(row.case_id == case and (not row.child_ids or child in row.child_ids) for row in rows)


def _age(context: Context, child: str, on: date) -> int | None:
    row = context.agency.children.get(child)
    born = row.date_of_birth if row else None
    if born is None:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _at_organization(context: Context, child: str) -> bool:
    rows = [row for row in context.agency.contacts_of_child(child) if child in row.child_ids]
    names = {fold(row.organization) for row in rows}
    # "Laurel Gap" is the Laurel Gap Home; one word alone may be any other thing.
    names |= {short for name in names if " " in (short := _SORT_OF_HOUSE.sub("", name))}
    return any(len(name) > 3 and context.says(name) for name in names)
