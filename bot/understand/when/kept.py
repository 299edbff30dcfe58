"""Appointments that were set for an hour and came to nothing: that hour is the event's all the same."""

from __future__ import annotations

from bot.understand.patterns.quick import Quick
from bot.understand.when.shapes import Atom

_ARRANGED = Quick(
    r"\b(?:supposed to|meant to|should have been|(?:re)?scheduled|set for|(?:was|were) for|era para|due|"
    r"confirmed|arranged|programad[oa]|quedo)\b[^.!?\n]{0,30}$"
)
# "Was supposed to come in at 3, never showed": an appointment of its own, whatever is told behind it.
# "Got cancelled, it was supposed to be at 3": the hour of what was called off, whatever else has one.
_CALLED_OFF = Quick(
    r"\b(?:cancel[a-z]*|called off|put off|scratched|no show|(?:didn't|did not) (?:happen|take place"
    r"|go (?:through|forward|ahead)))\b[^.!?\n\d]{0,60}?"
    r"\b(?:(?:it )?was|were|should have been|era|iba a ser) (?:(?:supposed|meant|due|scheduled|set|to be|to|"
    r"be|happen|start|at|for|a|las?|today|hoy|on) ?)*$"
)
# "She did not come today. It was supposed to start at 3": the same, a sentence later.
_FAR = 140
_NEVER_HELD = Quick(
    r"(?:(?:did not|didn't|didnt|never) (?:come|show|show up|make it|appear)|no[- ]?show(?:ed)?|cancel\w*"
    r"|called off|(?:is|was) off)(?!\w)[^!?\n\d]{0,90}[.;,] ?(?:(?:it|the visit|visit|this) )?was (?:supposed"
    r"|meant|due|scheduled|set)(?: (?:to (?:be|start|begin)|for|at|today))* ?$"
    # "Skipped again, was supposed to meet me at 11": her meeting with the worker.
    r"|(?:skipped|flaked|bailed|ghosted|ditched|stood (?:me|us) up|blew (?:me|us|it) off|no[- ]?show(?:ed)?|"
    r"me dejo plantad[oa]|no (?:llego|vino))(?! (?:school|class|therapy|work|practice|escuela|clase))(?!\w)"
    r"[^!?\n\d]{0,40}?(?:was|were|iba|tenia) (?:(?:supposed|meant|due|scheduled|set) to|que|a) "
    r"(?:meet(?! (?:with )?(?:h[ei][rm]|them|§|the|a))|see (?:me|us)|come (?:in|to|by|see me)|reunirse|verme"
    r"|venir)[^!?\n\d;]{0,60}$"
)
_STAYED_AWAY = Quick(
    r"(?: (?:today|yesterday|this (?:morning|afternoon)|at (?:the|our|my) (?:office|agency)))*[,;.]?"
    r" (?:but |and )?(?:(?:she|he|they|ella|el) )?(?:was a )?(?:never (?:showed|came|made|turned|appeared)"
    r"|no[- ]?show|(?:did not|didn't|didnt|did n't) (?:show|come|make it|turn up|appear)"
    r"|(?:no|nunca) (?:llego|vino))"
)
# "Was supposed to be at 2. She texted me at 1:15 that she is sick": what was meant is off.
_WROTE_OFF = Quick(
    r"[^.!?\n\d]{0,30}[.,;!] ?(?:but |and |y |pero )?(?:(?:she|he|they|mom|dad|§|ella"
    r"|el) )?(?:texted|called|emailed|wrote|"
    r"messaged|me (?:llamo|escribio|aviso|mando))(?!\w)[^.!?\n]{0,60}?(?:(?:is|was|has|have|had"
    r"|got) (?:too |really |so |a |the )*"
    r"(?:sick|ill|flu|fever|covid|car trouble|no ride)|(?:can't|cant|cannot|couldn't|could not|won't"
    r"|wont|not able to|unable to)"
    r" (?:come|make|do it|be there|get (?:here|there))|not coming|no (?:puede|podia|va a poder"
    r"|iba a poder|pudo)|"
    r"(?:esta|estaba) enferm[oa])(?!\w)"
)


def kept_appointments(drafts: list[Atom], text: str, lefts: list[str]) -> None:
    """`mom was supposed to come at 3`: the event's, with no other clock time or where she stayed away."""
    other = any(d.role == "event" and d.timed and not d.ending for d in drafts)
    for draft, left in zip(drafts, lefts, strict=True):
        off = draft.clock and (
            _CALLED_OFF.search(left)
            or (_ARRANGED.search(left) and _WROTE_OFF.match(text, draft.end))
            or _NEVER_HELD.search(text, max(0, draft.start - _FAR), draft.start)
        )
        if other and not off and not _STAYED_AWAY.match(text, draft.end):
            continue
        past = draft.day is None or (draft.day.kind == "offset" and draft.day.number <= 0)
        if draft.clock and past and draft.role != "event" and (off or _ARRANGED.search(left)):
            draft.role = "event"
