"""What a time in the text is the time of: the event, something still to come, or a fact that was told."""

from __future__ import annotations

import re

from bot.understand.parts import Tense
from bot.understand.patterns.quick import Quick
from bot.understand.when.acts import acts
from bot.understand.when.adjourned import TRIED_AGAIN, back_in_court, of_the_hearing
from bot.understand.when.ahead import elsewhere, i_am_going, in_that_week
from bot.understand.when.arranged import arranging
from bot.understand.when.confirmed import confirmed_ahead
from bot.understand.when.endings import ends, without_start
from bot.understand.when.facts import facts, put_right
from bot.understand.when.going_back import without_return
from bot.understand.when.held import held_instead
from bot.understand.when.kept import kept_appointments
from bot.understand.when.leanings import TOLD_ME, lean, leave_behind
from bot.understand.when.others import others
from bot.understand.when.sentences import clause, statements
from bot.understand.when.shapes import Atom
from bot.understand.when.told import MADE_CONTACT, told, told_anew
from bot.understand.when.topics import topics

_COMING = Quick(
    r"\b(?:will|shall|ill|i'll|he'll|she'll|we'll|they'll|gonna|going (?:to|back|over|out|there|again)|"
    r"fix(?:ing|in|in') to|finna|fitna|bouta|gotta|hafta|tryna|(?<!was )(?<!were )about to|ha(?:ve|s) to|"
    r"tengo que|tenemos que|pienso|planeo|plan(?:s|ning|ned)? (?:to|on|for)|intend(?:s|ing)? to|"
    r"(?:i'm|im|i am|we're|we are|ill be|i'll be) (?:heading|headed|going|driving|meeting|seeing|"
    r"visiting|stopping|(?:doing|having|holding) (?:it|that|this)|"
    r"picking|taking|bringing|supervising|coming)|"
    r"(?<!was )(?<!were )"
    r"(?:re-?)?sched(?:uled?|uling)?|(?<=was )re-?scheduled (?:to|for)|(?<!was )(?<!were )set (?:(?:it|this|"
    r"that|her|him) )?(?:up )?(?:for|on)|"
    r"(?<![a-z§] )(?:stopping|heading|swinging|popping|driving) (?:by|over|out(?! of)|in|to|back|up|down)|"
    r"(?:ask(?:s|ed|ing)|want(?:s|ed|ing)|request(?:s|ed|ing)|like|need(?:s|ed)?|hop(?:es|ed|ing)|"
    r"tr(?:ies|ied|ying)|pide|pidio|quiere|queria) (?:if (?:we|she|he|they) (?:can|could) |to |que )?(?:move|"
    r"switch|change|push|reschedule|mover|cambiar|pasar) [^.!?\n\d]{0,50}?(?:to|para|al?)|"
    r"(?:moved|pushed|bumped|switched|changed|shifted|moving|pushing|switching) (?:from [\w§]+ )?"
    r"(?:(?:it|us|this|that|things|(?:the|her|his|our|their|[a-z]+'s) (?:visit|meeting|call|session|"
    r"appointment|time)) )?(?:back |out )?(?:to|til|until|for)|postponed (?:to|until)|new date|"
    r"reset(?: (?:to|for))?|make[- ]?up(?: visit)?|mak(?:e|ing) it up|(?:it is|it's|its) now|"
    r"la (?:pasamos|movimos|cambiamos|dejamos|pasaron|cambiaron|movieron) (?:para|al?)|vuelvo|volvere|"
    r"regresare|still on|sigue[n]? en pie|upcoming|(?:would|will|could|can) (?:move|push|switch|do) (?:it|"
    r"that|the)|next (?:visit|visita|cita|audiencia|corte|reunion|sesion|conferencia|one|court|hearing|appt|"
    r"appointment|session|meeting|mtg|date|call|fv|hv|conference|"
    r"conf|time|week|"
    r"home|spr|review|month|supervised|sibling|team|therapy|class|case)|coming (?:up|back)|(?:meeting|seeing|"
    r"visiting) (?:with )?(?:him|her|them|§) (?:again|there again|next)|due|adjourned|adj|"
    r"adjd|adj'd|back on|returns?|proxim[oa]|siguiente|sera|sera el|va a|van a|voy a|vamos a|programad[oa]s?|"
    r"para el|queda(?:mos)? para|quedo para|aplaz[a-z]+|pospuso|reprogramad[oa]s?|hopes? to|hoping|expects?|"
    r"wants?|needs?|supposed to|arranged|agreed to|confirmed for|"
    r"we (?:said|agreed on|settled on|decided on|picked)(?=(?: on| for| this| next| the)* ?$)|"
    r"quedamos (?:en|de)(?= (?:el )?$)|continued to|can i|can't make|cant make|cannot make|can't come|"
    r"cant come|won't|wont|unable to|available|starting|(?<!head )starts?|begins?|until|"
    r"by(?=(?: (?:the|this|next|end of|about|around|then|no later than))* ?$)|"
    r"effective|eval is|evaluation is|quiere|tiene cita|cita)\b|\b(?:is|are|"
    r"es) (?:on |for |el |the |at )?$"
)
_I_AM = Quick(
    r"\b(?:i'm|im|i am|we're|we are|i|we|i'll|we'll|ill) "
    r"(?=(?:am |will )?(?:going|coming|gonna|go|heading|seeing|meeting|trying|moved|pushed|see|come|will|"
    r"rescheduled)\b)"
)
_WEAK = Quick(r"wants?|needs?|hop|expects?|supposed|starts?|begins?|can't|cant|wo|quiere|due|will|until|by")
_THEIRS = Quick(
    r"\b(?:he|she|they|mom|mother|dad|father|child|ella|ellos)(?: will|'ll| is going| are going| plans?|"
    r" planned| va| van)(?: to| a)?(?: \w+){0,4}$"
)
_NEVER = Quick(
    r"\b(?:adjourned|adj|adjd|adj'd|court|hearing|corte|audiencia|trial|disposition|dispo|appts?|appointment|"
    r"cita|eval(?:uation)?|session|sesion|due|deadline|order|hopes? to|hoping|wants?|doctor|dr|dentist|"
    r"therapy|physical|return date|surgery|iep|until|by(?=(?: (?:the|this|next|end of|about|around|then|"
    r"no later than))* ?$)|can't|cant|cannot|won't|wont|unable|supposed|starting|starts?|begins?|effective|"
    r"test|exam|trip|birthday|discharge date|expires?|returns?|prom|graduation|camp|party|available|"
    r"continued to|quiere|needs?|aplaz[a-z]+)\b"
)
# "Ms Lee can't do tomorrow": the day of what is called off.
_OFF_FOR = Quick(r"(?<!\w)(?:can't|cant|cannot|couldn't|unable to) (?:do|make|come)(?: it)?(?: for| on)? ?$")
_ON_AGAIN = Quick(rf"{_COMING.pattern}|\b(?:now|so|but|instead|then|next|will|again)\b")
_MINE_MEANT = Quick(
    r"(?:\b(?:i|we) |^ ?|[,;:] ?|\b(?:and|but|so) )(?:was|were|had been) (?:supposed|due|meant|scheduled|"
    r"going) to (?:see|visit|meet|go|do|have|pick|supervise)\b[^.!?\n]{0,60}$"
)
_SAID = Quick(
    r"\b(?:says?|said|states?|stated|reports|reported|claims?|claimed|alleged|alleges|disclosed|denies|"
    r"dice|dijo|informa|according to)\b"
)
_WORKER = Quick(r"\b(?:i|we|saw|visited|spoke|talked|called|met with|vi|visite|hable|llame|fui)\b")
# "Says mom called her": what those of whom she tells did, and none of the worker's own acts.
_THEY_DID = Quick(
    r"(?<!\w)(?:§|he|she|it|they|who|mom|mother|dad|father|parents?|aunt|uncle|grandma|sister|brother|school|"
    r"teacher|bm|bf|mama|papa|ella|el|ellos|kids?|child)(?:,? (?:has|had|just|also|only|never|always|again|"
    r"already|then|la|le|lo|los|las|se|ya|no))* (?:saw|seen|visited|spoke|talked|called|met with|vi|visite|"
    r"hable|llame|fui)(?!\w)"
)
_PAST_IN_PLAN = Quick(
    r"\b(?:saw|visited|met|called|spoke|didn't|did not|missed|last (?:visit|saw|time|contact|seen)|"
    r"was (?:seen|there)|vi|visite|hable)\b[^.!?\n]{0,40}$"
)


def assign(drafts: list[Atom], text: str, tense: Tense, owned: list[bool]) -> None:
    """Sets each draft's role and whether it says an end; `owned`: written as `Tuesday's`."""
    starts = statements(text)
    lefts = [clause(text, d.start, starts) for d in drafts]
    before: Atom | None = None
    for index, (draft, left) in enumerate(zip(drafts, lefts, strict=True)):
        right = text[draft.end : draft.end + 24]
        if tense is Tense.PAST and before is not None and told_anew(draft, before, left, right):
            lefts[index] = left[len(left) - (draft.start - before.end) :]
        own = lefts[index]
        draft.ending = bool(draft.clock and not draft.until and ends(own[-60:]))
        draft.told = told(draft, before, own, right)
        draft.role = _role(draft, own, tense)
        if tense is Tense.PAST and draft.day and back_in_court(text[: draft.start]):
            draft.role = "reported"
        before = draft
        draft.never = _NEVER.search(arranging(own)) is not None
    topics(drafts, lefts, owned)
    acts(drafts, text, lefts)
    leave_behind(drafts, text, tense)
    if tense is Tense.PAST:
        held_instead(drafts, text)
        i_am_going(drafts, text)
        elsewhere(drafts, text, starts)
        facts(drafts, text, lefts)
        others(drafts, text, starts)
        put_right(drafts, text)
        lean(drafts, text, starts)
        confirmed_ahead(drafts, text)
        kept_appointments(drafts, text, lefts)
    else:
        in_that_week(drafts, text, starts)


# "I am not ok with her going back there at 3": the child's hour, at which the worker does nothing.
_HER_GOING = Quick(
    r"(?<!\w)(?:not|n't|worried|uneasy|nervous|scared|afraid|concerned)(?: (?!i |we )[\w']+){0,3}? "
    r"(?:with|w/?|about|of) (?:him|her|them|§|the (?:kids|boys|girls|children)) "
    r"(?:going|goin|being|returning|heading|staying)(?: [\w§']+){0,4} $"
)


def _role(draft: Atom, left: str, tense: Tense) -> str:
    if _HER_GOING.search(left):
        return "reported"
    if draft.minutes is not None and not (draft.timed or draft.day):
        return "event"
    day = draft.day
    over = day is None or (
        day.number <= 0 if day.kind == "offset" else day.how not in {"next", "nextweek", "weekon"}
    )
    if tense is Tense.PAST and over and _MINE_MEANT.search(left):
        return "event"
    if draft.told:
        return "reported"
    if tense is Tense.FUTURE:
        past = _PAST_IN_PLAN.search(left)
        return "reported" if draft.day and past and not _ON_AGAIN.search(past.group()) else "event"
    return _coming(draft, left)


def _own_words(left: str) -> str:
    """From where the worker last speaks of what she does: `went by … so i am going back`."""
    mine = list(_I_AM.finditer(left))
    return left[mine[-1].start() :] if mine else left


# "Took Leo to his dentist appointment": an appointment that the worker kept with the child is her event.
_KEPT = Quick(
    r"(?:^|[.,;\n] ?|(?<!\w)(?:i|we|yo|and|y|then|today|yesterday|hoy|ayer) )(?:took|drove|brought|"
    r"accompanied|went (?:with|to)|transported|carried|rode|sat in|attended|lleve|acompane|fui con|"
    r"fuimos con)(?!\w)[^.;\n]{0,60}?(?<!\w)(?:appointment|appt|cita|eval(?:uation)?|session|sesion|therapy|"
    r"terapia|physical|doctor|dr|dentist|dentista|exam|test)(?!\w)"
)

# "I want to report I was at § today at 4": what somebody wants to tell has been.
_TO_TELL = re.compile(
    r"(?<!\w)(?:to|que|quiero|quisiera) (?:report|log|document|record|note|say|add|tell you"
    r"|let you know|share|"
    r"reportar|decir(?:te|les)?|avisar(?:te|les)?|registrar|anotar|informar(?:te|les)?)"
    r"(?: (?:that|que|this|it|something|algo|about))*[,:]? "
    r"(?=(?:i |we |yo )?(?:just )?(?:was|were|saw|met|visited|went|stopped|spoke|talked|called|had|did|"
    r"estuve|vi|visite|fui|pase|hable|llame)(?!\w))"
)


def _coming(draft: Atom, left: str) -> str:
    if draft.day is not None and _OFF_FOR.search(left):
        return "future"
    left = _KEPT.sub(" ", _own_words(_TO_TELL.split(left)[-1]))
    left = left if draft.day or not draft.clock else without_start(left)
    cues = list(_COMING.finditer(left))
    if not cues or (draft.day is None and draft.clock is None):
        return _by_itself(draft, left)
    cue = cues[-1]
    if of_the_hearing(draft, cue.group(), left[cue.end() :]):
        return "event"
    if _WEAK.match(cue.group()) and len(left) - cue.end() > 30:
        return _by_itself(draft, left)
    if MADE_CONTACT.search(left[cue.end() :]) and not cue.group().startswith(("next", "still")):
        return _by_itself(draft, left)
    if draft.day and draft.day.kind == "offset" and draft.day.number < 0:
        return "event"
    if cue.group() in {"by", "until"} and draft.clock:
        return "event"
    theirs = _THEIRS.search(left[: cue.end()]) and not TRIED_AGAIN.match(left, cue.start())
    return "reported" if _NEVER.search(without_return(arranging(left))) or theirs else "future"


def _by_itself(draft: Atom, left: str) -> str:
    day = draft.day
    if day and ((day.kind == "offset" and day.number > 0) or day.how in {"next", "nextweek"}):
        return "reported" if _NEVER.search(arranging(left)) else "future"
    said = _SAID.search(left) or TOLD_ME.search(left)
    if (
        said
        and day
        and not (day.kind in {"offset", "lastnight"} and day.number >= 0 and draft.clock)
        and day.kind != "offset"
    ):
        return "event" if _WORKER.search(_THEY_DID.sub(" ", left[said.end() :])) else "reported"
    return "event"
