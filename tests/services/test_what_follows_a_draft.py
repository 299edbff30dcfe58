"""What is said right behind a draft: a call is a note of its own, words that lean on the draft are asked about."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.services.drafts import left_open, remarks
from tests.services.hearing import heard
from tests.services.small_office import DANA, SmallOffice
from tests.stock import NEW_YORK

VISIT = "saw Tobi Okafor today 4pm at Ms Stone's, room clean"
CALL = "called Ngozi Okafor today at noon, left a message"


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


@pytest.mark.parametrize(
    "words",
    ["dad was 20 mins late so it was 420 to 5", "no show for the appt at 2"],
)
def test_what_names_nobody_is_no_note_of_its_own(dana: SmallOffice, words: str) -> None:
    dana.draft(DANA, VISIT)
    found = heard(dana, words)
    assert found is not None
    assert found.asks == remarks.ADD_OR_NEW


@pytest.mark.parametrize("words", ["met Jayden at school at 2pm", "saw the kids at school at 2 today"])
def test_an_event_with_a_stranger_or_with_kind_and_day_is(dana: SmallOffice, words: str) -> None:
    dana.draft(DANA, VISIT)
    assert heard(dana, words) is None


@pytest.mark.parametrize(
    "words",
    [
        "el tío se fue temprano como a las 5",
        "uncle left early around 5",
        "and grandma had to leave early",
        "la mamá llegó tarde como a las 4:15",
        "CASA joined at 4:15",
        "y su tía llegó a las 4:10",
    ],
)
def test_who_came_or_left_is_asked_about(dana: SmallOffice, words: str) -> None:
    dana.draft(DANA, VISIT)
    found = heard(dana, words)
    assert found is not None
    assert found.asks == remarks.ADD_OR_NEW


@pytest.mark.parametrize(
    "words", ["Ms Quist left at 5", "Ms Quist came to the office at 5, wants more visits"]
)
def test_who_came_or_left_of_others_is_not(dana: SmallOffice, words: str) -> None:
    dana.draft(DANA, VISIT)
    assert heard(dana, words) is None


@pytest.mark.parametrize("words", ["it went till 445", "we finished at 4:45", "duró hasta las 4:45"])
def test_when_it_ended_is_taken_in(dana: SmallOffice, words: str) -> None:
    note = dana.draft(DANA, VISIT)
    found = heard(dana, words)
    assert found is not None
    assert (found.choice, found.note_id) == ("taken_in", note.id)
    assert dana.seen_by(DANA, note.id).content.minutes == 45


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


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("texted Ms Quist the new date, she said ok", "actually Ngozi Okafor just called me back, 5:20"),
        (VISIT, "just got a call back from Ms Quist at 5, Ms Quist returned my call about respite"),
        ("called Ngozi Okafor today at noon, no answer", "finally mom called back at 5:10, wants Sunday"),
    ],
)
def test_who_calls_back_is_not_laid_over_another_contact(dana: SmallOffice, before: str, words: str) -> None:
    note = dana.draft(DANA, before)
    assert heard(dana, words) is None
    assert dana.seen_by(DANA, note.id).version == 1


def test_of_the_call_back_itself_the_hour_is_corrected(dana: SmallOffice) -> None:
    note = dana.draft(DANA, "Ngozi Okafor called me back today at 5")
    found = heard(dana, "actually she called me back at 5:20", minutes=9)
    assert found is not None
    assert dana.seen_by(DANA, note.id).version == 2


def test_what_is_put_right_behind_submit_is_not_the_other_drafts(dana: SmallOffice) -> None:
    other = dana.draft(DANA, VISIT)
    dana.later(minutes=2)
    note = dana.draft(DANA, "called Dr Falk about Maya Lindgren today at 3pm, ten min")
    dana.later(minutes=2)
    dana.submits(note)
    found = heard(dana, "actually it was 2", minutes=1)
    assert found is not None
    assert (found.choice, found.note_id) == ("filed", note.id)
    assert dana.seen_by(DANA, other.id).version == 1


def test_what_names_whom_a_filed_note_is_about_is_not_the_drafts(dana: SmallOffice) -> None:
    note = dana.submitted(DANA, "called Ms Quist about Maya Lindgren today at 3pm, ten min")
    other = dana.draft(DANA, VISIT)
    found = heard(dana, "fix the Quist note, it was 2 not 3")
    assert found is not None
    assert (found.choice, found.note_id) == ("filed", note.id)
    assert dana.seen_by(DANA, other.id).version == 1


@pytest.mark.parametrize(
    "words",
    ["12 min, told Ms Stone I would ask the doctor", "about the room, it was clean", "both were home"],
)
def test_what_is_said_after_a_return_may_belong_to_it(dana: SmallOffice, words: str) -> None:
    note = dana.returns(dana.submitted(DANA, VISIT), reason="How long was it, and what did she say?")
    found = heard(dana, words, minutes=90)
    assert found is not None
    assert (found.asks, found.candidates) == (remarks.ADD_OR_NEW, [note.id])
    with dana.desk(DANA) as desk:
        remarks.choose(desk, desk.session.merge(found), note.id)
    assert words in dana.seen_by(DANA, note.id).content.narrative


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


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("the first one was 15 min", (15, None)),
        ("the second one was 15 min", (None, 15)),
        ("la última duró 15 minutos", (None, 15)),
        ("for the call: 15 min", (None, 15)),
        ("the third one was 15 min", (None, None)),
    ],
)
def test_which_of_those_just_told(
    dana: SmallOffice, words: str, minutes: tuple[int | None, int | None]
) -> None:
    notes = [dana.draft(DANA, VISIT)]
    dana.later(minutes=1)
    notes.append(dana.draft(DANA, "called Ms Quist about Maya Lindgren today at 3pm"))
    heard(dana, words)
    assert tuple(dana.seen_by(DANA, note.id).content.minutes for note in notes) == minutes


@pytest.mark.parametrize(
    "words", ["and I talked to mom too", "also spoke with Ngozi Okafor", "Ngozi Okafor sat in on it"]
)
def test_an_adult_of_the_family_with_no_time_is_no_note_of_her_own(dana: SmallOffice, words: str) -> None:
    dana.draft(DANA, VISIT)
    assert heard(dana, words) is not None


@pytest.mark.parametrize(
    "words",
    [
        "adjourned to 12/3 btw",
        "judge Alvarez, part 5",
        "right after school let out, so 3ish",
        "she goes to daycare til 3 every day",
        "Dr Falk wants a follow up in december",
    ],
)
def test_what_would_stand_in_no_note_is_offered_to_the_draft(dana: SmallOffice, words: str) -> None:
    dana.draft(DANA, VISIT)
    found = heard(dana, words)
    assert found is not None
    assert found.asks == remarks.ADD_OR_NEW


@pytest.mark.parametrize(
    "words", ["lol ok good", "good night", "off friday", "Bence likes the new school", "number for Dr Falk"]
)
def test_a_nod_a_leave_a_question_and_others_are_not(dana: SmallOffice, words: str) -> None:
    dana.draft(DANA, VISIT)
    assert heard(dana, words) is None
