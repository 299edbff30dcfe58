"""Children told one by one: "both Hall children: Will at 11 and Hope at 2", "Owen and Micah, both fine"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.understand.agency import Agency
from bot.understand.parts import Kind, NameMention
from bot.understand.patterns.quick import Quick

if TYPE_CHECKING:
    from bot.understand.names.parts import Stance

_LISTED = Quick(
    r"\b(?:kids|children|siblings|sibs|girls|boys|brothers|sisters|ninos|ninas|hermanos|hermanas)"
    r"(?: (?:today|this (?:morning|afternoon)|separately|hoy|por separado))? ?: ?§"
)
_BOTH_WELL = Quick(
    r"\b(?:both|all (?:three|four|[34])|all|ambos|los (?:dos|tres)) (?:of them |kids )?"
    r"(?:(?:are|were|was|is|seen|doing|look(?:ed|ing)?|seem(?:ed)?|estan|estaban|muy|very|just|and) )*"
    r"(?:fine|good|ok|okay|well|safe|happy|great|clean|seen|bien|contentos)\b"
)


def each_by_name(words: str) -> bool:
    """As in "both Hall children: Will at Linden House at 11 and": each of them has an event of its own."""
    return _LISTED.search(words) is not None


def of_two_families(
    agency: Agency,
    words: str,
    stood: Sequence[tuple[NameMention, Stance]],
    context: Sequence[NameMention],
) -> bool:
    """As in "Owen at 1:20 and Micah at 2:45, both fine": said of those named up to there, not of siblings."""
    if not _BOTH_WELL.search(words):
        return False
    end = max((m.span.end for m, _ in stood), default=0)
    named = {m.ids[0] for m in context if m.kind is Kind.CHILD and len(m.ids) == 1 and m.span.end <= end}
    return 1 < len(named) == len({agency.children[one].case_id for one in named})


def lists(text: str, family: NameMention, named: Sequence[NameMention]) -> bool:
    """“Both Hall children: Will at 11 and …”: behind the colon those are told one by one."""
    first = min((m.span.start for m in named if m.span.start > family.span.end), default=0)
    return text[family.span.end : first].rstrip().endswith(":")
