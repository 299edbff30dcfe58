"""“What did Rosa return", "qué me devolvieron", "what's still to fix": one's own notes that came back."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.understand.writing.text import evened

_LEAD = (
    r"^\W*(?:(?:so|ok|okay|and|but|wait|um|hey|hi|oye|pero|y|a ver|show me|list|see|tell me|muestrame|dime"
    r"|ensename),? )*"
)
_WORD = r"[^\W\d][\w'-]+"
_WHO = (
    r"(?P<who>(?:(?:my|the|mi|la|el|ms|mr|mrs|miss|dr|sra?|senora?|don|dona)\.? )*"
    rf"(?!call|vm|the|me|my|la|el|mi){_WORD}(?: (?!me|back|any|it|to|a|algo|today|hoy|yet|ya){_WORD})?)"
)
_DID = (
    r"(?:return|returned|reject|rejected|bounce|bounced"
    r"|(?:send|sent|kick|kicked|give|gave|given|throw|hand)(?=.* back(?!\w)))"
)
_TO_ME = r"(?: (?:back|to me|me|on me|over))*"
_BACK = r"(?:back|returned|sent back|kicked back|rejected|bounced)"
_DEVOLVIO = (
    r"(?:h[ae]n? )?(?:devolvi\w+|devuelto|regres(?:o|aron|ado)|rechaz(?:o|aron|ado)|retorn(?:o|aron|ado)"
    r"|mand(?:o|aron) (?:de vuelta|para atras|de regreso))"
)
_DEVUELTAS = r"(?:devuelt[oa]s?|regresad[oa]s?|rechazad[oa]s?)"
_QUIERE = r"que (?:es lo que )?(?:quiere|quiso|pide|pidio)"
_CORRIJA = r"que (?:le )?(?:corrija|arregle|cambie|agregue|ponga)"
_END = r"(?: (?:today|yet|so far|now|this week|ya|hoy|todavia|esta semana|a mi|to me|of mine|back))*[?.! ]*$"
_WHICH = r"(?:what|which(?: ones?)?|what all|which of mine|(?:what|which)(?: of my)? (?:notes?|ones?))"
_CUALES = r"(?:que|cuales?)(?: (?:notas?|cosas?))?"


def _made(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_LEAD + each.replace("WHO", _WHO) + _END) for each in patterns)


_ASKED = _made(
    rf"{_WHICH} (?:did|has|have) WHO {_DID}{_TO_ME}",
    rf"(?:did|has) WHO {_DID}{_TO_ME} "
    rf"(?:any(?:thing|(?: of my)? notes?| of (?:mine|them))?|something){_TO_ME}",
    rf"{_WHICH} (?:(?:came|come|comes|was|were|got|is|are|has been|have been|has come) )?{_BACK}"
    r"(?: (?:from|by) WHO)?",
    rf"(?:did|has|have) (?:anything|any notes?|something|any of (?:mine|my notes)) (?:come|came|get|got|been"
    rf"|gotten) {_BACK}(?: (?:from|by) WHO)?",
    rf"(?:(?:is there|are there|do i have|have i got) )?(?:anything|any notes?|any) "
    rf"(?:come |came |sent |been )?{_BACK}(?: (?:from|by) WHO)?",
    r"(?:(?:do i have |are there |my |any |the )+)?(?:returns|returned notes|notes (?:sent back|returned)"
    r"|returned ones)",
    r"what (?:does|did|do) WHO (?:want|need)(?:s|ed)?(?: me)? (?:to (?:fix|change|correct|redo|revise|add)"
    r"|fixed|changed|corrected)(?: .{0,30})?",
    rf"{_QUIERE} WHO {_CORRIJA}",
    rf"{_QUIERE} {_CORRIJA} WHO",
    rf"{_CUALES} (?:me |nos )?{_DEVOLVIO}(?: (?:a )?WHO)?",
    rf"(?:WHO )?(?:me |nos ){_DEVOLVIO} (?:algo|alguna(?: nota)?|notas?)",
    rf"(?:me |nos ){_DEVOLVIO} WHO (?:algo|alguna(?: nota)?|notas?)",
    rf"(?:hay|tengo)(?: (?:algo|alguna|alguna nota|notas?))? {_DEVUELTAS}",
    rf"{_CUALES} (?:tengo|hay|estan|fueron|son las) {_DEVUELTAS}",
    rf"(?:mis|las) notas? {_DEVUELTAS}",
)
_TO_FIX = re.compile(
    rf"{_LEAD}(?:what(?:'?s| is| do i| all do i)? (?:still |left )*(?:(?:have|need|got) )?(?:left )?to"
    rf" (?:fix|correct|redo|revise)"
    r"|what (?:still )?needs (?:fixing|correcting|to be (?:fixed|corrected))"
    r"|que (?:(?:me|nos|aun|todavia) )*(?:falta|tengo que|hay que|debo|queda)(?: por)? (?:corregir|arreglar"
    rf"|revisar)){_END}"
)
_ANYBODY = frozenset(
    {
        "she",
        "he",
        "they",
        "ella",
        "el",
        "ellos",
        "supervisor",
        "sup",
        "boss",
        "jefa",
        "jefe",
        "supervisora",
        "reviewer",
    }
)
_LONGEST = 90


def asks_what_came_back(text: str, staff: Collection[str]) -> bool:
    """Whether it is asked which of one's notes came back, of nobody or of one of the staff. Pure.

    `staff`: what the colleagues are called by, folded. “Qué me dijo Rosa" asks of no note, and “Rosa me
    devolvió la llamada" asks nothing.
    """
    words = evened(text)
    if len(words) > _LONGEST:
        return False
    for pattern in _ASKED:
        if found := pattern.match(words):
            who = found.groupdict().get("who")
            if who is None or set(re.findall(r"[\w'-]+", who)) & {*_ANYBODY, *staff}:
                return True
    return False


def asks_what_to_fix(text: str) -> bool:
    """Whether it is asked what is still to be corrected. Pure."""
    words = evened(text)
    return len(words) <= _LONGEST and _TO_FIX.match(words) is not None
