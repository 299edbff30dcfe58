"""Children meant by what they are among their siblings: "the twins", "the baby" (READING, "Who")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from bot.understand.agency import Agency
from bot.understand.names.absence import Words, by_absence
from bot.understand.names.away import child_gone, elsewhere_now
from bot.understand.names.draft import Draft
from bot.understand.names.families import Family
from bot.understand.names.genders import sex_of_child
from bot.understand.names.how_many import and_sibling, sibling_said
from bot.understand.names.text import fold_text, word_set
from bot.understand.parts import How, Kind, NameMention

_TWINS = word_set("twins twin gemelos gemelas mellizos mellizas cuates")
_BEFORE = word_set(
    "the both my our los las mis with w of saw took carried drove brought transported "
    "met visited visit hv see seeing seen picked dropped for from re to these them checked"
)
_BABY = re.compile(
    r"(?:\b(?:the|el|la|al) (?:baby|infant|bebe|bebita?o?)|(?:^|[.,;:] ?)(?:and )?(?:baby|bebe)(?= (?:(?:is"
    r"|was|also"
    r"|still) )*(?:asleep|sleeping|napping|in (?:her|his|the)|there|home|seen|good|fine|crawling|walking"
    r"|on the"
    r"|dormid[oa]|durmiendo)\b))\b(?!['’]?s? (?:father|dad|daddy|mom|mother|shower"
    r"|gate|monitor|bed|crib|clothes|sitter|brother|sister|formula|food|seat)|['’]s\b)"
)
_TWINS_SAID = re.compile(r"\b(?:twins|gemel[oa]s|melliz[oa]s|cuates)\b")
_NEAR = 60
"""Letters behind "the baby" that tell where it was."""
_BABY_UNTIL = timedelta(days=30 * 30)


def twins_at(draft: Draft, i: int) -> Family | None:
    """“The twins" as the family of the only twins on the sender's caseload; of several, all of theirs."""
    message = draft.message
    if message.at(i).word not in _TWINS or not _may_be_ours(message.at(i).first, message.before(i)):
        return None
    agency = draft.view.agency
    cases = tuple(case for case in draft.view.caseload.case_ids if twins_of(agency, case, draft.on))
    return Family(i, i + 1, cases, plural=True, how=How.EXACT) if cases else None


def _may_be_ours(first: bool, before: str) -> bool:
    return first or before in _BEFORE or before[:1].isdigit()


def twins_of(agency: Agency, case_id: str, on: date) -> tuple[str, ...]:
    """The children in care of a case who were born on one day."""
    in_care = agency.in_care(case_id, on)
    born = Counter(agency.children[child].date_of_birth for child in in_care)
    return tuple(
        child for child in in_care if (day := agency.children[child].date_of_birth) and born[day] > 1
    )


def only_twins(agency: Agency, plain: str, siblings: Iterable[str]) -> tuple[str, ...]:
    """Of the siblings those born on one day, where the words say "the twins" and there are such."""
    kept = tuple(siblings)
    if not _TWINS_SAID.search(plain):
        return kept
    born = Counter(agency.children[child].date_of_birth for child in kept)
    return tuple(child for child in kept if born[agency.children[child].date_of_birth] > 1) or kept


def the_baby(
    agency: Agency, plain: str, cases: Collection[str], on: date, *, but: Collection[str]
) -> tuple[str, ...]:
    """The one child in care under two and a half of the one case, where the words say "the baby".

    "The baby was at the doctor" says that it was not there; `but`: those of whom it is said by name.
    """
    if len(cases) != 1 or all(_away(plain[m.end() : m.end() + _NEAR]) for m in _BABY.finditer(plain)):
        return ()
    little = [
        child
        for child in agency.in_care(next(iter(cases)), on)
        if (born := agency.children[child].date_of_birth) and on - born < _BABY_UNTIL
    ]
    return tuple(one for one in little if one not in but) if len(little) == 1 else ()


def _away(after: str) -> bool:
    """Whether the words behind "the baby" say that it was elsewhere."""
    words = Words("", after, after)
    return by_absence(words) or child_gone(words) or elsewhere_now(words)


def the_sibling(
    agency: Agency, plain: str, named: Sequence[str], siblings: Sequence[str], on: date
) -> tuple[str, ...] | None:
    """“Leo and his little sister", of more than two: the two, where one sibling alone can be meant."""
    if len(named) != 1 or named[0] not in siblings or not and_sibling(plain):
        return None
    one, (sex, age) = agency.children[named[0]], sibling_said(plain)
    others = [agency.children[key] for key in siblings if key != one.id]
    known = [row for row in others if not sex or sex_of_child(row) == sex]
    fitting = known or [row for row in others if not sex_of_child(row)]
    if age and one.date_of_birth:
        elder = [row for row in fitting if row.date_of_birth and row.date_of_birth < one.date_of_birth]
        fitting = [row for row in fitting if (row in elder) is (age == "+")]
    homes = [agency.placement(row.id, on) for row in (one, *fitting)]
    if len(fitting) > 1 and homes[0]:
        here = homes[0].placement_contact_id
        fitting = [
            row
            for row, home in zip(fitting, homes[1:], strict=True)
            if home and home.placement_contact_id == here
        ]
    return (one.id, fitting[0].id) if len(fitting) == 1 else None


def families_said(text: str, mentions: Sequence[NameMention]) -> str:
    """The families' names as they were written."""
    return " ".join(fold_text(text[m.span.start : m.span.end]) for m in mentions if m.kind is Kind.FAMILY)
