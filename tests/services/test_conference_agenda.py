"""The weekly conference by family: who sees the agenda, what is written down, whose note it becomes."""

from __future__ import annotations

import json
import threading
from datetime import date, datetime

import pytest
from sqlalchemy import select

from bot.errors import AlreadyDecided, NotAllowed, Refusal, Unusable
from bot.handlers.oversight.conference import asks
from bot.reminders.duties import Duties
from bot.rules.reminders import Kind
from bot.services import notes, obligations
from bot.services.conferences import conference, conferring
from bot.services.duties.doing import hold_conference
from bot.views.oversight.agenda import agenda_pdf, agenda_window, list_card
from storage.conferences import Agenda
from storage.models import ConferenceCase, Obligation
from storage.types import EventType, NoteStatus
from tests.services.small_office import ALEX, DANA, JO, KIM, NOOR, RILEY, SAM, SmallOffice
from tests.stock import NEW_YORK
from tests.views.papers import words_of

TODAY = date(2026, 11, 9)
OKAFOR, LINDGREN, VARGA = "K1", "K2", "K3"


@pytest.fixture
def office(office: SmallOffice) -> SmallOffice:
    """With what is owed in the book."""
    Duties(office.db, office.policy, office.shelf).follow(office.now)
    return office


def agenda(office: SmallOffice, who: str = SAM, worker: str = DANA) -> Agenda:
    with office.desk(who) as desk:
        return conference.agenda(desk, worker)


def shown(office: SmallOffice, who: str = SAM) -> str:
    return json.dumps(agenda_window(agenda(office, who), NEW_YORK), ensure_ascii=False)


def holds(office: SmallOffice, case: str, words: str = "Visit Tobi first", who: str = SAM) -> object:
    with office.desk(who) as desk:
        return conferring.hold(desk, DANA, case, desk.today, words)


def owed(office: SmallOffice) -> list[tuple[str, str]]:
    with office.db.reading() as session:
        rows = obligations.open_about(session, kind=Kind.CONFERENCE, subject_id=DANA)
        return [(row.person_id, row.period) for row in rows]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("agenda for Dana", True), ("conference agenda", True), ("agenda", True), ("my agenda please", True),
        ("weekly conference agenda for Dana Ellis", True), ("show me the agenda for Dana's conference", True),
        ("agenda de la supervisión", True), ("agenda for today", False), ("agenda for next Monday", False),
        ("30 day conference for Maya Okafor today 3pm", False), ("what's on my agenda this week?", False),
    ],
)  # fmt: skip
def test_it_is_asked_for_in_words(words: str, wanted: bool) -> None:
    assert asks(words) is wanted


def test_the_agenda_says_what_there_is_to_discuss(office: SmallOffice) -> None:
    office.submitted()
    office.draft(DANA, "called Marta Quist today 3pm about Maya Lindgren, follow up: dentist by Friday")
    said = shown(office)
    for words in ("*Lindgren family* · K2", "✓ Maya seen 1 of 1 this month", "⚠️ Maya seen 0 of 1 this month",
                  "Draft, due Thu Nov 12", "permanency hearing", "Contact with a parent, by Mon Nov 30",
                  "0 of 2 families discussed", '"Record conference"'):  # fmt: skip
        assert words in said, words
    assert "Varga" not in said


def test_the_worker_sees_her_own_and_does_not_record_it(office: SmallOffice) -> None:
    said = shown(office, DANA)
    assert "*Okafor family*" in said
    assert '"Record conference"' not in said


@pytest.mark.parametrize("who", [RILEY, KIM, NOOR, JO])
def test_nobody_else_sees_it(office: SmallOffice, who: str) -> None:
    for verb in (lambda: agenda(office, who), lambda: holds(office, OKAFOR, who=who)):
        with pytest.raises(NotAllowed):
            verb()
    with office.desk(who) as desk:
        assert DANA not in {line.worker.id for line in conference.listed(desk)}
        assert conference.named(desk, "Dana") == []


def test_names_are_found_as_people_write_them(office: SmallOffice) -> None:
    with office.desk(SAM) as desk:
        for words in ("dana", "Dana's", "DANA ELLIS", "ellis"):
            assert [each.id for each in conference.named(desk, words)] == [DANA]
        assert {each.id for each in conference.named(desk, "")} == {DANA, NOOR}
        lines = conference.listed(desk)
    said = json.dumps(list_card(lines, NEW_YORK).blocks)
    assert "Weekly conference with Dana Ellis" in said
    assert "0 of 2 families discussed" in said
    with office.desk(ALEX) as desk:
        assert {each.worker.id for each in conference.listed(desk)} == {DANA, NOOR, KIM}


def test_what_was_decided_is_kept_sealed_and_shown(office: SmallOffice) -> None:
    assert holds(office, OKAFOR) is None
    said = shown(office)
    assert "✅ *Held Mon Nov 9* · S. Ortega: Visit Tobi first" in said
    assert "1 of 2 families discussed" in said
    with office.db.reading() as session:
        row = session.scalars(select(ConferenceCase)).one()
        assert b"Tobi" not in (row.decided_sealed or b"")
        assert row.decided == "Visit Tobi first"
    assert len(owed(office)) == 2, "the conference is not held before all families were discussed"


def test_the_last_family_records_the_conference_and_the_next_shows_what_was_decided(
    office: SmallOffice,
) -> None:
    office.now = datetime(2026, 11, 12, 10, tzinfo=NEW_YORK)
    assert sorted(owed(office)) == [(SAM, "2026-11-16"), (DANA, "2026-11-16 worker")]
    holds(office, OKAFOR)
    assert holds(office, LINDGREN, "Ask for the dentist's letter") is not None
    assert sorted(owed(office)) == [(SAM, "2026-11-19"), (DANA, "2026-11-19 worker")]
    assert agenda(office).held == 0
    assert "_Last time, Thu Nov 12_ · S. Ortega: Ask for the dentist's letter" in shown(office)
    holds(office, LINDGREN, "Letter came")
    assert agenda(office).held == 1


def test_on_the_first_day_a_conference_leaves_the_next_to_be_discussed(office: SmallOffice) -> None:
    holds(office, OKAFOR)
    holds(office, LINDGREN)
    assert (agenda(office).held, len(owed(office))) == (0, 2)


def test_what_the_worker_wrote_down_does_not_record_it_for_the_supervisor(office: SmallOffice) -> None:
    for case in (OKAFOR, LINDGREN):
        assert holds(office, case, who=DANA) is None
    assert agenda(office).held == 2
    with office.desk(SAM) as desk:
        hold_conference(desk, DANA, TODAY)
    assert agenda(office).held == 0


def test_what_cannot_be_written_down(office: SmallOffice) -> None:
    with pytest.raises(Unusable, match="A word"):
        holds(office, OKAFOR, "  ")
    with pytest.raises(Unusable, match="no longer"):
        holds(office, VARGA)
    with pytest.raises(Unusable, match="still to come"), office.desk(SAM) as desk:
        conferring.hold(desk, DANA, OKAFOR, date(2026, 11, 10), "words")
    holds(office, OKAFOR, who=DANA)
    with pytest.raises(AlreadyDecided, match=r"D\. Ellis wrote that down already, for Nov 9"):
        holds(office, OKAFOR)


def test_of_two_at_once_one_is_first(office: SmallOffice) -> None:
    told: list[str] = []
    ready = threading.Barrier(2)

    def write(who: str) -> None:
        ready.wait()
        try:
            holds(office, OKAFOR, f"words of {who}", who)
        except Refusal as refusal:
            told.append(str(refusal))

    threads = [threading.Thread(target=write, args=(who,)) for who in (SAM, DANA)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with office.db.reading() as session:
        assert len(session.scalars(select(ConferenceCase)).all()) == 1
    assert len(told) == 1
    assert "wrote that down already" in told[0]


def test_the_note_is_its_writer_s_own_words_and_nobody_else_s(office: SmallOffice) -> None:
    holds(office, OKAFOR, "Ask the school; see Tobi.")
    item = agenda(office).cases[1].held
    assert item is not None
    with pytest.raises(NotAllowed), office.desk(DANA) as desk:
        conferring.note_of(desk, item.id)
    with office.desk(SAM) as desk:
        note = conferring.note_of(desk, item.id)
        again = conferring.note_of(desk, item.id)
    assert note.id == again.id
    assert (note.status, note.content.narrative, note.content.on) == (
        NoteStatus.DRAFT,
        "Ask the school; see Tobi.",
        TODAY,
    )
    assert note.content.types == (EventType.CASE_CONFERENCE,)
    assert note.case_id == OKAFOR
    with pytest.raises(NotAllowed), office.desk(RILEY) as desk:
        notes.read(desk, note.id)
    assert '"Open note"' in shown(office)
    assert '"Open note"' not in shown(office, DANA)


def test_the_paper_has_every_family(office: SmallOffice) -> None:
    holds(office, OKAFOR)
    with office.desk(SAM) as desk:
        said = words_of(agenda_pdf(conference.agenda(desk, DANA, most=None), NEW_YORK))
    for words in (
        "Dana Ellis with Sam Ortega",
        "Okafor family · K1",
        "Lindgren family · K2",
        "S. Ortega: Visit Tobi first",
    ):
        assert words in said


def test_pages_hold_all_families_once(office: SmallOffice) -> None:
    with office.desk(SAM) as desk:
        pages = [conference.agenda(desk, DANA, skip=n, most=1) for n in (0, 1)]
        beyond = conference.agenda(desk, DANA, skip=99, most=1)
    assert [each.sheet.case.id for page in pages for each in page.cases] == [LINDGREN, OKAFOR]
    first, second = (json.dumps(agenda_window(page, NEW_YORK)) for page in pages)
    assert "Next families (1)" in first
    assert "Next families" not in second
    assert '"W1|0"' in second
    assert [each.sheet.case.id for each in beyond.cases] == [OKAFOR]


def test_without_an_obligation_the_agenda_is_there_all_the_same(sqlite_office: SmallOffice) -> None:
    with sqlite_office.db.begin() as session:
        assert session.scalars(select(Obligation).where(Obligation.kind == Kind.CONFERENCE)).all() == []
    assert agenda(sqlite_office).owes is False
