"""What is told of a child's hurt and answers why a note came back: asked where it belongs, before any alarm.

“Was he hurt?” – “He has a scratch on his arm and the nurse saw him.” By itself that is a safety concern.
Where a reviewer has just asked for it the worker says which it is, and one tap raises it. An emergency is
never held back, nor is what names another child, a day or an hour of its own, or what somebody did to the
child, or has the child afraid of: a missed alarm is worse than a needless one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.services import notes
from bot.services.desk import Desk
from bot.services.drafts.continuing import of_the_same_people, returned_lately
from bot.services.drafts.heard import Heard
from bot.understand.parts import Intent
from bot.understand.writing.text import folded

_ASKED_FOR_HARM = re.compile(
    r"(?<!\w)(?:hurt|injur\w*|harm\w*|wound\w*|marks?|bruis\w*|scratch\w*|scrap\w*|cuts?|bleed\w*|burn\w*|"
    r"bit\w*"
    r"|hit|fight|fought|fell|incident|accident|medical\w*|nurse|doctor|hospital|happened|safe|okay?"
    r"|lastim\w*|golpe\w*|herid\w*|marcas?|moreton\w*|mord\w*|pele\w*|accidente|enfermer[ao]|medic[oa]"
    r"|paso|se cayo|segur[oa])(?!\w)"
)


_DONE_BY_SOMEBODY = re.compile(
    r"(?<!\w)(?:hit(?:s|ting)?|beat\w*|slap\w*|smack\w*|spank\w*|whip\w*|whoop\w*|belt\w*|punch\w*|kick\w*|"
    r"chok\w*"
    r"|strangl\w*|grab\w*|push\w*|shov\w*|threw|throw\w*|drag\w*|yank\w*|pinch\w*|burn(?:s|ed|ing)? (?:him|"
    r"her|them)"
    r"|touch\w*|molest\w*|rap(?:e|ed)|abus\w*|neglect\w*|lock\w*|tied|threat\w*|hurts? (?:him|her|them)|"
    r"did it|does it"
    r"|afraid|scared|fear\w*|terrified|kill\w*|suicid\w*|gun|knife|weapon|drunk|drinking|drugs?|alone|"
    r"starv\w*"
    r"|peg[oaó]\w*|golpea\w*|azot\w*|cachet\w*|nalg\w*|patead?\w*|empuj\w*|jal[oaó]\w*|quem[oaó]|"
    r"toc[oaó]\w*|abus\w*"
    r"|encerr\w*|amenaz\w*|miedo|mat(?:ar|arse|arlo|arla)|pistola|cuchillo|borrach[oa])(?!\w)"
)


def may_answer_return(said: Heard) -> bool:
    """A cheap look, no database: a concern, no emergency, that names no time of its own."""
    reading, item = said.reading, said.item
    if reading.intent is not Intent.SAFETY_CONCERN or reading.said_as_crisis:
        return False
    if said.thread_ts or "?" in said.text or len(reading.contacts) > 1:
        return False
    if _DONE_BY_SOMEBODY.search(folded(said.text)):
        return False
    return item is None or not (item.on or item.starts_at or item.part_of_day)


def returned_for_it(desk: Desk, said: Heard) -> Sequence[str]:
    """Ids of the actor's notes that came back lately with a question to which the words are an answer."""
    if not may_answer_return(said):
        return ()
    found = of_the_same_people(desk, said, returned_lately(desk, said))
    return [each for each in found if _asks_for_harm(desk, each)]


def _asks_for_harm(desk: Desk, note_id: str) -> bool:
    returned = notes.read(desk, note_id).returned
    return returned is not None and _ASKED_FOR_HARM.search(folded(returned.reason)) is not None
