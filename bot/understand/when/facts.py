"""Times that are no event's: what somebody else did or will do, told beside a contact; a start put right."""

from __future__ import annotations

import re

from bot.understand.patterns.quick import Quick
from bot.understand.when.arranged import arranged_from
from bot.understand.when.shapes import Atom

WHO = (
    r"(?:§|he|she|they|who|kids?|children|mom|mother|dad|father|bm|bf|fm|fp|grandma|grandmother|gma|aunt|"
    r"uncle|brother|sister|boyfriend|girlfriend|neighbor|police|teacher|nurse|staff|someone|somebody|"
    r"ella|mama|papa|ninos?|nina|abuela|tia|tio|novio)"
)
DID = (
    r"(?!(?:took place|was held|was supervised|tuvo lugar|called|texted|emailed|phoned|supervised"
    r"|visited|attended|scheduled|need(?:ed)?|suppos(?:ed)?)\b)"
    r"(?:saw|came|went|got|had|was|were|did|didn'?t|fell|hit|took|told|said|ran|left|threw|cut|slept|woke|"
    r"found|lost|broke|bit|hurt|fought|ate|drank|spent|brought|gave|sent|bought|made|met|wet|hid|stole|"
    r"felt|kept|put|set|[a-z]{3,}ed|[a-z]{2,}[b-df-hj-np-tv-z]d|"
    r"vino|fue|llego|salio|pego|cayo|tuvo|estaba|estuvo|hizo|dijo|conto|aparecio|trato|quiso|llevo|"
    r"paso|durmio|comio|empezo)"
)
_DOES = (
    r"(?:goes|go|comes|gets|leaves|starts|moves|returns|heads|has|needs|will|is|are|'ll|'s|va|van|sale|"
    r"tiene|empieza|regresa|entra)"
)
_THEIR_PAST = Quick(rf"(?<!\w){WHO} (?:[a-z]+ ){{0,2}}?{DID}\b(?P<rest>[^.!?\n]{{0,70}})$")
_THEIR_COMING = Quick(
    rf"(?<!\w){WHO} ?{_DOES} (?:back |out |home |to |a |an |court |corte |therapy |practice |"
    r"(?:his|her|their) |going |getting |due |off )"
    r"(?P<rest>[^.!?\n]{0,40})$"
)
_QUE = Quick(r"(?<!\w)que (?:[a-z§]+ ){0,3}?[a-z]{2,}(?:o|aron|ieron|aba|ia)\b(?P<rest>[^.!?\n]{0,60})$")
_AND_SO_ON = Quick(
    r"^[ ,]*(?:and|y|or|n|&)?(?: (?!i\b|we\b|then\b|yo\b|called\b|saw\b|met\b|visited\b|spoke\b|talked\b"
    r"|stopped\b|hv\b|vi\b)[a-z']+){0,4} ?$"
)
# Words after which the act is the worker's own, or one that the worker was at.
MINE = Quick(
    r"(?<!\w)(?:i|we|me|us|my|our|i'm|im|called|rang|texted|phoned|emailed|visited|office|agency|visits?|"
    r"court|conference|meeting|hearing|then|yo|nos|oficina|agencia|visita|luego|llame|llamo|hable|vi)(?!\w)"
)
_MINE_NEXT = Quick(
    r",? ?(?:at )?[~\d:. ]{0,6}(?:am|pm|a|p)? ?(?:i|we|saw|met|visited|called|spoke|went|tc|hv|yo|vi|hable|"
    r"llame|visite)\b"
)
_REACHED = Quick(
    r"(?<!\w)(?:call(?:ed|s)?|rang|phoned|texted|emailed|told (?:me|us)|says?|said|reports?|reported|tc|t/c|"
    r"llamo|dijo|dice|conto|aviso|informed|notified)(?!\w)"
)
# `called to cancel Maya's Thursday 4pm session`: what it was about.
_TO_DO = Quick(
    r"(?<!\w)(?:called|rang|texted|emailed|phoned|spoke|talked|wrote|tc|llamo|wanted|asked|calling)\b"
    r"(?: [\w§.'/]+){0,6}? (?:to|para|re:?|about|if|wanting to|asking to) (?:\w+ )?"
    r"(?:cancel|confirm|change|move|resched[a-z]*|schedule|remind|set|cancelar|confirmar|cambiar|mover)\b"
    r"[^.!?\n]{0,50}$|^ ?(?:to|para) (?:cancel|confirm|change|move|resched[a-z]*|schedule|remind|set|"
    r"cancelar|confirmar|cambiar|mover)\b[^.!?\n]{0,50}$"
)
# "Called to confirm his visit with the twins Friday 5/14 at 3": what is told is the visit, too.
_CONFIRMS = Quick(
    r"(?<!\w)(?:to|para) (?:confirm|remind|schedule|set|confirmar)\b(?![^.!?\n]*\b(?:cancel|cambiar|mover))"
)
_ARRIVED = Quick(
    r"(?<!\w)(?:got|came|arrived|arrive|been|made it|walked|here|llegue|llegamos|aqui)(?: [a-z]+){0,3}"
    r"(?: at| since| around| about| @| a| las?| desde){0,3} ?$"
)
_STARTED = Quick(
    r"(?<!\w)(?:so(?: it was| only| really| it ran| just)?|(?:but )?(?:it |we |they |visit |didn't |did not |"
    r"case |only |really |finally |not )*(?:started|start|began|begin|got started|got going|got called|"
    r"get called|called until|called|called us|kicked off|wasn'?t|held|ran)(?: late)?(?: (?:un)?til| until|"
    r" about| around| at| @| from| was)*|(?:asi que|empezo|empezamos|comenzo)(?: a las?)?) ?$"
)
_NOT_UNTIL = Quick(
    r"(?<!\w)(?:didn'?t|did not|not|wasn'?t|weren'?t)(?: [a-z]+){0,3} (?:un)?til(?: about| around)? ?$"
)
_LEFT = Quick(r"(?<!\w)(?:left|leaving|finished|out of|got (?:back|out)|wrapped up|sali)(?!\w)")
_THERE_FROM = Quick(
    r"(?<!\w)(?:there|here|with (?:her|him|them|§))(?: since| from| at| desde)+(?: about| around)? ?$"
)
_LATE = Quick(
    r"(?<!\w)(?:late|delayed|behind|traffic|tarde|running|waited|instead|set for|scheduled(?: for)?|"
    r"supposed to|meant to|was for|started|start|began|empezo|empezamos|comenzo|till|until|but)(?!\w)"
)


def facts(drafts: list[Atom], text: str, lefts: list[str]) -> None:
    """Days of what others did, told beside a contact with a clock time or in what was reported, are facts."""
    for index, draft in enumerate(drafts):
        if draft.role != "event" or draft.ago is not None or draft.ending:
            continue
        own = lefts[index]
        if index:
            own = own[max(0, len(own) - (draft.start - drafts[index - 1].end)) :]
        if (draft.clock or draft.day) and _per(lefts[index]):
            draft.role = "reported"
            continue
        if draft.clock and _relayed(own, re.split(r"[.!?\n]", text[draft.end : draft.end + 24])[0]):
            draft.role, draft.acted = "reported", True
        if not (draft.day or draft.part):
            continue
        before = [d for d in drafts[:index] if d.role == "event" and d.timed]
        if (
            index
            and drafts[index - 1].acted
            and drafts[index - 1].day
            and draft.day
            and _AND_SO_ON.match(own)
        ) or ((before or _said_before(own, draft)) and _theirs(own, text[draft.end : draft.end + 24], draft)):
            draft.role, draft.acted = "reported", True
            if draft.timed and draft.day and draft.day.kind == "date" and _CONFIRMS.search(own):
                draft.role = "future" if arranged_from(own, len(own)) is not None else "reported"


# "Ms Lee says mom called at 9", "dice la abuela que vomitó a las 2": of what was told, not of the telling.
_HACE = (
    r"(?:manda|llama|escribe|textea|habla|despierta|levanta|duerme|acuesta|come|sale|llega|grita|pelea|marca|"
    r"empieza|entra|regresa|vuelve|toma|llora|juega|trabaja)n?"
)
_RELAYED = Quick(
    rf"(?<!\w)(?:(?:{WHO}|[a-z]+) (?:says?|said|reports?|reported|states?|stated|claims?|claimed|mentioned|"
    rf"shared|"
    r"added|noted|told (?:me|us))(?: that)?|(?:per|according to) §+(?: §+)*,?)"
    rf" (?:(?:the|her|his|their|§|ms|mr|mrs)\.? ){{0,2}}{WHO} (?:(?:had|has|also|just|only|already|"
    rf"finally) )*(?:{DID}|called|texted|phoned|facetimed|visited)\b(?P<rest>[^.!?\n]{{0,60}})$"
    r"|(?<!\w)(?:dice|dijo|dicen|conto|cuenta|reporta|reporto|informa|informo|aviso)(?: [a-z§]+){0,8} que "
    r"(?:(?:la|el|los|su|sus|§|[a-z]+) ){0,3}?(?:no )?(?:(?:la|lo|le|los|las|se) )?"
    rf"(?:[a-z]{{2,}}(?:o|aron|ieron|aba|ia)|{_HACE})\b(?P<resto>[^.!?\n]{{0,50}})$"
)


# "Per Ms Lee she was sick Thursday, ER Friday at 2 am": the whole sentence is hers.
_PER = Quick(
    r"^\W*(?:as )?(?:per|according to|segun)(?= (?:(?:the|la|el|su|her|his) )?(?:§"
    r"|[a-z]+))(?P<rest>[^.!?\n]*)$"
)


def _per(left: str) -> bool:
    match = _PER.search(left)
    return match is not None and re.search(r"\d", match["rest"]) is None and not MINE.search(match["rest"])


def _relayed(own: str, right: str) -> bool:
    match = _RELAYED.search(own)
    rest = match and (match["rest"] or match["resto"] or "")
    return match is not None and not MINE.search(rest or "") and not _MINE_NEXT.match(right)


# "The call with Ms Lee was Friday": the worker's own.
_ITS_DAY = Quick(
    r"(?<!\w)(?:the|my|our|this|that|la|mi) (?:[a-z]+ )?(?:call|visit|hv|contact|meeting|session|"
    r"conversation|talk|llamada|visita|reunion)(?: (?:with|w|to|at|con|a) [§a-z' .]{1,40}?)? (?:was|were|"
    r"fue)(?: on| el| actually)? ?$"
)


def _said_before(own: str, draft: Atom) -> bool:
    """Whether a call or a telling stands before whoever acted, and the day is none of sending."""
    if _ITS_DAY.search(own):
        return False
    match = _THEIR_PAST.search(own)
    today = draft.day is not None and draft.day.kind == "offset" and draft.day.number == 0
    return bool(match and not today and draft.day and _REACHED.search(own[: match.start()]))


# "Ms Lee told me she saw it": who acts is the one behind.
_TOLD_ME = Quick(rf".*(?<!\w)(?:told|informed) (?:me|us)(?: that)?(?= {WHO}(?!\w))")


def _theirs(own: str, right: str, draft: Atom) -> bool:
    if _MINE_NEXT.match(right):
        return False
    if draft.day and not (draft.day.kind == "offset" and draft.day.number == 0) and _TO_DO.search(own):
        return True
    told = _TOLD_ME.match(own)
    own = own[told.end() :] if told else own
    found = (_THEIR_PAST.search(own), _THEIR_COMING.search(own), _QUE.search(own))
    joint = draft.clock is not None  # "§ and I talked over bedtime" tells no hour
    return any(
        m is not None and not (MINE.search(m["rest"]) or (joint and _AND_I.search(m.group()))) for m in found
    )


# "§ and I had the place to ourselves": not theirs alone.
_AND_I = re.compile(r" (?:and|n|&|y) (?:i|me|we|yo) ")


_NEXT_DAY = Quick(r"(?:^|[.;\n] ?)(?:wd[a-z]{3}|sat|sun|sab|dom|today|yesterday)(?!\w)")


def put_right(drafts: list[Atom], text: str) -> None:
    """`2-3, she was late, so 2:20-3`; `with her now … got here at 7`: the later one is when it began."""
    for index, draft in enumerate(drafts):
        left = text[max(0, draft.start - 44) : draft.start]
        if draft.role != "event" or draft.clock is None or (draft.ending and not _NOT_UNTIL.search(left)):
            continue
        arrived = _ARRIVED.search(left) is not None
        for other in drafts[:index] + (drafts[index + 1 :] if arrived else []):
            if other.role == "event" and _gives_way(other, draft, text, left, arrived=arrived):
                other.role, draft.ending = "reported", False
                draft.day = draft.day or other.day
                draft.minutes = draft.minutes or (other.minutes if other.until is None else None)


_LEAVING = Quick(
    r"(?<!\w)(?:leaving|heading out|headed out|walking out|pulling (?:out|away)|getting out"
    r"|(?:back )?in (?:my|the) car|"
    r"on (?:my|the) way|done(?: at| with)?|driving (?:home|back|away)|finished|saliendo|me voy|de salida|"
    r"de regreso|termine)(?!\w)[^.!?\n]{0,40}$|^ ?(?:i'm |i am |just )?(?:leaving|done|saliendo)(?!\w)"
)
_STAYED = Quick(
    r"[^.!?\n]{0,30}(?:^|[ ,.;])(?:(?:i|we|yo) (?:just )?)?(?:was|were|been|got|stayed|saw|visited"
    r"|met|sat|arrived|"
    r"spent|estuve|estuvimos|llegue|vi|visite|me quede)(?!\w)[^.!?\n\d]{0,40}$"
)
_FAR = 70


def _stay_told(other: Atom, draft: Atom, text: str) -> bool:
    """“I'm leaving §'s now, I was there from 5 to quarter to 6": now is when it was over."""
    if draft.clock is None or not 0 < draft.start - other.end <= _FAR:
        return False
    around = text[max(0, other.start - _FAR) : other.start]
    left = _LEAVING.search(around) or _LEAVING.match(text, other.end)
    return bool(left and _STAYED.match(text[other.end : draft.start]))


def _gives_way(other: Atom, draft: Atom, text: str, left: str, *, arrived: bool) -> bool:
    if other.ago is not None:
        if not other.ago and _stay_told(other, draft, text):
            return True
        ended = other.ago and _LEFT.search(text[max(0, other.start - 40) : other.start])
        began = arrived or (not other.ago and other.end < draft.start and _STARTED.search(left))
        return bool(began and not other.ago) or bool(ended and _THERE_FROM.search(left))
    if other.clock is None or other.end > draft.start or draft.start - other.end > 90:
        return False
    if draft.day is not None and other.day is not None and draft.day != other.day:
        return False
    between = text[other.end : draft.start]
    if _NEXT_DAY.search(between):
        return False  # "Sat - visit 11-1, mom late. Sun - Ms Lee called 8p"
    if not _STARTED.search(left) or not _LATE.search(text[max(0, other.start - 30) : draft.start]):
        return False
    return re.search(r"(?<!\w)(?:i|we) (?!got|were|was|had|started|began)", between) is None
