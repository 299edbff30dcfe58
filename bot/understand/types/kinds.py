"""Which of the sixteen types an event has (READING, "Types")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understand.events.cues import HELD
from bot.understand.names import Stance
from bot.understand.names.roles import roles
from bot.understand.parts import Kind
from bot.understand.places.place_words import AT_COURTHOUSE
from bot.understand.types.accompanied import at_own_appointment
from bot.understand.types.event import MET, PARENTS, Event
from bot.understand.types.family_visits import parent_visit, siblings_together
from bot.understand.types.met_child import met_child, with_reports_apart
from bot.understand.types.sibling_trips import brought_together
from bot.understand.types.sorts import KIN, SORTS, type_with
from bot.understand.types.unnamed import somewhere_else, spoken_with
from storage.types import EventType, Method, Outcome, Place, Relationship

_PROFESSIONALS = (Relationship.THERAPIST, Relationship.DOCTOR)
_IN_SESSION = re.compile(
    r"(?<!\w)(?:sat (?:in|there|with)|stayed (?:in|for|with)|joined|i was (?:in|there|with)|in the room"
    r"|me quede|"
    r"(?:me|i) and CHILD|CHILD and (?:me|i)|entre con)(?!\w)"
)
# “CAREGIVER was holding the phone but she didn't say anything": there, and not spoken with.
_KEPT_SILENT = re.compile(
    r"(?<!\w)(?:CAREGIVER|KIN|SCHOOLSTAFF|PARENT|CCW)(?:(?![A-Z]{3,}|[!?]|\n).){0,70}?(?<!\w)"
    r"(?:did not|didn't|aint|ain't|never|without|no|nunca|sin|but not) (?:\w+ )?"
    r"(?:say|said|saying|speak|spoke|speaking|talk|talked|talking|hablo|dijo|decir|hablar)(?!\w)"
)
# "She sat on the couch with us and never said one word": the one whose home it was, by a pronoun.
_SHE_KEPT_SILENT = re.compile(
    r"(?<!\w)(?:she|he|ella|el) (?:(?!(?:she|he|told|said|says)(?!\w))[\w',-]+ ){1,14}?"
    r"(?:never|didn't|did not|without|no|nunca)(?: even| once| ever)? (?:say|said|saying|speak|spoke|"
    r"utter(?:ed)?|open(?:ed)?|hablo|dijo) (?:(?:a|one|a single|una|ni una) )?(?:words?|palabra|thing|"
    r"anything|nothing|nada|(?:her|his) mouth)(?!\w)"
)
_SAID_SOMETHING = re.compile(
    r"(?<!\w)(?:told (?:me|us)|says?|said|asked|reports?|reported|mentioned|explained|we talked|"
    r"dice|dijo|conto)(?!\w)"
)
_ONLY_WRITTEN_OF = re.compile(
    r"(?:^|[.,;] ?|(?<!\w)(?:i|we|also|and) )(?:mailed|sent|emailed|texted|faxed|handed|gave|left"
    r"|called|phoned|mande|"
    r"envie|llame)(?!\w)[^.;\n]{0,60}(?:review|conference|hearing|court|conferencia|audiencia"
    r"|revision)(?:'s)? "
    r"(?:\w+ )?(?:invit\w+|letter|notice|reminder|packet|report|date|form|copy|summary|paperwork"
    r"|info\w*|carta)(?!\w)"
)
# "Me and mom talked about her license": a talk of its own within the visit.
_TALKED_ASIDE = re.compile(
    r"(?<!\w)(?:(?:me|i) and (?:the )?(?:PARENT|mom|dad)|(?:PARENT|mom|dad) and (?:me|i)) (?:\w+ "
    r")?(?:talked|spoke|chatted|"
    r"discussed|met|visited)(?!\w)|PARENT y yo (?:hablamos|platicamos)|yo y (?:la |el )?PARENT (?:hablamos"
    r"|platicamos)"
    r"|(?<!\w)(?:i |we )?(?:also |separately |privately |then |afterwards? |later )+(?:spoke|talked|met"
    r"|sat|checked in)"
    r"(?: privately| separately| alone| briefly)? (?:with|to|w) (?:the )?(?:PARENT|mom|dad|mother"
    r"|father|her|him)"
    r"(?:self|(?: herself| himself| alone| separately| privately)? (?:about|re|regarding)|"
    r"(?: herself| himself| alone| separately| privately))(?!\w)"
)
_WE_TWO = re.compile(
    r"(?<!\w)[A-Z]{3,} and (?:i|me) (?:are |will be |will |have a )?(?:meeting|meet|sitting down)(?!\w)"
)
# "No show for our 11am meeting": one person's with the worker.
_OURS = re.compile(r"(?<!\w)(?:our|nuestra) (?:[\w:]+ ){0,3}(?:meeting|appointment|reunion|cita)(?!\w)")
# "Had a meeting at the office with Ms Lee": hers and the worker's, whatever it was about.
_MET_WITH = re.compile(
    r"(?<!\w)(?:meeting|reunion|junta)(?! (?:is|was) (?:on|set))(?: (?:at|in|here|en|today|this|"
    r"yesterday|around|\d\S*|[ap]m"
    r"|morning|afternoon|hoy|a|las?|the|our|my|office|oficina|agency|conference|room|lobby|"
    r"visit)){0,8} (?:with|con) "
    r"(?:(?:the|her|his|their|la|el|su|CHILD(?:'s)?) )?(?:PARENT|CAREGIVER|KIN|PRO|DOC|PERSON|"
    r"CCW)(?! (?:and|y|,) [A-Z]{3,})"
)
_HEARD_IN_COURT = re.compile(
    r"(?<!\w)(?:hearing|judge|referee|adjourn\w*|appear\w*|docket|part \d+|permanency|disposition|"
    r"fact finding|audiencia|juez\w?|for court|in court"
    r"|(?<!at )(?<!outside )(?<!in family )(?<!at family )court (?:for|today|at|this|on))(?!\w)"
)
# "Re next month's hearing": what was talked of in the hallway.
_TALKED_OF_COURT = re.compile(
    r"(?<!\w)(?:about|re|regarding|discuss(?:ed)?|concerning|before|ahead of|prep(?:ping)? for|"
    r"sobre):? (?:[\w']+ ){0,4}?"
    r"(?:hearing|judge|permanency|disposition|audiencia)(?!\w)"
)
_SCHOOL_MEETING = re.compile(
    r"(?<!\w)(?:school|iep|cse|504|ard|parent[- ]teacher) (?:meeting|conference)(?! (?:on )?\d{1,2}/\d)|"
    r"reunion (?:en la escuela|escolar|del iep|de padres)"
)
# "Dad said the IEP mtg got moved": what was told of on a visit.
_TOLD_OF_MEETING = re.compile(
    rf"(?<!\w)(?:said|says|told me|about|re|asked)(?: that)?(?: the| his| her|"
    rf" CHILD's)? (?:{_SCHOOL_MEETING.pattern})"
    r"(?: (?:last|next|this) (?:week|month|time|\w+day))? (?:(?:got|was|is|has been|had been|will be) "
    r"(?:moved|pushed|cancelled|rescheduled|set|scheduled|changed|on|next)|(?:was|is) (?:an?|so|very|really|"
    r"good|bad|ok|fine|awful|rough)|went)(?!\w)"
)


# "Had her visit with the godmother, I just dropped her off": theirs, and the sender saw nothing of it.
_THEIR_VISIT = re.compile(
    r"(?<!\w)(?:CHILD|FAMILY|he|she|they|kids|both) (?:had|has|have|tuvo|tuvieron) (?:(?:his|her|their|an?|"
    r"the|su|una|la) ){1,2}(?:\w+ )?visita?(?!\w)"
)
_ONLY_BROUGHT = re.compile(
    r"(?<!\w)(?:just|only|solo|solamente|nada mas|nomas) (?:(?:dropped|drove|brought|took|transported|"
    r"picked) (?:off |up )?(?:her|him|them|CHILD|the kids)(?: (?:off|up|there|over|back|home|to it))?|"
    r"did (?:the )?(?:drop|pick|transport)\w*|(?:la|lo|las|los) (?:deje|lleve|recogi))(?!\w)"
)
_STAYED = re.compile(
    r"(?<!\w)(?:stayed|supervis\w+|monitored|observed|sat in|watched|me quede|"
    r"estuve (?:ahi|alli|presente))(?!\w)"
)


def _only_brought(text: str) -> bool:
    """Whether the child had a visit to which the sender only drove it: what that counts as is asked."""
    return bool(_THEIR_VISIT.search(text) and _ONLY_BROUGHT.search(text)) and not _STAYED.search(text)


def types_of(event: Event) -> tuple[EventType, ...]:
    """The types; empty where the words leave open which conference it was or who was spoken with."""
    event = with_reports_apart(event)
    formal = next((kind for kind in event.kinds if kind in HELD), None)
    if formal == "court" and (not in_court(event.kinds) or _met_outside_court(event)):
        formal = None
    if formal and next((kind for kind in event.kinds if kind != "talk"), "") == "mail":
        formal = None
    if formal and _ONLY_WRITTEN_OF.search(event.text):
        formal = None
    if formal:
        return (EventType("court_appearance" if formal == "court" else formal),)
    if _only_brought(event.text):
        return ()
    if "sibling_visit" in event.kinds or siblings_together(event) or _brought_together(event):
        return (EventType.SIBLING_VISIT,)
    if parent_visit(event):
        aside = {EventType.BIRTH_PARENT_CASEWORKER} if _TALKED_ASIDE.search(event.text) else set()
        return _sorted({EventType.BIRTH_PARENT_CHILD} | aside)
    if _school_meeting(event):
        return (EventType.SCHOOL,)
    types = met_child(event) | _talked(event) | _at_home(event) | _sat_in(event) | spoken_with(event)
    if "theme" in event.kinds:
        types |= {EventType.THEME_OF_THE_MONTH, EventType.CASEWORKER_CHILD}
        types |= _at_home(event)
    return _sorted(types or somewhere_else(event))


def _brought_together(event: Event) -> bool:
    """Siblings of more than one home, together on neutral ground and without a parent."""
    out = event.method is Method.IN_PERSON and event.place not in (Place.FOSTER_HOME, Place.COURT)
    alone = out and "PARENT" not in event.text and event.outcome is not Outcome.PLANNED
    return alone and brought_together(event.agency, event.taking.children, event.text, event.on)


def open_conference(event: Event) -> bool:
    """“Had a conference”: which of the four kinds is left open."""
    if "conference" not in event.kinds or any(kind in HELD for kind in event.kinds):
        return False
    if event.kinds[0] in ("text_message", "email", "mail"):
        return False  # "le mandé un texto con la fecha de la conferencia"
    return not {"sibling_visit", "parent_visit", "theme"} & set(event.kinds) and not _one_on_one(event)


def _school_meeting(event: Event) -> bool:
    """A meeting at or with the school about the child is a school contact; one talked of at home is none."""
    at_home = event.place in (Place.FOSTER_HOME, Place.BIRTH_HOME) and "visit" in event.kinds
    if _SCHOOL_MEETING.search(_TOLD_OF_MEETING.sub(" ", event.text)) and not at_home:
        return True
    school = any(event.agency.contacts[p].relationship is Relationship.SCHOOL for p in event.taking.people)
    return "conference" in event.kinds and event.kinds[0] != "visit" and school


def _one_on_one(event: Event) -> bool:
    """A meeting with one outsider (the school, a lawyer) is a contact with that one."""
    rows = [event.agency.contacts[p] for p in event.taking.people]
    if any(row.relationship is Relationship.SCHOOL for row in rows):
        return True
    if rows and (
        _WE_TWO.search(event.text)
        or (len(rows) == 1 and _MET_WITH.search(event.text))
        or (len(rows) == 1 and _OURS.search(event.text))
    ):
        return True
    return (
        "conferenc" not in event.text
        and len(rows) == 1
        and rows[0].relationship not in (*PARENTS, Relationship.FOSTER_PARENT)
        and ("about" not in event.text)
    )


def _met_outside_court(event: Event) -> bool:
    """“Mom stopped me in the hallway at court": a talk, unless the hearing is told too."""
    told = _TALKED_OF_COURT.sub(" ", event.text)
    return bool(AT_COURTHOUSE.search(told)) and not _HEARD_IN_COURT.search(told)


def in_court(kinds: Sequence[str]) -> bool:
    """Whether a court appearance is told: a visit or a call in which the court was talked of is none."""
    first = next((kind for kind in kinds if kind != "talk"), "")
    if next((kind for kind in kinds if kind in HELD), "") != "court":
        return False
    return first == "court" or not {"visit", "call", "email", "text_message"} & set(kinds)


def _talked(event: Event) -> set[EventType]:
    """One type for each sort of person spoken with."""
    spoken = [Stance.SPOKE, Stance.CONTACTED]
    if (
        event.method in (Method.PHONE, Method.TEXT, Method.EMAIL, Method.MAIL, Method.VIDEO)
        or "talk" in event.kinds
    ):
        spoken.append(Stance.STATED)
    if event.method not in (None, Method.IN_PERSON):
        spoken.append(Stance.PRESENT)
    if not event.taking.people and event.taking.questions:
        return _with_unknown(event)
    rows = set(event.standing(*spoken)) | set(_met_outsiders(event))
    if _KEPT_SILENT.search(event.text) and len(event.taking.people) == 1:
        rows -= set(event.standing(Stance.STATED, Stance.PRESENT))
    rows -= _silent(event)
    return {kind for person in rows if (kind := type_with(event.agency, person, event.on))}


def _silent(event: Event) -> set[str]:
    """Those whom only a pronoun would have speak, where it says that they kept silent."""
    if not _SHE_KEPT_SILENT.search(event.text):
        return set()
    if _SAID_SOMETHING.search(_SHE_KEPT_SILENT.sub(" ", event.text)):
        return set()
    heard = [m for m, s in event.taking.stances if s is Stance.SPOKE and m.kind is Kind.CONTACT]
    return {one for m in heard if not m.span.end for one in m.ids}


def _with_unknown(event: Event) -> set[EventType]:
    """“Met with mom": whose mother is asked about, and what sort of contact it was is known."""
    if any(question.slot != "child" for question in event.taking.questions):
        return set()
    met = (Stance.SPOKE, Stance.CONTACTED, Stance.SEEN)
    said = (roles()[m.role] for m, s in event.taking.stances if m.role and not m.ids and s in met)
    sorts = {kind for role in said for kind in role.relationships}
    found = {SORTS[kind] for kind in sorts if kind in SORTS}
    if Relationship.FOSTER_PARENT in sorts and sorts <= {Relationship.FOSTER_PARENT, *KIN}:
        return {EventType.CASEWORKER_FOSTER_PARENT}
    return found if len(found) == 1 and all(kind in SORTS for kind in sorts) else set()


def _met_outsiders(event: Event) -> list[str]:
    """Who was visited counts as spoken with, who was only there does not, unless no child was met."""
    seen = event.standing(Stance.SEEN, Stance.STATED)
    if event.outcome is not Outcome.COMPLETED:
        return [*seen, *event.standing(Stance.ABSENT, Stance.PRESENT)]
    no_child = not any(m.kind in (Kind.CHILD, Kind.FAMILY) and s in MET for m, s in event.taking.stances)
    if no_child and event.method is Method.IN_PERSON:
        seen = [*seen, *event.standing(Stance.PRESENT)]
    return [*seen, *_joined_in(event)]


def _sat_in(event: Event) -> set[EventType]:
    """Sitting in a child's session is a contact with whoever held it (READING, "Types")."""
    if not at_own_appointment(event) or not _IN_SESSION.search(event.text):
        return set()
    held = (p for p in event.taking.people if event.agency.contacts[p].relationship in _PROFESSIONALS)
    return {kind for p in held if (kind := type_with(event.agency, p, event.on))}


def _joined_in(event: Event) -> list[str]:
    """A therapist or lawyer who joined the meeting took part in it."""
    return (
        event.standing(Stance.PRESENT)
        if re.search(
            r"(?:PRO|DOC|CCW|KIN)\)?[^.;\n]{0,40} (?:joined|and i sat in)|sat in (?:on|with)", event.text
        )
        else []
    )


def _at_home(event: Event) -> set[EventType]:
    if event.method is Method.IN_PERSON and event.place is Place.FOSTER_HOME:
        return {EventType.FOSTER_HOME_VISIT}
    return set()


def _sorted(types: set[EventType]) -> tuple[EventType, ...]:
    return tuple(sorted(types))
