"""Two who share a home by their one surname: "the Brennans", "both Brennans", as people or as their home."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understand.names.context import Context
from bot.understand.names.text import fold, fold_text, word_set
from bot.understand.names.words import cues
from bot.understand.parts import Kind, NameMention
from storage.types import Relationship

_CARES = (Relationship.FOSTER_PARENT, Relationship.KIN)
_THE = r"(?:the |los |both |both of the )*"
# "Met with the Brennans", "emailed both Brennans": what is done with people, and not with their home.
_WITH_THEM = re.compile(
    r"(?<!\w)(?:with|w|w/|con|y|both(?: of the)?|ambos|told|asked|thanked|reminded|informed|notified|updated"
    r"|texted|e-?mailed|phoned|rang|reached|messaged|interviewed|called|calling|call|calls|phone call|t/?c"
    r"|tel|(?:spoke|spoken|talk|talked|talking|speak|wrote|reached out|reported|explained) to"
    r"|(?:calls?|texts?|e-?mails?|messages?|msg|vm|voicemails?|word|letters?|notes?) (?:from|to)|heard from"
    r"|(?:hable|platique|llamada) (?:con|de)|llame a|le escribi a) ?"
    rf"{_THE}$"
)
_AMONG_OTHERS = re.compile(rf"^\W*(?:and|&|\+|n|y)?[\s,]*{_THE}$")
_THERE = re.compile(
    r"\W*(?:(?:was|were|are|both|also|all) )*(?:there|present|here|attended|appeared|joined|came|on the"
    r" (?:line|call|phone)|in attendance|called|told|said)(?!\w)"
)
_TOGETHER = word_set(
    "spr ftm ftc ftdm cft tdm conference conf meeting mtg court hearing review staffing team attendees "
    "present participants attended conferencia reunion junta audiencia corte presentes"
)


def couple(context: Context, place: int, mention: NameMention, ids: tuple[str, ...]) -> NameMention | None:
    """Both where they speak or are met, else their home; None where `ids` are no such two."""
    said = fold(context.text[mention.span.start : mention.span.end])
    rows = [context.agency.contacts[key] for key in ids if key in context.agency.contacts]
    if len(rows) != len(ids) or any(row.relationship not in _CARES for row in rows):
        return None
    surnames = {fold(row.name.split()[-1]) for row in rows}
    if len(surnames) != 1 or said not in {name + end for name in surnames for end in ("s", "es")}:
        return None
    if _met(context, place, mention):
        return replace(mention, ids=ids, plural=True, as_place=False)
    after = context.behind(mention)
    speak = after is not None and not after.first and after.word in cues("speaks") | cues("calls")
    return replace(mention, ids=ids, plural=speak, as_place=mention.as_place or not speak)


def _met(context: Context, place: int, mention: NameMention) -> bool:
    """Whether they are met as people, or stand in a list of those who were at a meeting."""
    before = fold_text(context.text[max(0, mention.span.start - 60) : mention.span.start])
    if context.text[mention.span.end : mention.span.end + 1] in {"'", "’"}:
        return False
    if _WITH_THEM.search(before):
        return True
    if not _TOGETHER & context.words_near(place):
        return False
    after = fold_text(context.text[mention.span.end : mention.span.end + 40])
    return _THERE.match(after) is not None or _beside_another(context, place)


def _beside_another(context: Context, place: int) -> bool:
    """Whether the adult named before or behind stands with them in one list."""
    for one, other in ((place - 1, place), (place, place + 1)):
        if one < 0 or other >= len(context.mentions):
            continue
        left, right = context.mentions[one], context.mentions[other]
        gap = fold_text(context.text[left.span.end : right.span.start])
        adult = left if other == place else right
        if adult.kind is Kind.CONTACT and not adult.as_place and _AMONG_OTHERS.match(gap):
            return True
    return False
