"""A first name that is a word as well ("Will", "Hope"), beside its own family's name: that child alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.understand.agency import Agency
from bot.understand.parts import Kind, NameMention, Span
from bot.understand.text import folded

_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)\s+$")


def with_first_names(text: str, mentions: Sequence[NameMention], agency: Agency) -> list[NameMention]:
    """“Will Hall” outside the sender's caseload, where "will" alone is no name, is one child of the Halls.

    Only where the first name stands right before the family's, and fits one child of those families.
    """
    ends = {each.span.end for each in mentions}
    return [_whole(text, each, agency, ends) if each.kind is Kind.FAMILY else each for each in mentions]


def _whole(text: str, family: NameMention, agency: Agency, taken: Collection[int]) -> NameMention:
    word = _BEFORE.search(text, max(0, family.span.start - 40), family.span.start)
    if word is None or word.end(1) in taken:
        return family
    said = folded(word[1])
    fits = [
        child
        for case_id in family.case_ids
        for child in agency.children_of(case_id)
        if said in (folded(child.first_name), folded(child.nickname))
    ]
    if len(fits) != 1:
        return family
    child, span = fits[0], Span(word.start(1), family.span.end)
    return replace(family, span=span, kind=Kind.CHILD, ids=(child.id,), case_ids=(), plural=False)
