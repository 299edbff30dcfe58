"""Whose plan words call off or move: names that are everyday words too, "push hope to Friday"."""

from __future__ import annotations

import re

from bot.understand.agency import Agency
from bot.understand.amend.remark import Sender
from bot.understand.amend.said import Said
from bot.understand.amend.words import words
from bot.understand.writing.text import folded

CALL_OFF = re.compile(
    r"\W*(?:(?:ok|so|can|could|you|we|i|i'm|im|pls|please|need to|have to|had to|gotta|let's|lets|"
    r"por favor|tengo que|"
    r"hay que|quiero) )*"
    r"(?:cancel(?:l?ing|ar|a)?|call(?:ing)? off|(?:push|mov|bump|shift|slid|switch|reschedul|"
    r"postpon)(?:e|ing)?|"
    r"(?:mueve|mover|pasa|pasar|atrasa|atrasar|aplaza|aplazar|adelanta|adelantar))"
    r"(?: (?:on|a|the|la|el|my|mi|lo de|visit|visita|with|w|for|to|con|de|para))* "
)
"""“Cancel Ana", "push hope to Friday", "mueve a Luz": whose plan it is stands right behind."""
_WORD = re.compile(r"[^\W\d]{2,}")


def named_bare(agency: Agency, sender: Sender, said: Said) -> set[str]:
    """Children of the caseload whose names are everyday words too: "cancel will", "actually hope is 4:30".

    Only where the name stands first, or right behind what calls off or puts off; elsewhere it is the word.
    """
    first = said.sentences[0].start
    off = [m.end() for key in ("calls_off", "puts_off") for m in words(key).finditer(said.low)]
    led = CALL_OFF.match(said.low)
    starts = (first, *off, *([led.end()] if led else []))
    heads = {word[0] for at in starts if (word := _WORD.match(said.low, _past_blank(said.low, at)))}
    heads |= {head.removesuffix("s") for head in heads}
    cases = agency.caseload(sender.staff_id, sender.sent_at.date()).case_ids
    children = (child for case in cases for child in agency.children_of(case))
    return {child.id for child in children if folded(child.first_name) in heads}


def _past_blank(low: str, at: int) -> int:
    return at + len(low[at:]) - len(low[at:].lstrip(" ,'"))
