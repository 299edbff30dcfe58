"""The words of the office as types: what a role, a status, an event may be, and the roster's rows.

Everything above storage (rules, understand, services, views) speaks in these types. They hold no
behaviour beyond small look-ups, know no database and no Slack. Ids are opaque strings: the agency's
own for roster rows (S005, C0001, P0001, K0003), UUIDs for what Fieldnote itself records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Role(StrEnum):
    """What somebody on staff is (DOMAIN 1); what each may do is decided in bot.rules.permissions."""

    CASEWORKER = "caseworker"
    SUPERVISOR = "supervisor"
    DIRECTOR = "director"
    ONCALL = "oncall"
    SECRETARY = "secretary"
    ADMIN = "admin"


class CaseStatus(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class PlacementType(StrEnum):
    FOSTER_HOME = "foster_home"
    KINSHIP = "kinship"
    RESIDENTIAL = "residential"
    TRIAL_DISCHARGE = "trial_discharge"
    HOME = "home"


class Relationship(StrEnum):
    """Who a contact is to the family (contacts.csv)."""

    BIRTH_MOTHER = "birth_mother"
    BIRTH_FATHER = "birth_father"
    FOSTER_PARENT = "foster_parent"
    KIN = "kin"
    SIBLING_ADULT = "sibling_adult"
    ATTORNEY_FOR_CHILD = "attorney_for_child"
    AGENCY_ATTORNEY = "agency_attorney"
    PARENT_ATTORNEY = "parent_attorney"
    THERAPIST = "therapist"
    SCHOOL = "school"
    DOCTOR = "doctor"
    CHILDCARE_WORKER = "childcare_worker"
    DISCHARGE_RESOURCE = "discharge_resource"
    ACS_WORKER = "acs_worker"
    OTHER = "other"


class Tier(StrEnum):
    PRIMARY = "primary"
    BACKUP = "backup"
    SUPERVISOR = "supervisor"


class EventType(StrEnum):
    """The 16 event types of the Case Recording Policy (seed 002), plus crisis call and other."""

    CONFERENCE_72_HOUR = "conference_72_hour"
    CONFERENCE_30_DAY = "conference_30_day"
    BIRTH_PARENT_CHILD = "birth_parent_child"
    BIRTH_PARENT_CASEWORKER = "birth_parent_caseworker"
    CHILD_CARE_WORKER_CASEWORKER = "child_care_worker_caseworker"
    COLLATERAL = "collateral"
    CASEWORKER_CHILD = "caseworker_child"
    SIBLING_VISIT = "sibling_visit"
    DISCHARGE_RESOURCE = "discharge_resource"
    FOSTER_HOME_VISIT = "foster_home_visit"
    CASEWORKER_FOSTER_PARENT = "caseworker_foster_parent"
    SCHOOL = "school"
    THEME_OF_THE_MONTH = "theme_of_the_month"
    SERVICE_PLAN_REVIEW = "service_plan_review"
    COURT_APPEARANCE = "court_appearance"
    CASE_CONFERENCE = "case_conference"
    CRISIS_CALL = "crisis_call"
    OTHER = "other"


class Method(StrEnum):
    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"
    TEXT = "text"
    EMAIL = "email"
    MAIL = "mail"


class Outcome(StrEnum):
    COMPLETED = "completed"
    ATTEMPTED = "attempted"
    CANCELLED = "cancelled"
    PLANNED = "planned"


class Place(StrEnum):
    FOSTER_HOME = "foster_home"
    BIRTH_HOME = "birth_home"
    SCHOOL = "school"
    COURT = "court"
    AGENCY = "agency"
    RESIDENTIAL = "residential"
    MEDICAL = "medical"
    COMMUNITY = "community"
    OTHER = "other"


class Precision(StrEnum):
    """How exactly an event's time is known: never an invented clock time (DOMAIN 2)."""

    EXACT = "exact"
    DATE_ONLY = "date_only"


class NoteStatus(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    DISCARDED = "discarded"


class Decision(StrEnum):
    APPROVED = "approved"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class StaffMember:
    id: str
    name: str
    role: Role
    email: str = ""
    slack_user_id: str = ""
    supervisor_id: str | None = None
    unit: str = ""
    phone: str = ""
    timezone: str = "America/New_York"


@dataclass(frozen=True, slots=True)
class CaseFile:
    id: str
    family_name: str
    status: CaseStatus = CaseStatus.OPEN
    county: str = ""
    permanency_goal: str = ""
    primary_worker_id: str | None = None
    opened_on: date | None = None
    closed_on: date | None = None
    visits_per_month: int = 1


@dataclass(frozen=True, slots=True)
class Child:
    id: str
    case_id: str
    first_name: str
    last_name: str
    nickname: str = ""
    date_of_birth: date | None = None
    entered_care_on: date | None = None
    left_care_on: date | None = None
    placement_type: PlacementType | None = None
    placement_contact_id: str | None = None
    alerts: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody around a family. Empty `child_ids` means the whole family."""

    id: str
    case_id: str
    name: str
    relationship: Relationship
    child_ids: tuple[str, ...] = ()
    organization: str = ""
    phone: str = ""
    alt_phone: str = ""
    address: str = ""
    language: str = ""
    on_call_visible: bool = True
    notes: str = ""
    part2: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    starts_at: datetime
    ends_at: datetime
    staff_id: str
    tier: Tier


@dataclass(frozen=True, slots=True)
class Hearing:
    id: str
    case_id: str
    starts_at: datetime
    court: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """Days off, both included, local to the agency."""

    staff_id: str
    first_day: date
    last_day: date
    covering_staff_id: str | None = None


class LeaveStatus(StrEnum):
    """Where a plan of leave stands: only a confirmed one is leave."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DROPPED = "dropped"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a child lived from `starts_on` through `ends_on` (None: still)."""

    child_id: str
    placement_type: PlacementType
    placement_contact_id: str | None
    starts_on: date | None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """The whole agency as its files have it, or the part of it somebody may see."""

    staff: tuple[StaffMember, ...] = ()
    cases: tuple[CaseFile, ...] = ()
    children: tuple[Child, ...] = ()
    contacts: tuple[Contact, ...] = ()
    shifts: tuple[Shift, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    leaves: tuple[Leave, ...] = ()
    placements: tuple[Placement, ...] = field(default=())


class OutboxState(StrEnum):
    """Where an outgoing message stands (RELIABILITY, What leaves).

    waiting → maybe_sent (intent, committed just before the call) → sent; or dead (a definite error,
    somebody is told), held (token trouble), dropped (no longer needed when it came to be sent).
    """

    WAITING = "waiting"
    MAYBE_SENT = "maybe_sent"
    SENT = "sent"
    DEAD = "dead"
    HELD = "held"
    DROPPED = "dropped"


class Lane(StrEnum):
    """How urgent an outgoing message is: answers and crises never wait behind digests."""

    URGENT = "urgent"
    ANSWER = "answer"
    DIGEST = "digest"


class CrisisStatus(StrEnum):
    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    CLOSED = "closed"
    NOT_A_CRISIS = "not_a_crisis"


CRISIS_GOING_ON = (CrisisStatus.OPEN, CrisisStatus.ACKNOWLEDGED)  # somebody may still have to act


class SentState(StrEnum):
    """How a message with files stands: its clips are listened to, then it is asked where it belongs."""

    LISTENING = "listening"
    HEARD = "heard"
    FAILED = "failed"
    FOREIGN = "foreign"
    LATE = "late"
    ASKED = "asked"
    KEPT = "kept"
    LEFT = "left"
