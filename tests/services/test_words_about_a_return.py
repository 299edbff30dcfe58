"""What answers why a note came back: a hurt is asked about before any alarm, and words may say where words go."""

from __future__ import annotations

from itertools import count

import pytest

from bot.services import notes
from bot.services.drafts import remarks
from bot.services.drafts.heard import Heard
from bot.understand.parts import Intent
from storage.models import PostedCard, Remark
from tests.services.small_office import DANA, SmallOffice

VISIT = "saw Tobi Okafor today 4pm at Ms Stone's, room clean"
_SENT = count(100)


def says(office: SmallOffice, words: str, *, minutes: float = 3) -> Remark | None:
    office.later(minutes=minutes)
    said = Heard("D1", f"{next(_SENT)}.0", None, words, office.now, office.reading(DANA, words))
    if not remarks.may_be(said):
        return None
    with office.desk(DANA) as desk:
        return remarks.hear(desk, said) if remarks.concerns(desk, said) else None


def came_back(office: SmallOffice, reason: str) -> str:
    return office.returns(office.submitted(text=VISIT), reason=reason).id


def words_of(office: SmallOffice, note_id: str) -> str:
    with office.desk(DANA) as desk:
        return notes.read(desk, note_id).content.narrative


@pytest.mark.parametrize(
    "reason", ["Was he hurt?", "Any marks? Did the nurse see him?", "¿Qué pasó, se lastimó?"]
)
@pytest.mark.parametrize(
    "words",
    [
        "He has a scratch on his arm and the nurse saw him.",
        "He had a bruise on his cheek from the fall, nurse checked it",
        "Tobi has a scratch on his arm and the nurse saw him.",
    ],
)
def test_a_hurt_that_was_asked_for_alarms_nobody_by_itself(
    dana: SmallOffice, reason: str, words: str
) -> None:
    note_id = came_back(dana, reason)
    assert dana.reading(DANA, words).intent is Intent.SAFETY_CONCERN
    found = says(dana, words)
    assert found is not None
    assert (found.asks, found.candidates) == (remarks.ADD_OR_RAISE, [note_id])


@pytest.mark.parametrize(
    "words",
    [
        "He has a scratch on his arm, Ms Stone hit him with a belt",
        "He has a bruise on his cheek and is scared to go back",
        "Tobi tiene un golpe en el brazo, dice que la señora le pegó",
        "He has a burn on his hand, he says she burned him",
    ],
)
def test_what_somebody_did_to_the_child_alarms_all_the_same(dana: SmallOffice, words: str) -> None:
    came_back(dana, "Was he hurt?")
    assert dana.reading(DANA, words).intent in (Intent.SAFETY_CONCERN, Intent.LOG_CRISIS)
    found = says(dana, words)
    assert found is None or found.asks != remarks.ADD_OR_RAISE


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("Which room was it?", "He has a scratch on his arm and the nurse saw him."),
        ("Was he hurt?", "Maya Okafor has a bruise on her cheek and says her uncle hit her"),
        ("Was he hurt?", "I saw him today at 5 and he has a bruise on his arm"),
        ("Was he hurt?", "He is bleeding, we called 911"),
    ],
)
def test_any_other_concern_goes_its_own_way(dana: SmallOffice, reason: str, words: str) -> None:
    came_back(dana, reason)
    assert dana.reading(DANA, words).intent in (Intent.SAFETY_CONCERN, Intent.LOG_CRISIS)
    assert says(dana, words) is None


@pytest.mark.parametrize(
    "pointing",
    [
        "I mean for the Tobi note",
        "I mean that for the Tobi note.",
        "that's for Tobi",
        "Yes, add it.",
        "yes add it to that note",
        "es para la nota de Tobi",
        "sí, agrégalo ahí",
    ],
)
def test_words_that_say_where_words_belong_answer_the_question(dana: SmallOffice, pointing: str) -> None:
    note_id = came_back(dana, "How is he?")
    asked = says(dana, "he is fine, he slept well")
    assert asked is not None
    assert asked.asks == remarks.ADD_OR_NEW
    answered = says(dana, pointing)
    assert answered is not None
    assert (answered.note_id, answered.choice) == (note_id, "taken_in")
    told = words_of(dana, note_id)
    assert "he slept well" in told
    assert pointing not in told


def test_they_answer_nothing_where_nothing_is_asked(dana: SmallOffice) -> None:
    dana.draft(DANA, VISIT)
    found = says(dana, "Yes, add it.")
    assert found is None or found.choice != "taken_in"
    assert says(dana, "add that Maya Okafor said hi") is not None, "an addition with its words"


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("era la abuela materna, los niños estaban contentos", None),
        ("it was the grandmother, the kids were happy with her", None),
        ("he was in bed 2, room is shared", None),
        ("sí, estaba la abuela doña Renata", None),
        ("Maya Lindgren was there too", remarks.ADD_OR_NEW),
        ("saw him again Saturday at 3, he was fine", remarks.ADD_OR_NEW),
    ],
)
def test_a_reply_under_a_returned_note_belongs_to_it(dana: SmallOffice, words: str, asks: str | None) -> None:
    note_id = came_back(dana, "Say which grandmother, and how the kids were")
    assert replies(dana, note_id, words) == asks
    assert (words in words_of(dana, note_id)) is (asks is None)


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("yes, the therapist was there", None),
        ("sí, estaba la terapeuta", None),
        ("yes, Dr Falk was there", remarks.ADD_OR_NEW),
        ("Tobi was there too", remarks.ADD_OR_NEW),
    ],
)
def test_a_role_alone_names_no_other_family_there(dana: SmallOffice, words: str, asks: str | None) -> None:
    """The only therapist of Dana's families is another's: the reviewer asked of this one."""
    note_id = dana.returns(
        dana.submitted(text="saw Maya Lindgren today 4pm at Ms Quist's"), reason="Who else?"
    ).id
    assert replies(dana, note_id, words) == asks


def replies(dana: SmallOffice, note_id: str, words: str) -> str | None:
    """What is asked about a reply in the thread of the note that came back."""
    with dana.db.begin() as session:
        card = {"kind": "note_returned", "subject_id": note_id, "channel": "D1", "ts": "9.0"}
        session.add(PostedCard(**card, staff_id=DANA, posted_at=dana.now))
    dana.later(minutes=3)
    said = Heard("D1", f"{next(_SENT)}.0", "9.0", words, dana.now, dana.reading(DANA, words))
    with dana.desk(DANA) as desk:
        found = remarks.hear(desk, said)
        assert found is not None
        return found.asks
