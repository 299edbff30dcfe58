"""Days that only say what a talk or a letter was about: "re: Friday", "about Tuesday's hearing"."""

from __future__ import annotations

import re

from bot.understand.when.leanings import TOOK_PLACE
from bot.understand.when.shapes import Atom
from bot.understand.when.told import MADE_CONTACT

_TOPIC = re.compile(
    r"\b(?:about|re|regarding|sobre|acerca|concerning|discuss(?:ed|ing)?|reminded|scheduling|"
    r"(?:por|de|sobre) (?:la|el|su|una) (?:visita|cita|corte|audiencia|reunion|conferencia|sesion) del?|"
    r"talk(?:ed)? about|hablamos de|confirm(?:ed|ing)?|for)\b:?[^.!?\n]{0,40}$"
)
# "Tc 1015 re visit sat": behind the hour of the call, what it was about.
_RE = re.compile(r"(?:re|regarding|abt|about|for)(?!\w)")
# "Note for Nov 9. Saw §": the day of what follows.
_HEADED = re.compile(
    r"(?:(?:a |my |the |this is |sorry,? )*(?:late |delayed |back-?dated |catch-?up |contact |progress |"
    r"case |visit )*(?:note|entry|log|contact|visit|update|record|report|logging|backlog|nota|registro|"
    r"visita)s? )?(?:for|from|of|re|para|del?)(?: the| el)?:?"
)
# "Entering this one late - it's for 11/9".
IT_IS_FOR = re.compile(
    r"(?:^|[,;:–-] ?)(?:it's|its|it is|it was|this is|this was|this one is|this one's|that's) (?:for|from) ?$"
)
_WHOSE = re.compile(r"\b(?:w|with|of|about|re|for|to|the|his|her|their|§'s)[ /]*$")


# "Tc 1pm, susp 2 days, mtg thurs": what the call told of is still to come, or was.
_THEIR_DATE = re.compile(
    r"[,;.] (?:(?:has|have|they have|there is|next|also|and) )?(?:an? |the |her |his )?(?:\w+ )?(?:mtg|"
    r"meeting|court|appt|"
    r"appointment|hearing|conference|conf|iep|surgery|eval|game|recital|cita|corte|reunion)(?: (?:is|on|"
    r"for))* $"
)

# "Had the conference for the Reeds wednesday at our office 1 to 2": whose it was, and the day it was held.
_HELD_FOR = re.compile(
    r"(?:^|[.;\n] ?|(?<!\w)(?:had|held|did|ran|attended|facilitated|hosted|finished|was at|sat in on|tuve|"
    r"tuvimos|hice|hicimos) )(?:(?:the|a|an|our|my|la|el|una?) )?(?:(?!about|re\b)[\w-]+ ){0,2}?"
    r"(?:conference|confrence|conf|conferencia|meeting|mtg|review|spr|staffing|tdm|ftm|ftdm|cftm?|hearing|"
    r"reunion|revision|audiencia) (?:for|para|de|del|on|re:?) [^.!?\n,;]{0,40}$"
)

# "Ms Lee 9:30 (no daycare Friday)": what was told there, and no day of the call.
_ASIDE = re.compile(r"\((?!(?:on|el|last|this|today|call|visit|hv|tc)\b)[^()]*[a-z§][^()]* $")


# "Cross about yesterday", "sorry for last night": what somebody felt about, told after the hour of a talk.
_FELT = re.compile(
    r"\b(?:cross|mad|upset|angry|furious|livid|annoyed|pissed|worried|hurt|embarrassed|excited|happy|sorry|sore"
    r"|apologi[sz]\w*|complain\w*|vent\w*|enojad[oa]|molest[oa]|preocupad[oa]|disculp\w*)"
    r"(?: (?:still|off|herself|himself))? (?:about|over|for|por|sobre|with)"
    r"(?: (?:what happened|missing|lo de|lo que paso))?(?: de)? $"
)


_PUT_OFF = re.compile(r"\b(?:cancel|resched|chang|mov)[a-z]*ing\b")


def topics(drafts: list[Atom], lefts: list[str], owned: list[bool]) -> None:
    """A weekday or date that only says what the talk was about (`re: Friday`, `about Tuesday's hearing`)."""
    anchors = [d for d in drafts if d.role == "event" and (d.day or d.timed)]
    for draft, left, owns in zip(drafts, lefts, owned, strict=True):
        if draft.role != "event" or draft.day is None or draft.timed:
            continue
        behind = any(d.timed and d.start < draft.start for d in anchors)
        if behind and _FELT.search(left):
            draft.role = "reported"
        elif draft.day.kind not in {"offset", "lastnight"}:
            _talked_of(draft, left, anchors, owns=owns, behind=behind)


def _talked_of(draft: Atom, left: str, anchors: list[Atom], *, owns: bool, behind: bool) -> None:
    """Sets the role of a named day; `behind`: the hour of what happened stands before it."""
    day = draft.day
    aside = (
        day is not None and day.kind == "weekday" and _ASIDE.search(left) and any(d.timed for d in anchors)
    )
    if aside or (owns and len(anchors) > 1 and _WHOSE.search(left)):
        draft.role = "reported"
        return
    if behind and _THEIR_DATE.search(left):
        draft.role = "future"
        return
    first = not any(d is not draft and (d.day or d.start < draft.start) for d in anchors)
    if (first and _HELD_FOR.search(left)) or (draft.minutes is not None and left.endswith("for ")):
        return  # "with Leo for an hour on Friday"
    topic = _TOPIC.search(left)
    if topic is None:
        return
    said = re.sub(r"^talk(?:ed)? ", "", topic.group())
    if _RE.match(said) and behind:
        draft.role = "reported"
    elif (
        MADE_CONTACT.search(said)
        or TOOK_PLACE.search(said)
        or _HEADED.fullmatch(left.strip())
        or IT_IS_FOR.search(left)
    ):
        return
    elif owns or len(anchors) > 1 or _PUT_OFF.search(topic.group()):
        draft.role = "reported"
