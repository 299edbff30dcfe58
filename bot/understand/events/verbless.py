"""A meeting told without a verb: "Leo 4:15 today at Ms Lee's", "Ana y Luz con doña Rosario a las 4".

Who and when, and at most where and with whom, stand at the beginning of a sentence. What comes behind is
talk about the meeting and says nothing of how or where it was held.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understand.events.clauses import Clause, event_times
from bot.understand.events.cues import BY_WIRE, HELD
from bot.understand.parts import Kind
from bot.understand.places.organised import stands
from storage.types import Place

_LABELS = re.compile(r"(?<!\w)[A-Z]{3,}(?:'s?)?(?!\w)")
_WHERE = re.compile(
    r"(?<!\w)(?:at|in|@|en|by|over at|out at|(?:all|both) at) (?:(?:the|a|an|her|his|their|our|my|la|el"
    r"|su) )?(?!(?:court|risk|odds|trouble|custody|charge|therapy|crisis|pain|care)(?!\w))"
    r"(?:[a-z][\w'-]*)(?: \d{1,4}(?![\d:]))?(?: (?!and|w|with|con|y|is|was|has|had|for|re|"
    r"about)[a-z][\w'-]*){0,3}"
    r"(?: (?:on|in|de|of|en) (?:the |la |el )?[\w'-]+)?(?= *(?:$|[,.;!(:–-]|w |with |con |for |from ))"
)
_SMALL = re.compile(
    r"(?<!\w)(?:and|y|e|n|w|with|con|the|la|el|los|las|su|her|his|their|today|tonight|tn|yesterday|hoy|ayer|"
    r"this|morning|afternoon|evening|manana|tarde|noche|esta|am|pm|noon|mediodia|from|to|til|till|until|a|an|"
    r"de|hasta|at|on|in|about|around|like|por|mins?|minutes?|minutos?|hrs?|hours?|horas?|half|quarter|media|"
    r"for|sat|sun|mon|tues?|wed|thurs?|fri|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miercoles|"
    r"jueves|viernes|sabado|domingo|just us|just me|alone|solo|sola|1:1|one on one|both|all|ambos|also|then|"
    r"luego|despues|(?:first|next|second|third|last) stop|first|next|second|last|lastly|there|seen|visit|"
    r"check in|kids|children|siblings|boys|girls|"
    r"twins|front|steps|porch|stoop|ninos|home|house|ms|miss|mrs|mr|mister|dona|don|senora|senor|sra|sr|"
    r"aunt|auntie|uncle|grandma|"
    r"grandpa|granny|tia|tio|abuela|abuelo|foster mom|foster mother|foster dad|foster father|fm|fp|kin"
    r"|interpreter|covering STAFF|covering|approx|approximately|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|"
    r"diez|once|everyone|everybody|todos|todas|kiddos|sibs|but CHILD|except CHILD|menos CHILD|same (?:place"
    r"|spot|unit)|mismo lugar|doce|quince|veinte|treinta|cuarenta|cincuenta|estuve|"
    r"estuvimos)(?!\w)"
)
# "Re the vape in his room": what was talked of.
_TOPIC = re.compile(r"(?<!\w)(?:re|about|regarding|sobre|acerca de) (?!CHILD)[^,.;]*$")
# "Mr Lee's office, 10 to 10:30, on Ana": with him, about her.
_OFFICE_ON = re.compile(
    r"(?:PRO|DOC|SCHOOLSTAFF)'s?(?: \w+)? office(?!\w)[^.;]*?(?<!\w)(?:on|re|about|regarding|for|sobre)"
    r" (?:CHILD|"
    r"FAMILY)(?!\w)"
)
_REST_OF_NAME = re.compile(
    r"^(?:[^\W\d]|['.])+(?: (?!(?:and|y|with|w|today|at|on|this|con|hoy)(?!\w))[^\W\d]+){0,2}"
)
# "Sat in on", "at the table", "in good spirits": no place that anybody went to.
_NOWHERE = re.compile(
    r"(?:at|in|by|en|@) (?:(?:the|a|an|her|his|their|la|el|su) )?(?:table|couch|door|time|end|moment|"
    r"first|least|all|once|night|morning|afternoon|evening|good|great|bad|fine|english|spanish|espanol|"
    r"person|house|home|casa|room|cuarto|presence|front|bed|between|tears|persona|private|detail|phone|"
    r"kitchen|sala|cocina|yard|mood|crib|lap|car|on|for|with|by|at|there|here)(?!\w)"
)
_ALL_OF_THEM = re.compile(
    r"(?<!\w)(?:(?:both|the|all|los|las|ambos|FAMILY)(?: (?:the|of|two|three|four|los|las|dos|tres|[2-5]))*"
    r"(?: FAMILY)? (?:kids|kiddos|children|boys|girls|siblings|twins|sibs|ninos|ninas|nenes|nenas|hermanos)"
    r"|everyone|everybody|todos|todas)(?!['’\w])"
)
_THEIRS = re.compile(r"(?<!\w)(?:CAREGIVER|KIN|FAMILY)(?!\w)")
_QUIET = frozenset({"estuve", "estuvimos", "seen", "visit"})


def opening(clauses: Sequence[Clause], organisations: Sequence[tuple[str, Place]] = ()) -> list[Clause]:
    """The clauses of the sentence that tells a meeting with a child without a verb; empty where none does.

    Never where an event is told by words of its own with its hour, or a call in the same sentence.
    `organisations` are the names of those around the children: "Cedar Ridge today 10-10:40 w/ Pao".
    """
    if _OFFICE_ON.search(" ".join(clause.text for clause in clauses)):
        return []
    bare = [_bare(clause, organisations) for clause in clauses]
    if any(clause.cues and _clock(clause) for clause, each in zip(clauses, bare, strict=True) if not each):
        return []
    run: list[Clause] = []
    for place, clause in enumerate(clauses):
        run = [] if clause.hard else run
        run = [*run, clause] if bare[place] else []
        if any(_clock(one) for one in run) and _child(run):
            return [] if _wired(clauses[place + 1 :]) else run
    return []


def met_without_verb(kinds: Sequence[str]) -> list[str]:
    """The kinds of such a meeting's words: a visit, and no call or letter that its talk was of."""
    kept = [kind for kind in kinds if kind not in (*BY_WIRE, "mail")]
    return kept if {*HELD, "parent_visit", "sibling_visit", "conference"} & set(kept) else ["visit", *kept]


def _clock(clause: Clause) -> bool:
    return any(time.starts_at for time in event_times(clause))


def _child(run: Sequence[Clause]) -> bool:
    named = {name.kind for clause in run for name in clause.names}
    text = " ".join(clause.text for clause in run)
    # "Both kids with CAREGIVER at 4", "the FAMILY boys home, 4:30"
    all_of_them = _ALL_OF_THEM.search(text) is not None and _THEIRS.search(text) is not None
    return Kind.CHILD in named or all_of_them


def _wired(behind: Sequence[Clause]) -> bool:
    """Whether the same sentence goes on to say that it was a call or a message."""
    for clause in behind:
        if clause.hard:
            return False
        if any(cue.kind in (*BY_WIRE, "mail") for cue in clause.cues):
            return True
    return False


def _bare(clause: Clause, organisations: Sequence[tuple[str, Place]]) -> bool:
    """Whether nothing but who, when, where and with whom stands in the clause, or before its talk."""
    text = blanked(clause)
    loud = [cue for cue in clause.cues if cue.words not in _QUIET]
    if loud:
        comma = text.rfind(", ", 0, loud[0].start - clause.start)
        if comma < 0 or any(cue.kind != "talk" for cue in loud) or not _told_before(clause, comma):
            return False
        text = text[:comma]
    for name, _ in organisations:
        at = stands(name, text)
        if at is not None:
            text = text[:at] + _REST_OF_NAME.sub(" ", text[at:], count=1)
    return not _rest(_TOPIC.sub(" ", text))


def _told_before(clause: Clause, comma: int) -> bool:
    """Whether the hour and the child stand before the comma."""
    hour = any(t.starts_at and clause.inside(t.span.start) < comma for t in event_times(clause))
    return hour and any(n.kind is Kind.CHILD and clause.inside(n.span.start) < comma for n in clause.names)


def blanked(clause: Clause) -> str:
    """The clause's words without its times."""
    text = clause.text
    for time in clause.times:
        start, end = clause.inside(time.span.start), clause.inside(time.span.end)
        text = text[:start] + " " * max(end - start, 0) + text[end:]
    return text


def names_a_place(text: str) -> bool:
    """Whether words without times say where, in whatever words: "at the boba spot"."""
    return any(not _NOWHERE.match(match.group()) for match in _WHERE.finditer(text))


def _rest(text: str) -> str:
    """What is left of the words without names, hours and small words."""
    text = _LABELS.sub(" ", _WHERE.sub(" ", text))
    return re.sub(r"[^a-z]+", "", _SMALL.sub(" ", text))
