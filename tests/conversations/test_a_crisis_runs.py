"""What is written beside a crisis that goes on: a line of it, asked which one's, its end; no second alarm, no note."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.models import AuditRow, CrisisCall, CrisisEntry, CrisisReport, Note
from tests.conversations.office import Office
from tests.conversations.test_a_crisis_goes_on import SAID, calls, lines, taken_on

OTHER = "CRISIS Maya Lindgren took pills, ambulance to the hospital"


def notes(office: Office) -> int:
    with office.db.reading() as session:
        return len(session.scalars(select(Note.id)).all())


def becomes_a_line(office: Office, text: str) -> None:
    """Said while the crisis runs it is a line of it: no alarm, and no note beside the crisis's own."""
    taken_on(office)
    office.dana.says(text)
    office.dana.waits_for("added to the alarm about Tobi")
    assert [words for _, words in lines(office)] == [text]
    assert calls(office) == [SAID]
    assert notes(office) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Tobi's cousin says he's at a friend's on Linden Blvd",
        "Ms Stone has him, he's good",
        "mom gave consent by phone for the cast at 5:20",
        "called the state, spoke to ms Quist, ref 88213",
        "Ms Stone picked Tobi up from the precinct 5:25",
        "xray shows 2 broken fingers, splint, home by midnight",
        "mobile crisis on the way, ref 4471",
        "called ms stone at 5:25, 5 min, Tobi is with her sister",
    ],
)
def test_how_it_goes_on_is_a_line_of_it(sqlite_office: Office, text: str) -> None:
    becomes_a_line(sqlite_office, text)


def test_who_has_taken_it_on_writes_its_lines_as_well(sqlite_office: Office) -> None:
    office = sqlite_office
    taken_on(office)
    office.riley.says("Tobi admitted to peds floor rm 412, Ms Stone staying")
    office.riley.waits_for("added to the alarm about Tobi")
    assert notes(office) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Tobi is home close it",
        "he's home, close it",
        "close the Tobi one, hes back",
        "he is back",
        "falsa alarma, estaba en el sotano",
        "ok he calmed down, staying w ms Stone til friday",
        "thx. done here",
        "ya aparecio, esta bien",
    ],
)
def test_words_that_end_it_offer_close(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says(text)
    office.dana.waits_for("[Close it]")
    office.dana.clicks("Close it")
    office.dana.chooses("Found, safe", from_="How did it end?")
    office.dana.submits()
    office.riley.waits_for("by Dana Ellis: Found, safe")


@pytest.mark.parametrize("text", ["still not home, police there", "he's back but he has a knife on him"])
def test_words_that_do_not_end_it_offer_none(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says(text)
    office.dana.waits_for("added to the alarm about Tobi")
    assert "[Close it]" not in office.dana.newest_card("added to the alarm")


def test_an_alarm_that_rings_until_morning_can_be_ended_in_words(sqlite_office: Office) -> None:
    office = sqlite_office
    office.dana.says(SAID)
    office.riley.waits_for("[Acknowledge]")
    office.fast_forward(office.demo.workspace.clock.now() + timedelta(hours=6))
    office.dana.says("he is back home safe")
    office.dana.waits_for("[Close it]")
    assert calls(office) == [SAID]


def test_a_report_told_is_kept_and_offered_to_be_ticked(sqlite_office: Office) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says("called the hotline, ref 88213")
    office.dana.waits_for("[Tick the report]")
    office.dana.clicks("Tick the report")
    office.dana.fills("Who was called", "Ms Reyes")
    office.dana.submits()
    office.dana.waits_for("Ms Reyes")
    with office.db.reading() as session:
        made = session.scalars(select(CrisisReport).where(CrisisReport.made_at.is_not(None))).all()
        assert [each.called for each in made] == ["Ms Reyes"]


def test_with_two_going_on_it_is_asked_which_and_nothing_is_lost(sqlite_office: Office) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says(OTHER)
    office.dana.waits_for("Lindgren case")
    for text in ("ems there, shes awake now", "xray shows no fracture, splint"):
        office.dana.says(text)
        office.dana.waits_for("Which crisis is that about?")
        assert office.dana.sees("[Tobi]")
        office.dana.clicks("Maya")
        office.dana.waits_for("added to the alarm about Maya")
    assert calls(office) == [SAID, OTHER]
    with office.db.reading() as session:
        said = session.scalars(
            select(CrisisCall)
            .join(CrisisEntry, CrisisEntry.crisis_id == CrisisCall.id)
            .where(CrisisEntry.kind == "said")
        ).all()
        assert {call.words for call in said} == {OTHER}
    office.dana.says("Tobi is back, walked in")
    office.dana.waits_for("added to the alarm about Tobi")


def test_what_was_no_line_is_an_alarm_or_a_note_with_one_tap(sqlite_office: Office) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says("Tobi told me about his new school")
    office.dana.waits_for("added to the alarm about Tobi")
    office.dana.clicks("It's a note")
    office.dana.waits_for("taken out of its timeline")
    assert office.demo.workspace.wait_until(lambda: notes(office) == 2)
    assert lines(office) == []
    office.dana.says("he's back but he has a knife")
    office.dana.waits_for("added to the alarm about Tobi")
    office.dana.clicks("New alarm")
    assert office.demo.workspace.wait_until(lambda: len(calls(office)) == 2)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("called ms stone at 9am re tobis glasses, 5 min", 1),
        ("Spoke with Ms Stone by phone at 10:15 about Tobi's field trip form", 1),
        ("llame a la sra stone a las 9 de la manana por los lentes de tobi, 5 minutos", 1),
        ("called ms stone 9am 5 min re tobis glasses. called ms quist 920am 10 min re the field trip", 2),
    ],
)
def test_the_days_other_work_is_a_note_though_it_names_the_child(
    sqlite_office: Office, text: str, made: int
) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says(text)
    assert office.demo.workspace.wait_until(lambda: notes(office) == 1 + made)
    assert lines(office) == []


@pytest.mark.parametrize(
    "text",
    ["Tobi cut his arm with a razor, bleeding bad", "CRISIS Tobi has a knife", "Maya Lindgren ran away"],
)
def test_a_new_danger_stays_an_alarm(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says(text)
    assert office.demo.workspace.wait_until(lambda: calls(office) == [SAID, text])


def test_a_question_beside_it_is_answered(sqlite_office: Office) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says("is there a probation officer on that case")
    office.dana.says("number for Ms Stone")
    office.dana.waits_for("Stone")
    assert lines(office) == []
    assert calls(office) == [SAID]


@pytest.mark.parametrize(
    "text",
    [
        "need the address for Ms Stone, Tobi is having a seizure n ems is asking",
        "need the number for Tobi's foster mother, hes at the er w a cut lip",
    ],
)
def test_what_is_asked_for_beside_an_emergency_is_answered(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    office.robin.says(text)
    office.robin.waits_for("Call by hand now")
    assert calls(office) == [text]
    with office.db.reading() as session:
        actions = session.scalars(select(AuditRow.action)).all()
    assert "lookup" in actions


def test_a_draft_goes_on_by_its_childs_name(sqlite_office: Office) -> None:
    """A log and no crisis: what follows is asked to belong to its draft, and is not lost."""
    office = sqlite_office
    office.dana.says("saw Tobi at Ms Stone's today 4pm, 30 min, upset about the move")
    office.dana.waits_for("Okafor case")
    office.dana.says("Tobi's calmer now, breathing ok, going to bed")
    office.dana.waits_for("belong")
    assert notes(office) == 1


def test_an_hour_alone_answers_the_note_that_asks_for_it(sqlite_office: Office) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says("saw Maya Lindgren today at school w Ms Quist, 20 min")
    office.dana.waits_for("Maya Lindgren (")
    office.dana.says("3:20")
    office.dana.waits_for("3:20 PM")
    assert lines(office) == []
