"""The parts a reading is made of, shared by the finders (when, who, what) and the assembly.

All spans are half-open [start, end) offsets into the *raw* text as it was given. All datetimes are aware.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from storage.types import EventType, Method, Outcome, Place


class Intent(StrEnum):
    """What a message wants (READING.md)."""

    LOG_CONTACT = "log_contact"
    LOG_CRISIS = "log_crisis"
    SAFETY_CONCERN = "safety_concern"
    LOOKUP = "lookup"
    LOOKUP_ONCALL = "lookup_oncall"
    LIST_DUE = "list_due"
    PLAN_VISIT = "plan_visit"
    PLAN_LEAVE = "plan_leave"
    FIND_NOTES = "find_notes"
    REPORT = "report"
    HELP = "help"
    OTHER = "other"


CARDS = frozenset({Intent.LOG_CONTACT, Intent.LOG_CRISIS, Intent.SAFETY_CONCERN, Intent.PLAN_VISIT})
ALARMS = frozenset({Intent.LOG_CRISIS, Intent.SAFETY_CONCERN})


class Tense(StrEnum):
    """Which way a bare weekday or clock time points."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One expression of time in the text, resolved as far as the words allow.

    `on` is the local date; `starts_at` only where a clock time is known; `part_of_day` where only
    "this morning", "afterwards" is; `minutes` where a duration or an end was said with it.
    `guessed` says what was assumed: "am_pm", "year", "date" (a dayless clock). `impossible` is set for a
    clock time that a clock change skipped or doubled: it must be asked about. `role` is event, future (still
    to come) or reported (an appointment, adjournment or fact told); `ending` marks an end ("left at four");
    `day_said` that the words named a day. `guessed` may also hold "weekday": weekday and date contradict.
    """

    span: Span
    on: date | None = None
    starts_at: datetime | None = None
    part_of_day: str | None = None
    minutes: int | None = None
    guessed: tuple[str, ...] = ()
    impossible: bool = False
    role: str = "event"
    ending: bool = False
    day_said: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of local dates, both included, or one moment."""

    first: date | None = None
    last: date | None = None
    at: datetime | None = None


class How(StrEnum):
    """How a name was matched; FUZZY, HOMOPHONE and ROLE are marked on the card, so that Submit confirms."""

    EXACT = "exact"
    ALIAS = "alias"
    FUZZY = "fuzzy"
    HOMOPHONE = "homophone"
    INITIALS = "initials"
    ROLE = "role"
    FAMILY = "family"
    MENTION = "mention"


class Kind(StrEnum):
    CHILD = "child"
    CONTACT = "contact"
    STAFF = "staff"
    FAMILY = "family"
    OFF_FILE = "off_file"


@dataclass(frozen=True, slots=True)
class NameMention:
    """One person or family named in the text.

    `ids` are the candidates that fit equally well: one id is a person known; for a contact with rows in
    several cases all rows of that one person stand in `ids` with `same_person` set; several different
    people are an ambiguity. FAMILY mentions hold case_ids in `case_ids` and no `ids`. `as_place` marks a
    name used as a place ("at Constance's"). `on_caseload` is false when nothing on the sender's caseload
    fitted and the whole agency was searched. `another`: a first name before a family's says that it is
    somebody whom nobody has on file.
    """

    span: Span
    kind: Kind
    ids: tuple[str, ...] = ()
    case_ids: tuple[str, ...] = ()
    how: How = How.EXACT
    same_person: bool = False
    as_place: bool = False
    plural: bool = False
    on_caseload: bool = True
    role: str | None = None
    another: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on the card that was assumed, so that the worker sees it: slot, id or value, and why.

    `span` is the word of the text that was read so, where one was; two marks that differ in it alone are one.
    """

    slot: str
    value: str
    why: str
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Question:
    """A slot to ask about, with the ids that fit equally well (none: anything may be meant)."""

    slot: str
    candidates: tuple[str, ...] = ()
    item: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One event of the message (an entry of `contacts` in READING.md)."""

    types: tuple[EventType, ...] = ()
    children: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    starts_at: datetime | None = None
    on: date | None = None
    minutes: int | None = None
    method: Method | None = None
    outcome: Outcome = Outcome.COMPLETED
    seen_alone: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    place: Place | None = None
    case_ids: tuple[str, ...] = ()
    part_of_day: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a question is about, and what it wants of them.

    `roles`: those asked for by what they are to a child ("Maya's mom") whom the words do not settle: it is to
    be asked whose, or nobody on file has the role.
    """

    children: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    wants: str | None = None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message means. `said_as_crisis`: the words themselves say crisis or emergency."""

    intent: Intent
    contacts: tuple[Item, ...] = ()
    ask: tuple[str, ...] = ()
    subject: Subject | None = None
    period: Period | None = None
    questions: tuple[Question, ...] = ()
    marks: tuple[Mark, ...] = ()
    said_as_crisis: bool = False
    language: str = "en"
    covering_for: str | None = None
    confidence: float = 1.0
    extra: tuple[str, ...] = field(default=())
