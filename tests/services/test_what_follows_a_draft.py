"""What is said right behind a draft: a call is a note of its own, words that lean on the draft are asked about."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.services.drafts import left_open, remarks
from bot.services.drafts.concerning import may_be
from bot.services.drafts.continuing import may_go_on
from bot.services.drafts.heard import Heard
from storage.database import Database
from storage.models import Remark
from tests.services.small_office import DANA, SmallOffice
from tests.stock import NEW_YORK

VISIT = "saw Tobi Okafor today 4pm at Ms Stone's, room clean"
CALL = "called Ngozi Okafor today at noon, left a message"


@pytest.fixture
def dana(sqlite_stocked: Database) -> SmallOffice:
    return SmallOffice(sqlite_stocked)


def heard(office: SmallOffice, words: str, *, minutes: float = 3) -> Remark | None:
    """What Dana's words become some minutes later; None: they are about no draft."""
    office.later(minutes=minutes)
    said = Heard("D1", "99.0", None, words, office.now, office.reading(DANA, words))
    if not (may_be(said) or may_go_on(said)):
        return None
    with office.desk(DANA) as desk:
        return remarks.hear(desk, said)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (VISIT, "also called Ngozi Okafor, no answer"),
        (VISIT, "also texted Ms Stone the new date"),
        (VISIT, "plus emailed Dr Falk about Maya Okafor"),
        (VISIT, "btw called Dr Falk, she'll call back"),
        (VISIT, "tambien llame a la Sra Quist, no contesto"),
        (CALL, "also called Ms Stone, no answer either"),
        (VISIT, "seeing Maya Okafor thurs 3pm"),
        (VISIT, "seeing the Okafors thurs 3pm"),
    ],
)
def test_a_call_or_a_plan_is_no_addition(dana: SmallOffice, before: str, words: str) -> None:
    dana.draft(DANA, before)
    assert heard(dana, words) is None


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (VISIT, "add that I called Ngozi Okafor too"),
        (VISIT, "forgot to mention I emailed Dr Falk"),
        (CALL, "same for Ms Quist"),
        (VISIT, "Tobi said he wants to visit his mom"),
        (VISIT, "and he told me he misses Bence"),
        (VISIT, "talked with Ms Stone about respite"),
        (VISIT, "y le revise el cuarto"),
        (CALL, "about the school forms"),
        (CALL, "tried again, nothing"),
    ],
)
def test_what_may_go_on_about_the_draft_is_asked(dana: SmallOffice, before: str, words: str) -> None:
    dana.draft(DANA, before)
    found = heard(dana, words)
    assert found is not None
    assert found.asks == remarks.ADD_OR_NEW


@pytest.mark.parametrize("words", ["thanks", "ok", "who is on call?", "what's due?", "lol long day"])
def test_chatter_and_questions_are_not(dana: SmallOffice, words: str) -> None:
    dana.draft(DANA, VISIT)
    assert heard(dana, words) is None


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("Tobi said he wants to visit his mom", 30), ("saw Maya Lindgren", 3), ("met with Ms Quist", 3)],
)
def test_later_on_or_of_others_it_is_a_note_of_its_own(dana: SmallOffice, words: str, minutes: float) -> None:
    dana.draft(DANA, VISIT)
    assert heard(dana, words, minutes=minutes) is None


def test_how_long_it_took_is_taken_in(dana: SmallOffice) -> None:
    note = dana.draft(DANA, VISIT)
    found = heard(dana, "took 45 min")
    assert found is not None
    assert found.choice == "taken_in"
    assert dana.seen_by(DANA, note.id).content.minutes == 45


def test_words_that_nobody_placed_are_offered_again_in_the_evening(dana: SmallOffice) -> None:
    note = dana.draft(DANA, VISIT)
    found = heard(dana, "Tobi said he wants to visit his mom")
    assert found is not None
    dana.submits(note)
    dana.now = datetime(2026, 11, 9, 18, 20, tzinfo=NEW_YORK)
    with dana.desk(DANA) as desk:
        waiting = left_open.unoffered(desk.session, desk.policy, desk.now)
        ((remark, about),) = left_open.in_no_note(desk)
        assert (remark.words, [n.id for n in about]) == ("Tobi said he wants to visit his mom", [note.id])
    assert [person for person, _ in waiting.values()] == [DANA]


def test_once_it_is_said_where_they_belong_they_are_not(dana: SmallOffice) -> None:
    dana.draft(DANA, VISIT)
    found = heard(dana, "Tobi said he wants to visit his mom")
    assert found is not None
    with dana.desk(DANA) as desk:
        remarks.close(desk, desk.session.merge(found), "left_out")
    dana.now += timedelta(minutes=20)
    with dana.desk(DANA) as desk:
        assert left_open.in_no_note(desk) == []
