"""Who was not met after all, and what was held although one of those asked did not come."""

from __future__ import annotations

import re

# "Went to see him at school, he was absent": nobody was met.
WENT_AHEAD = re.compile(
    r"(?<!\w)(?:(?:held|had|did|started|ran|went on with) (?:it|the (?:conference|meeting|visit|"
    r"review)) (?:anyway|anyways|without (?:her|him|them)|regardless)|"
    r"(?:went|go|going) ahead (?:with(?:out)?|anyway|and (?:held|met))|went on without (?:her|him|them)"
    r"|proceeded without|(?:la|lo) hicimos (?:de todos modos|sin (?:ella|el)))(?!\w)"
)
_ABSENT = re.compile(
    r"(?<!\w)(?:(?:was|were|is|marked) absent(?! from| for| \d)|(?:did not|didn't) (?:come|go|"
    r"make it) to school|falto a (?:la escuela|clases?) hoy"
    r"|no fue a la escuela)(?!\w)"
)
_UNSEEN = re.compile(
    r"(?<!\w)(?:could not|couldn't|couldnt|unable to|was not able to|wasn't able to|did not get to|"
    r"didn't get to|never got to|no pude|no pudimos|no logre) "
    r"(?:see|meet with|visit|ver|visitar)(?: a)? CHILD(?!\w)"
)
_CHILD_STAYED = re.compile(
    r"(?<!\w)CHILD (?:(?:did not|didn't|could not|couldn't) (?:come|attend|make it)|"
    r"no (?:vino|llego|asistio|pudo venir)|(?:was not|wasn't) there|no estaba|was out sick|stayed home"
    r"|(?:refused|would not|wouldn't|did not want|didn't want)(?: to)? (?:come(?: out)?|open|talk|speak|see"
    r"|join)|no quiso (?:salir|hablar|abrir))(?!\w)"
    r"|(?<!\w)(?:hoping|waited|waiting|stayed) (?:\w+ )?(?:to (?:see|catch)|for) CHILD[^.;]{0,20} never \w+"
)
_MET_ANYONE = re.compile(
    r"(?<!\w)(?<!to )(?:saw|seen|met|sat (?:with|down|in)|spoke|talked|visited|told me|spent|observed|"
    r"home visit|vi|visite|hable|conoci)(?!\w)"
)
_WITH_CHILD = re.compile(
    r"(?<!sibling )(?<!supervised )(?<!family )(?<!\w)(?:visit|hv|h/v|home visit|"
    r"school visit)(?: (?!with\b|w\b|to\b)\S+){0,4} (?:with|w|to) CHILD(?!\w)"
)
_OTHERS_NO_SHOW = re.compile(
    r"(?<!\w)(?:brother|sister|sibling|cousin|therapist|tutor|aide|coach|grandma|uncle|aunt|KIN|PRO|DOC|"
    r"PERSON|SCHOOLSTAFF|STAFF) (?:was a )?no[- ]?show(?:ed)?(?!\w)"
)

# "Called her back at 10:20, he is still not home": the child is, and the call was answered.
CHILD_OUT = re.compile(
    r"(?<!\w)(?:(?:CHILD|(?:the )?kids?)(?:'s| is| was| are| were)?|(?:he|she|they)(?:'s| is| was| are|'re|"
    r" were)? still) (?:(?:is|was|still) )?(?:not|isn't|wasn't|ain't) (?:at |back |yet |been )*(?:home"
    r"|there|"
    r"back|returned|found)(?!\w)"
)


# "No reply as yet" to a letter: it was sent, and that is all that it was for. A text is meant to be answered.
_NO_REPLY = re.compile(
    r"(?<!\w)(?:no|not|sin|without(?: a)?|(?:haven't|have not|hasn't|has not|didn't|did not|never)(?:"
    r" \w+)?) ?(?:any )?"
    r"(?:reply|replies|replied|response|responded|answer(?:ed)?|word|heard|hear|respuesta|contestado"
    r"|respondido)"
    r"(?: (?:back|from (?:her|him|them)|as yet|yet|so far|as of now|todavia|aun))*(?!\w)"
    r"|(?<!\w)(?:still |and |but )*(?:nothing|crickets|not a word|no word)(?: back| from (?:her|him|them)|"
    r" yet| so far)+(?!\w)"
)


def of_a_wire(text: str, kind: str) -> str:
    """What tells a call or message, without a child's absence and without the answer that a letter lacks."""
    text = CHILD_OUT.sub(" ", text)
    return _NO_REPLY.sub(" ", text) if kind in ("email", "mail") else text


def absent(text: str) -> bool:
    """“Went to see CHILD at school, he was absent", "couldn't see CHILD": nobody is said to have been met."""
    if _UNSEEN.search(text) and text.count("CHILD") == 1 and not _MET_ANYONE.search(text):
        return True
    return _ABSENT.search(text) is not None and _MET_ANYONE.search(text) is None


def one_stayed_away(clause: str, text: str) -> bool:
    """“CHILD no vino, CHILD contenta”, of a visit with a parent: it was held, with the others."""
    return _CHILD_STAYED.search(clause) is not None and text.count("CHILD") > 1


def others_no_show(clause: str, text: str) -> bool:
    """“Visit with CHILD, her brother no-showed”: somebody else than whom the visit was to stayed away."""
    return _OTHERS_NO_SHOW.search(clause) is not None and _WITH_CHILD.search(text) is not None
