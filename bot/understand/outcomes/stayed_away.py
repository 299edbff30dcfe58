"""Who did not come although somebody else was met: "met Mr Lee, Ms Ode never showed" was held.

An event is missed where nobody was there whom it was for. Where its words tell first of somebody met, the one
of whom they tell then that he did not come, or did not come down, is another.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.events.clauses import Clause, event_times
from bot.understand.events.cues import BY_WIRE, HELD
from bot.understand.patterns.quick import Quick

_WHO = r"(?:PARENT|CAREGIVER|KIN|PRO|DOC|SCHOOLSTAFF|CCW|PERSON)"
_NOT = r"(?:did not|didn't|didnt|never|could not|couldn't|no|nunca)"
_CAME = (
    r"(?:show(?:ed)?(?: up)?|came?(?! (?:to|back|home|out of))|come(?! (?:to|back|home))|turn(?:ed)? up"
    r"|ma[dk]e it|join(?:ed)?|appear(?:ed)?|attend(?:ed)?|vino|llego|se presento|bajo|quiso bajar)"
)
_LEAD = r"^\W*(?:(?:and|but|so|y|pero|aunque) )?(?:(?:the|his|her|their|la|el|su) )?"
_ALONE = Quick(
    rf"{_LEAD}{_WHO}(?:,? (?:(?:was|is|estaba) )?(?:up|down)stairs(?: \w+)?,? (?:and|but|y|pero))? (?:\w+ )?"
    rf"(?:{_NOT} {_CAME}|(?:was a )?no[- ]?show(?:ed)?|cancelled (?:last minute|on us|at the last minute)"
    r"|(?:out|called out) sick|cancelo (?:a ultima hora|a lo ultimo))(?!\w)"
    rf"|{_LEAD}{_WHO},? (?:was|were|is|estaba|iba|tenia) (?:supposed |meant |due |scheduled |going |asked |"
    r"invited )?(?:to|a|que) (?:join|come|attend|be (?:there|here|present|on)|sit in|meet us|call in|venir"
    r"|estar|participar)[^.;!?\n]{0,30}? (?:but|pero|and|y) (?:\w+ ){0,2}?"
    rf"(?:{_NOT}|cancel\w*|bailed|backed out|called out)(?!\w)"
)
_MEANT = Quick(
    rf"{_LEAD}{_WHO},? (?:was|were|is|estaba|iba|tenia) (?:supposed |meant |due |scheduled |going |asked |"
    r"invited )?(?:to|a|que) (?:join|come|attend|be (?:there|here|present|on)|sit in|meet us|call in|venir"
    r"|estar|participar)(?: \w+)?\W*$"
)
_FELL = Quick(
    rf"^\W*(?:but|pero|and|y) (?:\w+ ){{0,2}}?(?:{_NOT}|cancel\w*|bailed|backed out|called out)(?!\w)"
)
_MET = Quick(
    r"(?<!not )(?<!never )(?<!to )(?<!n't )(?<!\w)(?:met|saw|seen|spoke|talked|sat|visited|hable|vi|visite"
    r"|platique|with me|conmigo)(?!\w)"
)
_FAILED = Quick(
    r"(?<!\w)(?:no answer|nobody|no one|no show\w*|cancel\w*|did not|didn't|never|wasn't|not home|tried|"
    r"attempted|nadie|no estaba)(?!\w)"
)
_GATHERED = frozenset({*HELD, *BY_WIRE, "conference", "parent_visit", "sibling_visit"})
# "Saw CHILD at CAREGIVER's and | she wasn't there": whose home it is.
_SHE_OUT = Quick(
    r"(?:saw|seen|met with|vi a) CHILD(?:,? (?:and|y) CHILD)* (?:at|en casa de|in) (?:la |el )?"
    r"(?:CAREGIVER|KIN|PARENT)'?s?[^.;!?\n]{0,40}?"
    r"(?P<half>,? (?:and|but|y|pero) (?:(?:she|he|they|ella|el) )?(?:was not|wasn't|weren't|were not|isn't"
    r"|no estaba) ?(?:there|home|in|present|around)?(?= *(?:$|[.,;])))"
)


def missed_besides(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause tells only of somebody else than the one met that he did not come."""
    place = next((n for n, one in enumerate(clauses) if one is clause), 0)
    after = clauses[place + 1] if place + 1 < len(clauses) else None
    before = clauses[place - 1] if place else None
    meant = _MEANT.search(clause.text) and after is not None and _FELL.search(after.text)
    fell = before is not None and _MEANT.search(before.text) and _FELL.search(clause.text)
    who = before if fell and before is not None else clause
    if not (meant or fell or _ALONE.search(clause.text)):
        return False
    if any(cue.kind in _GATHERED for one in clauses for cue in one.cues):
        return False
    mine = {key for name in who.names for key in name.ids}
    return any(_met_another(one, mine) for one in clauses if one.start < who.start)


def _met_another(one: Clause, mine: set[str]) -> bool:
    named = {key for name in one.names for key in name.ids}
    told = _MET.search(one.text) or any(time.starts_at for time in event_times(one))
    return bool(named and told) and not named & mine and not _FAILED.search(one.text)


def without_host_out(text: str) -> str:
    """A clause's words without the half that says of a child's carer that she was out."""
    found = _SHE_OUT.search(text)
    if found is None:
        return text
    start, end = found.span("half")
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"
