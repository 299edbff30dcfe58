"""What ties two names, or a name and its owner, over folded words; compiled once, all bounded."""

from __future__ import annotations

import re

from bot.understand.parts import How, NameMention
from bot.understand.patterns.quick import Quick

OWNED_DOES_AFTER = Quick(
    r" (?:(?:he|she|they) )?(?:come|came|comes|call|called|calls|say|says|said|tell|told|visit"
    r"|visited|want|wants|ask|asked|bring|brought|text|texted|meet|met|vino|llamo|dijo|dice)\b"
)
# Between names: joined in a run, or a role and the one whose it is.
JOINED_NAMES = re.compile(
    r"(?=.*(?:[,&+/]|\b(?:and|y|e|n|plus|or|nor|ni)\b))"
    r"[\s,&+/]*(?:and|y|e|n|&amp;|plus|or|nor|ni)?(?: (?:then|later|luego a|despues a"
    r"|tambien a))?[\s,&+/]*(?:the"
    r"|her|his|their|la|el|su)?\s*",
    re.IGNORECASE | re.DOTALL,
)
POSSESSED_BY = re.compile(r"\s+(?:de|del|of)\s+(?:la|los|las|the)?\s*", re.IGNORECASE)
# "The grandma for JT", "the aunt for the Sosa girls": not "brought grandma for Leo's party".
FOR_WHOM = re.compile(r"the\s+for\s+(?:the\s+)?", re.IGNORECASE)
ROLE_OF = re.compile(
    r"(?:\s*[,(]\s*(?:(?:la|el|the|his|her|su|a|an)\s+)?\w+(?:\s\w+)?"
    r"|\s+(?:la|el|the)\s+(?:mam[aá]|pap[aá]|madre|padre|abuel[oa]|t[ií][oa]|herman[oa]|madrina|padrino"
    r"|mother|mom|father|dad|grand(?:mother|father|ma|pa)|aunt|uncle|sister|brother|teacher|maestr[oa]"
    r"|terapeuta|therapist))\s+(?:de|del|of)\s+(?:la|los|the)?\s*",
    re.IGNORECASE,
)
OWNED_PHONE_AFTER = Quick(
    r"(?:['’]?s)? (?:cell ?phone|phone|cell|line|voicemail|celular|telefono)"
    r" (?:then |also |just |again )?(?:went|goes|rang|rings|was (?:off|full|disconnected|busy|not set up)"
    r"|is (?:off|disconnected|busy)|off|straight|kept|disconnected|full|sono|mando|apagado|esta apagado)\b"
)
# "Returned Ms Lee's call", "answered his mom's text".
RETURNED_BEFORE = Quick(
    r"(?<!\w)(?:return(?:ed|ing)|answer(?:ed|ing)|took|respond(?:ed|ing) to|repl(?:ied|ying) to|devolvi"
    r"|conteste|per|got|received|rec['’]?d|segun|recibi)(?: (?:the|her|his|their|a|la|el|su))* ?$"
)
CALL_AFTER = Quick(
    r"(?:['’]?s|s['’])? (?:\w+ )?(?:calls?|messages?|texts?|voice ?mails?|vms?|e-?mails?)(?!\w)"
)
# Sitting in on a child's session is seeing the child.
SAT_IN_BEFORE = Quick(r"\b(?:sat|sit|sitting|sits) in (?:on|for|with|during) $|\bobserved $|\bjoined $")
SESSION_AFTER = Quick(
    r"(?:['’]?s)? (?:\w+ ){0,2}?(?:therapy|session|counseling|class|lesson|evaluation|tutoring)\b"
)
# "bm: ok w/ plan", "Ms Lee concerned abt the cough": a turn of talk without a verb.
MOOD_AFTER = Quick(
    r" ?[:,-]? ?(?:(?:is|was|seems|seemed|sounds|very|really|still|not|all|a bit|a little|esta|estaba|muy) "
    r"){0,3}"
    r"(?:ok|okay|fine|good|happy|cool|on board|in agreement|agreeable|comfortable|concerned|worried|upset"
    r"|frustrated|pleased|thrilled|excited|open|asking|requesting|wanting|thankful|grateful|overwhelmed"
    r"|stressed|unhappy|annoyed|preocupad[oa]|molest[oa]|content[oa]|de acuerdo|conforme|pidiendo)"
    r" ?(?:w|w/|with|abt|about|for|re|to|that|by|con|por|de|que)\b|"
    r" ?[:,-]? ?(?:has |had |w/ |with )?no (?:concerns|issues|complaints|problems|new concerns|questions)\b"
)
# “Dice que cuando Sol regresó de la visita con su …": all of a sentence that begins with a report.
REPORT_SENTENCE = Quick(
    r"^\W*(?:(?:she|he|they|ella|el|also|tambien|and|y|further|then) ){0,2}(?:me |nos |le )?"
    r"(?:says?|said|told (?:me|us)|tells me|reports|reported|states|stated|disclosed|mentioned|added"
    r"|explained|claims|claimed|alleges|alleged|dice|dijo|conto|cuenta|informo|comento|explico|reporto"
    r"|menciono|agrego|asegura|alega|relato)\b(?!(?: (?:la|el|su|the|ms|mrs|mr|sra|sr|dona|don|senora"
    r"|senor))* $)(?: (?!(?:and|so|y|then|luego|pero|but),? (?:then |luego )?(?:i|we|yo|le|la|lo|nos"
    r"|hable|vi|llame|spoke|called|met|saw)\b)\S{1,24}){0,40} $"
)
# A doctor or dentist to whom somebody else takes the child later.
TAKEN_TO_BEFORE = Quick(
    r"\b(?:lleva|llevo|llevara|llevar|take|takes|taking|took|bring|brings|bringing|brought|go|going|goes)"
    r"(?: \w{1,12}){0,2} (?:to|al|a) (?:the |his |her |their |la |el |su )?$"
)
# Whoever was to come and did not, or sends an excuse.
NO_SHOW_AFTER = Quick(
    r"\W{0,3}(?:again )?(?:was an? |a )?(?:no[ -]?call|ncns|stood (?:us|me|them|him|her) up"
    r"|no[ -]?show\w{0,2}|(?:did(?:n'?t| not)|ain'?t) show"
    r"|(?:said|says|swore|promised) (?:(?:he|she|they)(?:'d| was"
    r"| were| would| will| is)? )?(?:be )?(?:com\w+|there|to come|show\w*)"
    r"[^.;]{0,20} (?:but|and|then) (?:never|did ?n[o']?t|wasn'?t|was not)\b"
    r"|never (?:showed|came|made it|arrived|appeared|did(?= ?(?:$|[.,;])))|no se presento|no aparecio"
    r"|nunca (?:llego|vino)|(?:was|were) (?:supposed|sposed|meant|going|scheduled|expected) to "
    r"(?:come|be there|join|attend|make it) (?:(?:too|as well|along) )?but)\b"
)
EXCUSE_AFTER = Quick(
    r"['’]?s? ?(?:(?:was |were |is )?(?:there|home|in|present|around),? but (?:on a (?:work )?call"
    r"|busy|asleep|sleeping|working|in (?:the|her|his))"
    r"|(?:has|had|have|tiene|tenia) (?:the |a |la |un |una )?(?:flu|fever|cold|covid|gripe|fiebre"
    r"|strep|migraine)|(?:is|was|esta|estaba) (?:sick|ill|enferm[oa])\b"
    r"|forgot\b|overslept\b|olvido\b|se le olvido\b)"
)
# "Left a message on Misty's machine", "got her attorney's voicemail".
MACHINE_AFTER = Quick(
    r"(?:['’]?s)? (?:answering machine|machine|voice ?mail|vm|mailbox|inbox|cell ?phone|cell|phone|"
    r"line|number|work phone)\b"
)
LEFT_ON_BEFORE = Quick(
    r"\b(?:on|to|got|reached|hit|called|calling|tried|trying|dialed|rang|phoned|"
    r"texted) (?:(?:the|her|his|their) )?$"
)
# "To discuss Colt's physical": what was on the table.
GONE_OVER_BEFORE = Quick(
    r"\b(?:discuss(?:ed|ing)?|(?:go|went|going) over|review(?:ed|ing)?|talk(?:ed|ing)? through"
    r"|sign(?:ed|ing)?|fill(?:ed|ing)? out|plan(?:ned|ning)?(?: for)?|prep(?:ped|ping)? for"
    r"|updates? on) (?:(?:the|all) )?$"
)
# "She called with Lamar Gaines on the line": he was in the call.
ON_THE_LINE_AFTER = Quick(
    r" (?:(?:was|were|also|too|both|and|i|we|are|all) ){0,4}(?:joined |joining |conferenced |patched |"
    r"listening )?(?:in )?(?:on|in|to|into) (?:the |our |a |one |this )?(?:same )?(?:line|call|phone|speaker|"
    r"conference call|3[- ]?way)\b"
)
IN_CALL_BEFORE = Quick(
    r"\b(?:call(?:ed|ing)?|phon(?:e|ed)|rang|spoke|talked|put|had|got|patched|conferenced|and|with"
    r"|w)\b[^.;]{0,60}$"
)
# "They were at church with Ola Mae": where somebody was who was not met.
ELSEWHERE_WITH_BEFORE = Quick(
    r"\b(?:was|were|wuz|is|are|went|gone|estaba|estaban|andaba|andaban|fue|fueron) (?:(?:out|off|over|away"
    r"|still|already) )?(?:at|to|in|out|en|a|al) (?!(?:(?:the|a|his|her|their|my|our|el|la|su) )?(?:home"
    r"|house|table|couch|kitchen|living|porch|room|office|court|visit|meeting|conference|agency|phone|call"
    r"|line|casa|sala|mesa|cocina|oficina|corte|visita)\b)(?:[^.;:,()]|(?<=\d):(?=\d)){0,30}"
    r"(?<! met)(?<!meet)(?<!ing)(?<! sat)"
    r"(?<!spoke)(?<!talked)(?<!spoken)(?<!visit)"
    r"(?<!visited)(?<!talk) (?:with|w/|w|con) (?:(?:the|her|his|their|su|la|el) )?$"
    r"|\bque (?:anda|andaba|esta|estaba)n? con (?:(?:su|la|el) )?$"
    # "No se dio porque se enfermó la foster mom": but of a family's visit it is whom it was to be with.
    r"|^(?!.*familiar).*\bse (?:me )?(?:enfermo|puso (?:mal|enferm[oa])) (?:(?:la|el|su) )?$"
)


# "La escuela de Leo", "the bedroom Leo would have": what is a child's, and no child met.
_ITS_SCHOOL = Quick(r"(?<!\w)(?:escuela|colegio|guarderia|daycare|school) (?:de|of) $")
_ITS_ROOM = Quick(r"(?<!\w)(?:(?:bed)?room|bed|crib|space|cuarto|cama)(?: that| where| que| donde)? $")
_WOULD_HAVE = Quick(r"\W{0,2} ?(?:would|will|'ll|'d|might|could|va a|usaria|tendria)(?!\w)")


def thing_of_it(before: str, after: str) -> bool:
    """Whether a child is named only to say whose a school is, or whose a room is to be."""
    if _ITS_SCHOOL.search(before):
        return True
    return _ITS_ROOM.search(before) is not None and _WOULD_HAVE.match(after) is not None


OWNED_TOO = frozenset(
    re.split(
        r"\s+",
        """bf phone bed son sons daughter nephew niece grandson husband background clearance clearances
        fingerprints drug uds ua screen test tests results urine check chk paperwork application homestudy
        licence license lease car truck ride bus cell number voicemail shift schedule boss paycheck apartment
        apt trailer porch glasses tubes teeth ear ears tooth braces inhaler report grades grade card
        evaluation eval referral blood pills medicine
        medication medications insulin purse keys gun belt bottle""",
    )
)
# "Joyces grown son": what may stand between whose it is and who.
OF_AGE = r"(?:grown|adult|older|oldest|younger|youngest|teenage|teen|little|big|own|bio)"
# "Bella Gomes home and seen": at home, not whose home it is.
IS_HOME = Quick(r"\s+home\s*(?:$|[.,;!)]|(?:and|y|when|with|for|today|sick)\b)")
_HIS = re.compile(r", (?:his|her|their|the|su|la|el) ", re.IGNORECASE)
_IS = re.compile(r" (?:was|were|wasn't|is|isn't|are|had|has|works?|estaba|est[aá]|trabaja)\b", re.IGNORECASE)


def next_clause(text: str, one: NameMention, other: NameMention) -> bool:
    """A comma between two names; "with Ms Lee and Ana, her father was out": also where new words begin."""
    gap = text[one.span.end : other.span.start]
    if gap.strip() == ",":
        return True
    return _HIS.fullmatch(gap) is not None and _IS.match(text, other.span.end) is not None


def tied_by_of(text: str, role: NameMention, owner: NameMention) -> bool:
    """As in "la tía de Kaylee", "Rosa, la tía de Kaylee", "the aunt for JT"."""
    gap = text[role.span.end : owner.span.start]
    the = text[max(0, role.span.start - 4) : role.span.start]
    tied = POSSESSED_BY.fullmatch(gap) or FOR_WHOM.fullmatch(the + gap)
    return (role.how is How.ROLE and tied is not None) or (
        role.role is not None and ROLE_OF.fullmatch(gap) is not None
    )
