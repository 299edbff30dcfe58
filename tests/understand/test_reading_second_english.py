"""English of Spanish speakers, and who was there by a pronoun only (caseload of S007, Tuesday, 18:40)."""

import pytest

from storage.types import EventType, Method, Outcome
from tests.understand.telling import TUESDAY, events, people

CARER = EventType.CASEWORKER_FOSTER_PARENT


@pytest.mark.parametrize(
    "text",
    [
        "The uncle of the girls Parker told me in the phone 12:30 today that Nyla is good",
        "I spoke with the dean of Jaylen, Mr Samuels, for phone today 12:45",
        "spoke con el papa de leonel por phone ayer at 6",
        "I have speak with the father of Jalen, Mr Roberto, yesterday at 8pm by the phone",
    ],
)
def test_by_phone_in_other_words(text: str) -> None:
    (item,) = events(text, staff="S007", sent=TUESDAY)
    assert item.method is Method.PHONE


def test_a_visit_of_brothers() -> None:
    (item,) = events(
        "we did the visit of brothers between Angel and Luz today 5pm in the library",
        staff="S007",
        sent=TUESDAY,
    )
    assert item.types == (EventType.SIBLING_VISIT,)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("tuve court con los ortiz hoy 9:30, se pospuso para diciembre", Outcome.COMPLETED),
        ("la corte de leonel de hoy 9:30 se pospuso para diciembre", Outcome.CANCELLED),
    ],
)
def test_a_hearing_that_was_attended_was_held(text: str, outcome: Outcome) -> None:
    (item,) = events(text, staff="S007", sent=TUESDAY)
    assert item.outcome is outcome


@pytest.mark.parametrize(
    ("text", "who", "spoke"),
    [
        ("visite a ryan hoy a las 4 en casa de la sra migdalia, con quien tambien hable", True, True),
        ("visite a ryan hoy a las 4 en casa de la sra migdalia, hable con ella y con el a solas", True, True),
        ("I visited Ryan today at 4 in the house of Ms Migdalia, I spoke with her", True, True),
        ("saw Ryan at Ms Migdalia's today at 4, whom I also spoke with", True, True),
        ("vi a ryan en casa de migdalia hoy a las 4, ella estaba ahi", True, False),
        ("ryan bien, casa migdalia 4 y media hoy, ella tambien", True, False),
        ("saw Ryan at Ms Migdalia's today at 4 with her there", True, False),
        ("vi a ryan en casa de migdalia hoy a las 4 y ella no estaba", False, False),
        ("saw Nyla at Ms Migdalia's today at 4, she was there", False, False),  # the child
    ],
)
def test_the_carer_by_a_pronoun(text: str, who: bool, spoke: bool) -> None:
    (item,) = events(text, staff="S007", sent=TUESDAY)
    assert (people(item) == ["Migdalia Acosta"], CARER in item.types) == (who, spoke)
