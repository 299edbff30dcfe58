"""The words by which an item's people and place are told, over canonical words; compiled once."""

from __future__ import annotations

import re

TO_ADULT = re.compile(
    r"(?<!\w)(?:she|he|ella|el) (?:stayed|hung|waited|remained|lingered|se quedo)(?: (?:\w+ ){0,2}?\w+)?,? "
    r"(?:and|so|y) (?:i|we)(?!\w)|"
    r"(?<!\w)(?:le|la|lo) (?:llame|escribi|mande|deje|envie|entregue|marque)(?!\w)|"
    r"(?<!\w)(?:me (?:llamo|escribio|mando))(?!\w)|"
    r"(?<!\w)(?:called|texted|emailed|mailed|phoned|handed|gave|sent|told|spoke (?:with|to)|"
    r"talked (?:with|to)|wrote|visited|met(?: with)?|"
    r"(?:le|la|lo) (?:llame|escribi|mande|deje|envie|entregue)|hable con) (?:her|him|ella|el|un|una|la|otra|"
    r"back)?(?!\w)"
    r"|(?<!\w)(?:she|he|ella) (?:\w+ )?(?:called|rang|phoned|texted|emailed|answered|picked up|got) (?:me "
    r")?back(?!\w)"
)
# "Then just me and her 6:50 to 7", behind a visit of hers with the children.
JUST_US = re.compile(
    r"(?<!\w)(?:(?:just|only) (?:(?:me|i) (?:and|with) (?:her|him)|(?:her|him) and (?:me|i))|"
    r"(?:solo|nomas|nada mas) (?:ella|el) y yo)(?!\w)"
)
BOTH = re.compile(r"(?<!\w)(?:with|saw|joined|met) (?:them|both)(?!\w)|con (?:ellos|ellas|los dos|las dos)")
ONCE_MORE = re.compile(r"(?<!\w)(?:again (?:at|around)|otra vez a las|de nuevo a las)(?!\w)")
SAME_PLACE = re.compile(
    r"(?<!\w)(?:same (?:place|location|spot)|(?:alla|ahi|alli|aqui) mismo|mismo lugar|mismo sitio)(?!\w)"
)
THEIR = re.compile(r"(?<!\w)(?:their|sus)(?!\w)")
# "Tiene su visita con PARENT", "his visit with her is Friday": the visit of those told of before.
ITS_VISIT = re.compile(
    r"(?<!\w)(?:su|sus|her|his|their) (?:\w+ ){0,2}?(?:visits?|visitas?) (?:with|"
    r"con) (?:\w+ )?(?:PARENT|her|him|them|ella|el)(?!\w)"
)
NOBODY = re.compile(
    r"(?<!\w)(?:no show\w*|nobody|no one|no answer|(?:did not|didn't|never) (?:show|came|come|appear|"
    r"answer|arriv|turned)\w*|asked (?:me|us) (?:not|to (?:leave|go|come back))|tried to|attempted"
    r"|(?:sent|turned) (?:me|us) away|not a good time"
    r"|(?:did not|didn't|would not|wouldn't|refused to) (?:let|open)|nadie|no (?:llego|vino|contesto"
    r"|se presento|aparecio))(?!\w)"
)
_ONE_MET = r"(?:[A-Z]{3,}|each of them|(?:the )?(?:boy|girl|kids?|baby|child|children)|[a-z][\w'-]*[a-fh-z])"
_WHO_WAS_MET = rf"{_ONE_MET}(?:(?:, | and |, and |, then ){_ONE_MET})* (?:first |briefly |too |also )?"
# "Spoke with CHILD by herself", "then it was just me and him": no "he walks to school by himself".
MET_BY_ITSELF = (
    r"(?:spoke|talked|talk|chatted|met|saw|seen|see|sat|interviewed|visited|time)(?: (?:briefly|down|also|"
    rf"with|to|w))* {_WHO_WAS_MET}(?:in (?:her|his|the) \w+ )?by (?:him|her|them)sel(?:f|ves)|"
    r"(?:just|only) (?:me and (?:him|her|them|CHILD)(?! \w+'s)(?= (?:at|in|on|for|today|and|then|there|"
    r"outside|about|this|the whole|by)\b|\W*$| ?[.,;])|(?:him|her|them|CHILD) and (?:me|i)|"
    r"the two of us|us two)|"
    r"(?:hable|platique|me reuni|estuve|la vi|las vi|la entreviste)(?: (?:con|a|ella|ellas|CHILD))* solas?|"
    r"(?:hable|platique|estuve) con (?:el|ellos|CHILD) solos?(?= *(?:$|[.,;]| en su cuarto| y ))|"
    r"(?:solo|nomas|nada mas) (?:el|ella) y yo"
)
ALONE = re.compile(
    r"(?<!\w)(?:alone|privately|(?:one|1)[ -](?:on|to)[ -](?:one|1)(?![:/\d]| (?:aide|para|support|staff|"
    r"nurse|tutor|help))|1:1|in private|a solas|sol[oa] con|uno a uno|separately|"
    # "Sola 10 min", "solo en su cuarto 10 min"; "solo 10 min" is only ten.
    r"(?:solas?(?: en (?:su|el|la) \w+)?|(?:sol[oa]s? en (?:su|el|la) \w+)|(?<=CHILD )solos?)"
    r"(?: (?:por|unos|como|durante))* (?:\d{1,3} ?min\w*|un (?:ratito|rato|momento)|media hora)"
    r"|(?<=min )solas?|(?<=minutos )solas?|"
    rf"{MET_BY_ITSELF})(?!\w)"
)
# "No one to one, she's 4", "scared to be alone with his mom", "se queda solo": no way a child was seen.
LEFT_ALONE = re.compile(
    r"(?<!\w)(?:be|being|been|left|leave|leaves|leaving|stay|stays|stayed|staying|home|sleeps?|walks?|lives?|"
    r"quedar(?:se|me|nos)|quede|quedan?|quedo|estar|este|deja|dejan|dejo|dejen|dejaron|"
    r"dejar(?:lo|la|los|las)|vivir) (?:home |en casa |en la casa )?(?:all )?(?:alone|sol[oa] con|"
    r"sol[oa]s?(?! con)|a solas)(?! (?:with )?(?:me|us)(?!\w))"
    r"|(?<!\w)(?:not|wasn't|weren't|isn't|didn't|never|without|sin|unable|couldn't|can't|no|nothing|nunca)"
    r" (?:(?:any|a|get|got|able|to|have|had|do|did|seen|see|spoken|talk|talked|speak|met|with|him|her|them|"
    r"time|be|is|was|la|lo|los|las|vi|hable|pude|hubo|verl[oa]) ){0,5}(?:alone|privately|"
    r"(?:one|1)[ -](?:on|to)[ -](?:one|1)|1:1|in private|a solas|sol[oa] con|uno a uno|separately)(?!\w)"
    r"|(?<!\w)(?:alone|sol[oa]) (?:with|con) (?:(?:the|his|her|their|la|el|su|sus) )?"
    r"(?:PARENT|CAREGIVER|KIN|PERSON|mom|dad|mother|father|mama|papa|novi[oa]|boyfriend|tio|tia|uncle|"
    r"aunt)(?!\w)"
)
I_WAS_THERE = re.compile(
    r"(?<!\w)(?:i|we|me|us|i'm|we're|here|on scene|on site|now|rn|estoy|estamos|conmigo|aqui|ahora|"
    r"face to face|in person|(?:with|con|a) CHILD)(?!\w)"
)
CAME = re.compile(
    r"(?<!\w)PARENT (?!no |not |never |did|didn)(?:\w+ )?(?:visited|visito|came|vino|arrived|llego|brought"
    r"|trajo|showed up|attended|was (?:there|on time))(?!\w)"
    # "Kristy and both kids. Brad no show"
    r"|(?<!\w)PARENT(?:,? (?:and|y|with|con|\+)|,) (?:(?:the|all|both|los|sus|las?|ambos) ){0,2}(?:\d )?"
    r"(?:CHILD|FAMILY|both|kids|children|girls|boys|ninos|ninas|nenes)(?!\w)(?! (?:was|were|did|no|had)\b)"
)
# "Next one is Tuesday at 4, also here": in the house from which the worker writes.
HERE = re.compile(rf"{SAME_PLACE.pattern}|(?<!\w)(?:here|aqui)(?!\w)")
