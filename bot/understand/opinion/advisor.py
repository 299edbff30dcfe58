"""When the model is asked, and how much its word counts."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from threading import Lock

from bot.understand.danger.asked_bare import without_questions
from bot.understand.danger.elsewhere import without_absences
from bot.understand.danger.moved_plans import without_moves
from bot.understand.danger.office_talk import without_office_talk
from bot.understand.office.leave import plainly_own_leave, says_i_covered
from bot.understand.opinion.encoder import Encoder, packaged_encoder
from bot.understand.opinion.heads import Heads, Unfit
from bot.understand.opinion.wording import OPENING, in_words, stretches
from bot.understand.parts import ALARMS, CARDS, Intent, Mark, Question, Reading
from bot.understand.patterns.lexicon import pattern
from bot.understand.wants.asking import passes_on
from bot.understand.wants.called_off import calls_off_ahead
from bot.understand.wants.intents import Words, asked_plainly, asks, told_plainly
from bot.understand.wants.leaning import leans
from bot.understand.wants.noted_ahead import another_day, fell_through
from bot.understand.wants.pleasantries import greets_with_a_day
from bot.understand.wants.saying import CLOCK, LABEL_OF_PERSON, found, past_verb, told_first
from bot.understand.wants.under_way import under_way
from storage.types import Outcome

log = logging.getLogger(__name__)
DATA = Path(__file__).parent.parent / "data"
SURE = 0.6
"""So likely must another intent be to take the place of the rules' own."""
ALARMING, ALARMING_ELSEWHERE = 0.7, 0.85
"""So likely must danger be before the worker is asked about it: in a note, in a plan or in chatter.

All as measured: docs/reading.md.
"""
FEWEST = 3
"""Words of a request for leave."""
_EVENTS = frozenset({Intent.LOG_CONTACT, Intent.PLAN_VISIT})
_ONE_LOADS = Lock()
_TOLD = frozenset({Intent.LOG_CONTACT, Intent.PLAN_VISIT, Intent.OTHER})


@dataclass(frozen=True, slots=True)
class Advice:
    """What a message wants; `guessed`: only the model says so. `alarming`: danger must be asked about."""

    intent: Intent
    guessed: bool = False
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class Advisor:
    """The encoder with its heads; without them `wrong` says why, and every advice is the rules' own."""

    encoder: Encoder | None = None
    heads: Heads | None = None
    wrong: str | None = None

    def advise(self, words: Words, intent: Intent) -> Advice:
        """A second opinion on the rules' `intent`. An alarm that rules heard stands, whatever the model says.

        The model raises no alarm: it has the worker asked.
        """
        first = self.intend(words, intent)
        if not self.alarmed(words, intent, first.intent):
            return first
        # Only a note's card can ask: a plan or chatter that sounds like danger becomes one.
        return Advice(Intent.LOG_CONTACT, guessed=intent is not Intent.LOG_CONTACT, alarming=True)

    def intend(self, words: Words, intent: Intent) -> Advice:
        """The half of `advise` that a card waits for: what is wanted, asked where rules can't be sure."""
        plain = (intent is Intent.LOG_CONTACT and told_plainly(words)) or asked_plainly(words, intent)
        plain = (
            plain
            or leans(words.text)
            or greets_with_a_day(words.text)
            or (intent is Intent.LOG_CONTACT and calls_off_ahead(words.text))
            or (intent is Intent.HELP and passes_on(words))
        )
        if self.encoder is None or self.heads is None or plain or not _asked(words, intent):
            return Advice(intent)
        vector = self.encoder.encode([in_words(words.text)[:OPENING]])[0]
        meant = _meant(self.heads.intent(vector), intent)
        if _unlikely(words, intent, meant):
            meant = intent
        return Advice(meant, guessed=meant is not intent)

    def alarmed(self, words: Words, intent: Intent, meant: Intent) -> bool:
        """The other half: whether the worker must be asked about danger that is no alarm by the rules.

        `intent` is the rules' own, `meant` what `intend` made of it.
        """
        if not may_alarm(intent) or not words.text.strip():
            return False
        if words.alarm.asks:
            return True
        if self.encoder is None or self.heads is None:
            return False
        told = without_absences(without_moves(without_office_talk(words.text)))
        left = without_questions(pattern("alarm", "harmless").sub(" ", told))
        if not any(char.isalnum() for char in left):
            return False
        parts = self.encoder.encode(stretches(in_words(left)))
        bar = ALARMING if meant is Intent.LOG_CONTACT else ALARMING_ELSEWHERE
        return self.heads.danger_of(parts) >= bar


_CALLED_OFF = re.compile(
    r"\W*(?:(?:i|we|had to|have to|just|sorry|ok|so|tuve que|ya|se) )*"
    r"(?:cancel(?:l?ed)?|called off|cancele|cancelamos|cancelar|cancelo)(?!\w)(?! (?:it|that|this)(?!\w))"
)
# "Me acaba de llamar la CAREGIVER, que tiene cita el jueves": the call has been, whatever it was about.
_WEEKDAY = re.compile(
    r"(?<!\w)(?:mon|tues?|weds?|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?(?!\w)"
    r"|(?<!\w)(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)(?!\w)"
)
_OWED = re.compile(
    r"(?<!\w)(?:gotta|got to|have to|has to|need to|needs to|must|should|want to|supposed to|due|next|"
    r"soon|later|before|yet"
    r"|plan\w*|schedul\w*|remind\w*|tengo que|debo|hay que|falta|pronto|antes|proxim[oa])(?!\w)"
)
_RANG = re.compile(
    r"\W*(?:(?:la |el |su )?(?:[A-Z]{3,} )?(?:ya )?(?:me|nos) )?(?:acab[oa] de (?:llamar"
    r"|escribir|textear|hablar|"
    r"mandar)|(?<=me )llamo|(?<=nos )llamo|[A-Z]{3,} (?:just )?(?:called|texted|rang) (?:me"
    r"|us))(?:me|nos)?(?!\w)"
)


_ONE_NUMBER = re.compile(
    r"(?<!\w)(?:(?:number|#|numero|phone) (?:for|of|to|de)|(?:in touch with|hold of|reach))"
    r" (?:the |la |el )?[A-Z]{3,}"
)


def _one_called(text: str) -> bool:
    """“Number for Kevin”: one number is to be called; figures are many, and no advice."""
    return _ONE_NUMBER.search(text) is not None


def _unlikely(words: Words, intent: Intent, meant: Intent) -> bool:
    """What the words themselves speak against, whatever they sound like.

    Nobody who tells of an event wants the rota or a list of what is due ("remind me to call the lawyer"), or
    asks for anything by a verb in the past ("talked with Ms Lee about respite"). Who asks for somebody of a
    case does not ask for what is due; "ugh monday" is no request for leave. What was told with its hour
    before the next visit is no plan, and no opinion makes a day that is still to come one that has passed.
    Who is on the way asks for nobody, and has seen nobody yet; who names the other day takes no day off,
    nor who was covering. Who takes one says what for, and plans no visit with it.
    """
    if meant is Intent.PLAN_LEAVE and (another_day(words.text) or says_i_covered(words.text)):
        return True
    if (
        intent is Intent.PLAN_LEAVE
        and (meant in _EVENTS or not asks(words))
        and plainly_own_leave(words.text)
    ):
        return True
    if intent is Intent.LOOKUP and meant in (Intent.REPORT, Intent.HELP) and _one_called(words.text):
        return True
    if (
        intent is Intent.PLAN_VISIT
        and meant is Intent.LOOKUP
        and words.future_date
        and CLOCK.search(words.head)
    ):
        return True
    if intent is Intent.PLAN_VISIT and (under_way(words.text) or meant is Intent.LOG_CONTACT):
        return words.all_ahead or under_way(words.text)
    if intent in _EVENTS and meant not in CARDS and not asks(words):
        dated = meant is Intent.REPORT and (words.past_date or words.future_date)
        return dated or meant in (Intent.LOOKUP_ONCALL, Intent.LIST_DUE) or past_verb(words.text)
    if intent is Intent.LOG_CONTACT and meant is Intent.PLAN_VISIT and _RANG.match(words.text):
        return "DOC" not in words.text
    if intent is Intent.LOG_CONTACT and meant is Intent.PLAN_VISIT:
        return _no_plan(words)
    if meant is Intent.LIST_DUE:
        told = intent is Intent.OTHER and past_verb(words.text) and not asks(words)
        return told or (intent is Intent.LOOKUP and LABEL_OF_PERSON.search(words.text) is not None)
    return meant is Intent.PLAN_LEAVE and len(words.text.split()) < FEWEST


def _no_plan(words: Words) -> bool:
    """Whether what rules took for told is no plan: it fell through, was told first, or names no time."""
    if not (words.future_date or _says_ahead(words)):
        return True
    told = words.held_first or told_first(words) or _CALLED_OFF.match(words.text) is not None
    return fell_through(words.text) or (words.future_date and told)


def _says_ahead(words: Words) -> bool:
    """Whether anything says that it is to come: words for it, or a day or an hour that had not come yet."""
    ahead = found("telling", "future", words.text) or found("telling", "future_own", words.text)
    dated = _WEEKDAY.search(words.text) or CLOCK.search(words.text)
    return ahead or _OWED.search(words.text) is not None or bool(dated and not words.held_first)


def may_alarm(intent: Intent) -> bool:
    """Whether what rules take for this intent is listened to for danger at all."""
    return intent in _TOLD


def _asked(words: Words, intent: Intent) -> bool:
    return intent not in ALARMS and bool(words.text.strip())


def _meant(likely: dict[Intent, float], intent: Intent) -> Intent:
    """The model's intent where it is sure; never chatter for words that rules took for something."""
    best = max(likely, key=lambda one: likely[one])
    return intent if best in ALARMS or best is Intent.OTHER or likely[best] < SURE else best


RULES_ALONE = Advisor(wrong="not asked for")


def advisor_from(folder: Path) -> Advisor:
    """The advisor with the heads in `folder`; where anything is missing or altered, one that says so."""
    try:
        heads = Heads.load(folder)
        encoder = packaged_encoder()
    except Unfit as unfit:
        return Advisor(wrong=str(unfit))
    except Exception as missing:  # noqa: BLE001 - whatever is wrong with the package, rules read on
        return Advisor(wrong=f"the sentence encoder cannot be loaded ({type(missing).__name__})")
    return Advisor(encoder, heads)


def marked(reading: Reading, advice: Advice) -> Reading:
    """The reading with what only the model says: marked, and asked about on the first note's card.

    The question is none of READING's slots, so `ask` does not hold it.
    """
    if advice.guessed:
        reading = replace(reading, marks=(*reading.marks, Mark("intent", advice.intent.value, "model")))
    if not advice.alarming:
        return reading
    told = (n for n, item in enumerate(reading.contacts) if item.outcome is not Outcome.PLANNED)
    return replace(reading, questions=(Question("alarm", item=next(told, 0)), *reading.questions))


def shipped() -> Advisor:
    """The advisor that the program ships, loaded once, in a second; the log says once if it cannot be.

    Whoever asks while it is being loaded by another thread waits for that.
    """
    with _ONE_LOADS:
        return _loaded()


@cache
def _loaded() -> Advisor:
    advisor = advisor_from(DATA)
    if advisor.wrong:
        log.warning("reading by rules alone, without the model's second opinion: %s", advisor.wrong)
    return advisor
