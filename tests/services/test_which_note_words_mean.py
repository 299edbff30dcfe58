"""Of several drafts the one that words speak of is changed, and no other family's; what is in doubt changes none."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.services.drafts import remarks
from bot.services.drafts.called_back import with_who_called_back
from bot.services.drafts.heard import Heard
from bot.services.drafts.own_event import calls_back
from bot.services.drafts.same_day import on_the_day_before_it
from bot.understand.parts import Reading
from storage.types import Method, Place
from tests.services.hearing import heard
from tests.services.small_office import DANA, MAYA, OTHER_MAYA, QUIST, TOBI, SmallOffice
from tests.stock import NEW_YORK

VISIT = "saw Tobi Okafor yesterday at 4pm at Ms Stone's, room clean"
CALL = "called Ms Quist about Maya Lindgren today at noon, ten min"


@pytest.mark.parametrize(
    "words", ["It's not Bence it's Tobi", "no, not Maya Lindgren, Bence", "no era Bence, era Tobi"]
)
def test_who_is_said_to_be_wrong_and_is_not_on_it_is_not_this_notes(dana: SmallOffice, words: str) -> None:
    note = dana.draft(DANA, "saw Maya Okafor yesterday at 4pm at Ms Stone's")
    found = heard(dana, words)
    assert found is None or found.asks is not None
    assert dana.seen_by(DANA, note.id).content.children == (MAYA,)


@pytest.mark.parametrize(
    "words", ["It's not Tobi it's Maya Okafor", "no, not Tobi, Maya Okafor", "no era Tobi, era Maya Okafor"]
)
def test_who_is_on_it_is_put_right(dana: SmallOffice, words: str) -> None:
    note = dana.draft(DANA, VISIT)
    dana.draft(DANA, CALL)
    assert heard(dana, words) is not None
    assert dana.seen_by(DANA, note.id).content.children == (MAYA,)


def test_what_is_taken_back_at_once_changes_no_other_note(dana: SmallOffice) -> None:
    call, visit = dana.draft(DANA, CALL), dana.draft(DANA, VISIT)
    heard(dana, "wait I think it was Ms Stone I talked to, not Ms Quist. No, it was Ms Quist, sorry.")
    assert dana.seen_by(DANA, call.id).content.people == (QUIST,)
    assert dana.seen_by(DANA, visit.id).version == 1


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("the call was at 11", 11), ("the call with Ms Quist was at 11", 11), ("la llamada fue a las 11", 11),
        ("The one with Ms Quist was at 11", 11), ("lo de la senora Quist fue a las 11", 11),
        ("no, the call with Ms Quist was at 11", 11),
    ],
)  # fmt: skip
def test_the_kind_of_contact_or_its_people_say_which(dana: SmallOffice, words: str, at: int) -> None:
    call, visit = dana.draft(DANA, CALL), dana.draft(DANA, VISIT)
    assert heard(dana, words) is not None
    start = dana.seen_by(DANA, call.id).content.starts_at
    assert start is not None
    assert start.astimezone(NEW_YORK).hour == at
    assert dana.seen_by(DANA, call.id).content.method is Method.PHONE
    assert dana.seen_by(DANA, visit.id).version == 1


@pytest.mark.parametrize(
    "words", ["The school meeting was at 11", "the hearing was at 11", "la audiencia fue a las 11"]
)
def test_another_kind_is_no_correction_of_the_visit(dana: SmallOffice, words: str) -> None:
    visit = dana.draft(DANA, VISIT)
    heard(dana, words)
    start = dana.seen_by(DANA, visit.id).content.starts_at
    assert start is not None
    assert start.astimezone(NEW_YORK).hour == 16


def test_the_call_was_about_another_child(dana: SmallOffice) -> None:
    visit = dana.draft(DANA, VISIT)
    call = dana.draft(DANA, "called Ms Stone today at noon about Tobi Okafor")
    heard(dana, "and the call was about Maya Okafor")
    assert dana.seen_by(DANA, call.id).content.children == (MAYA,)
    assert dana.seen_by(DANA, call.id).content.method is Method.PHONE
    assert dana.seen_by(DANA, visit.id).content.children == (TOBI,)


@pytest.mark.parametrize(
    "words",
    ["Saturday, not Sunday", "el sabado no el domingo perdon", "no, it wasn't Sunday, it was Saturday"],
)
def test_the_day_that_was_wrong_says_which(dana: SmallOffice, words: str) -> None:
    visit, call = dana.draft(DANA, VISIT), dana.draft(DANA, CALL)
    assert heard(dana, words) is not None
    assert dana.seen_by(DANA, visit.id).content.on == date(2026, 11, 7)
    assert dana.seen_by(DANA, call.id).version == 1


@pytest.mark.parametrize(
    "words",
    ["I'm not sure anymore if it was Sunday or Saturday", "not sure if it was 3 or 4", "I don't remember if it was Saturday",
     "no estoy segura si fue el sabado o el domingo"],
)  # fmt: skip
def test_a_doubt_changes_nothing_and_is_kept(dana: SmallOffice, words: str) -> None:
    note = dana.draft(DANA, VISIT)
    found = heard(dana, words)
    assert found is not None
    assert found.choice == "unclear"
    after = dana.seen_by(DANA, note.id).content
    assert (after.on, after.starts_at) == (note.content.on, note.content.starts_at)
    assert words in after.narrative


@pytest.mark.parametrize("words", ["For number 2, it was actually a text", "#2 was a text"])
def test_a_number_means_the_note_as_it_was_told(dana: SmallOffice, words: str) -> None:
    drafts = dana.drafts(
        DANA, "1) saw Tobi Okafor today at noon. 2) called Ms Quist about Maya Lindgren today at 2pm."
    )
    call = next(n for n in drafts if n.content.method is Method.PHONE)
    (visit,) = [n for n in drafts if n.id != call.id]
    assert heard(dana, words) is not None
    assert dana.seen_by(DANA, call.id).content.method is Method.TEXT
    assert dana.seen_by(DANA, visit.id).version == 1


def test_where_it_was_not_is_put_right_in_spanish_without_a_comma(dana: SmallOffice) -> None:
    note = dana.draft(DANA, VISIT)
    heard(dana, "no fue en casa de la abuela fue en el parque")
    assert dana.seen_by(DANA, note.id).content.place is Place.COMMUNITY


@pytest.mark.parametrize(
    "words",
    [
        "please submit all of them",
        "submit everything",
        "send those in",
        "manda todas",
        "submit all three please",
    ],
)
def test_all_of_them_are_wished_to_be_sent(dana: SmallOffice, words: str) -> None:
    dana.draft(DANA, VISIT)
    dana.draft(DANA, CALL)
    said = Heard("D1", "99.0", None, words, dana.now, dana.reading(DANA, words))
    with dana.desk(DANA) as desk:
        assert remarks.wished_of_several(desk, said)


def test_habits_told_put_nobody_on_the_note(dana: SmallOffice) -> None:
    note = dana.draft(DANA, "saw Tobi Okafor yesterday at 4pm at school")
    heard(dana, "Actually it's the foster mother who brings him")
    assert dana.seen_by(DANA, note.id).content.people == ()


# -- the next message of the same day, and who answered at last


def told(office: SmallOffice, words: str, *, minutes: float = 3) -> Reading:
    office.later(minutes=minutes)
    reading = office.reading(DANA, words)
    with office.desk(DANA) as desk:
        return on_the_day_before_it(
            desk, with_who_called_back(desk, reading, words, office.now), words, office.now
        )


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("And on the same day I saw Maya Lindgren, at 2 pm", datetime(2026, 11, 4, 14, tzinfo=NEW_YORK)),
        ("that same evening I called Ms Quist at 8", datetime(2026, 11, 4, 20, tzinfo=NEW_YORK)),
        ("later that day Ms Quist called me, 6:30 pm", datetime(2026, 11, 4, 18, 30, tzinfo=NEW_YORK)),
        ("Then at 5 I called Ms Quist", datetime(2026, 11, 4, 17, tzinfo=NEW_YORK)),
        ("el mismo dia llame a la senora Quist a las 5", datetime(2026, 11, 4, 17, tzinfo=NEW_YORK)),
        ("luego a las 5 llame a la senora Quist", datetime(2026, 11, 4, 17, tzinfo=NEW_YORK)),
    ],
)
def test_the_same_day_is_the_day_of_the_note_before(dana: SmallOffice, words: str, at: datetime) -> None:
    dana.draft(DANA, "saw Tobi Okafor at Ms Stone's last Wednesday at 10 am")
    (item,) = told(dana, words).contacts
    assert (item.on, item.starts_at) == (at.date(), at)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("I saw Maya Lindgren at 2 pm", 3),
        ("then today at 2 pm I saw Maya Lindgren", 3),
        ("Then at 2 pm I saw Maya Lindgren", 45),
        ("same day, saw Maya Lindgren at 2 pm on Friday", 3),
    ],
)
def test_without_such_words_or_later_it_is_not(dana: SmallOffice, words: str, minutes: float) -> None:
    dana.draft(DANA, "saw Tobi Okafor at Ms Stone's last Wednesday at 10 am")
    (item,) = told(dana, words, minutes=minutes).contacts
    assert item.on != date(2026, 11, 4)


@pytest.mark.parametrize(
    "words",
    ["she answered at 5, we talked 10 minutes", "finally got hold of her at 5, 10 min",
     "despues me contesto a las 5 hablamos 10 minutos quiere visitar a la nena el sabado"],
)  # fmt: skip
def test_who_answers_at_last_is_who_was_tried(dana: SmallOffice, words: str) -> None:
    dana.draft(DANA, "called Ms Quist about Maya Lindgren today at 3 pm, no answer")
    (item,) = told(dana, words).contacts
    assert (item.children, item.people, item.method) == ((OTHER_MAYA,), (QUIST,), Method.PHONE)
    assert item.minutes == int(timedelta(minutes=10).total_seconds() / 60)


@pytest.mark.parametrize(
    "words",
    ["she never answered my question", "no me contesto", "she answered the door", "nunca contesto a las 4"],
)
def test_who_did_not_answer_has_not(words: str) -> None:
    assert not calls_back(words)


@pytest.mark.parametrize(
    "words",
    ["Quist said 3 missed, not 2", "ms quist told me 3 not 2", "actually Quist thinks it's 3 not 2",
     "la senora Quist dijo 3, no 2"],
)  # fmt: skip
def test_who_told_what_is_put_right_was_not_met_instead(dana: SmallOffice, words: str) -> None:
    falk = dana.draft(DANA, "called Dr Falk about Maya Okafor today at 9:30, all ok")
    call = dana.draft(DANA, CALL)
    found = heard(dana, words)
    assert dana.seen_by(DANA, falk.id).content.people == falk.content.people
    assert dana.seen_by(DANA, call.id).content.people == (QUIST,)
    assert found is None or found.note_id in (None, call.id)


@pytest.mark.parametrize(
    ("words", "at"),
    [("tobi was 415 to 5", (16, 15)), ("Tobi was 3:15", (15, 15)), ("okafor was 415 actually", (16, 15)),
     ("tobi fue a las 415", (16, 15))],
)  # fmt: skip
def test_an_hour_told_of_a_child_alone_is_its_notes(
    dana: SmallOffice, words: str, at: tuple[int, int]
) -> None:
    call, visit = dana.draft(DANA, CALL), dana.draft(DANA, VISIT)
    assert heard(dana, words) is not None
    start = dana.seen_by(DANA, visit.id).content.starts_at
    assert start is not None
    local = start.astimezone(NEW_YORK)
    assert (local.hour, local.minute, local.date()) == (*at, date(2026, 11, 8))
    assert dana.seen_by(DANA, call.id).version == 1


@pytest.mark.parametrize("words", ["bence was 415", "tobi was 4 hours late", "zelda was 415"])
def test_an_hour_of_another_or_no_hour_is_not(dana: SmallOffice, words: str) -> None:
    visit = dana.draft(DANA, VISIT)
    heard(dana, words)
    start = dana.seen_by(DANA, visit.id).content.starts_at
    assert start == visit.content.starts_at
