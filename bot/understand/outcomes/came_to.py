"""What came of an event that is told in other words than "cancelled" and "no answer" (READING, "Events").

“House was dark", "we couldn't connect", "she never joined", "got rained out": nothing came of it, unless
somebody is said to have been met. "Nobody home, but they pulled in as I was leaving": it was held after all.
"""

from __future__ import annotations

import re
from functools import cache

from bot.understand.events.cues import with_labels
from bot.understand.patterns.lexicon import table
from bot.understand.patterns.quick import Quick
from storage.types import Outcome

# "For five minutes and the call dropped": it ended so, and they had talked.
_CUT_OFF_LATE = Quick(
    r"(?<!\w)(?:\d{1,2}|a few|couple|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty) (?:min|"
    r"mins|"
    r"minutes)(?: or so| in| into it| into the call)?,?(?: and| then| when| before| but| till|"
    r" until){0,2}(?: (?:the|"
    r"her|his|my))?(?: (?:call|line|phone|it|signal|connection|we|she|he|i))? (?:got |just |"
    r"was )?(?:dropped|cut (?:out"
    r"|off)|died|failed|went dead|disconnected|lost (?:her|him|them|the call|signal))(?!\w)"
)
_SPACE = re.compile(r"\s+")
_DOTTED = re.compile(r"(?<=[\d ][ap])\.m\.?(?!\w)")


@cache
def _words(key: str) -> Quick:
    return Quick(rf"(?<!\w)(?:{'|'.join(with_labels(one) for one in table('outcomes')[key])})(?!\w)")


def _flat(text: str) -> str:
    """On one line, the dots of "12:45 p.m." left out: they end no sentence."""
    return _DOTTED.sub("m", _SPACE.sub(" ", text))


def held_after_all(text: str) -> bool:
    """Whether the words tell of an attempt and then of its success."""
    return _words("after_all").search(_SPACE.sub(" ", text)) is not None


_CAME_LATER = re.compile(
    r"\W*(?:(?:and|then|but|so|finally|later|luego|pero|y|i waited(?: and|,)?(?: then)?) ){0,2}"
    r"(?:(?:he|she|they|CHILD)(?: \w+)? (?:came|got (?:home|in|there|back)|showed up|arrived|walked in"
    r"|pulled (?:up|in))|(?:CHILD )?(?:llego|regreso|volvio|vino))(?!\w)"
)


def came_later(text: str) -> bool:
    """Whether a clause tells that who was missed came: from then on it was held."""
    return _CAME_LATER.match(text) is not None


# "Se fue de la casa, no aparece y no contesta": who is gone does not answer; the one who rang did.
_GONE_SILENT = Quick(
    r"(?<!\w)(?:se (?:fue|escapo|salio)|no (?:aparece|ha (?:vuelto|regresado|llegado))|anda perdid[oa])(?!\w)"
    r"[^.;!?\n]{0,90}?(?P<x>(?<!\w)no (?:le )?(?:contesta|responde)(?: (?:el|su) (?:celular|cel|telefono)"
    r"| (?:los )?(?:mensajes|textos)| (?:las )?llamadas)?)(?!\w)"
)
_RANG_ME = re.compile(r"(?<!\w)(?:me|nos) (?:acaba de llamar|llamo|acaba de avisar|aviso)(?!\w)")


def of_the_call(text: str) -> str:
    """`text` of a call, without a runaway who does not answer others."""
    gone = _GONE_SILENT.search(text) if _RANG_ME.search(text) else None
    return f"{text[: gone.start('x')]} {text[gone.end('x') :]}" if gone else text


def came_to_nothing(text: str, told: str, *, wired: bool, parents: bool) -> Outcome | None:
    """Attempted or cancelled where the words say so and nobody is said to have been met; else None.

    `told`: the words that tell the event itself. `wired`: it is a call, of which nobody says that the house
    was dark. `parents`: it is a parent's visit with the child.
    """
    text, told = _flat(text), _flat(told)
    if wired:
        text = of_the_call(_CUT_OFF_LATE.sub(" ", text))
        missed = _words("unreached").search(text) and not _SAID.search(_THEY_SAID.sub(" ", text))
        return Outcome.ATTEMPTED if missed and not _words("met").search(text) else None
    near = text if _PURPOSE.search(text) or _TRIED.search(text) else _sentence(text, told)
    where = (
        ("attempted", text, Outcome.ATTEMPTED),
        ("hindered", near, Outcome.ATTEMPTED),
        ("kept_waiting", text if parents else near, Outcome.ATTEMPTED),
        ("unreached", text if parents else near, Outcome.ATTEMPTED),
        ("cancelled", text if parents else near, Outcome.CANCELLED),
    )
    off = _CALLED_OFF.search(text) is not None  # why nobody came is told beside it
    keys = [one for one in where if not (off and one[0] in ("hindered", "kept_waiting", "unreached"))]
    found = next((outcome for key, words, outcome in keys if _words(key).search(words)), None)
    if found is Outcome.CANCELLED and not off and _WENT_FOR_NOTHING.search(text):
        found = Outcome.ATTEMPTED
    return None if found is None or _words("met").search(text) else found


# "I took CHILD to the dentist, CAREGIVER could not come": held, by the one who went instead of her.
_TOOK = Quick(
    r"(?<!\w)(?:took|drove|brought|transported|accompanied|escorted|lleve|acompane) (?:a )?CHILD"
    r"(?:,? (?:and |y |a )?CHILD)* (?:to|al?|for)(?! (?:\w+ ){0,3}?(?:visit|visita|PARENT))(?!\w)"
)
_STAYED = re.compile(
    r"(?:CAREGIVER|KIN) (?:could not|couldn't|can't|was not able to|wasn't able to|was unable to|did not"
    r"|didn't|no pudo) (?:come|make it|go|attend|join us|venir|ir|acompanar\w*)(?!\w)"
)
# "She thinks her mother will cancel again": nobody has.
_FEARED = re.compile(
    r"(?<!\w)(?:thinks?|worr(?:y|ies|ied)|afraid|expects?|scared|figures|bets|sure|hop(?:es?|ing)|cree|piensa"
    r"|miedo|preocupad[oa])(?!\w)[^.;!?\n]{0,40}? (?:will|(?:is|are) (?:going to|gonna)|might|may|would|gonna"
    r"|va a|vaya a) (?:(?:just|get|be|not) )*cancel\w*(?: (?:again|otra vez))?"
)
# "Owen at Ms Daley's 4:15, 35 min, she was at work so I didn't see her": the carer was missed, not the child.
_CARER_MISSED = Quick(
    r"(?<!\w)(?:CAREGIVER|KIN|she|he|ella|el),? (?:(?:was|is|were|estaba|andaba) )?(?:still "
    r"|already )?(?:at|on|out|away|in|"
    r"upstairs|asleep|next door|working|trabajando|en|con)(?!\w)[^.;!?]{0,40}?(?:,|(?<!\w)(?:so|and"
    r"|y|asi que)) (?:i |we )?"
    r"(?:(?:did not|didn't|never|have not|haven't|did not get to|didn't get to) (?:see|saw|seen|meet"
    r"|met)(?: with)?"
    r"(?: (?:her|him|CAREGIVER|KIN))?|no (?:la|lo) (?:vi|vimos))(?= *(?:$|[.,;!]))"
)
_WITH_THE_CHILD = re.compile(
    r"(?<!\w)CHILD(?!\w).*(?<!\w)(?:\d+ ?(?:min|mins|minutes|minutos|hrs?)|\d[\d:]* ?(?:-|–|to|until"
    r"|till|a) ?\d|played|"
    r"ate|sat with|read|walked|homework|showed|told|jug\w+|comi\w+)(?!\w)",
    re.DOTALL,
)
_FOR_THE_CHILD = re.compile(r"(?<!\w)(?:to see|for|looking for|a ver a|por) CHILD(?!\w)")
# "I'm at her house, she isn't back from work": who is not there yet does not make an attempt of an emergency.
_NOT_BACK = Quick(
    r"(?<!\w)(?:CAREGIVER|KIN|she|he|ella|el) (?:(?:is|was)(?:n't| not)|isnt|not|no ha) (?:back|home"
    r"|here|regresado|vuelto)"
    r"(?: (?:yet|home|todavia))?(?: (?:from|del?) (?:the |la |el )?\w+)?"
)
_I_AM_AT = re.compile(
    r"(?<!\w)(?:(?:i am|i'm|we are|estoy|estamos) (?:still )?(?:here )?(?:at|in|en|with|con)|right now)(?!\w)"
    r"[^.;]{0,60}CHILD (?:is |has |just |esta |se )*(?!not|isn't|wasn't|gone|missing|no)\w+"
)


def _without_missed_carer(text: str) -> str:
    """`text` without the carer who was missed where the child was met."""
    without = _CARER_MISSED.sub(" ", text)  # mostly the same, and found sooner than what must stand beside it
    if without != text and _WITH_THE_CHILD.search(text) and not _FOR_THE_CHILD.search(text):
        text = without
    without = _NOT_BACK.sub(" ", text)
    return without if without != text and _I_AM_AT.search(text) else text


_NOT_ATTEMPTED = re.compile(
    r"(?<!\w)(?:so |and )?(?:(?:it|that|this) )?(?:was |is )?(?:not|wasn'?t|isn'?t|never|no) (?:just )?"
    r"(?:an? )?attempt(?:ed)?(?! to(?!\w))(?!\w)"
)
"""“He answered, so not attempted": what it is not called, by whom somebody answered."""
_CAME_TO_IT = re.compile(
    r"(?<!\w)(?<!no one )(?<!nobody )(?:answered|picked up|came to the (?:door|phone)|talked|spoke|"
    r"was home|met|reached (?:him|her|them)|contesto|atendio|hable|hablamos)(?!\w)"
)


def of_the_event(text: str) -> str:
    """`text` without who stayed at home while the worker took the child, and what is only feared."""
    text = _NOT_ATTEMPTED.sub(" ", text) if _CAME_TO_IT.search(text) else text
    text = _without_missed_carer(_FEARED.sub(" ", text))
    return _STAYED.sub(" ", text) if _TOOK.search(text) else text


def _sentence(text: str, told: str) -> str:
    """The sentence in which the event is told."""
    at = max(text.find(told.strip()), 0)
    left = max((stop.end() for stop in _STOP.finditer(text, 0, at)), default=0)
    stop = _STOP.search(text, at)
    return text[left : stop.start() if stop else len(text)]


_CALLED_OFF = re.compile(r"(?<!\w)(?:cancel\w*|called off|postponed|se suspendio|suspendieron)(?!\w)")
# "Went to see CHILD and she never showed so no visit": nobody called it off, somebody did not come.
_WENT_FOR_NOTHING = re.compile(
    r"(?<!\w)(?:went|gone|came|drove|stopped|swung|got there|got to|showed up|was (?:at|there)|pulled up"
    r"|walked"
    r"|waited|waiting|fui|pase|llegue|maneje|espere|esperamos)(?!\w)[^;!?]{0,160}?(?<!\w)(?:(?:never|did"
    r" not|didn't"
    r"|didnt|nunca|no) (?:showed|show|came|come|turned up|turn up|arrived|appeared|made it|llego|vino"
    r"|aparecio"
    r"|se presento|llegaron|vinieron)|nobody|no one|noone|no[- ]?show\w*|nadie)(?!\w)"
)
_STOP = re.compile(r"[.;!?](?= |$)")
_TRIED = re.compile(
    r"(?<!\w)(?:tried|trying|wanted|hoping|hoped|supposed|meant|planned|scheduled|waited|looking"
    r"|unannounced"
    r"|attempt\w*|intente|queria|iba|tocaba|esper\w+)(?!\w)"
)
# On the phone somebody said something.
_SAID = re.compile(
    r"(?<!\w)(?:she|he|they|PARENT|CAREGIVER|KIN|PRO|DOC|SCHOOLSTAFF) (?:also |just |really )?(?:says?|said"
    r"|wants?|needs?|asked|thinks|reports?|reported|feels|told|agreed|explained|confirmed"
    r"|is (?!asleep|not|out|at|gone|busy|away|unavailable|working|sleeping|off|still|in|with|on))"
)
_PURPOSE = Quick(
    r"(?<!\w)(?:went|gone|came|drove|stopped|swung|ran|dropped|headed|got|arrived|showed up|was|made"
    r"|pulled up|walked|rode|fui|pase|llegue|manejé)(?!\w)[^.;!?]{0,90}?"
    r"(?:(?:to|a) (?:see|visit|meet|meet with|check on|pick up|ver|visitar|recoger)(?: with)?(?: a)?|for"
    r"|por)"
    r" (?:CHILD|the kids|the children|the boys|the girls|both kids|them|him|her|los ninos|los nenes)(?!\w)"
)
_NO_MATTER = re.compile(
    r"(?<!\w)(?:no|not any|any|without|sin|ningun\w*) (?:\w+ )?(?:concerns?|issues?|problems?|marks|bruises"
    r"|questions?|changes?|safety|complaints?|needs|other|worries|new|injuries|updates?|preocupa\w+"
    r"|problemas?)"
    r"|(?<!\w)(?:nobody|no one|noone|never|not|hasn't|isn't|wasn't|aint|ain't|nadie)(?: (?:has|had|ever"
    r"|been|yet|even"
    r"|l[oae]s?|ha|han|sido))* (?:cleared|approved|fingerprinted|checked|vetted|aprobad[oa]|autorizad[oa]"
    r"|aprobo|autorizo|revisad[oa])(?!\w)"
    r"|(?<!\w)left (?!(?:a|my|the|her|him) (?:message|card|note|voicemail))(?:it|them|these|(?:the|a|an|his|"
    r"her|"
    r"their|some) (?:\w+ ){1,2}?)(?: ?with| ?for| ?there)(?!\w)"
    r"|(?<!\w)not (?:happy|thrilled|sure|too|bad|much|very|so|really|feeling|wanting|ready|as|the same)"
)
_FAILED = re.compile(
    r"(?<!\w)(?:not|never|nobody|no one|noone|none|no|unable|refused|refuses|wouldn't|couldn't|didn't"
    r"|wasn't"
    r"|weren't|isn't|can't|won't|forgot|forgotten|cancel\w*|locked|closed|dark|gone|empty|left|absent"
    r"|(?:was|were|been|got|is|already) (?:already |just )?(?:signed|checked) out|(?:already|had|had just)"
    r" (?:been )?(?:picked up|taken|sent home|dismissed|released|gone)|picked up early"
    r"|suspended|suspendieron|suspendid[oa]|missed|nadie|nunca|cerrad[oa]|ausente|falto|olvido"
    r"|se habian? ido)(?!\w)"
)
_CAME_OF_IT = re.compile(
    r"(?<!\w)(?:doing|did (?:well|good|great|fine|ok)|happy|good|great|fine|ok|okay|well|clean|safe|neat"
    r"|appropriate|calm|quiet|shy|tired|sleepy|upset|play\w*|show\w*|talk\w*|chat\w*|tell\w*|told|says?"
    r"|sa(?:id|ys)|ask\w*|discuss\w*|enjoy\w*|laugh\w*|smil\w*|hug\w*|read|reading|drew|draw\w*|ate|eating"
    r"|saw|seen|met|spoke|speak\w*|observ\w*|review\w*|check\w*|visited|helped|answered me|cried|likes?"
    r"|loves?|wants?|reports?|reported|spent|stayed|\d+ ?min\w*|minutes|hour|hora|minutos|vi|bien"
    r"|content[oa]"
    r"|dijo|dice|hable|platic\w*|conto|had a|was (?:in|with|there|home|asleep|awake|on)|is|home and|worried"
    r"|we|us|me that)(?!\w)"
)


# "They said she got suspended": nobody's talk with the worker, but why the child was not there.
_THEY_SAID = re.compile(
    r"(?<!\w)(?:they (?:said|say|told me)|me dijeron|dicen|dijeron|me (?:dijo|informo)(?= que (?:\w+"
    r" ){0,3}?"
    r"(?:no (?:habia|fue|vino|estaba|llego)|ya (?:no estaba|se (?:fue|habia)))(?!\w)))(?: that| que)?(?!\w)"
)
_NOT_SEEN = re.compile(
    r"(?<!\w)(?:no (?:lo|la|los|las) (?:vi|vimos)|(?:did not|didn't|never) (?:see|saw) (?:him|her|"
    r"them))(?!\w)"
)


def purpose_unmet(text: str) -> bool:
    """“Went to Lee's to see CHILD, gate chained": only what it was for is told, and what stood in the way."""
    text = _flat(text)
    purpose = _PURPOSE.search(text)
    if purpose is None:
        return False
    rest = _NO_MATTER.sub(" ", text[: purpose.start()] + " ; " + text[purpose.end() :])
    rest = _THEY_SAID.sub(" ", _NOT_SEEN.sub(" never ", rest))
    return _FAILED.search(rest) is not None and _CAME_OF_IT.search(rest) is None
