"""Whose home it was as one of those met: "At Ms Osei's, she says he did it" (READING, "Who")."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understand.agency import Agency
from bot.understand.events.cues import BY_WIRE
from bot.understand.events.segments import Segment
from bot.understand.names import Stance, Taking
from bot.understand.parts import How, Kind, NameMention, Span
from bot.understand.patterns.quick import Quick
from bot.understand.who.heard import with_those_heard
from storage.types import Contact, Place

_HERE = frozenset({Stance.SEEN, Stance.SPOKE, Stance.CONTACTED, Stance.STATED, Stance.PRESENT})
_SAYS = r"(?:says?|said|told me|reports|reported|denied|denies|stated|explained|admitted|claims)(?!\w)"
_SHE_SAYS, _HE_SAYS = re.compile(rf"(?<!\w)she {_SAYS}"), re.compile(rf"(?<!\w)he {_SAYS}")
_SHE, _HE = re.compile(r"(?<!\w)(?:she|her|hers)(?!\w)"), re.compile(r"(?<!\w)(?:he|his|him)(?!\w)")
_SIR = re.compile(r"^(?:Mr|Sr)\b")
_HOST_SAYS = re.compile(
    r"(?<!\w)(?:she|he|ella|el) (?:says?|said|told me|reports|reported|me dijo|dice|dijo|"
    r"me conto) (?:that |que )?(?:\w+ ){0,4}?CHILD(?!\w)|"
    r"[,y] (?:ella|el) (?:me )?(?:dijo|dice|conto)(?!\w)|"
    r"(?:^|[.;,] ?| y )me (?:dijo|conto|platico|comento|explico|informo) (?:que|de)(?!\w)"
)
# "Leo was still at school, so she and I went over his chart": with the one at home.
_HOST_AND_I = re.compile(
    r"(?<!\w)(?:(?:she|he) and i|(?:just )?(?:me|i) and (?:her|him)|(?:ella|el) y yo|we(?= (?:just |both )?"
    r"(?:talked|spoke|chatted|went over|sat)))(?: \w+){0,2}? (?:talked|spoke|chatted|sat|met|discussed|"
    r"reviewed|went (?:over|through)|looked (?:over|at)|caught up|worked on|read|hablamos|platicamos|"
    r"conversamos|revisamos|repasamos|vimos)(?!\w)"
)


_WITH_HOST = Quick(r"CHILD (?:was|were|is|are|estaban?) (?:\w+ )?(?:with|con) (?:her|him|ella|el)(?!\w)")


def with_host(agency: Agency, taking: Taking, segment: Segment, place: Place | None) -> Taking:
    """`taking` with the one whose home it was, where the words make that one speak or the visit theirs.

    "At Ms Osei's, she says he did it": with a boy alone the pronoun is hers. "To see Gail's apartment": the
    visit is to her, where no child is named.
    """
    wired = next((kind for kind in segment.kinds if kind != "talk"), "") in (*BY_WIRE, "mail")
    if not wired:
        taking = with_those_heard(agency, taking, segment.clauses)
    hosts = {
        m.ids for m, s in taking.stances if m.kind is Kind.CONTACT and s is Stance.PLACE and len(m.ids) == 1
    }
    if taking.people or len(hosts) != 1:
        return taking
    (host,) = next(iter(hosts))
    shown = any(m.kind is Kind.CHILD and s is not Stance.ABOUT for m, s in taking.stances)
    if place in (Place.OTHER, Place.BIRTH_HOME) and (not shown or _WITH_HOST.search(segment.text)):
        return _joined(taking, host, Stance.SEEN)
    alone = len(taking.children) == 1 and _other_pronoun(agency.contacts[host], segment.text)
    met = any(m.kind in (Kind.CHILD, Kind.FAMILY) and s in _HERE for m, s in taking.stances)
    talked = not met and _HOST_AND_I.search(segment.text)
    if place is Place.FOSTER_HOME and (alone or talked or _HOST_SAYS.search(segment.text)):
        return _joined(taking, host, Stance.SPOKE)
    return taking


def _joined(taking: Taking, host: str, stance: Stance) -> Taking:
    mention = NameMention(Span(0, 0), Kind.CONTACT, (host,), how=How.ROLE)
    return replace(taking, people=(host,), stances=(*taking.stances, (mention, stance)))


def _other_pronoun(host: Contact, text: str) -> bool:
    """Two pronouns in the words, and the one who speaks is not the child's."""
    she, he = _SHE_SAYS.search(text), _HE_SAYS.search(text)
    if she and not he:
        return bool(_HE.search(text)) and not _SIR.search(host.name)
    return bool(he and not she and _SHE.search(text))
