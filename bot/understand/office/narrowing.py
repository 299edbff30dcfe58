"""What goes on from a list: "just keishas", "and luis?", "names please", "and last week?".

Pure: which list it goes on from is for others to know.
"""

from __future__ import annotations

import re

from bot.understand.agency import Agency
from bot.understand.office.leave import named_in
from bot.understand.writing.text import evened

_LONGEST = 60
_LEAD = (
    r"(?P<lead>(?:(?:and|but|just|only|ok|okay|so|no|now|also|what about|how about|same for|same with|"
    r"show me|give me|i mean|i meant|for|with|w|from|of|y|solo|solamente|que tal|de|los de|las de|"
    r"(?:which|what|how many|any)(?: ones?| notes?)?(?: of (?:those|them|these))? (?:are|is|were|from|of)"
    r"(?: from| by)?|the ones? (?:from|of|by)|ones? (?:from|of|by)),? )*)"
)
_TAIL = (
    r"(?P<tail>(?: (?:only|just|ones?|kids|children|people|workers?|team|unit|notes?|caseload|list|too|then|"
    r"please|pls|alone|instead|now|nomas|por favor))*)"
)
_TO = re.compile(rf"^\W*{_LEAD}(?P<names>[\w'-]+(?:(?: and| or| y|,| &)? [\w'-]+){{0,3}}?){_TAIL}\W*$")
_ALL = re.compile(
    rf"^\W*{_LEAD}(?:the |my )?(?:whole |entire )?(?:everybody|everyone|all of them|team|unit|todos)\W*$"
)
_NAMES = re.compile(
    r"^\W*(?:(?:can i (?:get|see|have)|give me|show me|i need|list|tell me|what are|and|the|their|with|"
    r"please|pls|just|ok|so|dame|los|sus|y|but),? )*(?:names?|who(?: (?:are they|is it|exactly|all))?|"
    r"which (?:ones?|kids|children)(?: (?:are (?:they|those|left)|exactly))?|by name|(?:list|name) them|"
    r"nombres|cuales|quienes(?: son)?)(?: (?:please|pls|por favor|then|too))*\W*$"
)
_DAYS = re.compile(
    r"^\W*(?:(?:and|what about|how about|same for|ok|y|for|just|que tal),? )+"
    r"(?:(?:today|yesterday|this|last|past|the|week|month|quarter|since|in|for|days?|hoy|ayer|semana|mes|pasad[oa]|"
    r"esta|este|la|el|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|next|tomorrow|\d{1,2}|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*)[ ,]*)+\W*$"
)
_RANKED = re.compile(
    r"^\W*(?:(?:and|so|ok|y),? )*(?:who|whos|who's|which one|quien)(?: is| has| are| have|'s)?(?: doing)?"
    r"(?: the)? (?:worst|best|most|least|fewest|lowest|highest|(?:furthest|most) behind|peor|mejor)"
    r"(?: left| behind)?\W*$"
)
_OWNER = re.compile(r"(?:'s|s'|s)$")
_AND = frozenset({"and", "or", "y", "&"})


def narrows_to(agency: Agency, staff_id: str, text: str) -> tuple[str, ...] | None:
    """Ids of those on staff to whom the words narrow a list; () for all of them, None: they do no such thing.

    A name alone ("Luis") narrows nothing: it may be looked up.
    """
    words = evened(text)
    if len(words) > _LONGEST:
        return None
    if _ALL.match(words):
        return ()
    found = _TO.match(words)
    if found is None or not (found["lead"] or found["tail"] or words.endswith("?")):
        return None
    names = [each.strip(",") for each in found["names"].split() if each not in _AND]
    ids = [_called(agency, staff_id, each) for each in names]
    if not names or not all(ids):
        return None
    common = set(ids[0]).intersection(*ids)
    return tuple(sorted(common or {each for found_ids in ids for each in found_ids}))


def _called(agency: Agency, staff_id: str, name: str) -> tuple[str, ...]:
    """Whom that word names, as it stands or as an owner ("keishas")."""
    return named_in(agency, staff_id, name) or named_in(agency, staff_id, _OWNER.sub("", name))


def wants_names(text: str) -> bool:
    """Whether those are asked for who were only counted: "names please", "which kids"."""
    words = evened(text)
    return len(words) <= _LONGEST and _NAMES.match(words) is not None


def wants_ranking(text: str) -> bool:
    """Whether those of a list are to be ranked: "who's worst", "who has the most"."""
    words = evened(text)
    return len(words) <= _LONGEST and _RANKED.match(words) is not None


def other_days(text: str) -> bool:
    """Whether the same is asked of other days: "and last week?"."""
    words = evened(text)
    return len(words) <= _LONGEST and _DAYS.match(words) is not None
