"""Whom a pronoun of a later event means: "texted him at 3", "she called me back", "le marqué".

The one who was called, met or waited for in the event before, of that sex: an adult or the child.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.understand.agency import Agency
from bot.understand.names import Stance, Taking
from bot.understand.names.genders import sex_of_child, sex_of_contact
from bot.understand.parts import How, Item, Kind, NameMention, Span
from storage.types import Relationship

Told = tuple[Item, Sequence[tuple[NameMention, Stance]]]
"""An event told before: its item and how those named in it stand."""

_ENDS = (
    r"(?= (?:at|back|again|and|on|to|re|about|that|around|today|yesterday|tonight|this|no|from|with|for|right"
    r"|but|alone|by|abt|twice|once|after|before|then|while|because|he|she|i|no|a las|hoy|ayer|y|pero"
    r"|otra|de)(?!\w)|"
    r" ?[\d.,;:!?&+(@-]|\s*$)"
)
_TO = re.compile(
    r"(?<!\w)(?:(?:stayed|sat|talked|spoke|chatted|visited|met) (?:(?:behind|back|after|on|alone|for|a|an"
    r"|about|another|extra|few|half|hour|bit|while|\d+|min|mins|minutes) ){1,4}(?:with|to)"
    r"|called|calling|call|phoned|rang|texted|texting|text|emailed|facetimed|zoomed|messaged|"
    r"reached|tried|dialed|got|met(?: with)?|meeting with|(?:spoke|talked|chatted|spoken|texted|"
    r"left (?:a |another )?(?:voicemail|message)) (?:with|to|for)"
    rf"|got (?:a )?hold of|got back to|wrote(?: back)?(?: to)?|answered|told|asked"
    rf"|(?:call|text|e-?mail|message|reply|response|voicemail)(?: back)? from) (?P<who>her|him){_ENDS}"
)
_BY = re.compile(
    r"(?<!\w)(?P<who>she|he)(?: (?:then|also|just|finally|never|aint|ain't|still|did|didn't|did not|later"
    r"|again|has|had|hasn't|was|not|up and|went ahead and|right|immediately)){0,3} (?:called|calls|call"
    r"|texted|texts|rang|phoned|answer(?:ed|ing)?|wrote|replied|picked up|pick up|returned|responded|left me"
    r"|emailed|messaged|hit me)(?!\w)|(?:^|[.;,] ?|(?<!\w)(?:but|and|then) )\s*(?:called|rang|phoned|texted"
    r"|wrote|emailed) (?:me )?(?:right )?back(?!\w)"
)
_ES = re.compile(
    r"(?<!\w)(?:(?P<le>le|la|lo) (?:llame|escribi|marque|mande|deje|volvi a llamar|texteo|conteste|hable)"
    r"|me (?:llamo|escribio|devolvio|contesto|marco|mando|regreso la llamada|respondio)"
    r"|(?:hable|hablamos|platique|me quede|nos quedamos|me sente|estuve|me reuni)"
    r"(?: (?:un|como|otros|unos|rato|ratito|\d+|min|minutos|mas|a|hablar|hablando|platicando)){0,5}"
    r" con (?P<who>ella|el))(?!\w)"
)
_TO_SEE = re.compile(
    rf"(?<!\w)(?:see|seeing|check (?:in )?on|checking (?:in )?on|visit|visiting|meet with) (?:her|him){_ENDS}"
    r"|(?<!\w)(?:verl[oa]|visitarl[oa])(?!\w)"
)
_ADULTS = re.compile(r"(?<!\w)(?:PARENT|CAREGIVER|KIN|PRO|DOC|SCHOOLSTAFF|CCW|PERSON)(?!\w)")
_SEX = {"her": "f", "she": "f", "ella": "f", "la": "f", "him": "m", "he": "m", "el": "m", "lo": "m"}
_CARERS = (Relationship.FOSTER_PARENT, Relationship.KIN)
_WORN = (Stance.ABOUT, Stance.OWNER)
_IN_TOUCH = (Stance.CONTACTED, Stance.SPOKE)


def with_meant(agency: Agency, taking: Taking, text: str, before: Sequence[Told]) -> Taking:
    """`taking` with those of the events told `before`, in their order, whom the pronouns of `text` mean."""
    return _with_child_seen(_with_referent(agency, taking, text, before), text, before)


def _with_referent(agency: Agency, taking: Taking, text: str, before: Sequence[Told]) -> Taking:
    """`taking` with the one whom the pronoun of `text` (canonical words) means, where one fits."""
    said = next((found for one in (_TO, _BY, _ES) if (found := one.search(text))), None)
    if said is None or not before:
        return taking
    if (taking.people or _names_somebody(taking)) and not _only_behind(taking, text, said.end()):
        return taking
    groups = said.groupdict()
    sex = _SEX.get(groups.get("who") or groups.get("le") or "", "")
    for item, stances in reversed(before):
        if (one := _meant(agency, item, stances, sex)) is not None:
            return _joined(agency, taking, item, one)
    return taking


def _with_child_seen(taking: Taking, text: str, before: Sequence[Told]) -> Taking:
    """“Going to Ms Lee's to see her": of the children there the one child of the event before."""
    if not before or len(taking.children) < 2 or not _TO_SEE.search(text):
        return taking
    children = before[-1][0].children
    named = any(m.kind in (Kind.CHILD, Kind.FAMILY) for m, _ in taking.stances)
    if named or len(children) != 1 or children[0] not in taking.children:
        return taking
    return replace(taking, children=children)


def _only_behind(taking: Taking, text: str, end: int) -> bool:
    """“She texted me at 3, he made the honor roll and KIN is proud": the adults stand in what was told."""
    if any(q.candidates for q in taking.questions):
        return False
    first = _ADULTS.search(text)
    stances = {s for m, s in taking.stances if _adult(m) and m.span.end}
    return first is not None and first.start() > end and stances <= {Stance.STATED, *_WORN, Stance.PLACE}


def _names_somebody(taking: Taking) -> bool:
    """Whether somebody whom the event names may be the one, or is asked about."""
    if any(q.candidates for q in taking.questions):
        return True
    return any(
        s not in (*_WORN, Stance.ABSENT, Stance.PLACE) and m.span.end for m, s in taking.stances if _adult(m)
    )


def _adult(mention: NameMention) -> bool:
    return mention.kind is Kind.CONTACT and bool(mention.ids)


def _meant(
    agency: Agency, item: Item, stances: Sequence[tuple[NameMention, Stance]], sex: str
) -> tuple[Kind, str] | None:
    """The one of an event told before: in touch with first, then whom it was with, then whoever was named."""
    ones = [(m, s) for m, s in stances if len(m.ids) == 1 and s not in _WORN and _fits(agency, m, sex)]
    adults = [m for m, s in ones if m.kind is Kind.CONTACT and s is not Stance.PLACE]
    touched = [m for m, s in ones if s in _IN_TOUCH and m.kind in (Kind.CONTACT, Kind.CHILD)]
    children = [m for m, _ in ones if m.kind is Kind.CHILD and m.ids[0] in item.children]
    of_item = [m for m in adults if m.ids[0] in item.people]
    surely = [m for m in children if sex and _sex(agency, m) == sex]
    hers, maybe = (_carers_told_of(agency, stances, known) for known in ((sex,), ("", sex)))
    for some in (touched, of_item, adults, surely, hers if sex else [], children, maybe if sex else []):
        if some:
            return some[-1].kind, some[-1].ids[0]
    return next(_alone(agency, item, sex), None)


def _carers_told_of(
    agency: Agency, stances: Sequence[tuple[NameMention, Stance]], sexes: Sequence[str]
) -> list[NameMention]:
    """“Saw him at Ms Lee's. She called me at 4:50”: the one carer whose home or things were told of."""
    told = [m for m, s in stances if s in (Stance.PLACE, Stance.OWNER) and m.kind is Kind.CONTACT]
    rows = [m for m in told if len(m.ids) == 1 and _sex(agency, m) in sexes]
    carers = [m for m in rows if agency.contacts[m.ids[0]].relationship in _CARERS]
    return carers if len({m.ids for m in carers}) == 1 else []


def _alone(agency: Agency, item: Item, sex: str) -> Iterator[tuple[Kind, str]]:
    """The item's one adult, else its one child, where its names were taken from further back."""
    for kind, ids in ((Kind.CONTACT, item.people), (Kind.CHILD, item.children)):
        if len(ids) == 1 and _fits(agency, NameMention(Span(0, 0), kind, ids, how=How.ROLE), sex):
            yield kind, ids[0]


def _fits(agency: Agency, mention: NameMention, sex: str) -> bool:
    return not sex or _sex(agency, mention) in ("", sex)


def _sex(agency: Agency, mention: NameMention) -> str:
    """“f”, “m”, nothing where the name does not tell, “?” of nobody on file."""
    key = mention.ids[0]
    if mention.kind is Kind.CHILD:
        return sex_of_child(agency.children[key]) if key in agency.children else "?"
    return sex_of_contact(agency.contacts[key]) if key in agency.contacts else "?"


def _joined(agency: Agency, taking: Taking, item: Item, one: tuple[Kind, str]) -> Taking:
    kind, key = one
    mention = NameMention(Span(0, 0), kind, (key,), how=How.ROLE)
    stances = (*taking.stances, (mention, Stance.CONTACTED))
    own = any(m.kind is Kind.CHILD and m.span.end for m, _ in taking.stances)
    if kind is Kind.CHILD:
        children: tuple[str, ...] = taking.children if own else (key,)
        case = agency.children[key].case_id
        return replace(taking, children=children, case_ids=(case,), stances=stances, questions=())
    children = taking.children if own and taking.children else item.children
    cases = taking.case_ids if own and taking.children else item.case_ids
    return replace(taking, people=(key,), children=children, case_ids=cases, stances=stances, questions=())
