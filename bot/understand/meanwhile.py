"""Who rang while a child was being seen, or did not ring at all: no part of the visit (READING, "Who")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understand.clauses import Clause
from bot.understand.parts import NameMention
from bot.understand.quick import Quick

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
    if not any(cue.kind == "visit" for one in clauses for cue in one.cues):
        return False
    whole = clause.plain.text
    at = clause.start + clause.inside(mention.span.start)
    before, after = whole[:at], re.sub(r"^[A-Z]+", "", whole[at : at + 120])
    if _NEVER_RANG.match(after):
        return True
    rang = _RANG_MEANWHILE.match(after) or (_MEANWHILE.search(before) and _RANG.match(after))
    return bool(rang) and not _I_TALKED_TOO.search(after)


def without_rings(text: str) -> str:
    """`text` without a parent's ringing, which makes no visit of the parent's."""
    return _PARENT_RANG.sub(" ", text)
