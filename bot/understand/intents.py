"""What a message wants: one explicit ordered list of intents, the first whose rule holds (READING.md).

The rules look at `words.Plain.text`: lower case, misspellings mended, names replaced by CHILD, PARENT …
A question is tried before a story, an emergency before a worry, a worry before a log; chatter comes last.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.understand.alarms import Alarm
from bot.understand.lexicon import pattern
from bot.understand.parts import Intent

_SENTENCE = re.compile(r"[.!?\n]+(?=\s|$)|¿|¡")
_WORD = re.compile(r"\w[\w'-]*")
_LABEL = re.compile(r"\b[A-Z]{3,}\b")
_CLOCK = re.compile(
    r"\b\d{1,2}(?::\d\d)? ?(?:[ap]\.?m?\b)|\b\d{1,2}:\d\d\b|\b(?:at|@) (?:about |around )?\d{1,2}\b"
)
_DATED = re.compile(r"(?<![\w/])\d{1,2}[/-]\d{1,2}(?![\w-])|\b(?:yesterday|yest|last|ayer|anoche)\b")
_FIRST = re.compile(r"\b(?:i|we|me|my|mi|me|yo|nos|our)\b")


@dataclass(frozen=True, slots=True)
class Words:
    """A message as the intent rules see it; `future_date`, `past_date`: a day named lies so."""

    text: str
    alarm: Alarm
    future_date: bool = False
    past_date: bool = False
    whole_agency: bool = False

    @property
    def head(self) -> str:
        """The first sentence that says something, without greetings."""
        for part in _SENTENCE.split(self.text):
            bare = _without_filler(part)
            if bare:
                return bare
        return ""

    @property
    def sentences(self) -> list[str]:
        """The sentences, greetings taken off."""
        return [bare for part in _SENTENCE.split(self.text) if (bare := _without_filler(part))]


def intent_of(words: Words) -> Intent:
    """The first intent whose rule holds; a message of which nothing is known is `other`."""
    for intent, rule in RULES:
        if rule(words):
            return intent
    return Intent.OTHER


def asks(words: Words) -> bool:
    """Whether the message asks the bot for something rather than tells what happened."""
    head = words.head
    if not head or ((words.alarm.crisis or words.alarm.concern) and not _question_only(words)):
        return False
    if "?" not in words.text and len(words.text.split()) > 25:
        return False
    if (
        _opens(head)
        or (
            "?" in words.text
            and _found("asking", "opener_asked", head.split(" ")[0])
            and _question_only(words)
        )
        or ("?" in words.text and _question_only(words) and not _CLOCK.search(words.text))
    ):
        return not _tells(words)
    return _short_request(words)


def told_plainly(words: Words) -> bool:
    """An event told with its time, and no question: that it is to be noted needs no second opinion."""
    if "?" in words.text:
        return False
    timed = words.past_date or bool(_CLOCK.search(words.text))
    if timed and _past_verb(words.text) and not words.future_date:
        return True
    if words.past_date and _DATED.search(words.text) and not _found("telling", "future_own", words.text):
        return True
    return any(
        _past_verb(part) and _CLOCK.search(part) and not _found("telling", "future_own", part)
        for part in words.sentences
    )


def _help(words: Words) -> bool:
    head = words.head
    if "?" not in words.text and pattern("telling", "thanks").match(head):
        return False
    if _found("asking", "help_not", head) or len(head.split()) > 16:
        return False
    match = _match("asking", "help", head)
    return bool(match and (match.start() <= 24 or "?" in words.text))


def _on_call(words: Words) -> bool:
    return asks(words) and _found("asking", "on_call", words.text)


def _report(words: Words) -> bool:
    return (
        asks(words)
        and _found("asking", "report", words.text)
        and not _found("asking", "report_not", words.text)
    )


def _list_due(words: Words) -> bool:
    if not asks(words) or (
        _found("asking", "last_contact", words.text) and _LABEL_OF_PERSON.search(words.text)
    ):
        return False
    text = words.text
    if _found("asking", "due", text) and _found("asking", "due_what", text):
        return not any(_found("asking", key, text) for key in ("phone", "address"))
    if _found("asking", "next_hearing", text):
        return not _LABEL.search(text)
    mine = bool(_FIRST.search(text)) or not _LABEL.search(text)
    return mine and _found("asking", "calendar", text) and not _LABEL.search(text) and not _recorded(text)


def _find_notes(words: Words) -> bool:
    return asks(words) and _recorded(words.text)


def _recorded(text: str) -> bool:
    if _found("asking", "notes_verb", text):
        return True
    return _found("asking", "notes_noun", text) and (
        _found("asking", "notes_get", text) or len(text.split()) <= 7
    )


def _lookup(words: Words) -> bool:
    """A fact asked for; a role alone with a question mark ("Devika's therapist?") asks who that is."""
    short = words.text.rstrip().endswith("?") and len(words.text.split()) <= 5 and _LABEL.search(words.text)
    if short and not _found("telling", "event", words.text):
        return True
    return asks(words) and any(_found("asking", key, words.text) for key in LOOKUPS)


def _leave(words: Words) -> bool:
    said = pattern("telling", "leave_not").sub(" ", words.text)
    if words.alarm.crisis or words.alarm.concern or not _found("telling", "leave", said):
        return False
    return not _others_absence(words.text) and not _event_told(words)


def _crisis(words: Words) -> bool:
    return words.alarm.crisis


def _concern(words: Words) -> bool:
    return words.alarm.concern


def _plan(words: Words) -> bool:
    """Something yet to happen, and nothing that has."""
    if not _eventful(words) or (words.past_date and not _found("telling", "future_own", words.text)):
        return False
    told = [part for part in words.sentences if _past_verb(part)]
    if words.future_date and told:
        own = _match("telling", "future_own", words.head)
        return own is not None and own.start() < 30
    if words.future_date:
        return True
    own = _match("telling", "future_own", words.head)
    if own is not None and own.start() < 12 and len(words.sentences) <= 2:
        return True
    ahead = _found("telling", "future", words.text) or _found("telling", "future_own", words.text)
    return ahead and not told


def _log(words: Words) -> bool:
    return _eventful(words) and not _chatter(words)


RULES: tuple[tuple[Intent, Callable[[Words], bool]], ...] = (
    (Intent.HELP, _help),
    (Intent.LOOKUP_ONCALL, _on_call),
    (Intent.REPORT, _report),
    (Intent.FIND_NOTES, lambda words: _find_notes(words) and not _list_due(words)),
    (Intent.LIST_DUE, _list_due),
    (Intent.LOOKUP, _lookup),
    (Intent.PLAN_LEAVE, _leave),
    (Intent.LOG_CRISIS, _crisis),
    (Intent.SAFETY_CONCERN, _concern),
    (Intent.PLAN_VISIT, _plan),
    (Intent.LOG_CONTACT, _log),
)
LOOKUPS = (
    "phone", "address", "last_contact", "next_hearing", "alerts", "summary", "supervisor", "worker", "who_is",
    "facts",
)  # fmt: skip
SHORT = (
    "phone", "address", "alerts", "summary", "on_call", "report", "notes_noun", "last_contact",
    "next_hearing", "worker", "supervisor",
)  # fmt: skip
_LABEL_OF_PERSON = re.compile(r"\b(?:CHILD|PARENT|CAREGIVER|KIN|PRO|DOC|SCHOOLSTAFF|CCW|PERSON|FAMILY)\b")


def _match(name: str, key: str, text: str) -> re.Match[str] | None:
    return pattern(name, key).search(text)


def _found(name: str, key: str, text: str) -> bool:
    return _match(name, key, text) is not None


def _without_filler(sentence: str) -> str:
    filler = pattern("asking", "filler")
    bare = sentence.strip(" ,:;-¿¡?!.*\"'")
    while match := filler.match(bare):
        bare = bare[match.end() :].lstrip(" ,:;-¿¡?!.*\"'")
    return bare


def _opens(head: str) -> bool:
    return pattern("asking", "opener").match(head) is not None


def _question_only(words: Words) -> bool:
    """No sentence of the message tells of an event."""
    return not any(
        _past_verb(part) and _CLOCK.search(part) and not _opens(part) for part in words.sentences[:6]
    )


def _tells(words: Words) -> bool:
    """A story that only begins like a question ("How do you do… I saw Maya at 3")."""
    if words.head.startswith(("i need", "need", "necesito", "any ", "que ", "como ")) and not _wants_fact(
        words.text
    ):
        return True
    rest = [part for part in words.sentences[1:] if not _opens(part)]
    return any(_past_verb(part) and (_CLOCK.search(part) or len(part.split()) > 8) for part in rest)


def _wants_fact(text: str) -> bool:
    keys = (*LOOKUPS, "on_call", "report", "due", "notes_noun", "notes_verb", "calendar")
    return any(_found("asking", key, text) for key in keys)


def _short_request(words: Words) -> bool:
    """“number for ms rivera pls”, "notes Grace Li Nov": no verb of an event, few words."""
    text = words.text
    if len(text.split()) > 14 or _past_verb(text) or _CLOCK.search(text) or _found("telling", "leave", text):
        return False
    if _found("telling", "future", text) and "?" not in text and not _found("asking", "calendar", words.head):
        return False
    return any(_found("asking", key, text) for key in SHORT) or ("?" in text and _wants_fact(text))


def _past_verb(text: str) -> bool:
    return _found("telling", "past", text)


def _eventful(words: Words) -> bool:
    return _found("telling", "event", words.text) or (
        bool(_LABEL.search(words.text)) and len(words.text.split()) > 3
    )


def _event_told(words: Words) -> bool:
    """An event stands beside the words of leave, with people in it: it is no request for days off."""
    return (
        bool(_LABEL_OF_PERSON.search(words.text))
        and bool(_CLOCK.search(words.text))
        and _past_verb(words.text)
    )


def _others_absence(text: str) -> bool:
    """Somebody of a case is away or got a day off; the sender did not ask for one."""
    return bool(_LABEL_OF_PERSON.search(text)) and not _found("telling", "own_leave", text)


def _chatter(words: Words) -> bool:
    rest = pattern("telling", "thanks").sub(" ", words.text)
    if _found("telling", "event", rest):
        return False
    return not _LABEL.search(rest) and len(_WORD.findall(rest)) <= 3
