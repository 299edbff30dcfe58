"""Agendas and calendars with names and words as nobody hopes to see them: within Slack's limits, nothing pinged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.views.leave.leave_papers import sheet_message
from bot.views.oversight.agenda import agenda_message, agenda_window, held_window, list_card, list_window
from storage.case_sheets import CaseSheet, ChildLine, CrisisLine, LeaveSheet, NoteLine, OwedLine, PlanLine
from storage.conferences import Agenda, AgendaCase, ConferenceLine, Discussed
from storage.types import (
    CaseFile,
    Child,
    Contact,
    EventType,
    Hearing,
    NoteStatus,
    Outcome,
    PlacementType,
    Relationship,
)
from tests.views.extremes import DANA, NAMES, NOW, SAM, WORDS
from tests.views.papers import words_of
from tests.views.test_cards_and_windows import TZ, opened, posted

ON = date(2026, 11, 9)


def sheet(name: str, words: str, many: int) -> CaseSheet:
    """A family with that name everywhere, and so many of everything."""
    child = Child("C1", "K1", name, name, name, alerts=words[:300])
    carer = Contact("P1", "K1", name, Relationship.FOSTER_PARENT, address=name, notes=words[:300])
    note = NoteLine(
        *("N1", "K1", DANA, NoteStatus.RETURNED, tuple(EventType), (name,) * 9, ON, Outcome.ATTEMPTED, NOW),
        correction_due_at=NOW - timedelta(days=1),
        follow_ups=words,
    )
    line = ChildLine(child, 7, PlacementType.FOSTER_HOME, carer, 0, 2)
    return CaseSheet(
        case=CaseFile("K1", name, county=name),
        children=(line,) * many,
        contacts=(carer,) * many,
        owed=(OwedLine("caretaker_contact", name, NOW), OwedLine("report", name, NOW)) * many,
        notes=(note, replace(note, status=NoteStatus.DRAFT, due_at=NOW)) * many,
        plans=(PlanLine(ON, NOW, (EventType.OTHER,), (name,), DANA),) * many,
        hearings=(Hearing("H1", "K1", NOW, name, name),) * many,
    )


def agenda(name: str, words: str, many: int = 12) -> Agenda:
    told = Discussed("D1", ON, words or "Nothing", replace(SAM, name=name), None, mine=True)
    case = AgendaCase(sheet(name, words, many), told, told)
    open_case = AgendaCase(sheet(name, words, many), None, None)
    worker = replace(DANA, name=name)
    cases = (case, open_case) * 4
    return Agenda(worker, SAM, NOW, True, cases, 30, 4, 8, 8, ON, NOW, True)


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_the_agenda_fits_whatever_the_names_and_words(name: str, words: str) -> None:
    found = agenda(name, words)
    opened(agenda_window(found, TZ))
    opened(held_window(found, name, "W1|K1|8|V123"))
    lines = [ConferenceLine(replace(DANA, name=name), NOW, True, 0, 3, own) for own in (True, False) * 30]
    opened(list_window(lines, TZ))
    posted(list_card(lines, TZ))


@pytest.mark.parametrize("kind", ["markup", "unicode", "long"])
def test_both_papers_can_be_drawn_of_them(kind: str) -> None:
    name = NAMES[kind]
    family, crisis = sheet(name, "- note\n" * 200, 1), CrisisLine(NOW, "concern", "", None)
    for back in (False, True):
        leave = LeaveSheet(DANA, None, ON, ON, NOW, back, (family,), {"K1": (crisis,)})
        drawn = sheet_message(leave, TZ)
        assert drawn.paper is not None
        assert words_of(drawn.paper.make()).count("- note") >= 200
    one = agenda(name, WORDS["long"], 1)
    paper = agenda_message(replace(one, cases=one.cases[:1]), TZ).paper
    assert paper is not None
    assert "Conference agenda" in words_of(paper.make())


def test_what_is_late_is_said_to_be() -> None:
    window = str(agenda_window(agenda("Okafor", ""), TZ))
    assert "LATE since" not in window, "due this very moment"
    found = replace(agenda("Okafor", ""), made_at=NOW + timedelta(days=1))
    assert "LATE since Mon Nov 9" in str(agenda_window(found, TZ))
