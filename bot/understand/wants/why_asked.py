"""Why somebody asks, told behind the question: "number for Justin's PO, she called from a blocked line".

A call missed, a number lost, a line that is dead: it says why, and is no contact to be noted. What has an
hour of its own or tells of more than that is told, and stays.
"""

from __future__ import annotations

import re

from bot.understand.wants.saying import CLOCK

_CUT = re.compile(r"[?!.;,\n]+(?=\s|$)| - | (?=(?:because|cause|cuz|bc|since|porque|pq|and|y) )")
_WHO = (
    r"(?:(?:the |my |his |her |el |la |su |un |una )?(?:[A-Z]{3,}|mom|dad|worker|lawyer|aunt|(?:wo)?man|lady|"
    r"guy)|she|he|they|it|someone|somebody|anyone|whoever|alguien)"
)
_MISSED = (
    r"(?:voicemails?|vms?|(?:missed )?calls?|texts?|messages?|msgs?|e-?mails?|mensajes?(?: de voz)?|"
    r"correos?(?: de voz)?|llamadas?(?: perdidas?)?)"
)
_ABOUT = (
    r"(?: (?:from|about|re|that (?:i|nobody|is|was|cuts?|sounds?|makes?)|this|last|overnight|in|on|de|sobre|"
    r"que|esta|anoche))(?!\w)"
)
_WHY = re.compile(
    r" *(?:(?:because|cause|cuz|bc|since|porque|pq|and|y|so|sorry|perdon) )*(?:"
    rf"(?:i |we |ya )?(?:just |keep |also )?(?:got|getting|have|had|missed|received|found|see|tengo|"
    rf"me salio) (?:a|an|the|her|his|their|this|two|three|some|another|un|una|dos)? ?{_MISSED}{_ABOUT}"
    rf"|{_WHO} (?:just |also |only |keeps? |been |has |have |had |is |'s |already |me |nos |ya ){{0,3}}"
    r"(?:called|calling|call|rang|ringing|texted|texting|left (?:me |us )?(?:a |two |no |his |her )?"
    r"(?:voicemail|vm|message|msg|number|callback)|hung up|emailed|paged|buzzed|trying to (?:reach|call)|"
    r"wants? me to (?:call|phone|text)|asked me to (?:call|phone|text)|llam[oa]|llamaron|escribi[oa]|dejo|"
    r"colgo|mando|(?:changed|switched|got) (?:\w+ ){0,3}?(?:number|phone|cell))(?!\w)"
    r"|(?:me |nos )(?:llamo|llamaron|dejo|dejaron|escribio|mando|marco|colgo)(?!\w)"
    r"|i (?:just |must have |think i |seem to have |have |had |accidentally )?(?:lost|deleted|misplaced|"
    r"erased|never (?:saved|had|got|wrote)|do not have|don't have|dont have|can't find|cannot find|cant find|"
    r"forgot|changed phones|got a new phone|switched phones|left (?:my|it|the))(?!\w)"
    r"|(?:perdi|borre|se me (?:borro|perdio|olvido)|no l[oa] (?:tengo|encuentro)|cambie de "
    r"(?:tel\w*|cel\w*))(?!\w)"
    r"|(?:the |my )?(?:one|number|#|cell|phone|line)(?: that)?(?: (?:i|we) have| in (?:the|my) \w+| on "
    r"file)? (?:is|was|goes|went|died|rings|keeps|got|doesn't|isn't|just)(?!\w)"
    r"|(?:el|la) (?:numero |que )?(?:que )?tengo (?:no|esta|suena|ya)(?!\w))"
)
_TOLD = re.compile(
    r"(?<!\w)(?:saw|visited|met (?:with|her|him)|went|home visit|hv|sat with|spoke (?:to|with)|"
    r"talked (?:to|with)|told (?:me|us|her|him)|said|says|vi|visite|hable|fui|me (?:dijo|conto))(?!\w)"
)
_LONGEST = 24


def without_why(text: str) -> str:
    """The question alone, of a text (`Plain.text`) that says behind it why it is asked."""
    for cut in _CUT.finditer(text):
        rest = text[cut.end() :]
        if not _WHY.match(rest) or len(rest.split()) > _LONGEST:
            continue
        if CLOCK.search(rest) or _TOLD.search(rest):
            return text
        return text[: cut.end()].rstrip(" ,;-")
    return text
