"""“Nobody was home", "she did pick up", "they cancelled on me": what came of it, and nothing more.

Said behind a card it is no event by itself: it names no day, no hour, nobody who is not on the draft. The
wordings are in `data/amending.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import count

from bot.understand.amend.parts import Facts
from bot.understand.amend.words import fragments
from bot.understand.parts import NameMention
from bot.understand.patterns.lexicon import table
from storage.types import Method, Outcome

_THEY = (
    r"(?:she|he|they|we|i|it|that|this|ella|ellos|ellas|eso|(?:(?:the|la|el) )?(?:visit|call|meeting"
    r"|appointment|appt|session|conference|family|visita|llamada|cita|reunion|familia))"
)
_STANDS_FOR = {
    "<nobody>": r"(?:nobody|no ?one|none of them|not a soul|nadie)",
    "<never>": r"(?:never|did(?:n'?t| not)|nunca)",
    "<they>": _THEY,
}
_AUX = (
    r"(?!(?:got|was|were|had|has|never|did|didn'?t|just|no|not|also|then|so|and|but|did|si|me|nos|se)(?!\w))"
)
_NAME = (
    rf"(?!{_THEY}(?!\w))(?:(?:ms|mr|mrs|miss|dr|the|la|el|sra|sr|senora)\.? )?{_AUX}[a-z][\w'’-]+"
    rf"(?: {_AUX}[a-z][\w'’-]+)?"
)
_LEAD = r"(?:(?:but|and|so|though|well|turns out|pero|y|que|resulta que|bueno|es que|al final)[ ,]+){0,3}"


_TOLD = (
    ("off", Outcome.CANCELLED, None),
    ("door", Outcome.ATTEMPTED, Method.IN_PERSON),
    ("phone", Outcome.ATTEMPTED, Method.PHONE),
    ("any", Outcome.ATTEMPTED, None),
    ("held", Outcome.COMPLETED, None),
)


@cache
def _wordings(key: str) -> re.Pattern[str]:
    """Any of the wordings; whoever is named in each stands in a group of its own."""
    each, numbers = "|".join(fragments(f"came_of_it.{key}")), count()
    for sign, words in _STANDS_FOR.items():
        each = each.replace(sign, words)
    each = re.sub("<who>", lambda _: f"(?P<who{next(numbers)}>{_THEY}|{_NAME})", each)
    return re.compile(f"{_LEAD}(?:{each}){table('amending')['came_of_it']['behind']}")


_PRONOUN = re.compile(rf"{_THEY}\Z")
_MORE = re.compile(
    r"(?<!\w)(?:also|too|again|later|another|after (?:that|this)|next|tambien|otra vez|luego|despues"
    r"|tomorrow|manana|yesterday|ayer|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)"
)
_ACT = re.compile(
    r"(?:(?<!\w)(?:i|we|so|and)|,) (?:then |just )?(?:called|texted|emailed|went|saw|spoke|talked|met|tried"
    r"|drove|visited)(?!\w)"
    r"|(?<!\w)(?:llame|hable con|fui|volvi|visite)(?!\w)"
)
"""What is told beside it is another event, or another time."""
_CLOCK = re.compile(
    r"(?<![\w.:])(?:at |around |a las? )?\d{1,2}(?::\d\d|[ap]m)(?!\w)|(?<!\w)(?:at|around|a las?) \d"
)
_MOST = 90


def _match(low: str, at: int, end: int) -> tuple[re.Match[str], Outcome, Method | None] | None:
    if end - at > _MOST or _MORE.search(low, at) or _CLOCK.search(low, at) or "?" in low[at:]:
        return None
    for key, outcome, way in _TOLD:
        found = _wordings(key).match(low, at, end)
        if found and (outcome is Outcome.COMPLETED or not _ACT.search(low, found.end())):
            return found, outcome, way
    return None


def tells_what_came(low: str, at: int, end: int) -> bool:
    """Whether a folded sentence tells what came of an event, and no other one."""
    return _match(low, at, end) is not None


def came_of_it(
    low: str,
    at: int,
    end: int,
    facts: Facts,
    mentions: Iterable[NameMention],
    *,
    carers: Iterable[str] = (),
) -> Outcome | None:
    """What came of the draft's event by a sentence; None: it does not say, or it was held in another way.

    `carers`: with whom its children live, at whose door it was.
    """
    told = _match(low, at, end)
    if told is None:
        return None
    found, outcome, way = told
    if way is not None and facts.method not in (way, None):
        return None
    if outcome is Outcome.COMPLETED and facts.outcome in (None, Outcome.COMPLETED):
        return None
    return outcome if _of_those_here(found, facts, mentions, set(carers)) else None


def _of_those_here(
    found: re.Match[str], facts: Facts, mentions: Iterable[NameMention], carers: set[str]
) -> bool:
    """Whether whoever is told of is on the draft; "mom", "Ms Lee" of somebody else is another event."""
    names = [name for name, who in found.groupdict().items() if who and not _PRONOUN.match(who)]
    if not names:
        return True
    start, end = found.span(names[0])
    here = {*facts.children, *facts.people, *carers}
    named = [m for m in mentions if m.span.start < end and start < m.span.end]
    if not named or not all(len(m.ids) == 1 and m.ids[0] in here for m in named):
        return False
    left = set(facts.children) - {m.ids[0] for m in named}  # "Leo didn't come", where Ana did
    return not left or any(m.ids[0] in here - set(facts.children) for m in named)
