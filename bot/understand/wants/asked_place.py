"""Who is asked for by where they work, or by a number: "number for Linden House", "whose number is 347-…"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.understand.agency import Agency
from bot.understand.names.roles import holders, roles
from bot.understand.names.text import fold
from bot.understand.parts import Question
from bot.understand.places.organised import stands

_MOST = 6
"""So many people of one organisation may be asked about; of more it says too little."""


_NUMBER = re.compile(r"(?<!\d)\(?(\d{3})\)?[ .-]?(\d{3})[ .-]?(\d{4})(?!\d)")


def of_number(text: str, agency: Agency, asker: str, on: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the contacts, and of those on staff, whose number stands in the words.

    Only of the asker's own caseload, which may be the whole agency.
    """
    said = {"".join(match.groups()) for match in _NUMBER.finditer(text)}
    if not said:
        return (), ()
    rows = [row for row in agency.contacts.values() if said & {_digits(row.phone), _digits(row.alt_phone)}]
    own = agency.caseload(asker, on)
    mine = [row for row in rows if own.whole_agency or row.case_id in own.case_ids]
    staff = tuple(one.id for one in agency.staff.values() if _digits(one.phone) in said)
    return tuple(row.id for row in mine), staff


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)[-10:]


def of_organisation(
    text: str, agency: Agency, asker: str, on: date, children: Sequence[str]
) -> tuple[tuple[str, ...], Question | None]:
    """The contacts of the organisation that the words name, or the question which of its people is meant.

    Looked for around the children named, else on the asker's caseload, which may be the whole agency.
    """
    if children:
        cases = tuple(dict.fromkeys(agency.children[c].case_id for c in children if c in agency.children))
        return _of_cases(text, agency, cases)
    own = agency.caseload(asker, on)
    return _of_cases(text, agency, tuple(agency.cases) if own.whole_agency else own.case_ids)


def _of_cases(text: str, agency: Agency, cases: Sequence[str]) -> tuple[tuple[str, ...], Question | None]:
    rows = [row for case in cases for row in agency.contacts_of(case) if row.organization]
    named = {one for one in {row.organization for row in rows} if stands(one, text) is not None}
    there = [row for row in rows if row.organization in named]
    people = {(fold(row.name), row.phone) for row in there}
    if len(people) == 1:
        return tuple(row.id for row in there), None
    if 1 < len(people) <= _MOST:
        first = {(fold(row.name), row.phone): row.id for row in reversed(there)}
        return (), Question("person", tuple(reversed(first.values())))
    return (), None


def of_school(agency: Agency, children: Sequence[str], on: date) -> tuple[str, ...]:
    """The one who is there for the child's school; nobody where there are several, or none."""
    role = roles().get("school")
    if role is None or len(children) != 1:
        return ()
    found = holders(agency, role, agency.children[children[0]].case_id, tuple(children), on)
    return tuple(found) if len(found) == 1 else ()
