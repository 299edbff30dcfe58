"""What the office reads of a record: plain, frozen, with names in it, ready to be shown.

Queries make them, services and views pass them on; nothing in here can be saved back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from storage.types import EventType, Method, NoteStatus, Outcome, Place, Precision, Relationship, Role


def years_old(born: date, today: date) -> int:
    """Whole years on that local day."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on staff, as others see them; also the one who asks (the actor)."""

    id: str
    name: str
    role: Role
    supervisor_id: str | None = None
    slack_user_id: str = ""
    timezone: str = "America/New_York"
    phone: str = ""
    unit: str = ""

    @property
    def short(self) -> str:
        """R. Feld: for buttons' answers and cards."""
        first, _, rest = self.name.partition(" ")
        return f"{first[:1]}. {rest}" if rest else self.name


@dataclass(frozen=True, slots=True)
class ChildOf:
    """A child in a note."""

    id: str
    first_name: str
    last_name: str
    age: int | None = None
    seen_alone: bool | None = None

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def initials(self) -> str:
        """M.R.: what may stand on a lock screen."""
        return f"{self.first_name[:1]}.{self.last_name[:1]}."


@dataclass(frozen=True, slots=True)
class PersonOf:
    """Somebody around the family who took part."""

    id: str
    name: str
    relationship: Relationship
    organization: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A possible answer to a question: the id, and words that tell it from the others (given last)."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question still open on a draft, with its possible answers (none: free)."""

    slot: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """Why and when the note last came back."""

    by: Person
    at: datetime
    reason: str
    version: int


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody's words beside a note: an addendum, a question, a reason."""

    by: Person
    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class FileOf:
    """A file that was sent beside a note's words: Slack's, never downloaded. `kind`: clip or file."""

    name: str
    link: str = ""
    kind: str = "file"
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class NoteContent:
    """A note's content, as one version holds it."""

    types: tuple[EventType, ...] = ()
    children: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seen_alone: tuple[str, ...] = ()
    on: date | None = None
    starts_at: datetime | None = None
    minutes: int | None = None
    part_of_day: str | None = None
    time_unknown: bool = False
    method: Method | None = None
    outcome: Outcome | None = None
    outcome_reason: str = ""
    place: Place | None = None
    at_residence: bool | None = None
    narrative: str = ""
    follow_ups: str = ""
    questions: tuple[dict[str, Any], ...] = ()
    marks: tuple[dict[str, Any], ...] = ()
    files: tuple[FileOf, ...] = ()

    @property
    def precision(self) -> Precision | None:
        """Exact where a clock time is known; date only once somebody said that no more is known."""
        if self.starts_at is not None:
            return Precision.EXACT
        return Precision.DATE_ONLY if self.on and (self.time_unknown or self.part_of_day) else None


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """A note with its present version, as somebody who may read it sees it."""

    id: str
    status: NoteStatus
    version: int
    author: Person
    entered_by: Person
    created_at: datetime
    content: NoteContent
    case_id: str | None = None
    family_name: str = ""
    county: str = ""
    case_worker: Person | None = None
    children: tuple[ChildOf, ...] = ()
    people: tuple[PersonOf, ...] = ()
    asked: tuple[Asked, ...] = ()
    off_caseload: bool = False
    due_at: datetime | None = None
    late_after: datetime | None = None
    first_submitted_at: datetime | None = None
    submitted_at: datetime | None = None
    submission: int = 0
    reviewer: Person | None = None
    review_due_at: datetime | None = None
    returned: Returned | None = None
    correction_due_at: datetime | None = None
    decided_at: datetime | None = None
    decided_by: Person | None = None
    opened_by: tuple[str, ...] = ()
    """Staff who have opened the present version to read it."""
    meeting_id: str | None = None
    meeting_open: bool = False
    meeting_planned_at: datetime | None = None
    meeting_held_at: datetime | None = None
    meeting_how: str = ""
    addenda: tuple[Said, ...] = ()
    questions: tuple[Said, ...] = ()
    """What was asked about it and answered, in the order in which it was said."""
    later: Said | None = None
    """Who set a later date for the correction of the version last returned, when, and why."""
    entered_in_state_at: datetime | None = None
    entered_in_state_by: Person | None = None
    earlier_words: str = ""
    """The narrative as it stood when it was last returned; empty before."""

    @property
    def initials(self) -> str:
        """All children's initials and the case number: what a lock screen may show."""
        children = ", ".join(child.initials for child in self.children)
        return f"{children} ({self.case_id})" if children else str(self.case_id or "no case yet")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Whose note it is, how it stands, who has it for review (None: nobody): no child and no words.

    For those who have to see to it that it is reviewed, and may not read it.
    """

    author: Person
    status: NoteStatus
    case_id: str | None
    submitted_at: datetime | None
    reviewer: Person | None
    decided_by: Person | None = None
    decided_at: datetime | None = None
