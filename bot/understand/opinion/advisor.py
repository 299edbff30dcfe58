"""When the model is asked, and how much its word counts."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from bot.understand.intents import Words, told_plainly
from bot.understand.opinion.encoder import Encoder, packaged_encoder
from bot.understand.opinion.heads import Heads, Unfit
from bot.understand.opinion.wording import OPENING, in_words, stretches
from bot.understand.parts import Intent, Mark, Question, Reading
from storage.types import Outcome

log = logging.getLogger(__name__)
DATA = Path(__file__).parent.parent / "data"
SURE = 0.6
"""So likely must another intent be to take the place of the rules' own."""
ALARMING, ALARMING_ELSEWHERE = 0.75, 0.85
"""So likely must danger be before the worker is asked about it: in a note, in a plan or in chatter.

All as measured: docs/reading.md.
"""
_ALARMS = frozenset({Intent.LOG_CRISIS, Intent.SAFETY_CONCERN})
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
        if self.encoder is None or self.heads is None or intent in _ALARMS or not words.text.strip():
            return Advice(intent)
        text = in_words(words.text)
        opening = [] if intent is Intent.LOG_CONTACT and told_plainly(words) else [text[:OPENING]]
        parts = stretches(text) if intent in _TOLD else []
        # A message of one sentence is looked at once for both.
        vectors = self.encoder.encode(opening + [part for part in parts if part not in opening])
        meant = _meant(self.heads.intent(vectors[0]), intent) if opening else intent
        bar = ALARMING if meant is Intent.LOG_CONTACT else ALARMING_ELSEWHERE
        if parts and self.heads.danger_of(vectors[0 if len(parts) == 1 else len(opening) :]) >= bar:
            # Only a note's card can ask: a plan or chatter that sounds like danger becomes one.
            return Advice(Intent.LOG_CONTACT, guessed=intent is not Intent.LOG_CONTACT, alarming=True)
        return Advice(meant, guessed=meant is not intent)


def _meant(likely: dict[Intent, float], intent: Intent) -> Intent:
    """The model's intent where it is sure; never chatter for words that rules took for something."""
    best = max(likely, key=lambda one: likely[one])
    return intent if best in _ALARMS or best is Intent.OTHER or likely[best] < SURE else best


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


@cache
def shipped() -> Advisor:
    """The advisor that the program ships, loaded once, in a second; the log says once if it cannot be."""
    advisor = advisor_from(DATA)
    if advisor.wrong:
        log.warning("reading by rules alone, without the model's second opinion: %s", advisor.wrong)
    return advisor
