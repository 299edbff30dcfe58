"""Words by which a clause only reports what others did, over canonical words; compiled once."""

from __future__ import annotations

import re

_REPORTED = re.compile(
    r"(?<!\w)(?:he|she|they|CHILD|FAMILY|PARENT|KIN|PERSON|SCHOOLSTAFF|CAREGIVER|DOC|PRO|mom|dad|el|"
    r"ella) (?:\w+ ){0,2}?(?:(?:called|texted|phoned|facetimed) (?:him|her|them)|left|ran|went|woke|came|"
    r"got|fell|took|walked|disappeared|started|stopped|wakes|goes|gets|sleeps|slept|ate|was|were|is|are|has|"
    r"had|(?:brings?|carry|carries|takes?|drops?|picks?)(?= (?:her|him|them|CHILD)(?!\w))|"
    r"cut|hit|threw|punched|passed|refused|lost|broke|drank|bit|stole|swung|tore|"
    r"(?!visited|picked|dropped|observed|interviewed|supervised|called|texted)[a-z]{3,}ed|se|fue"
    r"|salio|llego|esta|estaba|tiene|tuvo|dijo|told|says?|said|"
    r"reported)(?!\w)"
)
# "11:30 Mr Drake no llegó", behind another event: the worker's own appointment, to which nobody came.
_STAYED_AWAY = re.compile(
    r"(?<!\w)(?:CHILD|PARENT|KIN|CAREGIVER|PRO|DOC|PERSON),? (?:(?:just|also|nomas|ya) )?(?:"
    r"(?:no|nunca) (?:llego|vino|se presento|aparecio|asistio)(?! al? (?:la escuela|clases?|terapia|tiempo))"
    r"|(?:was |were )?(?:absent|no show\w*)|(?:did not|didn't|never) (?:show(?:ed)?|came|come|make it"
    r"|made it|appear(?:ed)?|turn(?:ed)? up)(?! (?:to|for|at) (?:school|class|therapy|work|practice)))(?!\w)"
)
GOT_THROUGH = re.compile(
    r"(?<!\w)(?:(?:got|reached|caught) (?:her|him|them|through|ahold|a hold|hold|CAREGIVER|PARENT|KIN)|"
    r"(?:she|he|they) (?:answered|picked up)|answered(?: me)?(?= (?:at|on|and)|$)|picked up|"
    r"called (?:me )?back|returned my call|managed (?:it|to)(?= )|got through|"
    r"(?:ahi |luego )?(?:si )?contesto|me devolvio)(?!\w)"
)
OFF = re.compile(
    r"(?<!\w)(?:(?:that(?: one)?|it|this(?: one)?|visit)(?:'s| is|s| was) (?:off|cancel\w*)"
    r"|call(?:ed)? it off|(?:quedo|se) cancel\w*|(?:(?:called|texted|emailed|wrote|messaged) (?:me |us )?"
    r"[^.;\n]{0,40}?|me (?:llamo|escribio|aviso|mando) [^.;\n]{0,40}?)(?:(?:is|was|has|have|had"
    r"|got) (?:too |really |so |a |"
    r"the )*(?:sick|ill|flu|fever|covid|car trouble|no ride)|(?:can't|cannot|couldn't|could not"
    r"|won't|not able to|unable to) "
    r"(?:come|make|do it|be there|get (?:here|there))|not coming|no (?:puede|podia|va a poder"
    r"|iba a poder|pudo)|"
    r"(?:esta|estaba) enferm[oa]))(?!\w)"
)
# "Left a message for the law guardian", behind a visit that was held.
_LEFT_WORD = (
    r"\W*(?:(?:and|so|y|then|also|luego|tambien) ){0,2}(?:i |we |yo |le )?(?:left|deje) "
    r"(?:(?!(?:a )?note)\w+ ){0,3}?(?:messages?|voicemails?|vm|msg|word|mensaje|recado) "
    r"(?:for|with|to|on|a|con|para)(?!\w)"
)
LEFT_WORD = re.compile(_LEFT_WORD)
SENT_BY_ME = re.compile(
    rf"{_LEFT_WORD}|"
    r"(?<!\w)(?:(?:and|then|so|later|afterwards?|after that|y|luego|despues),? )*"
    r"(?:on (?:the|my) (?:drive|way|ride|walk|train)[^.,;\n]{0,20},? )?(?:i|we|and|then|yo)?\s*"
    r"(?:then |also |le )?"
    r"(?:called|returned|emailed|mailed|texted|phoned|llame|escribi|mande"
    r"|phone call (?:with |to )?[A-Z]{3,})(?!\w)"
    # "Visit calendar mailed to CAREGIVER", "letter to his PARENT sent today": what was sent comes first.
    r"|(?:also |and )?(?!(?:he|she|they|who|it|judge|court|school|mom|dad)(?!\w))(?:[a-z'&-]+ ){1,6}?"
    r"(?:mailed|emailed|faxed|sent|posted)(?: out| over)? to (?:(?:the|both|her|his|their) )*[A-Z]{3,}"
    r"|(?:also |and )?(?:the |an? )?(?:letter|packet|copy|copies|card|calendar|forms?|papers|notice) "
    r"(?:to|for) (?:(?:the|her|his|their) )?[A-Z]{3,} (?:was |were |went )?(?:mailed|sent|out|posted)(?!\w)"
)
BACK = re.compile(
    r"(?<!\w)(?:(?<!drive )(?<!way )(?<!ride )back|voicemail|message|mensaje|hung up|no answer|"
    r"called and told|buzon)(?!\w)"
)
# "Sun - nothing", "Sat: off": a day of which there is nothing to tell.
NOTHING = re.compile(
    r"\W*(?:[\w/]+(?: \d[\w/]*)? ?[:-] ?)?(?:nothing|none|off|no (?:contacts?|visits?|calls?)|nada|libre)\W*"
)
CASE_CALLED = re.compile(
    r"(?:but |and |it |we |case )*(?:was |were |got |not |finally )*called (?:at|around|until|til|late)(?!\w)"
)
AFTERWARDS = re.compile(
    r"(?<!\w)(?:(?:when|once|as soon as) (?:it|court|we|they|the \w+) (?:was|were|got|let) (?:all )?"
    r"(?:over|done|out|finished|through)|on (?:the|our|my) way out|afterwards?|after that|right after|"
    r"just after|despues|(?:al|a la|ya) (?:salir|terminar|acabar|finalizar|final|salida)|cuando (?:termino|"
    r"acabo|"
    r"salimos|termine|terminamos)|beforehand|before that|after(?= (?:for|about|$)| ?,)|"
    r"in the hallway (?:before|after)|then (?:me and (?:PARENT|PRO|KIN)|(?:PARENT|PRO|KIN) and (?:me|i)) "
    r"(?:talked|spoke|chatted|met|sat)"
    # "Then I talked to her in the courthouse hallway": behind the hearing, and beside it.
    r"|then (?:i|we) (?:also )?(?:talked|spoke|met|chatted|sat(?: down)?|caught up) (?:to|with) "
    r"(?:[A-Z]{3,}|her|him|them)(?: and [A-Z]{3,})? (?:\w+ ){0,2}?(?:(?:in|at|on) the (?:court\w* "
    r"(?:hallway|hall|lobby|steps|bench)|(?:hallway|hall|lobby|steps) (?:of|at) (?:the )?court\w*)"
    r"|outside (?:of )?(?:the )?court\w*))(?!\w)"
)
THEN = re.compile(
    r"(?<!\w)(?:then|after(?:wards?| that)?|before that|later|luego|despues|antes|also|first|next|"
    r"separately|hallway)(?!\w)"
)
# "After court at 9:30 | I sat with PARENT in the hall": behind the hearing whose hour it is.
BEHIND_IT = re.compile(
    r"\W*(?:then |and |so |i )?(?:(?:right|just|immediately) )?(?:sali de|left|got out of|after|following|"
    r"leaving|coming out of|"
    r"despues de|"
    r"saliendo de|al salir de)(?: (?:the|la|el|our|my|her|his|their|[A-Z]{3,}(?:'s)?))* (?:[a-z]+ ){0,2}?"
    r"(?:court|hearing|corte|audiencia|trial|conference|review|visit|visita)(?!\w)"
)
ME_NOW = re.compile(
    r"(?<!\w)(?:i am|we are|i'm|estoy|estamos) |^\W*(?:and |but |so )?(?:still |back |here |"
    r"currently )*(?:at|with|con) "
)
NOW = re.compile(r"(?<!\w)(?:right now|now|ahora|ahorita|currently|en este momento)(?!\w)")

# "Leo at Ms Lee's, | 2:00.": who and where, and behind the comma when.
WHERE_ALONE = re.compile(
    r"\W*(?:CHILD(?:,? (?:and|y|&) CHILD)* (?:at|@|en|in) [\w' ]{2,40}|(?:(?:first|second|third|fourth|"
    r"next|last|then)(?: (?:stop|visit|home|one)(?: was)?)?,? )?(?:at |@ ?|to )?CAREGIVER(?:'s)?"
    r"(?: (?:home|house|place))?),? ?$"
)

# "Call 2: Mr Ode, 11:00 am, 6 min": a row with its number and its name before its hour.
ROW = re.compile(
    r"\W*(?:(?:phone )?call|visit|contact|attempt|meeting|text|llamada|visita|contacto|intento) ?"
    r"#?\d\d? ?[:.)–-]"
)
# "2) 10:30a - ": a number and an hour, and a sign that more follows.
HOUR_ROW = re.compile(
    r"\W*\d{1,2}\) ?(?:at )?\d{1,2}(?::?\d\d)? ?(?:[ap]\.?m?\.?)?"
    r"(?: ?(?:-|to) ?\d{1,2}:?\d*(?: ?[ap]m?)?)? ?[-–—,:]"
    # "11a - Linden House - CHILD"
    r"|\W*\d{1,2}(?::?\d\d)? ?(?:[ap]\.?m?\.?)? [-–—] "
)


def reports(text: str) -> bool:
    """Whether words tell of what others did; who did not come to the worker is no such tale."""
    return _REPORTED.search(text) is not None and _STAYED_AWAY.search(text) is None


# "I stopped at Ms Lee's, | that was twenty to four", "I called her, | no answer 1:55": its hour behind it.
THAT_WAS = re.compile(
    r"\W*(?:(?:that|this|it) (?:was|would(?: have)? be(?:en)?) (?:at|about|around|just)?|(?:no (?:answer|"
    r"response|pick ?up|contest\w+)|rang out|it rang)(?: (?:at|around|@|a las?))? ?(?=\d))"
)
