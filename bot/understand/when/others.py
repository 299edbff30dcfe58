"""Times at which others acted or things began, told beside what the worker did at a time of her own.

"Ms Ward saw her on Monday at 5. Visited today at 3": the first is no time of the visit, whichever is told
first. Only what is plainly somebody else's is taken so, and only where the worker's own act stands elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from bot.understand.when.facts import DID, MINE, WHO
from bot.understand.when.shapes import Atom
from bot.understand.when.told import goes_on

_SPOKE = re.compile(
    r"(?<!\w)(?:told|said|says|spoke|talked|met|reported|reports|stated|supervised|notified|contacted|"
    r"advised|updated|reached|seen|texted|emailed|dijo|conto|"
    r"informed|disclosed|explained|attended|joined|arrived|showed|(?<!been )picked|dropped|"
    # "She had been signed out at noon" is somebody else's act, "mom had her visit at noon" is not.
    r"had(?! (?:already |just |all |both )*(?:been|gone|left|taken|run|fallen|thrown|come)(?!\w))|"
    r"hosted)(?!\w)"
)
# What begins or happens of itself, or is somebody's report, and is met by nobody.
_THING = re.compile(
    r"(?<!\w)(?:fever|cough|cold|rash|flu|pain|headache|vomiting|symptoms|bleeding|fight|incident|accident|"
    r"fire|argument|tantrum|seizure|fiebre|tos|pelea|incidente|accidente|vomitos?|dolor)"
    r" (?:\w+ )?(?:started|began|broke out|happened|occurred|was|were|came on|got worse|broke|ended|"
    r"went away|empezo|comenzo|fue|paso|le dio)(?P<rest>[^.!?\n,;]{0,30})$"
)
_WHO = rf"(?:{WHO}|caseworker|worker|therapist|doctor|counselor|principal|tutor|coach|lawyer|judge|landlord)"
# "Their last visit with mom was 11/6", "the visit before that was": another one than what is told.
_ANOTHER = re.compile(
    r"(?<!\w)(?:(?:last|previous|prior|first|ultima) (?:\w+ )?(?:visit|visita|contact|session|meeting|call|"
    r"hv|fv|conference)|(?:visit|one|meeting|call|session) before(?: that| this)?)(?: [\w§']+){0,4} (?:was|"
    r"fue)(?: (?:on|back|the|el|in))* ?$"
)
_BEGINS = r"(?:^|[.,;:\n-]|(?<!\w)(?:and|but|so|because|bc|y|pero|porque)(?!\w)) ?"
# "The landlord", "her passport": nothing of which the worker's visit could be told.
_ANYTHING = (
    r"(?:the|her|his|their|our|a|an|§'s) (?!(?:[a-z]+ ){0,2}(?:visits?|visitation|meeting|conference|hearing|"
    r"court|session|call|interview|intake|assessment|screening|appointment|appt|walk-?through|evaluation|"
    r"inspection|pick-?up|exchange|transfer|case|family|kids|children|girls|boys|twins|review|ftc|spr|home|"
    r"house)\b)(?:[a-z]+ ){0,2}?[a-z]+"
)
_THEIR_ACT = re.compile(
    rf"{_BEGINS}(?:(?:(?:the|her|his|their|our|my|ms|mr|mrs|dr|miss|"
    rf"§)\.? ){{0,2}}{_WHO}(?:'s {_WHO})?(?: before me| from [a-z§]+)?|{_ANYTHING}) "
    rf"(?:(?:also|just|already|had|has|only|finally|last|then|never|again|both) )?"
    rf"(?:{DID}|(?:called|texted|phoned|facetimed) (?=(?:his|her|their|him|them|"
    rf"§)(?!\w)))(?:\b|(?=§))(?P<rest>[^.!?\n,;]{{0,50}})$"
)
_IS_ALL = re.compile(
    r"(?<!\w)(?<!se )(?:was|were|did|fue|estuvo|estaba)(?: (?:at|on|about|around|el|a|las?))* ?$"
)
_ME = re.compile(r"(?<!\w)(?:i|we|i'm|yo)(?!\w)")
_HER_ACT = re.compile(
    rf"{_BEGINS}"
    r"(?:(?:la|el|los|las|su|sus|mi) )?(?:(?<=la )[a-z]+|(?<=el )(?!me |nos )[a-z]+|(?<=su )[a-z]+"
    r"|mama|papa|madre|"
    r"padre|abuel[oa]|ti[oa]|terapeuta|hermana|hermano|doctora?|"
    r"maestr[oa]|vecin[oa]|§|ella|el) (?:no )?(?:(?:la|lo|le|los|las|se) )?"
    r"(?:vio|vieron|fue|cayo|salio|enfermo|lastimo|mudo|murio|llamo|visito|recogio|llevo|contesto|llego|vino|"
    r"falto|mando|trajo|pego|dejo)(?P<rest>[^.!?\n,;]{0,40})$"
    rf"|{_BEGINS}(?:(?:§|ella|el|mama|papa|abuel[oa]) )?(?:ya )?(?:(?:se )?(?:la|lo|los|las) )?habian? "
    r"(?:ya )?[a-z]+[it]?[aid]do(?P<resto>[^.!?\n,;]{0,40})$"
)
_ACT = re.compile(
    r"(?<!\w)(?:i|we|visited|saw|met|called|spoke|talked|texted|emailed|stopped|went|tried|attempted|visit|"
    r"hv|h/v|fv|tc|t/c|f2f|call|phone|text|reached|dropped by|conference|hearing|court|session|supervised|"
    r"knocked|rang|checked|dropped (?:by|in|off)|took|picked up|drove|observed|interviewed|sat with|zoom|"
    r"facetime|meeting|toque|marque|recogi|lleve|deje|supervise|reunion|visite|vi|hable|llame|pase|fui|"
    r"visita|llamada|intente|tuve|nos|mande|escribi|llamo|llamaron|hablamos|"
    r"marco|escribio|seen|appeared|attended|asisti)(?!\w)"
)
_FAR = 90
# "Mr Drake didn't show 11:30": to the worker, who waited at that hour.
_STOOD_UP = re.compile(
    r"(?<!her )(?<!his )(?<!their )(?<!su )§,? (?:just |also )?(?:(?:was )?a? ?no[- ]?show\w*"
    r"|(?:did not|didn'?t|never) (?:show(?:ed)?|came|come|appear(?:ed)?|make it|made it|turn(?:ed)?)"
    r"|(?:no|nunca) (?:llego|vino|se presento|aparecio))(?: (?:up|in|here|at|to|for|al?|las?|el|the|our"
    r"|my|his|her|their|su|appointment|appt|meeting|cita|office|oficina))* ?$"
)


def others(drafts: Sequence[Atom], text: str, starts: list[int]) -> None:
    """Makes facts of the times of others, where a time of the worker's own act stands in the message."""
    events = [d for d in drafts if d.role == "event" and not d.ending and (d.day or d.timed or d.part)]
    theirs: list[Atom] = []
    for before, draft in zip([None, *events], events, strict=False):
        listed = before is not None and before in theirs and goes_on(before, draft, text)
        if listed or _of_others(draft, drafts, text, starts):
            theirs.append(draft)
    if not theirs:
        return
    mine = any(_mine(d, _around(d, drafts, text, starts)) for d in events if d not in theirs)
    for draft in theirs:
        if mine or (len(events) == len(theirs) and _told_apart(draft, text, starts)):
            draft.role = "reported"


def _mine(draft: Atom, around: str) -> bool:
    """The worker's own act, or somebody named with an hour and no verb: "Leo 4:15 at Ms Lee's"."""
    return _ACT.search(around) is not None or (draft.timed and "§" in around)


def _told_apart(draft: Atom, text: str, starts: list[int]) -> bool:
    """Whether another sentence tells what the worker did, at a time that it does not say."""
    at = bisect_right(starts, draft.start)
    last = starts[at] if at < len(starts) else len(text)
    return _ACT.search(text[: starts[at - 1]]) is not None or _ACT.search(text[last:]) is not None


def _bounds(draft: Atom, drafts: Sequence[Atom], text: str, starts: list[int]) -> tuple[int, int]:
    """The words of a time: from the time before it in its sentence up to the one after it."""
    at = bisect_right(starts, draft.start)
    first = max(starts[at - 1], draft.start - _FAR)
    last = min(starts[at] if at < len(starts) else len(text), draft.end + _FAR)
    first = max([first, *(d.end for d in drafts if d.end <= draft.start)])
    last = min([last, *(d.start for d in drafts if d.start >= draft.end)])
    return first, last


def _around(draft: Atom, drafts: Sequence[Atom], text: str, starts: list[int]) -> str:
    first, last = _bounds(draft, drafts, text, starts)
    return f"{text[first : draft.start]} {text[draft.end : last]}"


def _day_before(draft: Atom, drafts: Sequence[Atom], own: str) -> bool:
    """“Yesterday she left a message at 9”: the hour of the day just said."""
    before = [d for d in drafts if d.end <= draft.start]
    led = bool(before) and before[-1].day is not None and not before[-1].timed
    return led and draft.day is None and not re.search(r"[,;.]", own)


_NEXT_CLAUSE = re.compile(r"[,;]| - | (?:and|so|y|asi que) ")


def _of_others(draft: Atom, drafts: Sequence[Atom], text: str, starts: list[int]) -> bool:
    if draft.ago is not None or draft.minutes is not None or draft.until is not None:
        return False
    first, last = _bounds(draft, drafts, text, starts)
    own, after = text[first : draft.start], _NEXT_CLAUSE.split(text[draft.end : last])[0]
    if _THING.search(own) or _ANOTHER.search(own):
        return True
    if MINE.search(after):
        return False
    if draft.timed and not draft.day and _STOOD_UP.search(own):
        return False
    if _IS_ALL.search(own) or _day_before(draft, drafts, own):
        return False
    found = [m for p in (_THEIR_ACT, _HER_ACT) if (m := p.search(own))]
    return any(
        not (MINE.search(_rest(m)) or _ME.search(m.group()) or _SPOKE.search(m.group())) for m in found
    )


def _rest(match: re.Match[str]) -> str:
    """The words between what somebody else did and its time."""
    said = match.groupdict()
    return said["rest"] or said.get("resto") or ""
