"""Whether a message asks the bot for something, or tells it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understand.danger.alarms import alarm_of
from bot.understand.danger.told_behind import danger_told_behind
from bot.understand.names.text import fold_text
from bot.understand.office.leave import wants_days_off
from bot.understand.parts import Intent
from bot.understand.wants.asked_behind import asked_behind
from bot.understand.wants.noted_ahead import reminds_me
from bot.understand.wants.saying import (
    CLOCK,
    LABEL,
    LABEL_OF_PERSON,
    Words,
    eventful,
    found,
    matched,
    opens,
    past_verb,
    sets_a_scene,
    without_filler,
)
from bot.understand.wants.why_asked import without_why
from bot.understand.writing.text import decoded
from bot.understand.writing.words import plain
from bot.understand.writing.written import written_out

_DATED = re.compile(r"(?<![\w/])\d{1,2}[/-]\d{1,2}(?![\w-])|\b(?:yesterday|yest|last|ayer|anoche)\b")
# "Tiene 9 años; …" states as readily as it asks.
_HAS = ("tiene ", "tienen ")
# "Donde Sonia hoy 4:05": at her home, and no question where she is.
_AT_SOMEBODYS = re.compile(
    r"donde (?:la |el |dona |don |su |mi )?[A-Z]{3,}(?: (?:de|del) (?:la |los )?[A-Z]{3,})? "
    r"(?:hoy|ayer|anoche|esta (?:manana|tarde|noche)|a las|de \d|\d"
    r"|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo))"
)
_PART = re.compile(r"[.!?\n;,]+(?=\s|$)| - | because ")
# "ER asking", "deputy wants to know what meds she's on": who asks for the fact, no emergency by itself.
_ASKED_FOR = re.compile(
    r"^(?:(?:the|a|la|el|los) )?(?:\w+ )?(?:er|emergency room|hospital|ems|paramedics?|police|cops?"
    r"|deputy|deputies|sheriff|officers?|trooper|nurse|doctor|detective|dispatch|ambulance|urgencias|policia"
    r"|enfermer[oa]|SCHOOLSTAFF|DOC)(?: (?:here|there|on the (?:line|phone)))? (?:is |are |just |keeps? "
    r"|esta |estan )?(?:asking|asks?|asked|wants?|needs?|wondering|calling for|pregunt\w+|quieren?"
    r"|necesitan?)(?!\w)"
)
_LEFT = re.compile(r" (?:left|due|owed|overdue|pending|coming up|upcoming)(?!\w)")
_DAYS_AGENDA = re.compile(
    r"\W*(?:(?:so|hey|ok|and|y) )?(?:what(?: do| have| is|'s|s)?(?: i| we)?(?: have| got)?(?: going on"
    r"| on| planned| scheduled)?"
    r"|what does my (?:day|\w+day) look like|que tengo|my (?:day|schedule|agenda)|(?:show me )?my \w+day)"
    r"(?: (?:for|on|el|este|para))?(?: (?:this|next))? (?:today|tomorrow|hoy|manana|(?:mon|tue|wed|thu"
    r"|fri|sat|sun)\w*"
    r"|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\W*$"
)
_REMIND = re.compile(
    r"\W*(?:(?:(?:can|could|would|will) (?:you|someone|somebody)|please|pls|plz|hey|hi|ok|and|also|just|then|"
    r"por favor|puedes?|y),? )*"
    r"(?:(?:remind|nudge|ping|tell|let|make sure|ask|have|get|notify|inform|pass|relay|forward|dile|digale"
    r"|diles|avis[ae]le|recuerd[ae]le|pid[ae]le|hazle|dejale|asegurate) (?!me(?!\w)|us(?!\w)|you(?!\w))\w"
    r"|[\w'.]+(?: [\w'.]+)? (?:needs? to|should|has to|must|will have to|tiene que|debe) \w)"
)
# What somebody else is to hear or do: "tell STAFF CHILD needs a doctor", "make sure STAFF calls her by 9".
_WHOM = (
    r"(?:(?:the|my|his|her|their|CHILD'?s?|FAMILY'?s?|el|la|su|al|a la|a su|a) ){0,3}(?:[A-Z]{3,}|her|him|"
    r"them|(?:\w+ )?(?:worker|supervisor|backup|planner|director)|(?:day|am|morning|night|next) "
    r"(?:person|shift|one|guy)|somebody|someone|everybody|everyone|mom|dad|alguien|trabajadora?|"
    r"supervisora?)(?!\w)"
)
_PASS_ON = re.compile(
    r"\W*(?:(?:(?:can|could|would|will) (?:you|someone|somebody)|please|pls|plz|hey|hi|ok|and|also|just|then|"
    r"por favor|puedes?|y),? )*"
    rf"(?:(?:tell|remind|nudge|ping|notify|inform|ask) {_WHOM}|let {_WHOM} know"
    rf"|make sure (?:that )?{_WHOM} \w+|(?:have|get) {_WHOM} (?:to )?(?:call|text|email|follow|check|reach|"
    r"pick|go|see|visit|bring|stop|set|make|schedule|book)(?!\w)"
    rf"|(?:pass|relay|forward)(?: (?:it|this|that|the message|the word))?(?: (?:on|along))? to {_WHOM}"
    r"|STAFF (?:needs? to|should|has to|must|will have to|tiene que|debe) \w+"
    rf"|(?:dile|digale|diles|avis[ae]le?|recuerd[ae]le|pid[ae]le|hazle saber|dejale saber) {_WHOM}"
    rf"|asegurate (?:de )?que {_WHOM} \w+)"
)
_TOLD_BESIDE = re.compile(r"(?<!\w)(?:i|we|yo) (?:just |also |already |ya |la |lo |le )*(?=\w)")
_ADULT = "(?:PARENT|CAREGIVER|KIN|PRO|DOC|SCHOOLSTAFF|CCW|PERSON)"
_SOMEBODY = re.compile(
    rf"(?:the |la |el )?(?:{_ADULT} (?:for|of|de|para) |CHILD'?s? {_ADULT})(?:CHILD)?(?: please)?"
)
_PLAIN_FACTS = (
    "address", "last_contact", "next_hearing", "alerts", "worker", "supervisor", "who_at", "of_number",
)  # fmt: skip
LOOKUPS = ("phone", "summary", "who_is", "facts", *_PLAIN_FACTS)
_PLAIN_QUESTIONS = {
    Intent.LOOKUP_ONCALL: ("on_call",),
    Intent.REPORT: ("report", "team_doing"),
    Intent.LIST_DUE: ("due", "bare_due"),
    Intent.FIND_NOTES: ("notes_verb", "own_work"),
    Intent.LOOKUP: _PLAIN_FACTS,
    Intent.HELP: ("help",),
}
"""The words of each question that leave no doubt what is asked."""
SHORT = (
    "access", "phone", "address", "alerts", "summary", "on_call", "report", "notes_noun", "last_contact",
    "next_hearing", "worker", "supervisor",
)  # fmt: skip
# "S/w Feldman re Hall timeline": the note begins with what was done, whatever it was about.
_TELLS_FIRST = re.compile(
    r"\W*(?:\d{1,2}/\d{1,2},? |\d{3,4} |\d{1,2}(?::\d\d)? ?[ap]?m? )?(?:s/w|t/w|tc|t/c|tcf|tct|phone call|"
    r"spoke|talked|emailed|texted|met with|hv with|called|mailed|faxed|"
    r"(?:(?:got|had|received|missed) (?:an? )?)?(?:incoming )?"
    r"(?:call|text|voicemail|email|message)(?= from))(?: (?:with|w|to|from))? "
    r"(?:[A-Z]{3,}|the |his |her |with )"
)


def asks(words: Words) -> bool:
    """Whether the message asks the bot for something rather than tells what happened."""
    if not words.head or alarm_told(words) or recording(words) or among_colleagues(words):
        return False
    if not (words.alarm.crisis or words.alarm.concern):
        words = replace(words, text=without_why(words.text))
    head = words.head
    if "?" not in words.text and len(words.text.split()) > 25:
        return False
    if (
        opens(head)
        or _asked_for(head)
        or (
            "?" in words.text
            and found("asking", "opener_asked", head.split(" ")[0])
            and _question_only(words)
        )
        or ("?" in words.text and _question_only(words) and not CLOCK.search(words.text))
    ):
        return not _tells(words)
    return asked_behind(words) or _short_request(words)


def _asked_for(head: str) -> bool:
    """“Deputy wants to know who …”: the question of somebody who waits for the answer."""
    match = _ASKED_FOR.match(head)
    return match is not None and opens(re.sub(r"^ ?(?:to know )?", "", head[match.end() :]))


def told_plainly(words: Words) -> bool:
    """An event told with its time, and no question: that it is to be noted needs no second opinion."""
    if "?" in words.text:
        return False
    if _TELLS_FIRST.match(words.text) or (words.past_date and not words.future_date and eventful(words)):
        return True
    timed = words.past_date or bool(CLOCK.search(words.text))
    if timed and past_verb(words.text) and not words.future_date:
        return True
    if words.past_date and _DATED.search(words.text) and not found("telling", "future_own", words.text):
        return True
    return any(
        past_verb(part) and CLOCK.search(part) and not found("telling", "future_own", part)
        for part in words.sentences
    )


def alarm_told(words: Words) -> bool:
    """Danger stands in words that ask nothing: "who is on call? she is in the hospital" is no look-up."""
    if not (words.alarm.crisis or words.alarm.concern):
        return False
    if not _question_only(words) or found("asking", "duty", words.text) or danger_told_behind(words.text):
        return True
    parts = (without_filler(part) for part in _PART.split(words.text))
    told = (alarm_of(part) for part in parts if part and not (opens(part) or _ASKED_FOR.match(part)))
    return any(alarm.crisis or alarm.concern for alarm in told)


def asks_who_looked(text: str) -> bool:
    """Whether the access log is asked for: "who looked at Maya's case?"."""
    return found("asking", "access", fold_text(text))


def asks_for_visits(text: str) -> bool:
    """Whether the visits alone are asked for, of all that is owed: "who do i still have to see"."""
    low = _plainly(text)
    alone = found("asking", "visits_alone", low) and not found("asking", "visits_alone_not", low)
    return alone and found("asking", "visits_owed", low)


def asks_for_a_day(text: str) -> bool:
    """Whether one day's agenda is asked for ("what do i have thurs"), and not all that is due by then."""
    return _DAYS_AGENDA.match(_plainly(text)) is not None


def asks_own_work(text: str) -> bool:
    """Whether the sender asks what she has done herself: "what did i file today", "qué registré hoy"."""
    low = _plainly(text)
    return found("asking", "own_work", low) or found("asking", "own_notes", low)


def asks_to_remind(text: str) -> bool:
    """Whether a colleague is to be told or reminded ("tell Tanisha …", not "me"): no note is wanted."""
    return _REMIND.match(fold_text(text)) is not None


def passes_on(words: Words) -> bool:
    """Whether the words are only for somebody else's ears, or for them to do; nothing of it has happened.

    What the sender did is told beside it ("tell her worker I saw him at 4") is a note all the same.
    """
    head = words.head
    if _PASS_ON.match(head) is None or words.alarm.crisis or words.alarm.concern:
        return False
    mine = (head[m.end() :].split(" ", 1)[0] for m in _TOLD_BESIDE.finditer(head))
    return not any(map(past_verb, mine)) and not any(map(past_verb, words.sentences[1:]))


def asks_how_all_do(text: str) -> bool:
    """Whether a team's figures are asked for, of nobody in particular: "how's everybody doing this month"."""
    return found("asking", "team_doing", _plainly(text))


def _plainly(text: str) -> str:
    """The words as the lists have them, names left as they are: "hows everybody" is "how is everybody"."""
    return plain(written_out(decoded(text)).text).text


def recording(words: Words) -> bool:
    """“Can you log that I saw …": what follows is told."""
    match = matched("telling", "record_request", words.text)
    if match is None or match.start() > 40:
        return False
    return words.past_date or past_verb(words.text[match.end() :])


def among_colleagues(words: Words) -> bool:
    """Chatter of the team: no person of a case, no time of an event."""
    if LABEL_OF_PERSON.search(words.text) or words.alarm.crisis or words.alarm.concern:
        return False
    return found("telling", "chatter", words.text) and not _wants_case(words.text)


def _wants_case(text: str) -> bool:
    keys = ("on_call", "report", "phone", "address", "notes_verb", "bare_due")
    return any(found("asking", key, text) for key in keys)


def somebody_alone(words: Words) -> bool:
    """“The foster mom for hope”, “and Maya's lawyer?”: somebody of a case and nothing of what happened."""
    return len(words.sentences) == 1 and _SOMEBODY.fullmatch(words.head) is not None


def asked_plainly(words: Words, intent: Intent) -> bool:
    """A question in words that only that intent has: what it wants needs no second opinion either."""
    if intent is Intent.HELP and words.how_to:
        return True
    if intent is Intent.LOOKUP and somebody_alone(words):
        return True
    keys = _PLAIN_QUESTIONS.get(intent, ())
    return asks(words) and any(found("asking", key, words.text) for key in keys)


def _question_only(words: Words) -> bool:
    """No sentence of the message tells of an event."""
    return not any(past_verb(part) and CLOCK.search(part) and not opens(part) for part in words.sentences[:6])


def _tells(words: Words) -> bool:
    """A story that only begins like a question ("How do you do… I saw Maya at 3")."""
    if words.head.startswith(("i need", "need", "necesito", "any ", "que ", "como ")) and not wants_fact(
        words.text
    ):
        return True
    if wants_days_off(words.head) or reminds_me(words.head) or sets_a_scene(words.head, words.text):
        return True
    rest = [part for part in words.sentences[1:] if not opens(part)]
    if _AT_SOMEBODYS.match(words.head) and "?" not in words.text:
        return True
    if words.head.startswith(_HAS) and "?" not in words.text:
        return any(past_verb(part) for part in _PART.split(words.text)[1:])
    return any(past_verb(part) and (CLOCK.search(part) or len(part.split()) > 8) for part in rest)


def wants_fact(text: str) -> bool:
    """Whether words of a fact, a rota, a report, a list or notes stand in the text."""
    keys = (*LOOKUPS, "on_call", "report", "due", "notes_noun", "notes_verb", "own_work", "calendar")
    return any(found("asking", key, text) for key in keys)


def _short_request(words: Words) -> bool:
    """“number for ms rivera pls”, "notes Grace Li Nov": no verb of an event, few words."""
    text = words.text
    if _TELLS_FIRST.match(text) and "?" not in text:
        return False
    if found("asking", "bare_due", words.head) and not LABEL.search(text) and _LEFT.search(words.head):
        return True  # "visits left this month": what is left is no past
    if len(text.split()) > 14 or past_verb(text) or CLOCK.search(text) or found("telling", "leave", text):
        return False
    if found("telling", "future", text) and "?" not in text and not found("asking", "calendar", words.head):
        return False
    if found("asking", "bare_due", words.head) and not LABEL.search(text):
        return True
    return any(found("asking", key, text) for key in SHORT) or ("?" in text and wants_fact(text))
