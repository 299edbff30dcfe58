"""Whether the worker met a child of an event: `caseworker_child` (READING, "Types")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understand.events.returns import AGAIN
from bot.understand.names import Stance
from bot.understand.names.genders import sex_of_child
from bot.understand.outcomes.refusing import would_not_be_seen
from bot.understand.outcomes.wire_words import LISTED_WIRE
from bot.understand.parts import Kind
from bot.understand.patterns.quick import Quick
from bot.understand.types.accompanied import at_own_appointment
from bot.understand.types.called_on import THEY_ARE, gone_out, met_at_home
from bot.understand.types.event import MET, TALKED, Event
from storage.types import EventType, Method, Outcome, Place

_NOT_SEEN = re.compile(
    r"(?<!\w)(?:did not|didn't|could not|couldn't|unable to|was not able to|wasn't able to|not|"
    r"no (?:pude|logre)) (?:see|seen|meet|ver) (?:the )?(?:child|CHILD|him|her|them|kids?|baby|children|"
    r"al? nin[oa]s?|a CHILD|a los ninos)(?!\w)|(?<!\w)no (?:vi|la vi|lo vi|los vi) a(?!\w)"
)
# "Ms Lee took Leo to the doctor", "la mamá lo llevó al dentista": whoever went with the child, I did not.
_TAKEN_BY = Quick(
    r"(?<!\w)(?:CAREGIVER|PARENT|KIN|PERSON|CCW) (?:\w+ )?(?:(?:la|lo|los|las) )?(?:(?:llevo|llevaron|trajo) "
    r"(?:a )?(?:CHILD |(?:la|el) \w+ )?(?:al?|para)|(?:took|brought|drove) (?:CHILD|him|her|them) to)(?!\w)"
)
_I_TOO = Quick(
    r"(?<!\w)(?:i|we|me|us|my|fui|vi|visite|pase|estuve|acompane|conmigo|lleve|nos|saw|visited|met|observed)"
    r"(?!\w)"
)
# "Fui a su escuela pero estaba de excursión": who is not named again is the child.
_NOT_IN = re.compile(
    r"(?<!\w)(?:me )?(?:dij(?:o|eron)|inform(?:o|aron)) que (?:(?:ese dia|hoy|ella|el|ya) ){0,2}"
    r"(?:no (?:habia (?:ido|venido|llegado|asistido)"
    r"|(?:fue|vino|llego|asistio)(?! a (?:la visita|terapia|su)))"
    r"|se habia ido)(?!\w)|"
    r"(?<!\w)(?:pero|but) (?:(?:she|he|ella|el) )?(?:ya )?(?:no estaba|estaba (?:en (?:una|un|el|la) |de "
    r"(?:paseo|viaje|excursion)|con su)"
    r"|habia salido|se habia ido|was (?:out|absent|away|gone|on a (?:field )?trip|at (?!home|the table|the "
    r"house))"
    r"|(?:was not|wasn't) (?:there|in|home|at school))"
    r"|(?<!\w)(?:only|just|nobody but|no one but|solo) (?:(?:the|her|his|their|la|su) )?(?:CAREGIVER"
    r"|KIN|PARENT|she|he|(?:foster )?(?:mother|mom|father|dad|parents?)|ella)(?: herself| himself)? "
    r"(?:was|were|is|estaba) (?:at )?(?:home|there|in|en casa|ahi)(?!\w)"
)
# "Fp said alan at karate, not seen", "said boys at practice": those of the family were not met.
_SAID_OUT = Quick(
    r"(?<!\w)(?:says?|said|reports?|reported|told me|per CAREGIVER|dice|dijo)(?: that| que)? (?:CHILD"
    r"|(?:the |both )?(?:kids?|boys|girls|children)|both|all|(?:he|she|they)(?:'s|'re)?)(?: and CHILD)*(?: is"
    r"| was| are| were| all| still| already)* (?:at(?! (?:home|the (?:house|table|door)))|out(?! of)|away"
    r"|gone(?! to bed)|not (?:home|there|in)|with (?:PARENT|KIN|PERSON|(?:his|her|their) (?:mom|dad|mother"
    r"|father|aunt|cousins?|friends?)))(?!\w)"
    r"|(?<!\w)(?:CHILD|kids?|boys|girls|children|both)(?: was| were)? not seen(?= *(?:$|[.,;]))"
    r"|[,;.] ?not seen(?= *(?:$|"
    r"[.,;]))"
)
_CAME_BACK = re.compile(
    r"(?<!\w)(?:came|arrived|got home|walked in|returned|saw|(?<!not )seen|alone|later)(?!\w)"
)
_SOMEBODY = re.compile(r"(?<!\w)(?:CHILD|PARENT|CAREGIVER|KIN|PRO|DOC|SCHOOLSTAFF|CCW|PERSON)(?!\w)")
_SAW_THEM = re.compile(
    r"(?<!\w)vi a (?:las nin[ao]s|los ninos)(?!\w)|(?<!\w)(?:sat|sit|sitting) in on (?:CHILD's|her|his|their)"
    r" (?:\w+ )?(?:therapy|session|counseling)(?!\w)|(?<!\w)(?<!wants to )(?<!wanted to )(?<!asked to )"
    r"(?<!like to )(?<!they )(?<!staff )(?<!CCW )(?<!CAREGIVER )(?<!PARENT )(?<!KIN )(?<!PERSON )(?:saw|see"
    r"|met with|seen|visited|took|drove|picked up|transported|dropped|brought|(?:am|was|here) with"
    r"|accompanied|(?:la|lo|los|las) (?:vi|lleve|recogi|visite)) (?:her(?! \w+(?: \w+)?(?= *(?:$|[.,;])))|"
    r"her(?= (?:at|in|to|from|home|today|yesterday|this|for|and|there|alone)(?!\w))|him|them|"
    r"both(?! (?:bed)?rooms?| floors| parents)|(?:both|all)(?: of)? (?:the |my |them )?(?:two |three |"
    r"four |five |[2-6] )?(?:kids|children|boys|girls|siblings|babies|sibs)|all (?:of them|two|three|four|"
    r"five|[2-6])(?! (?:bed)?rooms?| floors| of (?:his|her|their)| \w+s of)|"
    r"(?:the|them) (?:two |three |four |[2-6] )?(?:kids|children|boys|girls|baby|babies)|hoy|en|a)(?!\w)"
    r"|(?<!\w)(?:both|all (?:the |three |four |two |3 |4 )?"
    r"|(?:the|los|las)(?= ?(?:kid|child|boy|girl|sib|nin|nen))|ambos|ambas) ?(?:kids|children|boys|girls"
    r"|siblings|ninos|ninas|nenas|nenes)? ?(?:were |was |are |estaban |all )?(?:seen|home|present|there"
    r"|vistos|vistas|presentes|en casa)(?!\w)"
    r"|(?<!\w)home visit(?: (?:[\w':]+|@)){0,5} (?:both|all (?:the )?(?:three |four |3 |4 )?)"
    r" ?(?:kids|children|boys|girls|siblings)(?= *(?:$|[.,;]))"
    r"|(?<!\w)(?:vi|vimos|visite|encontre) a l[oa]s (?:dos|tres|cuatro|cinco)(?= ?(?:$|[.,;]|y |hoy|en ))"
)
# "Dropped off metrocards with PARENT, took them through the door": things, and no child, change hands.
_HANDED_OVER = Quick(
    r"(?<!\w)(?:dropp(?:ed|ing) off|drop(?:ped)?|delivered|left|brought|handed|gave|mailed|returned|lleve|"
    r"deje|entregue) (?:off )?(?:(?:the|some|a|an|his|her|their|two|new|more|un|una|unos|unas|los|las|el|la|"
    r"\d+) )*(?!(?:kids?|children|boys?|girls?|baby|babies|twins|siblings|him|her|them|me|us|off|early|at|"
    r"for|by|in|and|to|nin[oa]s?|nenes|nenas|bebe)(?!\w))[a-z][\w-]+(?: [a-z][\w-]+){0,2}? (?:w|with|to|for|"
    r"at|off|con|a|para|by|from)(?!\w)"
)
_TAKEN = re.compile(r"(?<!\w)(?:took|dropped|brought|picked up|(?:los|las) lleve) (?:them|en|a|hoy)(?!\w)")
_ONLY_TOLD_OF = re.compile(
    r"(?<!\w)(?:to cancel|to reschedule|canceling|cancelling|wants?|wanted|asks?|asked|would like|"
    r"requesting|requested|quiere|pide|pidio) [^.;\n]{0,60}CHILD|"
    r"CHILD(?:'s)? (?:PRO|DOC|PARENT|CAREGIVER|KIN|SCHOOLSTAFF|CCW|PERSON)|"
    r"(?<!\w)(?:wrote back|texted back|replied|answered|that|because|dice que|dijo que|le dije que|"
    r"says|said) CHILD (?:refused|was|is|had|has|did|"
    r"didn't|would|won't|left|went|no|esta|estaba|se|tiene)(?!\w)"
)


# "Lucy facetime 6:15", "text from Skye", "Zoom w Alex 4pm": the child was at the other end.
_ON_THE_WIRE = re.compile(
    r"(?:^|[.;] ?)\W*(?:CHILD(?: (?:and|y) CHILD)* (?:video |phone )?(?:facetime|face time|call|phone|zoom"
    r"|text|videollamada|llamada|video)|(?:(?:a|the|quick|short|brief|weekly|had|got|did|and|then|at|today"
    r"|\d\S*|[ap]m) )*(?:phone |video |telephone )?(?:texts?|calls?|messages?|facetime|voicemail|zoom"
    r"|check[- ]?in|mensajes?|contact|conversation|convo|"
    r"llamada|videollamada) (?:from|de|with|w|con) CHILD)(?= \d| at| today| yesterday| last| this| hoy"
    r"| ayer| a las| around| on| by| over| @| mon| tue| wed| thu| fri| sat| sun"
    r"| for| about| re|[.,;:(-]|$| [-(])"
    r"|(?<!\w)(?:had|got|caught|put|reached) CHILD(?:,? and CHILD)* on (?:the )?(?:video|facetime|zoom|"
    r"teams|phone|speaker)"
    r"(?!\w)"
)
_WITH_THEM = re.compile(
    r"(?<!\w)(?:(?:spent|sat|pase|pasamos)(?: (?!with|con|to)[\w~'’:-]+){1,6}|"
    r"(?:am|are|i'm|we're) (?:still |here |now )*(?:at|in) (?:[\w']+ ){0,3}?[\w']+|"
    r"sat|ate|talked|spoke|checked in|lunch|played|walked|chatted|stayed|visited|time|min|minutes|hung out|"
    r"read|me sente|hable|platique|estuve) (?:\w+ )?(?:with|to|con) (?:her|him|them|ella|el)(?= *(?:$|[.,;!]|"
    r"\d|for|about|at|in|alone|and|y|today|privately|on|after|until|while|now|right))"
)
# "I observed a burn on Wyatt's forearm": seen, though only the arm is named.
_SEEN_ON = re.compile(
    r"(?<!\w)(?:i|we) (?:\w+ )?(?:observed|saw|noticed|noted) [^.;]{1,50}? (?:on|above|under|below|near"
    r"|around|along|behind|over) (?:both of )?CHILD's(?!\w)|(?<!\w)(?:vi|observe|note) [^.;]{1,50}? (?:en"
    r"|sobre) (?:la|el|los|las) \w+ de CHILD"
)


# "Left Tyler a voicemail", "Josie did not pick up when I called": tried, and not reached.
_TRIED_CHILD = re.compile(
    r"(?<!\w)left CHILD (?:a|another) |CHILD (?:did not|didn't|never|wouldn't|would not) (?:pick(?:ed)? up|"
    r"answer(?:ed)?)(?! (?:the )?(?:door|question))"
)
_HOMES = (Place.FOSTER_HOME, Place.BIRTH_HOME, Place.RESIDENTIAL)
_AWAY_FROM_HOME = (Place.AGENCY, Place.COURT, Place.SCHOOL, Place.MEDICAL)
_OWNED_BY_CHILD = re.compile(r"CHILD's")
# What is so of a child, or came to pass elsewhere, whoever tells it: "CHILD has been missing the bus".
_TOLD_OF_CHILD = re.compile(
    r"CHILD (?:(?:also|just|still|now|really|never|always|already) )?(?:has|have|hasn't|had|"
    r"is(?! (?:here|with me|in the))|isn't|needs?|wants?|wanted|got|gets|getting|lost|loses|keeps?|makes?|"
    r"made|misses|missed|passed|failed|failing|started|starts|stopped|doesn't|does|don't|can't|cannot|won't|"
    r"will|would|might|may|should|likes?|hates?|loves?|refuses|refused|sleeps?|eats?|acts?|goes|takes|took|"
    r"turned|broke|fell|hit|hurt|wakes|woke|asks|talks about|been|being|struggles|struggling|doing|no|quiere|"
    r"esta|necesita|extrana|sigue|tiene|falto|saco|perdio|anda|pregunta)(?!\w)"
)


def met_child(event: Event) -> set[EventType]:
    """`caseworker_child` where a child of the event was seen, spoken with, or was to be."""
    if at_own_appointment(event):
        return {EventType.CASEWORKER_CHILD}
    if _TAKEN_BY.search(event.text) and not _I_TOO.search(event.text):
        return set()
    away = _away(event)
    out = _SAID_OUT.search(event.text) is not None and not _CAME_BACK.search(event.text)
    # "Xie home visit, Alan was at karate": the family is he.
    out = out or (event.place in _HOMES and bool(away) and away >= set(event.taking.children))
    children = [
        s
        for m, s in event.taking.stances
        if (m.kind is Kind.FAMILY and not out) or (m.kind is Kind.CHILD and not set(m.ids) & away)
    ]
    if event.method in (Method.PHONE, Method.TEXT, Method.VIDEO, Method.EMAIL, Method.MAIL):
        met = _reached(event, children)
    elif event.outcome is not Outcome.COMPLETED:
        met = _was_to_be_met(event, children, away)
    else:
        met = _was_met(event, children)
    return {EventType.CASEWORKER_CHILD} if met else set()


def _reached(event: Event, children: Sequence[Stance]) -> bool:
    """Whether a child was at the other end of a call or message, or was tried there."""
    seen = {Stance.SEEN} if event.method is Method.VIDEO else set()
    reached = any(stance in TALKED or stance in seen for stance in children)
    wired = _ON_THE_WIRE.search(event.text) or LISTED_WIRE.search(event.text)
    if wired or (reached and not _ONLY_TOLD_OF.search(event.text)):
        return True
    tried = event.outcome is Outcome.ATTEMPTED and not event.taking.people
    return tried and _TRIED_CHILD.search(event.text) is not None


def _was_to_be_met(event: Event, children: Sequence[Stance], away: frozenset[str]) -> bool:
    """Whether a visit that is planned, or came to nothing, was to a child."""
    missed = event.outcome is Outcome.ATTEMPTED and "visit" in event.kinds and not event.taking.people
    meant = any(stance not in (Stance.ABOUT, Stance.OWNER) for stance in children)
    meant = meant or (missed and not children and bool(away))
    return meant or _pronoun_met(event) or _only_children(event)


def _was_met(event: Event, children: Sequence[Stance]) -> bool:
    """Whether a child was met at what was held."""
    to_child = children or not event.taking.people
    if AGAIN in event.kinds and to_child and not _child_unseen(event) and not _NOT_IN.search(event.text):
        return True
    known = MET if event.method is Method.IN_PERSON or "visit" in event.kinds else TALKED | {Stance.SEEN}
    unseen = (would_not_be_seen(event.text) or _child_unseen(event)) or (
        (_NOT_IN.search(event.text) or gone_out(event.text)) and not _SAW_THEM.search(event.text)
    )
    met = any(stance in known for stance in children) and not (unseen and _one_child(event))
    met = met or (event.method is Method.IN_PERSON and bool(_SEEN_ON.search(event.text)))
    met = met or (event.place in _HOMES and not unseen and met_at_home(event.text))
    return met or _pronoun_met(event)


def with_reports_apart(event: Event) -> Event:
    """The event with the children of whom, away from their homes, only something is told, as talked about."""
    if not _only_reported_of(event):
        return event
    told = tuple(
        (m, Stance.ABOUT if m.kind is Kind.CHILD and s is Stance.STATED else s)
        for m, s in event.taking.stances
    )
    return replace(event, taking=replace(event.taking, stances=told))


def _only_reported_of(event: Event) -> bool:
    """“Xiu came by the office. CHILD got detention": who was met away from home is the adult."""
    if event.place not in _AWAY_FROM_HOME or not event.taking.people:
        return False
    stated = [m for m, s in event.taking.stances if m.kind is Kind.CHILD and s is Stance.STATED]
    others = any(
        m.kind in (Kind.CHILD, Kind.FAMILY) and s in MET - {Stance.STATED} for m, s in event.taking.stances
    )
    first = _SOMEBODY.search(_OWNED_BY_CHILD.sub(" ", event.text))
    if not stated or others or first is None or first.group() == "CHILD":
        return False
    return len(_TOLD_OF_CHILD.findall(event.text)) >= len(stated)


def _only_children(event: Event) -> bool:
    """A visit planned or missed that names no adult was to be with the children spoken of."""
    named = any(m.kind is Kind.CHILD for m, _ in event.taking.stances)
    at_home = event.outcome is Outcome.ATTEMPTED and event.place is Place.FOSTER_HOME
    meant = "visit" in event.kinds or at_home
    return meant and bool(event.taking.children) and not event.taking.people and not named


def _away(event: Event) -> frozenset[str]:
    """The children said to have been elsewhere, of whom nothing later says that they were seen."""
    gone: set[str] = set()
    for mention, stance in sorted(event.taking.stances, key=lambda pair: pair[0].span.start):
        if mention.kind is Kind.CHILD and len(mention.ids) == 1 and mention.span.end:
            if stance is Stance.ABSENT:
                gone |= set(mention.ids)
            elif stance in (Stance.SEEN, Stance.SPOKE, Stance.CONTACTED):
                gone -= set(mention.ids)
    spoke = {one for m, s in event.taking.stances if s in TALKED for one in m.ids}
    return frozenset(gone - spoke)


def _child_unseen(event: Event) -> bool:
    """“Did not see him": the child, unless an adult was spoken of last ("Mr Moss was off, did not …")."""
    unseen = _NOT_SEEN.search(event.text)
    if unseen is None:
        return False
    before = event.text[: unseen.start()]
    last = _SOMEBODY.findall(re.split(r"[.!?]\s", before)[-1])
    return not (
        last and last[-1] != "CHILD" and "CHILD" not in unseen.group() and "child" not in unseen.group()
    )


def _one_child(event: Event) -> bool:
    """One child alone is spoken of: "did not see him" is about that one."""
    return len({m.ids for m, _ in event.taking.stances if m.kind is Kind.CHILD}) <= 1


def _with_that_child(event: Event) -> bool:
    """“Stopped at Abdi's school, sat with him": nobody else is named, or the child was, last before it."""
    found = _WITH_THEM.search(event.text)
    if found is None:
        return False
    if not event.taking.people:
        return True
    before = _SOMEBODY.findall(event.text[: found.start()])
    absent = any(m.kind is Kind.CHILD and s is Stance.ABSENT for m, s in event.taking.stances)
    (child,) = event.taking.children
    sex = sex_of_child(event.agency.children[child])
    means = "m" if found.group().split()[-1] in {"him", "el"} else "f"
    return before[-1:] == ["CHILD"] and not absent and sex in ("", means)


def _pronoun_met(event: Event) -> bool:
    named = any(m.kind in (Kind.CHILD, Kind.FAMILY) for m, _ in event.taking.stances)
    if event.outcome is Outcome.ATTEMPTED and event.taking.people and not named:
        return False  # "stopped at Ms Roy's to see her": the one whose home it is
    in_person = event.method is Method.IN_PERSON or event.outcome is Outcome.PLANNED
    held = in_person and event.outcome is Outcome.COMPLETED
    if held and len(event.taking.children) == 1 and _with_that_child(event):
        return True
    at_home = event.place in (Place.FOSTER_HOME, Place.BIRTH_HOME) and THEY_ARE.search(event.text)
    text = _TAKEN.sub(" ", event.text) if _HANDED_OVER.search(event.text) else event.text
    return in_person and not _NOT_SEEN.search(text) and bool(_SAW_THEM.search(text) or at_home)
