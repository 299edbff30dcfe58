"""Words that lean on an emergency in hand: what was done ("called police"), how it goes on, its end."""

from __future__ import annotations

import re

from bot.understand.danger.alarms import alarm_of
from bot.understand.danger.incidents import incidents_in
from bot.understand.danger.turns import eases, turns, without_aid
from bot.understand.writing.text import straight

_LEADS = r"(?:(?:and|also|ok|okay|update|just|now|then|i|we|have|has|ive|i've|so|y|ya|luego|el|la|los) )*"
_DONE = (
    "called|phoned|rang|texted|told|spoke|talked|notified|paged|reported|filed|faxed|left|reached|tried|"
    "waiting|llame|llamamos|avise|avisamos|hable|deje|reporte|notifique"
)
_WHO = (
    "police|pd|precinct|cops?|officers?|troopers?|deputy|sheriff|detectives?|ems|emts?|paramedics?|ambulance|"
    "fire dept|firefighters?|crisis team|mobile crisis|policia|ambulancia|oficial|bomberos"
)
_GOES_ON = (
    r"(?:she|he|they|it)(?:'?s|'?re|'?d)?|still|no (?:answer|sign|word|luck|response)|nobody|nothing yet|"
    r"on (?:my|the|their) way|report (?:#|no|number|filed)|back (?:home|at|now|safe)|safe|found|located|"
    r"(?:caller|line|call|llamada|linea) (?:just |se )?(?:hung|disconnected|dropped|went|cut|got cut|colgo|"
    r"corto)|sigue|todavia|lleg(?:o|aron)|volvio|aparecio|regreso|esta de vuelta"
)
_RESPONDS = re.compile(rf"\W*{_LEADS}(?:{_DONE}|{_WHO}|{_GOES_ON})(?!\w)")
_HELP = rf"(?:the )?(?:{_WHO}|acs|scr|nurse|doctor|dr|triage|hospital|mct|comp \d+)"
# It turns for the better, or somebody has them: no danger by itself.
_NEWS = re.compile(
    r"(?<!\w)(?:pick(?:ed|ing|s) (?:[\w']+ ){0,3}?up|(?:has|have|got) (?:him|her|them|"
    r"the (?:kids?|boys?|girls?|baby))|(?:is|are|he's|she's|hes|shes|they're|got|made it|came|come|coming|"
    r"walked|brought|safe|now|all|going|go) (?:[\w']+ )?(?:back|home|found|safe|awake|stable|"
    r"calm(?:er)?|ok|"
    r"okay|good|fine|better|asleep)|\w+'?s (?:back|home|safe|awake|stable|calm(?:er)?|asleep)|"
    r"home (?:by|safe|now|soon|tonight)|walked (?:back )?in|turned up|showed up|was found|calmed down|"
    r"calmer|"
    r"breathing ok|admitted|discharged|released|transferred|"
    r"volvio|regreso|aparecio|esta (?:bien|mejor|despiert[ao]|tranquil[ao])|"
    r"l[ao] (?:dieron de alta|encontr\w+))(?!\w)"
)
# What belongs to an emergency in hand, wherever in the words it stands.
_BESIDE = re.compile(
    r"(?<!\w)(?:x-?rays?|ct(?: scan)?|mri|scans?|stitche?[sd]?|splint|cast|fractur\w+|labs|iv|meds given|"
    r"surgery|triage|consent(?:ed|s)?|(?:ref|reference|report|confirmation|incident|complaint|"
    r"call id)\.? ?(?:#|no\b|num\w*|\d)|badge|eta|en route|on (?:my|the|their|his|her) way|"
    r"(?:rm|room|floor|bed|unit|bay) #?\d+|hotline|(?:the|called|told|w|with) state|scr|ncmec|nypd|"
    r"sup(?:ervisor)? (?:knows|aware|notified)|"
    rf"{_HELP} (?:is |are |just |now )*(?:here|there|coming|left|arrived|took|has|have|with|says?|said|"
    rf"wants?|asked)|"
    r"consintio|autorizo|radiografia|puntos|yeso)(?!\w)"
)
# What police and courts have done about it, who called for help: an answer to an emergency.
_ACTED = re.compile(
    r"(?<!\w)(?:(?:got |was |were |been |being |is |are |getting |under |they |cops |police |nypd |dad |"
    r"mom )*"
    r"(?:arrest(?:ed|s|ing)?|cuffed|handcuffed|detained|booked|charged|locked up)|in (?:custody|cuffs|"
    r"handcuffs)|"
    r"taken (?:in|away|into custody|to (?:the )?(?:precinct|jail|booking|central booking))|central booking|"
    r"(?:order of protection|restraining order|oop|complaint|incident|police report|desk appearance)"
    r"(?: (?:number|#|no))?(?: (?:is|was))? (?:pending|issued|filed|served|given|to follow|in place|"
    r"signed|coming)|"
    r"(?:(?:staff|fm|she|he|they|i|we|mom|dad|school|nurse|someone|somebody) )?(?:have |has |had |just |"
    r"already )*"
    r"called 911|911 (?:was |were |has been |been |got |already |just )*(?:called|notified|activated|on)|"
    r"arrestad[oa]|arrest(?:aron|o)|detenid[oa]|esposad[oa]|se lo llevaron (?:preso|detenido|arrestado|"
    r"esposado)|"
    r"orden de proteccion|llam(?:o|aron|e|amos) al 911)(?!\w)"
)
# Somebody tells, decides or hears something: "psych says admit overnight", "grandma Iris too", "ok per Rosa".
_TELLS = re.compile(
    r"\W*(?:(?!i |we |you )[^\W\d][\w'.]* ){1,4}?(?:(?:is|are|was|were|has|have|had|been|also|now|just|"
    r"already) )*"
    r"(?:says?|said|told|tells|wants?|asked|asks|agree[sd]?|refus(?:es|ed)|knows|aware|notified|"
    r"informed|updated|"
    r"advise[sd]?|approve[sd]?|recommend(?:s|ed)?|admit(?:s|ted|ting)?|called|calls|calling|rang|texted|"
    r"spoke|left|"
    r"arrived|coming|staying|stays|will|wont|won't|needs?|dice|dijo|quiere|pidio|sabe|aviso|llamo|viene|"
    r"llego|autorizo|"
    r"esta de acuerdo)"
    r"(?!\w)|"
    r"(?:ok|okay|approved|cleared|fine|agreed|allowed) (?:per|by|with|w)(?!\w)|"
    r"(?<!\w)per (?:the )?[a-z]{3,}|"
    r"(?<!\w)(?:too|as well|tambien)\W*$"
)
_OFFICIAL = re.compile(
    r"(?<!\w)(?:officers?|ofc|po|sgt|sergeant|lt|det|detectives?|troopers?|deputy|nurse|dr|doctor|ems|"
    r"emts?|"
    r"paramedics?|police|precinct|hospital|er|intake|operator|badge|oficial|enfermer[oa])(?!\w)"
)
_REPORT = re.compile(
    r"(?<!\w)(?:called|call|told|spoke|talked|reported|notified|filed|made|phoned|llame|"
    r"reporte)(?!\w)[^.!?]{0,40}?(?<!\w)(?:state|hotline|scr|cps|ncmec|central register|child ?line|police|"
    r"nypd|pd|precinct|report|linea)(?!\w)|"
    r"(?<!\w)(?:report|ref|call id) ?(?:#|no\b|num\w*|\d)"
)
_CLOSES = re.compile(
    r"(?<!\w)(?:clos(?:e|ing) (?:it|this|that|out|the (?:\w+ ){0,4}?(?:one|crisis|call|case|alarm)|"
    r"\w+(?:'s| one))|(?:can|pls|please|u can|you can|to) close|(?:it's|its|crisis|all|this is|"
    r"that's) (?:over|resolved)|all clear|stand down|resolved|cierra(?:lo|la|n)?|se puede cerrar)(?!\w)"
)
_ASKS = re.compile(
    r"\W*(?:(?:ok|hey|hi|and|so|also|i|pls|please) )*(?:who|whos|who's|what|whats|what's|when|where|how|"
    r"which|why|need|number|phone|address|addr|can|could|would|is|are|was|were|did|do|does|any|anyone|show|"
    r"list|get me|give|send|find|quien|cual|cuando|donde|necesito|dame|hay)(?!\w)"
)
_RESPONDERS = re.compile(
    rf"(?<!\w)(?:(?:the )?(?:{_WHO}|hospital|er|e\.r\.|emergency room|icu|cpep|911|psych(?:iatric)? "
    r"(?:eval\w*|ward|unit|hold|er)|urgencias|emergencias?|calling (?:911|police|nypd|ems)|"
    r"(?:the )?(?:pct|k-?9s?)(?: units?)?|search (?:party|team)|helicopter|missing persons))(?!\w)"
)
# Somebody of whom nothing was told yet.
_ANOTHER = re.compile(
    r"(?<!\w)(?:(?:a|an|another|some|different|new|second|one of|otr[oa]|"
    r"una?) (?:[\w']+ ){0,2}?(?:kids?|child|boy|"
    r"girl|teen\w*|resident|youth|baby|toddler|fm|foster|woman|man|lady|caller|family|mother|father|"
    r"nin[oa]|"
    r"senora?|mujer|hombre|familia|bebe)|\d+ ?(?:y/?o|year)|(?:woman|man|lady|caller|neighbor|someone|"
    r"somebody|"
    r"mujer|senora|vecin[oa]|alguien) (?:just )?(?:call\w*|says?|said|on the|llam\w+|dice))(?!\w)"
)
# What was put wrong on its note; the note's questions answered.
_CORRECTS = re.compile(
    r"\W*(?:no,|not |wrong|actually|correction|change|it was (?!\w+ed)|it should|should be|i meant|"
    r"make (?:it|that)|delete|undo|submit|discard|remind|yes|yep|thanks|thank|thx)"
)


def responds(text: str) -> bool:
    """Whether the words begin as what somebody adds who has an emergency in hand; English and Spanish."""
    return _RESPONDS.match(straight(text)) is not None


def is_news(text: str) -> bool:
    """Whether they tell that it turns for the better ("ms Lee picked him up from the precinct")."""
    return _NEWS.search(straight(text)) is not None or eases(text)


def acted(text: str) -> bool:
    """Whether they tell what police or a court did, or that help was called ("dad arrested")."""
    return _ACTED.search(straight(text)) is not None


def tells_on(text: str) -> bool:
    """Whether somebody tells or decides something in them, or was told as well ("psych says admit")."""
    return _TELLS.search(straight(text)) is not None


def goes_on(text: str) -> bool:
    """Whether they tell how an emergency goes on, or what is done about it, by any of its words."""
    plain = straight(text)
    found = (_RESPONDS.match(plain), _NEWS.search(plain), _BESIDE.search(plain), _ACTED.search(plain))
    return any(found) or turns(text)


def closes(text: str) -> bool:
    """Whether they want it closed ("he's home, close it")."""
    return _CLOSES.search(straight(text)) is not None


def reports(text: str) -> bool:
    """Whether they tell of a report that was made ("called the state, ref 88213")."""
    return _REPORT.search(straight(text)) is not None


def names_officials(text: str) -> bool:
    """Whether police, EMS or a hospital stand in them: a surname may be one of theirs."""
    return _OFFICIAL.search(straight(text)) is not None


def is_remark(text: str) -> bool:
    """Whether they ask for something, or put something right: no line of a timeline."""
    plain = straight(text)
    return "?" in plain or any(found for found in (_ASKS.match(plain), _CORRECTS.match(plain)))


def only_responders(text: str, *, aid: bool = False) -> bool:
    """Whether nothing in them alarms but who responds ("mom says shes coming to the hospital").

    Not where somebody else is told of: a caller, a child of such an age. `aid`: nor what is done for
    somebody who lies there ("foster dad doing cpr").
    """
    plain = straight(text)
    if (_RESPONDERS.search(plain) is None and not aid) or _ANOTHER.search(plain):
        return False
    rest = _RESPONDERS.sub("there", without_aid(plain) if aid else plain)
    alarm = alarm_of(rest)
    return not (alarm.crisis or alarm.concern or incidents_in(rest))


def corrects(text: str) -> bool:
    """Whether they begin by putting right what was told before ("no, he ran from school")."""
    return "?" not in text and _CORRECTS.match(straight(text)) is not None
