"""“Reassign Campbell to Marisol", "give Rivera to Kevin": a case is to have another worker."""

from __future__ import annotations

import re

from bot.understand.agency import Agency
from bot.understand.office.leave import named_in
from bot.understand.writing.text import evened, folded

_LEAD = r"^\W*(?:(?:please|pls|(?:can|could) (?:you|i|we)|(?:i|we) (?:need|want) to|ok|and|let'?s),? )*"
_GIVES = r"(?:re-?assign|transfer|move|give|hand(?: over| off)?|switch|assign|shift)"
_CASE = r"(?:'?s)?(?: (?:case|cases|family|families|kids|children|over|back)){0,3}"
_WHAT = r"(?:over )?(?:the |all (?:of )?)?(?P<case>[\w'-]+(?: [\w'-]+)??)"
_DESK, _TAKES = r"(?: (?:caseload|list|desk))?", r"takes?(?: over)?"
_FROM = (
    r"(?:,? (?:starting|from|effective|as of|on|next|this|please|pls|now|today|tomorrow|\w+day|week|[\d/]+))*"
)
_FORMS = (
    rf"{_LEAD}{_GIVES} {_WHAT}{_CASE} to (?:worker )?WHO{_FROM}\W*$",
    rf"{_LEAD}(?:put|place) {_WHAT}{_CASE} (?:on|under|with) WHO(?:'?s)?{_DESK}{_FROM}\W*$",
    rf"{_LEAD}(?:(?:can|could|let|have) )?WHO (?:to )?{_TAKES} {_WHAT}(?:'?s)? (?:case|family)s?{_FROM}\W*$",
)
_LONGEST = 100
_LOOKS = re.compile(rf"(?<!\w)(?:{_GIVES}|put|place|takes?)(?!\w)")


def reassigns(agency: Agency, staff_id: str, text: str) -> bool:
    """Whether the words want a family or child of the agency to go to somebody on staff. Pure."""
    words = evened(text)
    if len(words) > _LONGEST or not _LOOKS.search(words):
        return False
    for each in named_in(agency, staff_id, words):
        name = folded(agency.staff[each].name)
        called = "|".join(re.escape(form) for form in (name, name.split()[0], name.split()[-1]))
        forms = (re.match(form.replace("WHO", f"(?:{called})"), words) for form in _FORMS)
        if any(found and _is_of_a_case(agency, found["case"]) for found in forms):
            return True
    return False


def _is_of_a_case(agency: Agency, words: str) -> bool:
    def named() -> frozenset[str]:
        families = (each.family_name for each in agency.cases.values())
        children = (
            name for c in agency.children.values() for name in (c.first_name, f"{c.first_name} {c.last_name}")
        )
        return frozenset(folded(each) for each in (*families, *children)) | {"case", "cases"}

    known = agency.kept("reassigning.cases", named)
    return any(form in known for form in (words, words.removesuffix("'s"), words.removesuffix("s")))
