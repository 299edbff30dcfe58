"""Questions about how one's own work is done: by when a note is due, what to do if a child tells of harm.

Such a question tells of nobody: it is no note, no plan, no leave and no alarm. Words that tell of something
beside it are told all the same (`Question.rest`). Somebody in particular, a day or danger that is there now
make it no such question: in doubt it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from bot.understand.danger.alarms import alarm_of
from bot.understand.patterns.lexicon import compiled, pattern, table
from bot.understand.patterns.quick import Quick
from bot.understand.wants.pleasantries import only_pleasant
from bot.understand.wants.saying import without_filler
from bot.understand.writing.text import decoded, folded
from bot.understand.writing.words import plain
from bot.understand.writing.written import written_out


class Topic(StrEnum):
    """What is asked about; OTHER: something of which the policy's figures tell nothing."""

    MISSING = "missing"
    HARMS_SELF = "harms_self"
    DANGER = "danger"
    CORRECTION = "correction"
    REVIEW = "review"
    LATE = "late"
    CHANGE = "change"
    ONE_CASE = "one_case"
    NO_TIME = "no_time"
    ATTEMPT = "attempt"
    COUNTS = "counts"
    HOW_OFTEN = "how_often"
    COURT_REPORT = "court_report"
    FIRST_DAYS = "first_days"
    LEAVE = "leave"
    NOTE_DUE = "note_due"
    OTHER = "other"


DANGERS = frozenset({Topic.MISSING, Topic.HARMS_SELF, Topic.DANGER})
_BY_NAME = tuple(each for each in Topic if each is not Topic.OTHER)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what is told beside it, as it was typed ("": nothing).

    `sure`: the words can ask for nothing else; if not, whoever reads the message must have found nothing.
    """

    topic: Topic
    rest: str = ""
    sure: bool = True


_SENTENCE = re.compile(r"[^.!?\n¿¡]+(?:[.!?\n]+|$)")
_OPENS = re.compile(
    r"(?:what|how|when|who|whom|where|by|at what|do|does|am|are|is|can|may|could|should|must|will|would|if"
    r"|in case|need|give|send|one|separate|why|i|we|que|como|cuanto|cuantos|cuantas|cada|con|cuando|quien"
    r"|a quien|puedo|podemos|se|debo|debemos|deberia|tengo|tenemos|hay|es|esta|estaria|va|van|cuentan?|vale"
    r"|valen|necesitamos|mis|una|un|las|los|si|para|en|hasta|cual|me|nos|dame|necesito|tienes)(?!\w)"
)
_LEAD = re.compile(
    r"(?:(?:i (?:have|had|got)|i've got|just|one|another|a|tengo|quick|training|general|random|dumb)? ?"
    r"(?:a |one |una |otra )?(?:\w+ )?(?:question|pregunta|duda)(?: for you)?"
    r"|(?:i (?:was|am)|i'm|just)(?: just)? wondering|(?:can|could) you (?:tell|remind) me|do you know"
    r"|remind me|i (?:don't|do not) (?:know|remember|get)|(?:me )?(?:puedes|podrias) decir(?:me)?"
    r"|sabes|no se|quiero saber|y|pero|but|so|well|bueno|entonces|todavia|aun)(?!\w)[ ,:;-]*"
)
_ASKING = Quick(
    r"(?<!\w)(?:what|how|whom?|whats|when (?:is|are|do|does|must|should|will)|does|hotline|mandated"
    r"|(?:am|do|can|may|could|should|must|are|will|would) (?:i|we)|is (?:it|an?|there|the|my)"
    r"|do (?:it|an?|the|my|phone|calls?|texts?|attempts?|visits?|messages?|e-?mails?|both|kids|siblings"
    r"|missed|cancell?ed|video|failed|unanswered)|are (?:the|phone|video|texts?)|que|como|cuant[oa]s?|cuando"
    r"|cual|cada cuanto|con que|quien|numero|puedo|podemos|se puede|debo|debemos|tengo que|tenemos que"
    r"|hay que|cuentan?|valen?|es (?:malo|bueno|legal|ilegal)|esta (?:bien|mal|permitido)"
    r"|(?:tengo|necesito) permiso|necesito (?:el |un )?(?:consentimiento|permiso|autorizacion)"
    r"|me (?:permiten|dejan))(?!\w)"
)
_CLAUSE = re.compile(r"[,;:] +|(?<=\w) - ")
_NEW_HERE = re.compile(
    r"(?:i'm|i am|soy|sorry,? i'm) (?:(?:still|kind of|pretty|a|the) )*(?:new|nuev[oa])(?: (?:\w+ ?){0,4})?"
    r"|(?:i|just)(?: have)? (?:a )?(?:quick )?(?:q|questions?)|sorry to (?:bother|bug)(?: \w+)?"
    r"|(?:i|i've) (?:never|not)(?: had| done| seen)? (?:this|that|one)(?: \w+){0,3}|disculp\w+(?: \w+){0,3}"
)
_LONGEST, _LETTERS = 30, 1500
"""Words of a question, and letters of a message that may ask one: who writes more tells a story."""


def question_of(text: str) -> Question | None:
    """The how-to question that a message asks, the first of them; None where it asks none. Pure."""
    if len(text) > _LETTERS or not _may_ask(text):
        return None
    pieces = list(_pieces(text))
    for at, piece in enumerate(pieces):
        topic, sure = _topic(piece)
        if topic is not None:
            told = (each for n, each in enumerate(pieces) if n != at and _topic(each)[0] is None)
            rest = " ".join(each for each in told if not _says_nothing(each))
            if topic is Topic.OTHER and rest and _danger_in(_bare(rest)):
                topic, sure = Topic.DANGER, False
            return Question(topic, rest, sure)
    return None


def asks_only(text: str) -> bool:
    """Whether a message is a how-to question and nothing else, in words that ask for nothing else."""
    found = question_of(text)
    return found is not None and found.sure and not found.rest


def _may_ask(text: str) -> bool:
    """A cheap look: whether a question mark or a word of a question stands in it at all."""
    return "?" in text or _ASKING.search(folded(text)) is not None


def _pieces(text: str) -> Iterator[str]:
    """The sentences; one whose question follows what is told, "I'm sick, what do I do", in two."""
    for match in _SENTENCE.finditer(text):
        sentence = match.group().strip()
        if not any(letter.isalnum() for letter in sentence):
            continue
        if _topic(sentence)[0] is None:
            for cut in _CLAUSE.finditer(sentence):
                if _topic(sentence[cut.end() :])[0] is not None:
                    yield sentence[: cut.start()]
                    sentence = sentence[cut.end() :]
                    break
        yield sentence


def _says_nothing(piece: str) -> bool:
    bare = _bare(piece)
    return not bare or only_pleasant(piece) or _NEW_HERE.fullmatch(bare) is not None


@lru_cache(maxsize=256)
def _topic(sentence: str) -> tuple[Topic | None, bool]:
    if not _may_ask(sentence):
        return None, False
    bare = _bare(sentence)
    if not bare or len(bare.split()) > _LONGEST or _OPENS.match(bare) is None:
        return None, False
    for topic in _BY_NAME:
        if _words_of(topic).match(bare) and not _of_a_colleague(topic, bare):
            return (None, False) if topic in DANGERS and _is_now(bare) else (topic, True)
    alarm = alarm_of(bare)
    if alarm.crisis or alarm.concern or _is_now(bare) or pattern("how_to", "other.not").search(bare):
        return None, False
    if pattern("how_to", "other.sure").match(bare):
        return _danger_in(bare) or Topic.OTHER, True
    unsure = pattern("how_to", "other.unsure").match(bare) and not pattern(
        "how_to", "other.not_unsure"
    ).search(bare)
    return (Topic.OTHER, False) if unsure else (None, False)


def _danger_in(bare: str) -> Topic | None:
    """Of which danger the words are; harm by others first, as it has to be reported."""
    parts = {"HARM": Topic.DANGER, "SELF": Topic.HARMS_SELF, "GONE": Topic.MISSING}
    return next((topic for name, topic in parts.items() if _part(name).search(bare)), None)


def _of_a_colleague(topic: Topic, bare: str) -> bool:
    return topic is Topic.ATTEMPT and pattern("how_to", "other.colleagues").search(bare) is not None


def _is_now(bare: str) -> bool:
    return pattern("how_to", "now.words").search(bare) is not None


def _bare(sentence: str) -> str:
    """The sentence in canonical words, without what leads to the question, or closes it."""
    low = without_filler(plain(written_out(decoded(sentence)).text).text)
    while (match := _LEAD.match(low)) and match.end() > 0:
        low = without_filler(low[match.end() :])
    return " ".join(low.replace('"', "").split()).rstrip(" ?!.,")


@cache
def _part(name: str) -> Quick:
    return compiled((_with_parts(name),))


@cache
def _words_of(topic: Topic) -> Quick:
    return compiled(tuple(_with_parts(each) for each in table("how_to")["topics"][topic.value]))


def _with_parts(fragment: str) -> str:
    """The fragment with its parts in their places; a part may hold another one."""
    parts: dict[str, list[str]] = table("how_to")["parts"]
    while True:
        whole = re.sub(
            r"\b[A-Z]{2,}\b",
            lambda match: (
                f"(?:{'|'.join(parts[match.group()])})" if match.group() in parts else match.group()
            ),
            fragment,
        )
        if whole == fragment:
            return whole
        fragment = whole
