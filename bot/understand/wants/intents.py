"""What a message wants: one explicit ordered list of intents, the first whose rule holds (READING.md).

The rules look at `words.Plain.text`: lower case, misspellings mended, names replaced by CHILD, PARENT …
A question is tried before a story, an emergency before a worry, a worry before a log; chatter comes last.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.understand.danger.asked_bare import without_questions
from bot.understand.office.leave import own_trouble_alone, wants_days_off, without_own_kin
from bot.understand.parts import CARDS, Intent
from bot.understand.patterns.lexicon import pattern
from bot.understand.wants.asked_behind import asked_behind
from bot.understand.wants.asking import (
    LOOKUPS,
    alarm_told,
    among_colleagues,
    asked_plainly,
    asks,
    passes_on,
    recording,
    somebody_alone,
    told_plainly,
)
from bot.understand.wants.called_off import calls_off_ahead, never_was
from bot.understand.wants.leaning import bare_length, drops, filed_as
from bot.understand.wants.noted_ahead import another_day, duty_to_come, to_come, to_do
from bot.understand.wants.pleasantries import greets_with_a_day
from bot.understand.wants.saying import (
    CLOCK,
    LABEL,
    LABEL_OF_PERSON,
    WORD,
    Words,
    eventful,
    found,
    matched,
    met_about,
    past_verb,
    told_first,
)
from bot.understand.wants.under_way import under_way

__all__ = ["LOOKUPS", "Words", "asked_plainly", "asks", "intent_of", "tells_an_event", "told_plainly"]

# Words that set a day yet to come, though their verb is in the past; "ill supervise" in no accent but ours.
_ARRANGED = re.compile(
    r"(?<!\w)(?:(?:(?:has|have|had|was|is|are|were|got|been|just|now|all|i|we|they|she|he) ){0,4}"
    r"(?:moved|pushed|re-?scheduled|bumped|switched|changed|shifted|postponed|confirmed|set|booked|put)"
    r"(?: (?:it|back|up|out))?(?: from \w+(?: \w+)?)?(?= (?:to|for|until|til|on))|(?:i'll|ill|i will|will"
    r"|to) supervise"
    r"|(?<!i )(?<!we )supervised (?=(?:\w+ )?(?:visits?|visitation|contact|time)\b)"
    r"|sat(?= (?:at \d|\d{1,2}[/:]|\d{1,2} ?[ap]m?\b|\d{3,4}\b|morning|afternoon|the \d)))(?:(?<= )|(?!\w))"
)
# Told without a verb in the past: "today's 3pm visit is off", "tc CAREGIVER 9a, CHILD sick".
_HAPPENED = re.compile(
    r"(?<!\w)(?:today(?:'s|s)?|this (?:morning|afternoon)(?:'s)?) (?:[\w:']+ ){1,8}?(?:is|are|was|got) "
    r"(?:off|cancell?ed|called off)(?!\w)|^(?:phone call|call|tc) (?:with |to |from )?[A-Z]{3,} \d"
)

# "I'll write it up": what is done at the desk is no visit to come.
_DESK_WORK = re.compile(
    r"(?<!\w)(?:i'll|ill|i will|we'll|we will|will) (?:also |then |just )?(?:write|type|log|document|"
    r"enter|note|update|scan"
    r"|upload|file|forward|submit|share|let (?:my|the)|tell my|put (?:it|this|that|a note|the note)|"
    r"add (?:it|this|that|a note)"
    r"|do (?:the|my|a) (?:notes?|write|report|paperwork)|finish (?:the|my))(?!\w)"
)
_A_LAS = re.compile(r"(?<!\w)a las? \d")
_SHORT = 90
"""So few letters hold a bare question."""
# "When is his next hearing": somebody's, who was named just before.
_GOING_TO_SEE = re.compile(
    r"\W*(?:i'?m |i am |we'?re |we are )?(?:going|planning|hoping) to (?:see|visit|meet)(?!\w)"
)
_THEIRS = re.compile(r"\b(?:his|her|their|sus?)\b")
_FIRST = re.compile(r"\b(?:i|we|me|my|mi|me|yo|nos|our)\b")


def intent_of(words: Words) -> Intent:
    """The first intent whose rule holds; a message of which nothing is known is `other`."""
    for intent, rule in RULES:
        if rule(words):
            return intent
    return Intent.OTHER


def tells_an_event(words: Words) -> bool:
    """Whether the words by themselves are a note, a plan or an alarm, with an hour or a verb to it."""
    if intent_of(words) not in CARDS:
        return False
    alarm = words.alarm.crisis or words.alarm.concern
    return bool(alarm or CLOCK.search(words.text) or words.past_date or past_verb(words.text))


def _help(words: Words) -> bool:
    head = words.head
    if _duty_alone(words):
        return True
    if "?" not in words.text and pattern("telling", "thanks").match(head):
        return False
    if found("asking", "help_not", head) or len(head.split()) > 16 or alarm_told(words):
        return False
    match = matched("asking", "help", head)
    return bool(match and (match.start() <= 24 or "?" in words.text))


def _of_a_draft(words: Words) -> bool:
    """A note to be dropped, a bare length ("took 40 minutes"), "happy Friday": of a draft, or of nothing."""
    if words.alarm.crisis or words.alarm.concern:
        return False
    if greets_with_a_day(words.text):
        return True
    return drops(words.text) or bare_length(words.text) or filed_as(words.text)


def _duty_alone(words: Words) -> bool:
    """“Do i have to report that?": a question about her duty, with nothing told that could be a worry."""
    if len(words.text) > _SHORT or len(words.sentences) != 1:
        return False
    asked = "?" in words.text or words.head.startswith(
        ("do ", "does ", "am ", "are ", "is ", "should ", "must ")
    )
    return asked and pattern("asking", "duty_alone").fullmatch(words.head) is not None


def _on_call(words: Words) -> bool:
    return asks(words) and found("asking", "on_call", words.text)


def _report(words: Words) -> bool:
    if not asks(words):
        return False
    said = found("asking", "report", words.text) and not found("asking", "report_not", words.text)
    return said or found("asking", "team_doing", words.text)


def _list_due(words: Words) -> bool:
    if (
        not asks(words)
        or duty_to_come(words.text)
        or (found("asking", "last_contact", words.text) and LABEL_OF_PERSON.search(words.text))
    ):
        return False
    text = words.text
    if found("asking", "next_hearing", text) and (LABEL_OF_PERSON.search(text) or _THEIRS.search(text)):
        return False
    if found("asking", "bare_due", words.head) and not LABEL.search(text):
        return True
    if found("asking", "due", text) and found("asking", "due_what", text):
        return not any(found("asking", key, text) for key in ("phone", "address"))
    if found("asking", "next_hearing", text):
        return not LABEL.search(text)
    mine = bool(_FIRST.search(text)) or not LABEL.search(text)
    return mine and found("asking", "calendar", text) and not LABEL.search(text) and not _recorded(text)


def _find_notes(words: Words) -> bool:
    return asks(words) and _recorded(words.text)


def _own_work(words: Words) -> bool:
    """“What did i file today”, "a qué hora submití lo de corte": what is done, whatever of it is named."""
    return found("asking", "own_work", words.text)


def _recorded(text: str) -> bool:
    if found("asking", "notes_verb", text) or found("asking", "own_work", text):
        return True
    return found("asking", "notes_noun", text) and (
        found("asking", "notes_get", text) or len(text.split()) <= 7
    )


def _lookup(words: Words) -> bool:
    """A fact asked for; a role alone with a question mark ("Devika's therapist?") asks who that is."""
    short = words.text.rstrip().endswith("?") and len(words.text.split()) <= 5 and LABEL.search(words.text)
    if (short and not found("telling", "event", words.text)) or somebody_alone(words):
        return True
    facts = any(found("asking", key, words.text) for key in (*LOOKUPS, "access"))
    return asks(words) and (facts or _wonders(words))


def _on_the_way_to(words: Words) -> bool:
    return under_way(words.text) or (_GOING_TO_SEE.match(words.head) is not None and "?" not in words.text)


def _wonders(words: Words) -> bool:
    """A short question about somebody of a case, whatever it asks."""
    person = LABEL_OF_PERSON.search(words.text)
    return (
        person is not None
        and len(words.text.split()) <= 14
        and bool(pattern("asking", "wondering").match(words.head))
    )


def _leave(words: Words) -> bool:
    text = without_own_kin(words.text)
    said = pattern("telling", "leave_not").sub(" ", text)
    if not (found("telling", "leave", said) or wants_days_off(words.head)):
        return False
    if (words.alarm.crisis or words.alarm.concern) and not own_trouble_alone(words.text):
        return False
    if LABEL_OF_PERSON.search(text) and (another_day(text) or calls_off_ahead(words.text)):
        return False
    return not _others_absence(text) and not _event_told(words)


def _crisis(words: Words) -> bool:
    return words.alarm.crisis


def _concern(words: Words) -> bool:
    return words.alarm.concern


def _plan(words: Words) -> bool:
    """Something yet to happen, and nothing that has."""
    if under_way(words.text):
        return True
    if recording(words) or among_colleagues(words) or never_was(words.text) or met_about(words):
        return False
    text = words.text
    if to_do(text):
        return True
    if not eventful(words):
        return False
    if to_come(text, words.weekday):
        return True
    if words.past_date and not found("telling", "future_own", words.text):
        return False
    if any(_HAPPENED.search(part) for part in words.sentences):
        return False
    if words.future_date and words.held_first and not found("telling", "future_own", words.head):
        return False  # "72 hour conference today 10-11, all there. 30 day is set for 11/18"
    told = [part for part in words.sentences if past_verb(_ARRANGED.sub(" ", part))]
    if words.future_date and told:
        own = matched("telling", "future_own", words.head)
        return own is not None and own.start() < 30 and not past_verb(words.head[: own.start()])
    if words.future_date:
        return not told_first(words)
    own = matched("telling", "future_own", words.head)
    timed = any(CLOCK.search(part) or _A_LAS.search(part) for part in told)
    if own is not None and own.start() < 12 and len(words.sentences) <= 2 and not timed:
        return True
    text = _DESK_WORK.sub(" ", words.text)
    ahead = found("telling", "future", text) or found("telling", "future_own", text)
    return ahead and not told


def _log(words: Words) -> bool:
    if calls_off_ahead(words.text):
        return True
    if not WORD.search(without_questions(words.text)) and not CLOCK.search(words.text):
        return False
    return eventful(words) and not _chatter(words) and not among_colleagues(words)


RULES: tuple[tuple[Intent, Callable[[Words], bool]], ...] = (
    (Intent.HELP, _help),
    (Intent.OTHER, _of_a_draft),
    (Intent.HELP, passes_on),
    (Intent.LOOKUP_ONCALL, _on_call),
    (Intent.REPORT, _report),
    (Intent.FIND_NOTES, lambda words: _find_notes(words) and (_own_work(words) or not _list_due(words))),
    (Intent.LIST_DUE, _list_due),
    (Intent.LOOKUP, lambda words: _lookup(words) and (asked_behind(words) or not _on_the_way_to(words))),
    (Intent.HELP, lambda words: words.how_to),
    (Intent.PLAN_LEAVE, lambda words: _leave(words) and not under_way(words.text)),
    (Intent.LOG_CRISIS, _crisis),
    (Intent.SAFETY_CONCERN, _concern),
    (Intent.PLAN_VISIT, _plan),
    (Intent.LOG_CONTACT, _log),
)


def _event_told(words: Words) -> bool:
    """An event stands beside the words of leave, with people in it: it is no request for days off."""
    return (
        bool(LABEL_OF_PERSON.search(words.text)) and bool(CLOCK.search(words.text)) and past_verb(words.text)
    )


def _others_absence(text: str) -> bool:
    """Somebody of a case is away or got a day off; the sender did not ask for one."""
    return bool(LABEL_OF_PERSON.search(text)) and not found("telling", "own_leave", text)


def _chatter(words: Words) -> bool:
    rest = pattern("telling", "thanks").sub(" ", words.text)
    if found("telling", "event", rest):
        return False
    return not LABEL.search(rest) and len(WORD.findall(rest)) <= 3
