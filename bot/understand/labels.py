"""Names as their roles: "saw Maya at Ms Thompson's" is read as "saw CHILD at CAREGIVER's"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date

from bot.understand.agency import Agency
from bot.understand.parts import Kind, NameMention
from bot.understand.patterns.quick import Quick
from storage.types import Relationship

LABELS = (
    "CHILD",
    "PARENT",
    "CAREGIVER",
    "KIN",
    "PRO",
    "DOC",
    "SCHOOLSTAFF",
    "CCW",
    "STAFF",
    "FAMILY",
    "PERSON",
)
_BY_RELATIONSHIP = {
    Relationship.BIRTH_MOTHER: "PARENT",
    Relationship.BIRTH_FATHER: "PARENT",
    Relationship.FOSTER_PARENT: "CAREGIVER",
    Relationship.KIN: "KIN",
    Relationship.DISCHARGE_RESOURCE: "KIN",
    Relationship.SIBLING_ADULT: "KIN",
    Relationship.SCHOOL: "SCHOOLSTAFF",
    Relationship.THERAPIST: "DOC",
    Relationship.DOCTOR: "DOC",
    Relationship.CHILDCARE_WORKER: "CCW",
}


def label_of(agency: Agency, mention: NameMention, on: date) -> str:
    """The label under which a mention stands in `words.Plain`; several candidates share the first one's."""
    if mention.kind is Kind.CHILD:
        return "CHILD"
    if mention.kind is Kind.STAFF:
        return "STAFF"
    if mention.kind is Kind.FAMILY:
        return "FAMILY"
    if mention.kind is Kind.OFF_FILE or not mention.ids:
        return _role_label(mention)
    return _contact_label(agency, mention.ids[0], on)


def _role_label(mention: NameMention) -> str:
    """A role of which nobody is known yet ("dad" where several are) still says what sort is meant."""
    known = {relationship.value: label for relationship, label in _BY_RELATIONSHIP.items()}
    return known.get(mention.role or "", "PERSON")


def _contact_label(agency: Agency, contact_id: str, on: date) -> str:
    row = agency.contacts[contact_id]
    if row.relationship is not Relationship.CHILDCARE_WORKER and agency.holds_placement(contact_id, on):
        parent = row.relationship in (Relationship.BIRTH_MOTHER, Relationship.BIRTH_FATHER)
        return "PARENT" if parent else "CAREGIVER"
    return _BY_RELATIONSHIP.get(row.relationship, "PRO")


def labelled(
    text: str, agency: Agency, mentions: Iterable[NameMention], on: date
) -> list[tuple[int, int, str]]:
    """(start, end, label) of every mention, in the order of the text; an overlap keeps the longer one.

    A possessive stays outside the name: "Ms Thompson's" is "CAREGIVER's".
    """
    found: list[tuple[int, int, str]] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if not found or mention.span.start >= found[-1][1]:
            end = mention.span.end
            owns = text[mention.span.start : end].endswith(("'s", "s'"))
            label = label_of(agency, mention, on)
            found.append((mention.span.start, end, f"{label}'s" if owns else label))
    return found


def within(mentions: Sequence[NameMention], spans: Sequence[tuple[int, int]]) -> list[NameMention]:
    """The mentions, in the order of the text, that begin inside one of the stretches."""
    starts = [m.span.start for m in mentions]
    places = {
        place for start, end in spans for place in range(bisect_left(starts, start), bisect_left(starts, end))
    }
    return [mentions[place] for place in sorted(places)]


_ROW_ENDS = tuple(f"CHILD{joint} " for joint in ("", ",", " and", ", and", " y", ", y", " &", ", &"))
_LONGEST_ROW = 400
"""Letters: some fifty names."""


def without_row(row: Quick, before: str) -> str:
    """The words before a name without the `row` of children ("CHILD, CHILD and ") that they end with."""
    if not before.rstrip("\n").endswith(_ROW_ENDS):
        return before
    far = max(0, len(before) - _LONGEST_ROW)
    return before[:far] + row.sub("", before[far:])
