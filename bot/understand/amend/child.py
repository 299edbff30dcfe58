"""“Which child?", answered in words: by name, by the family's name, of one told of before."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.amend import answers
from bot.understand.amend.parts import Facts
from bot.understand.amend.remark import Remark
from bot.understand.amend.who import Part
from bot.understand.parts import Kind, Question


def child_answered(remark: Remark, question: Question, facts: Facts) -> tuple[Facts, bool]:
    """The facts with the child, and whether children of several families were picked: one note holds one."""
    agency, on = remark.agency, remark.on
    if answers.is_hour_rather(agency, remark.said, remark.facts.asked, question.candidates):
        return facts, False
    found = answers.child_meant(
        agency, remark.said, remark.cast, question.candidates, mentions=remark.mentions, on=on
    )
    cases = {agency.children[c].case_id for c in found}
    if len(cases) != 1:
        return facts, len(cases) > 1
    if not question.candidates and len(found) > 1 and _by_family(remark):
        # "Miah", of a note that speaks of Mahin: he alone; of "her nephew": that is asked.
        found = answers.told_before(agency, found, facts.words) or found
        if len(found) > 1 and answers.one_told(facts.words):
            return facts, False
    case_id = cases.pop()
    # "Which child?" of an adult on file with several families: of them it is that child's.
    people = tuple(p for p in facts.people if agency.contacts[p].case_id == case_id)
    return replace(facts, children=found, people=people, case_id=case_id), False


def _by_family(remark: Remark) -> bool:
    """Whether the children are named by their surname alone, and not as several."""
    of_family = [m for m in remark.mentions if m.kind is Kind.FAMILY]
    return len(of_family) == 1 and not remark.said.says("answer.all") and not of_family[0].plural


def one_of_family(remark: Remark) -> tuple[str, ...]:
    """Of whom it is asked which, where a family was the answer and one child is told of."""
    asked = any(q.slot == "child" and not q.candidates for q in remark.facts.asked)
    if not asked or not answers.one_told(remark.facts.words) or not _by_family(remark):
        return ()
    return remark.cast.children(Part.MEANT, Part.PRESENT, Part.SPOKE)
