"""How the words beside a name put its bearer into an event: the order in which the patterns are tried."""

from __future__ import annotations

import re

from bot.understand.names.absence import Words
from bot.understand.names.parts import Stance
from bot.understand.names.stance_links import (
    CALL_AFTER,
    ELSEWHERE_WITH_BEFORE,
    EXCUSE_AFTER,
    GONE_OVER_BEFORE,
    IN_CALL_BEFORE,
    LEFT_ON_BEFORE,
    MACHINE_AFTER,
    MOOD_AFTER,
    NO_SHOW_AFTER,
    ON_THE_LINE_AFTER,
    OWNED_PHONE_AFTER,
    REPORT_SENTENCE,
    RETURNED_BEFORE,
    TAKEN_TO_BEFORE,
)
from bot.understand.names.stance_words import (
    ABOUT_BEFORE,
    AMONG_THEMSELVES_AFTER,
    ASKED_OF_BEFORE,
    BUSY_AFTER,
    CALL_FROM_BEFORE,
    CALLED_AFTER,
    CALLED_BEFORE,
    CAN_AFTER,
    CHILD_CALLED_AFTER,
    CHILD_SPOKE_AFTER,
    DRIVING_AFTER,
    ELSEWHERE_AFTER,
    LIST_BEFORE,
    ORDERED_BEFORE,
    OWNED_VISIT_AFTER,
    PRESENT_AFTER,
    QUOTED_AFTER,
    REPORTED_BEFORE,
    REPORTED_QUE_BEFORE,
    RUN_ON_BEFORE,
    SAYS_AT_ONCE,
    SEEN_BEFORE,
    SILENT,
    SPOKE_AFTER,
    TALKED_BEFORE,
    TOLD_ME_AFTER,
    WROTE_ME_BEFORE,
    beside_body,
    wanted_home,
)
from bot.understand.names.to_worker import CALLS_OTHERS_AFTER, HOME_VISIT_AFTER, TO_ME_AFTER, TO_SEND_BEFORE
from bot.understand.names.told_words import (
    BROUGHT_FOR_BEFORE,
    MADE_FOR_BEFORE,
    MADE_OF_BEFORE,
    OF_A_VISIT_BEFORE,
    STAYED_WITH_BEFORE,
    THEIRS_BEFORE,
)
from bot.understand.parts import Kind, NameMention
from bot.understand.patterns.quick import Quick


def of_owner(mention: NameMention, words: Words) -> Stance:
    """Of a possessor: "mom's attorney" tells of the attorney, "mom's visit" of both."""
    if mention.kind is Kind.CHILD and (
        ABOUT_BEFORE.search(words.before) or GONE_OVER_BEFORE.search(words.before)
    ):
        return Stance.ABOUT
    if mention.kind is Kind.CONTACT and _APPOINTMENT_AHEAD.match(words.own_after):
        return Stance.OWNER
    if mention.kind is Kind.CONTACT and HOME_VISIT_AFTER.match(words.own_after):
        return Stance.PLACE
    if RETURNED_BEFORE.search(words.before) and CALL_AFTER.match(words.own_after):
        return Stance.CONTACTED
    if OWNED_PHONE_AFTER.match(words.own_after) or (
        MACHINE_AFTER.match(words.own_after) and LEFT_ON_BEFORE.search(words.before)
    ):
        return Stance.CONTACTED
    if beside_body(words.before, words.own_after):
        return Stance.PRESENT
    return Stance.STATED if OWNED_VISIT_AFTER.search(words.own_after) else Stance.OWNER


def of_child(words: Words) -> Stance:
    """How a child stands by the words beside the name."""
    if CHILD_CALLED_AFTER.match(words.own_after):
        return Stance.ABOUT if _CALLS_ANOTHER.match(words.own_after) else Stance.CONTACTED
    spoke = CHILD_SPOKE_AFTER.match(words.own_after)
    if spoke and MADE_FOR_BEFORE.search(words.before) and re.match(r"\W*(?:and|y) ", words.own_after):
        return Stance.ABOUT
    if _child_told_of(words):
        return Stance.ABOUT
    if spoke or TALKED_BEFORE.search(words.before):
        return Stance.SPOKE
    if ABOUT_BEFORE.search(words.before) or _reported(words) or _UNTOLD.match(words.own_after):
        return Stance.ABOUT
    if BROUGHT_FOR_BEFORE.search(words.before):
        return Stance.ABOUT
    if CALLED_BEFORE.search(words.before) and not ORDERED_BEFORE.search(words.before):
        return Stance.CONTACTED
    if SEEN_BEFORE.search(words.before) or re.match(r"\W*(?:was |were )?(?:seen|interviewed)\b", words.after):
        return Stance.SEEN
    return Stance.STATED


# "Hope reports Will called her": with each other.
_CALLS_ANOTHER = Quick(
    r"\W{0,3}(?:\w+ ){0,2}?(?:called|calls|texted|texts|phoned|facetimed|messaged|wrote) (?:her|him|"
    r"them)\b(?! back)"
)
# "Fights with Leo less", "tell Leo I said hi": a sibling or friend of whom the child, met alone, speaks.
_AMONG_THEMSELVES = Quick(
    r"\b(?:fight\w*|fought|argu\w+|(?:get\w*|got) along|(?:lives?|living|lived|placed|sleeps?|bunks?|rooms"
    r"|grew up)|shar\w+ (?:a |the |his |her )?\w+|(?:to|likes|loves|enjoys|always|usually|often|he|she|they"
    r"|been) h[au]ng\w*(?: \w+)?|best friends|friends|close|obsessed|(?:is|are|so|all|be|being) done|bored"
    r"|compar\w+ \w+|(?:his|her|their|last|next|weekly|first|sibling|phone) (?:visits?|calls?|time)"
    r"|se lleva(?: \w+)?|vive|vivia|comparte \w+) (?:with|w/|w|con) ?$"
    r"|\b(?:tell|dile a|say (?:hi|hello|bye) to|(?:said|says|say|sent|sends|send) (?:hi|hello|love|"
    r"a hug) to|saludos a) $"
    r"|(?:than|unlike|just like|looks like|instead of) $"
)


# "Asked when a visit with Leo can happen", "since the last visit with Leo".
_CHILDS_VISIT = Quick(
    r"\b(?:last|next|previous|prior|upcoming|since|before|about|missed|misses|when|if|whether|asks?|asked"
    r"|asking|wants?|wanted|more|another|future) (?:(?:the|her|his|their|a|an|for|last|next|sibling|phone"
    r"|video|weekly|extra|more) ){0,4}(?:visits?|calls?|sessions?|time|contact|visitas?|llamadas?) (?:with|w/"
    r"|w|to|con) ?(?:(?:the|her|his|their|su|la|el) )?$"
)


# "Her next visit with Leo is Friday": the visit that is told itself.
_NEXT_VISIT = Quick(
    r"\W*(?:(?!(?:asked|asks|about|re|wants?|for|at|since|until|before|after|of|when|if|whether|during|"
    r"missed)\b)"
    r"[\w'’&+,]+ ){0,6}(?:next|upcoming) (?:\w+ )?(?:visits?|calls?|visita) (?:with|w/|w|to|con)\b"
)


def _child_told_of(words: Words) -> bool:
    if ASKED_OF_BEFORE.search(words.before) and CAN_AFTER.match(words.own_after):
        return True
    if wanted_home(words.before, words.own_after):
        return True
    if _NEXT_VISIT.match(words.before) and not _WANTED_WITH.search(words.before):
        return False
    wanted = (_CHILDS_VISIT, _WANTED_WITH, _WILL_TALK, MADE_OF_BEFORE, _AMONG_THEMSELVES)
    return any(one.search(words.before) for one in wanted)


# "Jaden is not to know about the move yet", "Maya doesn't know yet": told of, not met.
_UNTOLD = Quick(
    r" (?:still |yet )?(?:(?:is|are|was|were) not (?:to know|to be told|supposed to know)"
    r"|should not (?:know|be told)|does ?n[o']?t know (?:yet|about|any|that|it)"
    r"|no sabe (?:todavia|aun|nada))\b"
)
# "And Stan came by my office": to the worker, whatever was said before.
_TO_ME_AFTER = Quick(
    r" (?:then |also |later |just |finally )?(?:(?:came|stopped|dropped|swung|walked|popped) (?:by|to|in|into"
    r"|over to) (?:my|our)\b|(?:came|stopped(?: by)?|dropped by|walked over) to (?:see|talk (?:to|with)"
    r"|meet(?: with)?|visit) (?:me|us)\b|(?:met|sat down|sat) with (?:me|us)\b|(?:paso|vino|llego) (?:por"
    r"|a) mi (?:oficina|escritorio)\b|vino a (?:verme|hablar conmigo)\b)"
)
_TOLD_ME_BEFORE = Quick(
    r"\b(?:told me|says?|said|reports?|reported|mentioned|me (?:dijo|conto)|dice|dijo)(?: (?:that|que))?"
    r" (?:(?:the|their|his|her|that|la|el|su|sus|birth|bio|grand) ?){0,3}$"
    r"|\b(?:told me|said|me (?:dijo|conto))(?:,? [\w@:']{1,12}){1,9},? (?:that|que)"
    r" (?:(?:the|their|his|her|la|el|su) )?$"
)
_CALLED_ME = Quick(r"\b(?:(?:her|him|them) back|me|us|my (?:cell|phone|office)|the office|nos)\b")
# "Con Ofelia revisé las vacunas": spoken with, the name before the verb.
_WITH_BEFORE = re.compile(r"(?:^|[.,;] ?|\by )con (?:(?:la|el|su|dona|don|sra|senora) ){0,2}$", re.IGNORECASE)
_WENT_OVER_AFTER = Quick(r" (?:revis|habl|convers|platic|repas|discut|coment|trat)[a-z]*(?:e|i|amos|imos)\b")
_APPOINTMENT_AHEAD = Quick(
    r"(?:['’]?s)? (?:appt|appointment|cita|session|sesion|eval\w*|hearing|court(?: date)?|trial|audiencia"
    r"|interview)(?: (?:is|on|set|for|next|this|el|es|at))* (?:mon|tue|wed|thu|fri|sat|sun|tomorrow|tmrw"
    r"|\d{1,2}/\d|lunes|martes|miercoles|jueves|viernes)"
)


# "Asks to resume calls with his mother", "le dije que hablo con Terry": what is wanted or still to come.
_WANTED_WITH = Quick(
    r"\b(?:asks?|asked|asking|wants?|wanted|wishes|would like|hopes|hoping|plans?|needs?|requests?|requested"
    r"|ready|willing|agreed|refus\w+|recommends?|recommended|pide|pidio|quiere\w*|prefiere)\b[^.;]{0,40}?"
    r"\b(?:to |a |que )?(?:(?:resume|restart|start|begin|continue|keep|have|get|do|set up|increase|retomar"
    r"|empezar|tener|seguir|hacer|mas|more|extra|weekly|longer|regular|unsupervised|family|joint|couples?"
    r"|group|a|some|fewer|less|reunirse|hablar|platicar|verse|talk|speak|meet|reunify"
    r"|reconnect)\b(?: \w+){0,3}?) (?:with|w/|w|con|to) (?:(?:the|her|his|their|su|la|el) )?$"
    r"|\b(?:asks?|asked|wants?|wanted|wishes|would like|hopes) (?:to|if s?he (?:can|could)) (?:attend|go"
    r"|spend|celebrate|stay|live|eat|pray|watch|sleep)(?: (?!i |and )\w+){0,6}? with (?:(?:her|his) )?$"
    r"|\b(?:asks|asking|hopes|hoping) (?:to|(?:if|when) s?he can) (?:see|visit|call) (?:(?:her|his|the) )?$"
)
_WILL_TALK = Quick(
    r"\b(?:que|i(?:'?ll| will| would)|i'd|ill|we'll|will|would|going to|gonna|need to|have to|promised to"
    r"|voy a|vamos a|tengo que|hay que) (?:hablo|hablare|hablaria|hablar|llamo|llamaria|llamar|consulto"
    r"|consultar|talk|speak|check|meet|follow up|touch base|look into it|call|ask|reach out|bring it up)"
    r"(?: (?:with|to|con|a|al))? (?:(?:the|her|his|their|su|la|el|sra|sr|ms|mr) )?$"
)


def _reported(words: Words) -> bool:
    """Whether the name stands in what somebody said."""
    return bool(REPORTED_BEFORE.search(words.before) or REPORT_SENTENCE.search(words.before))


def _elsewhere(words: Words) -> bool:
    """Whether an adult did not come, was busy, or sat apart with somebody else."""
    away = (NO_SHOW_AFTER, EXCUSE_AFTER, ELSEWHERE_AFTER, BUSY_AFTER)
    return any(one.match(words.own_after) for one in away) or bool(AMONG_THEMSELVES_AFTER.match(words.after))


def _told_me(words: Words) -> bool:
    """As in "Ana told me their mom called on Sunday": the call is part of what was told."""
    return _TOLD_ME_BEFORE.search(words.before) is not None


def _gone_over_with(words: Words) -> bool:
    return bool(_WITH_BEFORE.search(words.before) and _WENT_OVER_AFTER.match(words.own_after))


def _speaks_at_once(words: Words) -> bool:
    """As in "a man nobody ever told us about Ms Lee says he's a friend"."""
    return bool(RUN_ON_BEFORE.search(words.before) and SAYS_AT_ONCE.match(words.own_after))


def _only_told_of(words: Words, *, role: bool) -> bool:
    """As in "Dr Patel appt Thurs", "me reporta que la mamá …": in a fact that is told."""
    if WROTE_ME_BEFORE.search(words.before):
        return False
    a_visit = OF_A_VISIT_BEFORE.search(words.before) and not _NEXT_VISIT.match(words.before)
    if a_visit or STAYED_WITH_BEFORE.search(words.before):
        return True
    if any(
        one.search(words.before)
        for one in (
            _WANTED_WITH,
            _WILL_TALK,
            TO_SEND_BEFORE,
            THEIRS_BEFORE,
            MADE_OF_BEFORE,
            ELSEWHERE_WITH_BEFORE,
        )
    ):
        return True
    if CALLS_OTHERS_AFTER.match(words.own_after):
        return True
    if _APPOINTMENT_AHEAD.match(words.own_after) or REPORTED_QUE_BEFORE.search(words.before):
        return True
    return role and TAKEN_TO_BEFORE.search(words.before) is not None


def _spoken_about(words: Words, *, to_me: bool) -> bool:
    about = ABOUT_BEFORE.search(words.before) and not CALL_FROM_BEFORE.search(words.before)
    return bool(about) and not to_me


def _in_the_call(words: Words) -> bool:
    if WROTE_ME_BEFORE.search(words.before) or CALL_FROM_BEFORE.search(words.before):
        return True
    return bool(ON_THE_LINE_AFTER.match(words.after) and IN_CALL_BEFORE.search(words.before))


def of_adult(words: Words, *, role: bool) -> Stance:
    """How an adult stands by the words beside the name; `role`: named by what they are to the child."""
    if _elsewhere(words):
        return Stance.ABSENT
    if (
        any(one.match(words.own_after) for one in (TOLD_ME_AFTER, MOOD_AFTER, _TO_ME_AFTER, QUOTED_AFTER))
        or _gone_over_with(words)
        or _speaks_at_once(words)
    ):
        return Stance.SPOKE
    if _only_told_of(words, role=role):
        return Stance.ABOUT
    if DRIVING_AFTER.match(words.after) or DRIVING_AFTER.match(words.own_after):
        return Stance.ABOUT
    to_me = TO_ME_AFTER.match(words.own_after) is not None
    if _spoken_about(words, to_me=to_me) or ORDERED_BEFORE.search(words.before):
        return Stance.ABOUT
    called, spoke = CALLED_AFTER.match(words.after), SPOKE_AFTER.search(SILENT.sub(" ", words.after))
    if called and not (_told_me(words) and not _CALLED_ME.search(words.after)):
        return Stance.CONTACTED
    if TALKED_BEFORE.search(words.before):
        return Stance.SPOKE
    if _reported(words):
        return Stance.ABOUT
    if spoke or to_me:
        return Stance.SPOKE
    if CALLED_BEFORE.search(words.before) or _in_the_call(words):
        return Stance.CONTACTED
    if LIST_BEFORE.search(words.before) or PRESENT_AFTER.search(words.after):
        return Stance.PRESENT
    return Stance.SEEN if SEEN_BEFORE.search(words.before) else Stance.STATED
