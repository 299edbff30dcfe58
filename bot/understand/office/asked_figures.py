"""Figures that those ask for who answer for others: on time, returned, visits, court, who is behind, of whom.

The words decide what is reckoned; of whom and of which days is for others to say. What speaks of the sender's
own work, or tells of something, asks for none of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.understand.writing.text import decoded, folded


class Figure(StrEnum):
    """What can be asked for."""

    CONFERENCES = "conferences"
    COURT_REPORTS = "court_reports"
    HEARINGS = "hearings"
    MEETINGS = "meetings"
    REVIEWS = "reviews"
    RETURNED = "returned"
    FEDERAL = "federal"
    UNSEEN = "unseen"
    VISITS = "visits"
    TIMELY = "timely"
    NOTES_LATE = "notes_late"
    BEHIND = "behind"
    DOING = "doing"


@dataclass(frozen=True, slots=True)
class FigureAsked:
    """What is asked; `trend`: month by month, `compared`: who is worst, `late`: what is late alone."""

    what: Figure
    trend: bool = False
    compared: bool = False
    late: bool = False


_LONGEST = 110
_LEAD = re.compile(
    r"\W*(?:(?:hi|hey|hello|good morning|good afternoon|morning|ok|okay|so|and|also|btw|please|pls|can you|"
    r"could you|can i (?:get|see|have)|i need|i want|i'd like|tell me|show me|give me|get me|send me|"
    r"print(?: me)?|let me see|do you know|quick question|remind me),? )*(?:(?:the|an?|our) )?"
)
_OPENS = re.compile(
    r"(?:who|whos|whose|which|what|whats|how|hows|is|are|was|were|did|do|does|has|have|any|anyone|anybody|"
    r"anything|show|list|compare|rank|trend|percent|percentage|number of|why|court (?:reports|dates)|"
    r"quien(?:es)?|hearings|overdue|timeliness|on[- ]time|federal|unseen)(?:'s|'re)?(?!\w)|%"
)
_ASKING = re.compile(
    r"(?:who|whos|whose|which|what|whats|how|hows|any|list|show|compare|rank|why|is|are)(?:'s)?(?!\w)"
)
"""Words with which nothing is told: what begins otherwise and reads as an event is no such question."""
# "Kids Darnell still has to see", "court reports due this week": a list asked for by its name alone.
_LISTED = re.compile(
    r"(?:kids|children|babies|court reports|hearings|court dates|conferences)(?: \S+){0,4}? "
    r"(?:still|not|no|without|due|overdue|late|left|missing|owed|outstanding|behind|unseen|never|haven'?t|"
    r"hasn'?t|yet)(?!\w)(?!.*\d ?[ap]m\b)"
)
_NOUNS = re.compile(r"\b(?:timeliness|on[- ]time|numbers|stats|statistics|figures|metrics)\b")
# The sender's own work: the list of what is due is hers to ask for.
_TEAM = r"(?:units?|teams?|workers?|people|staff|caseworkers?|folks|supervisors?|crew|guys|agency)"
_OWN = re.compile(rf"(?<!\w)(?:i|i'm|im|i've|mine|my(?! (?:whole |entire )?{_TEAM}(?!\w))|myself)(?!\w)")
_PASSED_ON = re.compile(
    r"\W*(?:(?:please|pls|can you|could you) )*(?:send|write|shoot|drop|leave|text|message|give) (?!me |us )"
    r"[\w'-]+(?: [\w'-]+)? (?:a|an) (?:quick |short |little )?(?:note|message|text|email|reminder|dm|line|"
    r"nudge|ping)(?: (?:that|about|to|saying|re|on|bc|because))(?!\w)"
)
_SEE = r"(?:seen|see|visited|visits?|visit|laid eyes on|been out to)"
_NOT_YET = (
    r"(?:haven'?t|hasn'?t|not|never|weren'?t|wasn'?t|still|yet to|left|remaining|unseen|missing|didn'?t)"
)
_KIDS = r"(?:kids?|child|children|babies|caseload|cases)"
_WORDS: tuple[tuple[Figure, re.Pattern[str]], ...] = (
    (
        Figure.CONFERENCES,
        re.compile(
            r"\b(?:owes?|need|needs|due|overdue|behind|missed|late|left|missing|hasn'?t had|haven'?t had|"
            r"havent|without)\b.*\b(?:conferences?|supervisions?)\b|"
            r"\b(?:conferences?|supervisions?)\b.*\b(?:owed|due|overdue|late|missed|missing|left|behind)\b"
        ),
    ),
    (
        Figure.COURT_REPORTS,
        re.compile(
            r"\bcourt reports?\b.*\b(?:due|overdue|late|owed|owes?|missing|left|open|outstanding"
            r"|behind|filed|done|in|finished|ready|submitted|sent|written)\b|"
            r"^(?:is|are|has|did|was)\b.*\breports?\b.*\b(?:in|done|filed|finished|ready|submitted)\W*$|"
            r"\b(?:due|overdue|late|owed|owes?|missing|outstanding|how many|behind|do|done|file|filed|"
            r"finish\w*|submit\w*|turn(?:ed)? in|send|sent|write|written)\b.*\bcourt reports?\b"
        ),
    ),
    (
        Figure.HEARINGS,
        re.compile(
            r"\b(?:hearings?|court dates?|(?:in|going to|coming up in|up in|on for|has|have|got) court)\b"
        ),
    ),
    (
        Figure.MEETINGS,
        re.compile(
            r"\b(?:return meetings?|meetings? after (?:a )?returns?|"
            r"meetings?(?= .*\b(?:recorded|unrecorded)\b))\b"
        ),
    ),
    (
        Figure.REVIEWS,
        re.compile(
            r"\b(?:which supervisor|who|how many|each supervisor|by supervisor|any)\b.*\b(?:notes?|"
            r"reviews?)\b.*\b(?:waiting|unreviewed|pending|to review|not reviewed|in (?:the|their) queue|"
            r"to approve|unapproved)\b|"
            r"\b(?:reviews?)\b.*\b(?:overdue|late|behind)\b|\b(?:overdue|late|behind)\b.*\breviews?\b"
        ),
    ),
    (
        Figure.RETURNED,
        re.compile(
            r"\bnotes?\b.*\b(?:returned|sent back|kicked back|came back|bounced)\b|"
            r"\b(?:returned|sent back|kicked back) notes?\b(?! .*open)|\breturn rates?\b|\bhow many returns\b"
        ),
    ),
    (Figure.FEDERAL, re.compile(r"\b(?:federal|624|iv-?b|title iv)\b")),
    (
        Figure.UNSEEN,
        re.compile(
            rf"\b(?:which|what|list|whose|any|how many|who|whos|who's|all|"
            rf"the)\b.*\b{_KIDS}\b.*\b{_NOT_YET}\b.*\b{_SEE}\b|"
            rf"\b{_KIDS}\b.*\b(?:has|have|did|is|are)\b.*\b{_NOT_YET}\b.*\b{_SEE}\b|\bunseen {_KIDS}\b|"
            rf"\b(?:who|whos|who's)\b.*\b{_NOT_YET}\b.*\b{_SEE}\b.*\b(?:in|on|from|of)\b.*\b(?:caseload|unit|"
            rf"team|list)\b|^{_KIDS}\b.*\b(?:{_NOT_YET}\b.*\b{_SEE}|(?:no|without(?: a| any)?) visits?)\b"
        ),
    ),
    (
        Figure.VISITS,
        re.compile(
            rf"\b(?:which|what|whose|list|how many|all|the) (?:of )?(?:the |our "
            rf"|my )?{_KIDS}\b.*\b(?:were|was|got|been|are|is) "
            r"(?:already |all )?(?:seen|visited)\b|"
            r"\b(?:worst|best|most|least|behind|compare|rank|percent\w*|%|rates?|track|doing|why|numbers|"
            r"figures|stats|caught up|trend|how many|up to date|where (?:are|is)|at \d+|late|"
            r"done)\b.*\b(?:visits?|seen)\b|\bvisits?\b.*\b(?:percent\w*|%|rates?|behind|compare\w*|numbers|"
            r"stats|figures|by unit|trend|done|made|up to date|doing)\b"
        ),
    ),
    (
        Figure.TIMELY,
        re.compile(
            r"\b(?:timeliness|on[- ]time|punctual\w*)\b|\b(?:percent\w*|rate|share)\b.*\bnotes?\b|"
            r"^(?:who|whos|which workers?|anyone|anybody)\b.*\b(?:hasn'?t|haven'?t|didn'?t|has not|"
            r"have not|not)\b.*\b(?:submit\w*|turn(?:ed)? in|sent|send|filed|hand(?:ed)? in|entered|logged|"
            r"written|wrote|put in)\b|"
            r"%.*\bnotes?\b|\bnotes?\b.*\b(?:percent\w*|rate)\b|"
            r"\b(?:how'?s?|how (?:is|are|has|have|did))\b.*\b(?:doing|"
            r"looking|been|keeping up|coming)\b.*\b(?:notes?|paperwork|documentation|write ?ups?)\b|"
            r"\bkeeping up\b.*\bnotes?\b"
        ),
    ),
    (
        Figure.NOTES_LATE,
        re.compile(
            r"\bnotes?\b.*\b(?:late|overdue|behind|past due|outstanding)\b|"
            r"\b(?:late|overdue|behind|outstanding)\b.*\b(?:notes?|paperwork|documentation)\b"
        ),
    ),
    (Figure.BEHIND, re.compile(r"\b(?:behind|overdue|past due|late|atrasad[oa]s?|vencid[oa]s?)\b")),
    (
        Figure.DOING,
        re.compile(
            r"\b(?:how'?s?|how (?:is|are|has|have))\b.*\b(?:doing|looking|coming along|holding up|been|"
            r"going)\b|"
            r"\b(?:numbers|stats|statistics|figures|metrics)\b"
        ),
    ),
)
_TREND = re.compile(
    r"\b(?:trend\w*|by month|per month|each month|monthly|month by month|over time|"
    r"compared? (?:to|with) last|(?:last|past) (?:\d|two|three|four|five|six) months|better or worse|"
    r"improv\w+|vs\.? last)\b"
)
_COMPARED = re.compile(
    r"\b(?:worst|best|most|least|compare|rank|which (?:unit|supervisor|worker|team)|lowest|highest)\b"
)
# How the work is done is asked of the policy, and no figure of anybody.
_OF_POLICY = re.compile(
    r"^how (?:often|many times|long|soon|late)\b|\b(?:supposed to|required|allowed|counts? as|what if|"
    r"what happens|am i|should (?:i|we))\b"
)
# Who is behind, where nobody is named: these ask for the team, "what's overdue" for one's own list.
_OF_TEAM = re.compile(
    rf"\b(?:who|whos|who's|whose|which|anyone|anybody|everyone|everybody|how many|{_TEAM}|all)\b|"
    rf"\bare (?:the )?notes\b|\bquien(?:es)?\b"
)
_WERE_LATE = re.compile(
    r"\b(?:were|was|came|come|got|went|turned|handed|submitted|filed|entered|sent)\b(?: in)?.*\blate\b"
    r"|\blate\b.*\b(?:last|this past) (?:week|month|quarter)\b"
)
"""Notes that were late: those of some days, and not what is open and late now."""
_AT_HOME = re.compile(
    r"\b(?:in|at) (?:the(?:ir|m)?|his|her|own) (?:own )?(?:homes?|placements?|residences?)\b"
)
_NEEDS_NAME = frozenset({Figure.DOING})
_MY_TEAM = re.compile(rf"\b(?:my|our|the) (?:whole |entire )?{_TEAM}\b")
# "Who hasn't Keisha seen", "who does Keisha still need to see": children, where a colleague is named.
_UNSEEN_BY = re.compile(
    rf"(?:who|whom|whos|who's|anyone|anybody)\b.*?(?:{_NOT_YET}\b.*\b{_SEE}\b|"
    rf"\b(?:need|needs|have|has|got|left|remain\w*)(?: left)? (?:to|for)\b.*\b{_SEE}\b|"
    r"\b(?:left|missing) for\b)|"
    rf"(?:did|has|have|how many {_KIDS}|which {_KIDS}|how many)\b.*\b"
    rf"(?:{_SEE}\b.*\b(?:all(?: of)? (?:his|her|their|the)|everyone|everybody|(?:every|each) {_KIDS})\b|"
    r"(?:have|has|got|left)(?: still| yet)? (?:left|to see|to go|remaining)\b)|"
    r"(?:quien(?:es)?|a quien(?:es)?)\b.*\b(?:falta|no ha visto|le queda)"
)
_LATE = frozenset({Figure.BEHIND, Figure.NOTES_LATE})
_IS_LATE = re.compile(r"\b(?:late|overdue|past due|behind)\b")


def figure_asked(text: str, *, of_somebody: bool, telling: bool = False) -> FigureAsked | None:
    """The figure for which the message asks, or None. Pure.

    `of_somebody`: it names somebody on staff or a unit. `telling`: the reading takes it for something told.
    """
    words = folded(decoded(text)).strip()
    if len(words) > _LONGEST or "\n" in words:
        return None
    rest = words[lead.end() :] if (lead := _LEAD.match(words)) else words
    opened = bool((_ASKING if telling else _OPENS).match(rest) or _LISTED.match(rest))
    opened = opened or (of_somebody and len(rest.split()) <= 7 and _NOUNS.search(rest) is not None)
    if not opened or _OWN.search(rest) or _OF_POLICY.search(rest):
        return None
    what = next((figure for figure, pattern in _WORDS if pattern.search(rest)), None)
    if of_somebody and what in {None, Figure.VISITS, Figure.BEHIND} and _UNSEEN_BY.match(rest):
        what = Figure.UNSEEN
    if what is None or (what in _NEEDS_NAME and not (of_somebody or _MY_TEAM.search(rest))):
        return None
    if what is Figure.NOTES_LATE and _WERE_LATE.search(rest):
        what = Figure.TIMELY
    if what is Figure.VISITS and _AT_HOME.search(rest):
        return None  # where a child was seen is not reckoned
    if what in _LATE and not (of_somebody or _OF_TEAM.search(rest)):
        return None
    late = bool(_IS_LATE.search(rest))
    return FigureAsked(what, bool(_TREND.search(rest)), bool(_COMPARED.search(rest)), late)


_NUMBER = re.compile(
    r"(?:how many|how much|what percent(?:age)?|what'?s? (?:is )?the (?:average|percent\w*|number"
    r"|rate)|average|number of"
    r"|list of|a list of|who has the (?:most|least|fewest)|which (?:workers?|units?|supervisors?)"
    r"|notes? not (?:yet )?(?:entered|"
    r"put|typed)|(?:what|which) notes? (?:are|is|were) not (?:yet )?(?:entered|put|typed))(?!\w)"
)


def asks_a_number(text: str) -> bool:
    """Whether a count, a share or a list of the agency's is asked for; not of one's own. Pure."""
    words = folded(decoded(text)).strip()
    if len(words) > _LONGEST or "\n" in words:
        return False
    rest = words[lead.end() :] if (lead := _LEAD.match(words)) else words
    return _NUMBER.match(rest) is not None and not _OWN.search(rest) and not _OF_POLICY.search(rest)


def asks_to_pass_on(text: str) -> bool:
    """Whether a colleague is to be told something: "send keisha a note that her visits are behind". Pure."""
    return _PASSED_ON.match(folded(decoded(text))) is not None
