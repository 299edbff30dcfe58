"""Crisis, lookup, rota, due list, plan, Home, reminders: within limits, nameless on a lock screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest

from bot.views.crisis.crisis import about, alarm_card, caller_card, unanswered_card
from bot.views.duties.due import due_list
from bot.views.duties.reminder import digest_card, ping_card
from bot.views.help import help_card
from bot.views.lookups.lookup import lookup_card
from bot.views.lookups.lookup_questions import reason_card, which_card
from bot.views.on_call.on_call import on_call_days, on_call_now
from bot.views.visits.plan import plan_card
from storage.crisis_records import Arrival, CrisisRecord, LadderStep, ToCall
from storage.owed import Owed
from storage.records import Choice, Person
from storage.types import (
    CaseFile,
    Child,
    Contact,
    CrisisStatus,
    EventType,
    Hearing,
    Relationship,
    Role,
    StaffMember,
    Tier,
)  # fmt: skip
from tests.views.extremes import DANA, NAMES, NOW, SAM, WORDS, note
from tests.views.test_cards_and_windows import TZ, posted

PHONE = "718-555-0102"


def step(number: int, arrival: Arrival, by: Person | None) -> LadderStep:
    return LadderStep(number, 0, "director", by, NOW - timedelta(minutes=2), arrival, NOW, number % 2 == 0)


@dataclass(frozen=True)
class Shown:
    case: CaseFile
    worker: StaffMember | None
    supervisor: StaffMember | None
    children: tuple[Child, ...]
    contacts: tuple[Contact, ...]
    hearing: Hearing | None
    at_risk: tuple[Child, ...] = ()
    hidden: bool = False
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class OnDuty:
    tier: Tier
    who: StaffMember
    until: datetime = NOW
    then: StaffMember | None = None
    then_from: datetime | None = NOW
    starts_at: datetime = NOW
    ends_at: datetime = NOW


def staff(name: str) -> StaffMember:
    return StaffMember("W1", name, Role.CASEWORKER, phone=PHONE, unit=name)


def child(name: str) -> Child:
    first, _, last = name.partition(" ")
    return Child("C1", "K1", first, last, alerts=name, date_of_birth=date(2019, 4, 2))


def contact(name: str) -> Contact:
    return Contact("P1", "K1", name, Relationship.KIN, ("C1",), name, PHONE, PHONE, name, name, notes=name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("words", WORDS)
def test_crisis_cards_go_through_however_long_the_message(name: str, words: str) -> None:
    by = replace(DANA, name=NAMES[name] or "D", phone=PHONE)
    people = [by, by, None, by, by]
    steps = tuple(step(n, a, who) for n, (a, who) in enumerate(zip(Arrival, people, strict=True), 1)) * 2
    for status in CrisisStatus:
        for alarm_at in (None, NOW - timedelta(minutes=1), NOW + timedelta(minutes=1)):
            seen = (SAM, NOW) if status is CrisisStatus.ACKNOWLEDGED else (None, None)
            call = CrisisRecord(
                "c", "concern", status, "K1", by, NOW, alarm_at, NOW, steps, *seen, None, WORDS[words]
            )  # fmt: skip
            whose = (
                about([child(NAMES[name])] * 3, CaseFile("K1", NAMES[name])) if seen[0] else about([], None)
            )
            posted(alarm_card(call, whose, TZ, NOW))
            numbers = [ToCall("Backup", staff(NAMES[name]))] * 9
            posted(unanswered_card(call, whose, numbers, TZ, NOW))
            shown = posted(caller_card(call, whose, numbers, TZ, NOW))
            assert "reported" not in str(shown.blocks).replace("I report nothing", "")


def test_sent_is_said_only_when_it_is_stored() -> None:
    def said(arrival: Arrival) -> str:
        call = CrisisRecord(
            "c", "crisis", CrisisStatus.OPEN, "K1", DANA, NOW, NOW, NOW, (step(1, arrival, SAM),), None, None, None, "…"
        )  # fmt: skip
        return str(caller_card(call, "", [], TZ, NOW).blocks)

    assert "Sent " in said(Arrival.SENT)
    for arrival in (Arrival.PLANNED, Arrival.SENDING, Arrival.FAILED, Arrival.DROPPED):
        assert "Sent " not in said(arrival)
    assert "Nobody has been reached" in said(Arrival.FAILED)


@pytest.mark.parametrize("name", NAMES)
def test_lookups(name: str) -> None:
    words = NAMES[name]
    case = CaseFile("K1", words)
    hearing = Hearing("H1", "K1", NOW, words, words)
    shown = Shown(case, staff(words), staff(words), (child(words),) * 3, (contact(words),) * 3, hearing)
    for wants in (None, "phone", "alerts", "summary", "last_contact", "next_hearing"):
        drawn = lookup_card(
            [shown, shown], [staff(words)], wants=wants, last_contact=note(name=words), today=NOW.date(),
            tz=TZ, clear_at=NOW, minutes=30,
        )  # fmt: skip
        assert posted(drawn).clear_at == NOW
    many = "phone~" + ",".join(f"C{n:05}" for n in range(200)) + "~~"
    asked = posted(reason_card([case], {"crisis": "Crisis call"}, many, clear_at=NOW))
    assert many in str(asked.blocks), "no name of the question is cut off"
    for several in (2, 5, 6, 90):
        choices = [Choice(f"C{n}", words or "?") for n in range(several)]
        assert posted(which_card(choices, "phone", clear_at=NOW)).clear_at == NOW


def test_a_contact_is_said_to_be_that_childs_only_where_it_is() -> None:
    other = replace(child("Tobi Okafor"), id="C2")
    shown = Shown(
        CaseFile("K1", "Okafor"), None, None, (child("Maya Okafor"), other), (contact("Falk"),), None
    )
    assert "of Maya\\n" in drawn_for("phone", shown)


def drawn_for(wants: str | None, shown: object) -> str:
    drawn = lookup_card(
        [shown], [], wants=wants, last_contact=None, today=NOW.date(), tz=TZ, clear_at=NOW, minutes=30
    )  # fmt: skip
    return str(drawn.blocks)


def test_the_number_comes_first_then_what_to_know_before_calling() -> None:
    maya = child("Maya Okafor")
    aunt = replace(contact("Falk"), notes="Do NOT call after 9 pm", language="Spanish", address="5 Elm")
    shown = Shown(CaseFile("K1", "Okafor"), staff("Dana"), staff("Sam"), (maya,), (aunt,), None, (maya,))
    said = drawn_for("phone", shown)
    order = [
        f"tel:{PHONE.replace('-', '')}",
        "🚫 *Do NOT call",
        "*Falk*, kin of Maya",
        "Spanish",
        "⚠️ Maya",
        "Worker",
    ]
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert "5 Elm" not in said, "no more than the call needs"
    assert "5 Elm" in drawn_for("address", shown)
    assert drawn_for("worker", shown).index("tel:") < drawn_for("worker", shown).index("the case's worker")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("many", [0, 1, 20, 60])
def test_lists(name: str, many: int) -> None:
    words = NAMES[name]
    kinds = ("note", "correction", "review", "meeting", "visit")
    owed = [
        Owed(
            "o",
            kinds[n % 5],
            NOW,
            overdue=True,
            child=child(words) if n % 5 == 4 else None,
            note=note(name=words) if n % 5 != 4 else None,
        )
        for n in range(many)
    ]
    hearings = [(Hearing("H1", "K1", NOW, words, words), words)] * many
    posted(due_list(owed, hearings, TZ))
    posted(digest_card(owed, TZ, NOW.date()))
    for each in owed[:5]:
        posted(ping_card(each, TZ))
    duties = [OnDuty(Tier.BACKUP, staff(words), then=staff(words))] * min(many, 3)
    posted(on_call_now(at=NOW, is_now=True, office_closes=None, duties=duties, unfilled=list(Tier), tz=TZ))
    turns = [replace(duties[0], starts_at=NOW + timedelta(hours=n)) for n in range(many)] if duties else []
    posted(on_call_days(NOW.date(), NOW.date(), turns, TZ))
    posted(
        plan_card(
            plan_id="p", children=[child(words)] * many, people=[contact(words)] * many,
            case=CaseFile("K1", words), types=[t.value for t in EventType], on=NOW.date(), starts_at=NOW,
            minutes=45, cancelled=many == 1, tz=TZ,
        )
    )  # fmt: skip


def test_help() -> None:
    posted(replace(help_card(), text="What I can do"))
