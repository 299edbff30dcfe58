"""“Mr Lee's office at 2 re Ana, he wants the report": the one whose office it was is the one met there."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.names import Stance, Taking
from bot.understand.parts import Kind, NameMention
from bot.understand.patterns.quick import Quick
from storage.types import Place

_AT_OFFICE = Quick(
    r"(?<!\w)(?:PRO|DOC|SCHOOLSTAFF)(?:'s|s'|')?(?: \w+)? office(?!\w)(?! (?:called|rang|emailed|says?|said))"
)
# That one speaks, or what was spoken of is told; papers are picked up without.
_SPOKE = Quick(
    r"(?<!\w)(?:(?:she|he) (?:and i|also|really|still )?(?:'d|wants?|wanted|says?|said|thinks?|told|asked|"
    r"agreed|"
    r"would|needs?|will|is (?:asking|worried|filing|going))|she'd|he'd|(?:i|we) (?:also )?(?:talked|spoke|"
    r"met|went over|"
    r"discussed|reviewed|sat)|(?:on|re|about|regarding|sobre) (?:the )?(?:CHILD|FAMILY)|me (?:dijo|conto)|"
    r"hablamos|dice que)(?!\w)"
)
_NOT_IN = Quick(
    r"(?<!\w)(?:(?:she|he|PRO|DOC|SCHOOLSTAFF) (?:was|is) (?:not|out|off|in (?:court|session|a meeting)|"
    r"away)|wasn't|"
    r"receptionist|secretary|assistant|front desk|paralegal|nurse)(?!\w)"
)


_ABOUT_CHILD = Quick(r"(?<!\w)(?:on|re|about|regarding|sobre):? CHILD(?!\w)")


def _told_of(mention: NameMention, stance: Stance, *, about: bool) -> Stance:
    """“On Ana": she is what was talked of."""
    return Stance.ABOUT if about and mention.kind is Kind.CHILD and stance is Stance.STATED else stance


def with_office_host(taking: Taking, text: str, place: Place | None) -> Taking:
    """`taking` with the one at whose office it was, where nobody else was met and a talk is told."""
    if (
        taking.people
        or place not in (Place.MEDICAL, Place.OTHER, Place.SCHOOL)
        or not _AT_OFFICE.search(text)
    ):
        return taking
    owners = [
        m for m, s in taking.stances if m.kind is Kind.CONTACT and s is Stance.OWNER and len(m.ids) == 1
    ]
    if len(owners) != 1 or not _SPOKE.search(text) or _NOT_IN.search(text):
        return taking
    (host,) = owners
    about = _ABOUT_CHILD.search(text) is not None
    stances = tuple(
        (m, Stance.SPOKE if m is host else _told_of(m, s, about=about)) for m, s in taking.stances
    )
    return replace(taking, people=host.ids, stances=stances)
