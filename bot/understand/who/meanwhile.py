"""Who rang while a child was being seen, or did not ring at all: no part of the visit (READING, "Who")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understand.events.clauses import Clause
from bot.understand.parts import Kind, NameMention
from bot.understand.patterns.quick import Quick

_RANG_WORDS = r"(?:called|rang|phoned|texted|facetimed|llamo|escribio)(?! (?:me|us)(?!\w))"
_NEVER_RANG = Quick(
    r"(?:'s)? (?:\w+ )?(?:did not|didn't|never|has not|hasn't|had not|hadn't|does not|doesn't|no) "
    r"(?:\w+ )?(?:call|text|phone|write|visit|facetime|llam|escri)\w*"
    r"(?! (?:in )?for (?:\w+ ){0,3}(?:visit|call|time))"
)
_RANG_MEANWHILE = Quick(
    rf"(?:'s)? (?:\w+ )?{_RANG_WORDS}(?: \w+){{0,4}}?,? (?:during|while|in the middle|mid|midway|partway|"
    r"as (?:i|we) (?:was|were)|durante|mientras|a mitad|en medio)(?!\w)"
)
_RANG = Quick(rf"(?:'s)? (?:\w+ )?{_RANG_WORDS}")
# "El papá llamó por teléfono", "dad phoned her": said within the visit, with no word of the worker's part.
_RANG_AT_ALL = Quick(
    r" (?:(?!me\b|nos\b|i\b|we\b|had\b)[a-z]+ )?(?:(?:called|rang|phoned|facetimed|llamo)"
    r"|(?:hablo|marco)(?= por (?:telefono|cel)))(?! (?:me|us|in|it|off|out|back|to (?:say|cancel|confirm)"
    r"|para (?:decir|cancelar|confirmar|avisar))(?!\w))"
)
_CALL_FROM = Quick(
    r"(?<!\bi )(?<!\bwe )(?<!\w)(?:got|took|had|received|answered|recibio|contesto) "
    r"(?:an? |another |una )?(?:quick |phone |video )*(?:call|facetime|llamada) (?:from|de) "
    r"(?:(?:the|her|his|their|la|el|su) )?$"
)
_MEANWHILE = Quick(
    r"(?<!\w)(?:during|while (?:i|we) (?:was|were)|in the middle of|halfway through|midway through|durante|"
    r"mientras|en medio de|a mitad de) [^.;\n]{0,40}$"
)
_I_TALKED_TOO = Quick(
    r"(?<!\w)(?:i|we|and) (?:also |then |briefly )?(?:spoke|talked|updated|told|asked|answered|took the call)"
    r"(?!\w)|(?<!\w)(?:told me|asked me|asked to (?:speak|talk)|on (?:the )?speaker|hable|hablamos|"
    r"me (?:dijo|conto))(?!\w)"
)
_PARENT_RANG = Quick(rf"(?<!\w)(?:PARENT|mom|mother|dad|father|mama|papa) (?:\w+ )?{_RANG_WORDS}")


def rang_aside(mention: NameMention, clause: Clause, clauses: Sequence[Clause]) -> bool:
    """“Mom called during", "his mom never called": who rang the child on a visit, or did not.

    Only where the event (`clauses`) is told as a visit, and not where the worker talked with them too.
    """
    kinds = {cue.kind for one in clauses for cue in one.cues}
    if not kinds & {"visit", "parent_visit"}:
        return False
    whole = clause.plain.text
    at = clause.start + clause.inside(mention.span.start)
    before, after = whole[:at], re.sub(r"^[A-Z]+", "", whole[at : at + 120])
    if _NEVER_RANG.match(after):
        return True
    rang = _RANG_MEANWHILE.match(after) or (_MEANWHILE.search(before) and _RANG.match(after))
    led = next((cue.kind for one in clauses for cue in one.cues), "") in ("visit", "parent_visit")
    if led and ("parent_visit" not in kinds or _another_parent(mention, clauses)):
        rang = rang or _RANG_AT_ALL.match(after) or _CALL_FROM.search(before)
    elif "visit" not in kinds:
        return False
    return bool(rang) and not _I_TALKED_TOO.search(after)


def _another_parent(mention: NameMention, clauses: Sequence[Clause]) -> bool:
    """Whether a parent's visit has somebody else of whom it can be, than the one who rang."""
    others = [m for c in clauses for m in c.names if m.kind is Kind.CONTACT and not m.as_place]
    return any(m.ids and not set(m.ids) & set(mention.ids) for m in others)


def without_rings(text: str) -> str:
    """`text` without a parent's ringing, which makes no visit of the parent's."""
    return _PARENT_RANG.sub(" ", text)
